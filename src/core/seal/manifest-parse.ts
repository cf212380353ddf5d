/**
 * Reads a manifest, strictly: what it accepts is exactly what `serialiseManifest` writes, so there is one spelling of each
 * manifest and nothing to hide in another. Line ends may be CRLF, because git makes them so on some systems; a byte order
 * mark is refused.
 *
 * A manifest arrives in pull requests from people who are not trusted. Every bad line is named, with its number.
 */
import type { Manifest, ManifestRecord } from './entry.ts';
import { lineOf } from './entry.ts';
import { duplicateKey } from './json-keys.ts';
import { heads, link, ringed } from './manifest-chain.ts';
import { ManifestError, type ManifestProblem, type ManifestProblemCode } from './manifest-error.ts';
import { Fields, quoted } from './manifest-fields.ts';
import { readRecord } from './manifest-record.ts';
import { HEADER, MANIFEST_ALGORITHM, MANIFEST_FORMAT, serialiseRecord } from './manifest-write.ts';
import { comparePaths, twinKey } from './path.ts';
import { plainLine } from './plain-line.ts';

/** The manifest in `text`. Throws a `ManifestError` with every problem there is. */
export function parseManifest(text: string): Manifest {
  if (text.startsWith('\ufeff'))
    throw new ManifestError([problem(1, 'byte-order-mark', 'save the file as UTF-8 without one')]);
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const problems: ManifestProblem[] = [];
  if (lines.pop() !== '') problems.push(problem(lines.length + 1, 'no-final-newline', 'the last line is cut off'));
  const [header = '', ...rows] = lines;
  problems.push(...headerProblems(header));
  const entries: ManifestRecord[] = [];
  for (const [index, row] of rows.entries()) {
    const record = parseLine(row, lineOf(index));
    if ('kind' in record) entries.push(record);
    else problems.push(...record);
  }
  const [first, ...others] = problems.length === 0 ? togetherProblems(entries) : problems;
  if (first !== undefined) throw new ManifestError([first, ...others]);
  return { entries };
}

/** The manifest in the bytes of a file, which must be UTF-8. Throws a `ManifestError`. */
export function parseManifestBytes(bytes: Uint8Array): Manifest {
  return parseManifest(decode(bytes));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ManifestError([problem(firstBadLine(bytes), 'not-utf8', 'these bytes are not UTF-8')]);
  }
}

/** The first line that is not UTF-8 by itself. There is one, since no LF is ever part of another character. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; ; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end;
  }
}

function problem(line: number, code: ManifestProblemCode, detail: string): ManifestProblem {
  return { line, code, detail };
}

function headerProblems(line: string): readonly ManifestProblem[] {
  if (line === HEADER) return [];
  const values = parseJson(line);
  if (!isObject(values) || !Object.hasOwn(values, 'format'))
    return [problem(1, 'no-header', 'the first line must name the format')];
  const fields = new Fields(values, 1);
  const format = fields.value('format');
  const algorithm = fields.value('algorithm');
  if (format !== MANIFEST_FORMAT) fields.fault('unknown-format', `not ${MANIFEST_FORMAT}`);
  if (algorithm !== undefined && algorithm !== MANIFEST_ALGORITHM)
    fields.fault('unknown-algorithm', `not ${MANIFEST_ALGORITHM}`);
  fields.noMore();
  return fields.problems.length > 0 ? fields.problems : [spelling(line, 1)];
}

/** A git conflict: these begin the lines that part the two sides. */
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;

function parseLine(line: string, number: number): ManifestRecord | readonly ManifestProblem[] {
  return plainLine(line) ?? parseStrictly(line, number);
}

function parseStrictly(line: string, number: number): ManifestRecord | readonly ManifestProblem[] {
  if (CONFLICT.test(line))
    return [problem(number, 'merge-conflict', 'resolve the conflict: keep the lines of both sides')];
  if (line.trim() === '') return [problem(number, 'blank-line', 'no line may be blank')];
  const values = parseJson(line);
  if (values === undefined) return [problem(number, 'not-json', 'this line is not JSON')];
  if (!isObject(values)) return [problem(number, 'not-object', 'this line is not a JSON object')];
  const record = readRecord(values, number);
  if ('kind' in record) return serialiseRecord(record) === line ? record : [spelling(line, number)];
  const twice = duplicateKey(line);
  return twice === null ? record : [problem(number, 'duplicate-key', quoted(twice)), ...record];
}

/** Why a line that means a record is not written as the format says. */
function spelling(line: string, number: number): ManifestProblem {
  const twice = duplicateKey(line);
  if (twice !== null) return problem(number, 'duplicate-key', quoted(twice));
  return problem(number, 'not-canonical', 'spacing, the order of keys or escapes are not as the format writes them');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** What can only be seen with all lines at hand: order, supersessions, and two lines for one file. */
function togetherProblems(entries: readonly ManifestRecord[]): readonly ManifestProblem[] {
  const problems = orderProblems(entries);
  const chain = link(entries);
  for (const index of chain.dangling)
    problems.push(problem(lineOf(index), 'supersedes-unknown', 'no line has what it supersedes'));
  for (const index of ringed(entries, chain))
    problems.push(problem(lineOf(index), 'supersedes-itself', 'supersedes itself, through others'));
  const seen = new Map<string, { readonly path: string; readonly line: number }>();
  for (const { index, entry } of heads(entries, chain)) {
    const key = twinKey(entry.path);
    const line = lineOf(index);
    const other = seen.get(key);
    if (other === undefined) seen.set(key, { path: entry.path, line });
    else
      problems.push(problem(line, other.path === entry.path ? 'sealed-twice' : 'path-twin', `as line ${other.line}`));
  }
  return problems.sort((a, b) => a.line - b.line);
}

function orderProblems(entries: readonly ManifestRecord[]): ManifestProblem[] {
  const problems: ManifestProblem[] = [];
  for (let index = 1; index < entries.length; index++) {
    if (comparePaths(entries[index - 1]!.path, entries[index]!.path) > 0)
      problems.push(problem(lineOf(index), 'unsorted', 'lines are sorted by path'));
  }
  return problems;
}
