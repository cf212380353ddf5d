/** The rows of the sealed texts: each one is there, and its bytes are the sealed ones; else, whether its words still are. */
import { canonicalise } from '../../core/canon/canonicalise.ts';
import type { Finding } from '../../core/judge/finding.ts';
import type { TextResult } from '../../core/judge/judgement.ts';
import type { Policy } from '../../core/judge/policy.ts';
import { read } from '../../core/read/index.ts';
import { Refusal } from '../../core/refusal.ts';
import type { ManifestEntry } from '../../core/seal/entry.ts';
import { type Fixity, hashFiles } from '../../repository/fixity.ts';
import { locateInRoot } from '../../repository/paths.ts';
import { readFileOnce } from '../../repository/read-file.ts';
import { fileFinding, textRow } from '../findings.ts';

/** What the rows are made from. */
export interface SealedRowsInput {
  readonly root: string;
  readonly entries: readonly ManifestEntry[];
  readonly policy: Policy;
  readonly furniture: readonly string[];
  readonly jobs: number | undefined;
  readonly progress: (done: number) => void;
}

interface Located {
  readonly entry: ManifestEntry;
  /** Absolute path, or why there is none. */
  readonly file: ReturnType<typeof locateInRoot>;
}

/** One row for each entry, in their order. */
export async function sealedRows(input: SealedRowsInput): Promise<readonly TextResult[]> {
  const located = input.entries.map((entry): Located => ({ entry, file: locateInRoot(input.root, entry.path) }));
  const there = located.flatMap(({ file }) => (file === null || file === 'outside' ? [] : [file]));
  const fixities = await hashFiles(there, input.jobs, input.progress);
  const rows: TextResult[] = [];
  let next = 0;
  for (const { entry, file } of located) {
    const findings =
      file === null || file === 'outside' ? missing(file) : await changed(entry, file, fixities[next++], input);
    rows.push(textRow(entry.path, findings, input.policy));
  }
  return rows;
}

function missing(file: 'outside' | null): readonly Finding[] {
  return [fileFinding('text-missing', file === null ? {} : { detail: 'a link that leads out of the repository' })];
}

async function changed(
  entry: ManifestEntry,
  file: string,
  fixity: Fixity | undefined,
  { furniture }: SealedRowsInput,
): Promise<readonly Finding[]> {
  if (fixity === undefined || 'refused' in fixity) return [fileFinding(fixity?.refused ?? 'not-readable')];
  if (fixity.sha256 === entry.sha256) return [];
  try {
    const document = await read(readFileOnce(file).bytes, { name: entry.path, furniture });
    const { digest } = canonicalise(document.blocks.map(({ text }) => text));
    return [fileFinding(digest === entry.digest ? 'text-bytes-changed' : 'text-words-changed')];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [fileFinding('text-words-changed', { detail: `it cannot be read any more (${error.message})` })];
  }
}
