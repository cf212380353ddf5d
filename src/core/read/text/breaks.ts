/** Line ends that may have cut a word in two. */
import type { Break } from '../document.ts';

const HYPHEN_AT_LINE_END = /[-\u00ad\u2010][^\S\n]*\n\s*/g;

/**
 * The breaks in a block's text, whose lines end with LF: a hyphen or soft hyphen directly behind a word, a line end, a word. Each
 * reaches from the hyphen to the next word.
 */
export function hyphenBreaks(text: string): Break[] {
  const breaks: Break[] = [];
  if (!text.includes('\n')) return breaks;
  for (const { 0: match, index: start } of text.matchAll(HYPHEN_AT_LINE_END)) {
    const end = start + match.length;
    if (isInsideWord(text, start, end)) breaks.push({ kind: 'hyphen', start, end });
  }
  return breaks;
}

/** Ukrainian breaks a word behind its apostrophe too. */
function isInsideWord(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 3), start);
  return /[\p{L}\p{M}\p{N}]['’ʼ]?$/u.test(before) && /^[\p{L}\p{M}\p{N}]/u.test(text.slice(end, end + 2));
}

/** Offsets at which the lines of a block's text begin, besides the first. */
export function innerLineStarts(text: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (at + 1 < text.length) starts.push(at + 1);
  }
  return starts;
}
