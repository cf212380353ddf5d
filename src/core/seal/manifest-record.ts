/** From one line's JSON object to the record it means, or to what is wrong with it. */
import {
  type ManifestEntry,
  type ManifestRecord,
  PASSAGE_DIGEST_LENGTH,
  type Role,
  type SealedMark,
  type SealedPassage,
  type SealedSpeaker,
  type Tombstone,
} from './entry.ts';
import type { ManifestProblem } from './manifest-error.ts';
import { Fields, WHOLE_DIGEST } from './manifest-fields.ts';
import { ROLE_LETTERS } from './manifest-write.ts';
import { pathProblem } from './path.ts';

/** The roles by their letters. */
export const ROLE_OF = {
  [ROLE_LETTERS.speech]: 'speech',
  [ROLE_LETTERS.question]: 'question',
  [ROLE_LETTERS.note]: 'note',
  [ROLE_LETTERS.notice]: 'notice',
  [ROLE_LETTERS.matter]: 'matter',
} as const satisfies Record<string, Role>;

/** The same, for whatever stands in place of a letter. */
const ROLES: ReadonlyMap<unknown, Role> = new Map<unknown, Role>(Object.entries(ROLE_OF));

/** The record on a line, or every problem of it. */
export function readRecord(values: object, line: number): ManifestRecord | readonly ManifestProblem[] {
  const fields = new Fields(values, line);
  const kind = fields.value('kind');
  if (kind !== 'sealed' && kind !== 'withdrawn') {
    if (kind !== undefined) fields.fault('wrong-value', 'kind is neither sealed nor withdrawn');
    return fields.problems;
  }
  const record = kind === 'sealed' ? readSealed(fields) : readWithdrawn(fields);
  fields.noMore();
  return fields.problems.length > 0 ? fields.problems : record;
}

function readWithdrawn(fields: Fields): Tombstone {
  return {
    kind: 'withdrawn',
    path: readPath(fields, 'path'),
    day: fields.day('day'),
    reason: fields.sentence('reason'),
  };
}

function readSealed(fields: Fields): ManifestEntry {
  const speakers = fields.list('speakers', (row, name) => readSpeaker(fields, row, name));
  const passages = fields.list('passages', (row, name) => readPassage(fields, row, name, speakers.length));
  return {
    kind: 'sealed',
    path: readPath(fields, 'path'),
    size: fields.count('size'),
    sha256: fields.hex('sha256', WHOLE_DIGEST),
    title: readTitle(fields),
    form: readForm(fields),
    digest: fields.hex('digest', WHOLE_DIGEST),
    words: fields.count('words'),
    speakers,
    passages,
    marks: fields.list('marks', (row, name) => readMark(fields, row, name, passages)),
    ...readHistory(fields),
  };
}

/** The optional fields; `reason` belongs to `supersedes`, and so does `moved`. */
function readHistory(fields: Fields): Pick<ManifestEntry, 'sealed' | 'supersedes' | 'moved' | 'reason'> {
  const sealed = fields.has('sealed') ? { sealed: fields.day('sealed') } : {};
  if (!fields.has('supersedes')) return sealed;
  const moved = fields.has('moved') ? { moved: readPath(fields, 'moved') } : {};
  return { ...sealed, supersedes: fields.hex('supersedes', WHOLE_DIGEST), ...moved, reason: fields.sentence('reason') };
}

function readPath(fields: Fields, name: string): string {
  const path = fields.value(name);
  if (!fields.isString(path, name)) return '';
  const problem = pathProblem(path);
  if (problem !== null) fields.fault('unsafe-path', `${name}: ${problem}`);
  return path;
}

function readTitle(fields: Fields): string | null {
  const title = fields.value('title');
  return title !== null && fields.isString(title, 'title') ? title : null;
}

function readForm(fields: Fields): 'verbatim-text/1' {
  const form = fields.value('form');
  if (form !== undefined && form !== 'verbatim-text/1') fields.fault('unknown-form', 'form is not verbatim-text/1');
  return 'verbatim-text/1';
}

function readSpeaker(fields: Fields, row: unknown, name: string): SealedSpeaker {
  const [given, labelled] = fields.tuple(row, 2, name);
  if (labelled !== undefined && typeof labelled !== 'boolean')
    fields.fault('wrong-type', `${name}[1] is neither true nor false`);
  return { name: fields.stringAt(given, `${name}[0]`), labelled: labelled === true };
}

function readPassage(fields: Fields, row: unknown, name: string, speakers: number): SealedPassage {
  const [letter, speaker, tokens, digest] = fields.tuple(row, 4, name);
  const role = ROLES.get(letter);
  if (role === undefined && letter !== undefined) fields.fault('wrong-value', `${name}[0] is not a role`);
  return {
    role: role ?? 'speech',
    speaker: speaker === null ? null : fields.indexAt(speaker, speakers, `${name}[1]`),
    tokens: fields.countAt(tokens, `${name}[2]`),
    digest: fields.hexAt(digest, PASSAGE_DIGEST_LENGTH, `${name}[3]`),
  };
}

function readMark(fields: Fields, row: unknown, name: string, passages: readonly SealedPassage[]): SealedMark {
  const [sign, at, first] = fields.tuple(row, 3, name);
  const mark = fields.stringAt(sign, `${name}[0]`);
  const passage = fields.indexAt(at, passages.length, `${name}[1]`);
  const tokens = passages[passage]?.tokens ?? Number.POSITIVE_INFINITY;
  return { mark, passage, token: fields.indexAt(first, tokens, `${name}[2]`) };
}
