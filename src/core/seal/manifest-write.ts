/**
 * Writes a manifest: a header, then one line of JSON for each record, always the same bytes for the same records.
 *
 * Keys stand in one order, nothing is spaced, and strings are escaped as little as JSON allows, so a line is text that a
 * person can read in a diff and another implementation can write.
 */
import type { Manifest, ManifestEntry, ManifestRecord, Role, SealedPassage, Tombstone } from './entry.ts';

/** The format and version of the file. */
export const MANIFEST_FORMAT = 'verbatim-manifest/1';
/** The algorithm of all its digests. */
export const MANIFEST_ALGORITHM = 'sha256';
/** The first line. */
export const HEADER = JSON.stringify({ format: MANIFEST_FORMAT, algorithm: MANIFEST_ALGORITHM });

/** How the file spells the roles. A notice is `t`, for the terms that it mostly holds. */
export const ROLE_LETTERS = {
  speech: 's',
  question: 'q',
  note: 'n',
  notice: 't',
  matter: 'm',
} as const satisfies Record<Role, string>;

/** The whole file, ending in LF. Records must be in order, as `parseManifest` and the functions that change a manifest leave them. */
export function serialiseManifest(manifest: Manifest): string {
  let text = `${HEADER}\n`;
  for (const record of manifest.entries) text += `${serialiseRecord(record)}\n`;
  return text;
}

/** One record as its line, without the line end. */
export function serialiseRecord(record: ManifestRecord): string {
  return JSON.stringify(record.kind === 'sealed' ? sealedLine(record) : withdrawnLine(record));
}

/** The keys in their order; JSON leaves out those that are undefined. */
function sealedLine(entry: ManifestEntry): object {
  return {
    kind: entry.kind,
    path: entry.path,
    size: entry.size,
    sha256: entry.sha256,
    title: entry.title,
    form: entry.form,
    digest: entry.digest,
    words: entry.words,
    sealed: entry.sealed,
    supersedes: entry.supersedes,
    moved: entry.moved,
    reason: entry.reason,
    speakers: entry.speakers.map((speaker) => [speaker.name, speaker.labelled]),
    marks: entry.marks.map((mark) => [mark.mark, mark.passage, mark.token]),
    passages: entry.passages.map(passageTuple),
  };
}

function passageTuple(passage: SealedPassage): readonly unknown[] {
  return [ROLE_LETTERS[passage.role], passage.speaker, passage.tokens, passage.digest];
}

function withdrawnLine(tombstone: Tombstone): object {
  return { kind: tombstone.kind, path: tombstone.path, day: tombstone.day, reason: tombstone.reason };
}
