/**
 * Tells the text of the pages from what stands around it: running heads, page numbers and footnotes.
 *
 * A running head is known by coming back: a line at the top or bottom that stands at the same height, with the same words
 * but for its digits, on four pages of ten. What is set off by mistake is not lost: it stays in the seen text.
 */
import type { Line } from './line.ts';

/** What a line is to the text: `hidden` lines hold nothing but hidden words. */
export type Role = 'body' | 'running' | 'note' | 'annotation' | 'hidden';

/** Lines looked at from either end of a page. */
const OUTERMOST = 3;
/** The share of pages a running head is on. */
const ENOUGH = 0.4;
/** How far, in points, its height may vary. */
const LEVEL = 3;
/** Footnotes are smaller than this share of the text's size. */
const SMALLER = 0.92;
/** `Page 12 of 300` and its like are no longer. */
const LONGEST_NUMBER = 40;
const LONE_NUMBER =
  /^(?:\p{L}+\.? )?[^\p{L}\p{N}]*(?:\p{Nd}{1,4}|[ivxlcdm]{1,7})[^\p{L}\p{N}]*(?:(?:\p{L}{1,4} |\/ ?)\p{Nd}{1,4})?[^\p{L}\p{N}]*$/iu;
const NOTE_SIGN = /^(?:\p{Nd}{1,3}|[*†‡§¹²³⁴-⁹])/u;

/** The role of every line, in the order of the lines; `pages` holds them page by page. */
export function rolesOf(pages: readonly (readonly Line[])[], bodySize: number): Map<Line, Role> {
  const roles = new Map<Line, Role>();
  for (const line of pages.flat()) roles.set(line, roleByItself(line));
  for (const line of runningHeads(pages)) roles.set(line, 'running');
  for (const lines of pages) for (const line of footnotes(lines, roles, bodySize)) roles.set(line, 'note');
  return roles;
}

function roleByItself({ text, artifact, annotation }: Line): Role {
  if (text === '') return 'hidden';
  if (annotation) return 'annotation';
  return artifact ? 'running' : 'body';
}

/** The size most letters of the document are set in. */
export function bodySizeOf(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { size, text, artifact, annotation } of lines) {
    if (artifact || annotation) continue;
    const rounded = Math.round(size * 4) / 4;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  let best = 0;
  for (const [size, count] of counts) if (count > (counts.get(best) ?? 0)) best = size;
  return best;
}

function runningHeads(pages: readonly (readonly Line[])[]): Line[] {
  const written = pages.filter((lines) => lines.some(({ text }) => text !== ''));
  const groups = new Map<string, Line[]>();
  const lone: Line[] = [];
  for (const lines of written) {
    for (const line of outermost(lines)) {
      const key = masked(line.text);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [line]);
      else group.push(line);
    }
    lone.push(...loneNumbers(lines));
  }
  const enough = Math.max(2, ENOUGH * written.length);
  return [...lone, ...[...groups.values()].flatMap((group) => repeated(group, enough))];
}

/** The lines of a group that stand at one height on enough pages. */
function repeated(group: Line[], enough: number): Line[] {
  const sorted = [...group].sort((one, other) => one.baseline - other.baseline);
  const result: Line[] = [];
  let level: Line[] = [];
  for (const line of [...sorted, null]) {
    const first = level[0];
    if (line !== null && (first === undefined || line.baseline - first.baseline <= LEVEL)) level.push(line);
    else {
      if (new Set(level.map(({ page }) => page)).size >= enough) result.push(...level);
      level = line === null ? [] : [line];
    }
  }
  return result;
}

function outermost(lines: readonly Line[]): Line[] {
  const upright = byHeight(lines);
  return [...new Set([...upright.slice(0, OUTERMOST), ...upright.slice(-OUTERMOST)])];
}

/** A number alone at the very top or bottom, apart from the text. */
function loneNumbers(lines: readonly Line[]): Line[] {
  const upright = byHeight(lines);
  const [first, second] = upright;
  const [last, before] = [upright.at(-1), upright.at(-2)];
  const found: Line[] = [];
  if (first !== undefined && second !== undefined && isLone(first, second)) found.push(first);
  if (last !== undefined && before !== undefined && last !== first && isLone(last, before)) found.push(last);
  return found;
}

function isLone(line: Line, neighbour: Line): boolean {
  return (
    line.text.length <= LONGEST_NUMBER &&
    LONE_NUMBER.test(line.text) &&
    Math.abs(line.baseline - neighbour.baseline) > 1.6 * neighbour.size
  );
}

function byHeight(lines: readonly Line[]): Line[] {
  return lines.filter(({ text, ux }) => text !== '' && ux > 0.99).sort((one, other) => one.baseline - other.baseline);
}

function masked(text: string): string {
  const digits = text.replace(/\p{Nd}+/gu, '#');
  return /^[ivxlcdm]{1,7}$/iu.test(digits) ? '#' : digits;
}

/** Small lines below all text of the page, if the first of them begins with a sign of a note. */
function footnotes(lines: readonly Line[], roles: ReadonlyMap<Line, Role>, bodySize: number): Line[] {
  const body = lines.filter((line) => roles.get(line) === 'body' && line.ux > 0.99);
  const small = (line: Line): boolean => line.size < SMALLER * bodySize;
  const lowest = body.reduce((most, line) => (small(line) ? most : Math.max(most, line.baseline)), -Infinity);
  if (lowest === -Infinity) return [];
  const below = body.filter((line) => small(line) && line.baseline > lowest);
  const first = below[0];
  return first !== undefined && (first.raised || NOTE_SIGN.test(first.text)) ? below : [];
}
