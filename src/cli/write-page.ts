/** What `verbatim page` does: puts the program, the sealed record, its policy and, if asked, the transcripts into one file. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { shownName } from '../core/report/escape.ts';
import type { Manifest, ManifestEntry, ManifestRecord } from '../core/seal/entry.ts';
import { current, olderVersions } from '../core/seal/manifest-change.ts';
import { serialiseManifest } from '../core/seal/manifest-write.ts';
import type { PageData } from '../page/sealed.ts';
import { loadManifest } from '../repository/manifest-file.ts';
import { locateInRoot } from '../repository/paths.ts';
import { readFileOnce } from '../repository/read-file.ts';
import { RunError } from '../repository/run-error.ts';
import { emit } from './emit.ts';
import { neededManifest } from './needed-manifest.ts';
import { pageMarkup } from './page-markup.ts';
import type { Session } from './session.ts';
import { settingsFor } from './settings.ts';

/** What the command line says about the page. */
export interface PageOptions {
  readonly manifest?: string;
  readonly output?: string;
  readonly withTranscript?: true;
  readonly withPdf?: true;
}

/** Writes the page for the sealed texts at `paths`, or for all of them. */
export function writePage(paths: readonly string[], options: PageOptions, session: Session): void {
  const file = neededManifest(options.manifest, session);
  const manifest = loadManifest(file);
  const entries = chosen([...current(manifest).values()], paths);
  const { conventions, furniture, policy } = settingsFor(session.cwd, [dirname(file.path)], {});
  const isGiven = options.withTranscript === true;
  const data: PageData = {
    manifest: serialiseManifest(withOlder(manifest, entries)),
    transcripts: isGiven ? Object.fromEntries(entries.map((entry) => [entry.path, bytesOf(file.root, entry)])) : {},
    allow: [...policy.allow],
    deny: [...policy.deny],
    furniture,
    labels: conventions.labels,
    marks: conventions.marks,
    aliases: Object.fromEntries(conventions.aliases),
  };
  const text = pageMarkup({
    programs: [...(options.withPdf === true ? [programAt('pdf-part')] : []), programAt('reader')],
    data: JSON.stringify(data),
    titles: entries.map(({ title, path }) => shownName(title ?? path)),
    policy,
    transcripts: isGiven ? 'with' : 'without',
    pdf: options.withPdf === true ? 'with' : 'without',
  });
  emit(text, options.output, [file.path], session);
}

function programAt(name: string): string {
  return readFileSync(new URL(`../page/${name}.js`, import.meta.url), 'utf8');
}

/** The lines of `entries` and of what they superseded, which a copy may still give. */
function withOlder(manifest: Manifest, entries: readonly ManifestEntry[]): Manifest {
  const older = olderVersions(manifest);
  const kept = new Set<ManifestRecord>(
    entries.flatMap((entry) => [entry, ...(older.get(entry.path) ?? []).map((version) => version.entry)]),
  );
  return { entries: manifest.entries.filter((record) => kept.has(record)) };
}

function chosen(entries: readonly ManifestEntry[], paths: readonly string[]): readonly ManifestEntry[] {
  if (entries.length === 0) throw new RunError('the manifest seals no text: seal one with “verbatim manifest FILE”');
  const known = new Map(entries.map((entry) => [entry.path, entry]));
  const wanted = paths.map((path) => {
    const entry = known.get(path.normalize('NFC'));
    if (entry === undefined)
      throw new RunError(`${shownName(path)} is not sealed: give its path as the manifest has it`);
    return entry;
  });
  return wanted.length === 0 ? entries : wanted;
}

/** The sealed file's bytes in base64; a page must not carry a transcript that is not the sealed one. */
function bytesOf(root: string, { path, sha256 }: ManifestEntry): string {
  const file = locateInRoot(root, path);
  const found = file === null || file === 'outside' ? null : readFileOnce(file);
  if (found?.sha256 !== sha256)
    throw new RunError(`${shownName(path)} is not there with its sealed bytes: restore it first`);
  return Buffer.from(found.bytes).toString('base64');
}
