/** What `verbatim page` does: puts the program, the sealed record and, if asked, the transcripts into one file. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { shownName } from '../core/report/escape.ts';
import type { ManifestEntry } from '../core/seal/entry.ts';
import { current } from '../core/seal/manifest-change.ts';
import { serialiseManifest } from '../core/seal/manifest-write.ts';
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
}

/** Writes the page for the sealed texts at `paths`, or for all of them. */
export function writePage(paths: readonly string[], options: PageOptions, session: Session): void {
  const file = neededManifest(options.manifest, session);
  const entries = chosen([...current(loadManifest(file)).values()], paths);
  const { conventions, furniture } = settingsFor(session.cwd, [dirname(file.path)], {});
  const { labels, marks, aliases } = conventions;
  const isGiven = options.withTranscript === true;
  const transcripts = isGiven
    ? Object.fromEntries(entries.map((entry) => [entry.path, bytesOf(file.root, entry)]))
    : {};
  const manifest = serialiseManifest({ entries: entries.map(alone) });
  const text = pageMarkup({
    program: readFileSync(new URL('../page/reader.js', import.meta.url), 'utf8'),
    data: JSON.stringify({ manifest, transcripts, furniture, labels, marks, aliases: Object.fromEntries(aliases) }),
    titles: entries.map(({ title, path }) => shownName(title ?? path)),
    transcripts: isGiven ? 'with' : 'without',
  });
  emit(text, options.output, [file.path], session);
}

/** The line in force without what it superseded, which is not in the page. */
function alone({ supersedes: _, moved: __, reason: ___, ...entry }: ManifestEntry): ManifestEntry {
  return entry;
}

function chosen(entries: readonly ManifestEntry[], paths: readonly string[]): readonly ManifestEntry[] {
  if (entries.length === 0) throw new RunError('the manifest seals no text: seal one with “verbatim manifest FILE”');
  const known = new Map(entries.map((entry) => [entry.path, entry]));
  const missing = paths.find((path) => !known.has(path.normalize('NFC')));
  if (missing !== undefined)
    throw new RunError(`${shownName(missing)} is not sealed: give its path as the manifest has it`);
  return paths.length === 0 ? entries : paths.flatMap((path) => known.get(path.normalize('NFC')) ?? []);
}

/** The sealed file's bytes in base64; a page must not carry a transcript that is not the sealed one. */
function bytesOf(root: string, { path, sha256 }: ManifestEntry): string {
  const file = locateInRoot(root, path);
  const found = file === null || file === 'outside' ? null : readFileOnce(file);
  if (found?.sha256 !== sha256)
    throw new RunError(`${shownName(path)} is not there with its sealed bytes: restore it first`);
  return Buffer.from(found.bytes).toString('base64');
}
