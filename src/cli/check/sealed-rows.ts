/** The rows of the sealed texts: each one is there, and its bytes are the sealed ones; else, whether its words still are. */
import { canonicalise } from '../../core/canon/canonicalise.ts';
import type { Finding } from '../../core/judge/finding.ts';
import type { TextResult } from '../../core/judge/judgement.ts';
import type { Policy } from '../../core/judge/policy.ts';
import { read } from '../../core/read/index.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Manifest, ManifestEntry, ManifestRecord } from '../../core/seal/entry.ts';
import { locateInRoot } from '../../repository/paths.ts';
import { type FileBytes, readFileOnce } from '../../repository/read-file.ts';
import { expected } from '../../repository/run-error.ts';
import type { UnchangedSearch } from '../../repository/unchanged.ts';
import { fileFinding, textRow } from '../findings.ts';

/** What the rows are made from. */
export interface SealedRowsInput {
  readonly root: string;
  readonly manifest: Manifest;
  /** Those of the manifest's entries that are checked. */
  readonly entries: readonly ManifestEntry[];
  readonly search: UnchangedSearch;
  readonly policy: Policy;
  readonly furniture: readonly string[];
  readonly progress: (done: number) => void;
}

/** One row for each entry, in their order. */
export async function sealedRows(input: SealedRowsInput): Promise<readonly TextResult[]> {
  const unchanged = await unchangedEntries(input);
  const rows: TextResult[] = [];
  for (const entry of input.entries) {
    const findings = unchanged.has(entry) ? [] : await lookedAt(entry, input);
    rows.push(textRow(entry.path, findings, input.policy));
  }
  return rows;
}

async function unchangedEntries({
  manifest,
  entries,
  search,
  progress,
}: SealedRowsInput): Promise<Set<ManifestRecord>> {
  const checked = new Set<ManifestRecord>(entries);
  const files = manifest.entries.map((record) => (record.kind === 'sealed' && checked.has(record) ? record : null));
  const unchanged = await search.finish(files, progress);
  return new Set(manifest.entries.filter((_, i) => unchanged[i] === 1));
}

/** What is to be said of a text that was not found unchanged at the first look. */
async function lookedAt(entry: ManifestEntry, { root, furniture }: SealedRowsInput): Promise<readonly Finding[]> {
  const file = locateInRoot(root, entry.path);
  if (file === null) return [fileFinding('text-missing')];
  if (file === 'outside') return [fileFinding('text-missing', { detail: 'a link that leads out of the repository' })];
  try {
    const found = readFileOnce(file);
    return found.sha256 === entry.sha256 ? [] : await changed(entry, found, furniture);
  } catch (error) {
    return [fileFinding(expected(error, Refusal).reason)];
  }
}

async function changed(
  entry: ManifestEntry,
  { bytes }: FileBytes,
  furniture: readonly string[],
): Promise<readonly Finding[]> {
  try {
    const document = await read(bytes, { name: entry.path, furniture });
    const { digest } = canonicalise(document.blocks.map(({ text }) => text));
    return [fileFinding(digest === entry.digest ? 'text-bytes-changed' : 'text-words-changed')];
  } catch (error) {
    const { message } = expected(error, Refusal);
    return [fileFinding('text-words-changed', { detail: `it cannot be read any more (${message})` })];
  }
}
