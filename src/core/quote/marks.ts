/** The quotation marks of the world's styles: which sign opens, and which signs may close it. */
import { classAfter, classBefore, LETTER_NEAR, SPACE, UNSPACED_LETTER } from '../canon/classes.ts';

/**
 * For each sign that can open, the signs that can close it. Several, because styles share signs: `“` opens in English and
 * closes in German, `”` opens in Swedish, `»` opens in Danish, and people mix straight marks with curly ones.
 */
export const CLOSERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['“', ['”', '“', '"']],
  ['„', ['“', '”', '"', '„']],
  ['‟', ['”']],
  ['”', ['”']],
  ['"', ['"', '”']],
  ['＂', ['＂']],
  ['‘', ['’', '‘']],
  ['‚', ['‘', '’']],
  ['‛', ['’']],
  ["'", ["'", '’']],
  ['«', ['»']],
  ['»', ['«', '»']],
  ['‹', ['›']],
  ['›', ['‹', '›']],
  ['「', ['」']],
  ['『', ['』']],
  ['〝', ['〞', '〟']],
  ['``', ["''", '"']],
  ["''", ["''"]],
  [',,', ["''", '"', '“', '”']],
  ['<<', ['>>']],
]);

/** Every sign that opens or closes. Two commas are one only before a word. */
const SIGNS = /``|''|<<|>>|,,(?=[\p{L}\p{M}\p{N}])|[“”„‟"＂‘’‚‛'«»‹›「」『』〝〞〟]/gu;
/** Signs that are the apostrophe too; `’` is that far more often than it opens, and then inside other marks. */
const SINGLE = "'’‘‚‛";
/** Signs that end something: a mark behind them does not open. */
const NO_OPENING_BEHIND: ReadonlySet<string> = new Set('.,;:!?…)]}%');

/** One sign that may be a quotation mark, with what stands around it. */
export interface Mark {
  readonly sign: string;
  readonly start: number;
  readonly end: number;
  /** Nothing or an opening sign before it, a word or sign behind it. */
  readonly openish: boolean;
  /** A word or sign before it, nothing or a closing sign behind it. */
  readonly closish: boolean;
  /** Between two word characters. */
  readonly inside: boolean;
  /** At the beginning of a line that is not the first. */
  readonly lineStart: boolean;
}

/** Whether the sign is one that the apostrophe shares. */
export function isSingle(sign: string): boolean {
  return SINGLE.includes(sign);
}

/** Whether the sign never opens. */
export function onlyCloses(sign: string): boolean {
  return !CLOSERS.has(sign);
}

/** Every sign of `text` that may be a quotation mark, in order. Linear. */
export function marksOf(text: string): Mark[] {
  return Array.from(text.matchAll(SIGNS), ({ 0: sign, index }) => markAt(text, index, sign));
}

/** Space, an opening bracket, a dash, or another mark may stand before a mark that opens. */
function markAt(text: string, start: number, sign: string): Mark {
  const end = start + sign.length;
  const before = classBefore(text, start);
  const after = classAfter(text, end);
  const wordBefore = isSpacedWord(before);
  const wordAfter = isSpacedWord(after);
  const previous = text.charAt(start - 1);
  return {
    sign,
    start,
    end,
    openish: !wordBefore && after !== SPACE && !NO_OPENING_BEHIND.has(previous),
    closish: before !== SPACE && !wordAfter,
    inside: wordBefore && wordAfter,
    lineStart: previous === '\n',
  };
}

/** Scripts written without spaces set no space before a mark either: `他说"好"`. */
function isSpacedWord(kind: number): boolean {
  return kind >= LETTER_NEAR && kind < UNSPACED_LETTER;
}
