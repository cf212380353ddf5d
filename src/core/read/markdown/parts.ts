/**
 * Cuts a Markdown document into parts that can be parsed one by one.
 *
 * The parser goes through all it has read so far whenever a list or quotation ends, so an interview with a thousand numbered
 * questions would take it seconds, and ten thousand minutes. A blank line and then a line that begins at the margin with
 * neither a list's marker nor white space ends every list, quotation, table and footnote. What it does not end (a fence, a
 * comment, which may hold blank lines) is seen afterwards: the part then ends with that, and is joined to the next.
 */
import type { Root } from 'mdast';

/** A part is at least this long, so that setting up the parser costs nothing beside the parsing. */
const PART_LENGTH = 4_000;

/** After a blank line: not white space, not a digit, not a marker (`**` is none). */
const BOUNDARY = /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)(?=[^\s\d*+-]|\*\*[^\s*])/g;

/** Constructions of HTML that go on over blank lines, and what ends them (CommonMark, section 4.6, kinds 1 to 5). */
const LONG_HTML: readonly (readonly [begins: RegExp, ends: RegExp])[] = [
  [/^\s*<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^\s*<!--/, /-->/],
  [/^\s*<\?/, /\?>/],
  [/^\s*<!\[CDATA\[/, /\]\]>/],
  [/^\s*<![a-z]/i, />/],
];

/** Where the next part of `source` ends: at the first boundary that leaves it `length` long or longer. */
export function partEnd(source: string, start: number, length: number = PART_LENGTH): number {
  if (start + length >= source.length) return source.length;
  BOUNDARY.lastIndex = start === 0 ? Math.max(length, frontMatterEnd(source)) : start + length;
  const found = BOUNDARY.exec(source);
  return found === null ? source.length : found.index + found[0].length;
}

/** Whether a part that parses to `tree` may go on behind its end. */
export function isOpen(tree: Root): boolean {
  const last = tree.children.at(-1);
  if (last?.type === 'code') return true;
  if (last?.type !== 'html') return false;
  const kind = LONG_HTML.find(([begins]) => begins.test(last.value));
  return kind !== undefined && !kind[1].test(last.value);
}

/** Front matter may hold blank lines; it ends at its second fence. */
function frontMatterEnd(source: string): number {
  const fence = /^(?:---|\+\+\+)(?=[ \t]*[\r\n])/.exec(source)?.[0];
  return fence === undefined ? 0 : Math.max(source.indexOf(`\n${fence}`, 3), 0) + 4;
}
