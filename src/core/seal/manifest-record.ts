/** From one line's JSON object to the record it means, or to what is wrong with it. */
import type {
  ManifestEntry,
  ManifestRecord,
  Role,
  SealedMark,
  SealedPassage,
  SealedSpeaker,
  Tombstone,
} from './entry.ts';
import type { ManifestProblem } from './manifest-error.ts';
import { Fields, WHOLE_DIGEST } from './manifest-fields.ts';
import { ROLE_LETTERS } from './manifest-write.ts';
import { pathProblem } from './path.ts';

/** Hex digits of a passage's digest. */
export const PASSAGE_DIGEST = 32;

const ROLES: ReadonlyMap<unknown, Role> = new Map<unknown, Role>([
  [ROLE_LETTERS.speech, 'speech'],
  [ROLE_LETTERS.question, 'question'],
  [ROLE_LETTERS.note, 'note'],
  [ROLE_LETTERS.notice, 'notice'],
  [ROLE_LETTERS.matter, 'matter'],
]);

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
  const path = fields.string(name);
  const problem = fields.has(name) ? pathProblem(path) : null;
  if (problem !== null) fields.fault('unsafe-path', `${name}: ${problem}`);
  return path;
}

function readTitle(fields: Fields): string | null {
  const title = fields.value('title');
  return title === null || title === undefined || !fields.isString(title, 'title') ? null : title;
}

function readForm(fields: Fields): 'verbatim-text/1' {
  const form = fields.value('form');
  if (form !== undefined && form !== 'verbatim-text/1') fields.fault('unknown-form', 'form is not verbatim-text/1');
  return 'verbatim-text/1';
}

function readSpeaker(fields: Fields, row: unknown, name: string): SealedSpeaker | null {
  const [given, labelled] = fields.tuple(row, 2, name) ?? [];
  if (given === undefined || !fields.isString(given, `${name}[0]`)) return null;
  if (typeof labelled === 'boolean') return { name: given, labelled };
  fields.fault('wrong-type', `${name}[1] is neither true nor false`);
  return null;
}

function readPassage(fields: Fields, row: unknown, name: string, speakers: number): SealedPassage | null {
  const values = fields.tuple(row, 4, name);
  if (values === null) return null;
  const [letter, speaker, tokens, digest] = values;
  const role = ROLES.get(letter);
  if (role === undefined) fields.fault('wrong-value', `${name}[0] is not a role`);
  const known = speaker === null || isIndex(fields, speaker, speakers, `${name}[1]`);
  const counted = fields.isCount(tokens, `${name}[2]`);
  const hashed = fields.isHex(digest, PASSAGE_DIGEST, `${name}[3]`);
  return role !== undefined && known && counted && hashed ? { role, speaker, tokens, digest } : null;
}

function readMark(fields: Fields, row: unknown, name: string, passages: readonly SealedPassage[]): SealedMark | null {
  const values = fields.tuple(row, 3, name);
  if (values === null) return null;
  const [mark, passage, token] = values;
  const named = fields.isString(mark, `${name}[0]`);
  if (!isIndex(fields, passage, passages.length, `${name}[1]`)) return null;
  const inside = isIndex(fields, token, passages[passage]?.tokens ?? 0, `${name}[2]`);
  return named && inside ? { mark, passage, token } : null;
}

function isIndex(fields: Fields, value: unknown, length: number, name: string): value is number {
  if (!fields.isCount(value, name)) return false;
  if (value < length) return true;
  fields.fault('bad-index', `${name} points behind the last of ${length}`);
  return false;
}
