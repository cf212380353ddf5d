/** The quotation marks of the world's styles: which sign opens, and which signs may close it. */
import { classAfter, classBefore, LETTER_NEAR, SPACE, UNSPACED_LETTER } from '../canon/classes.ts';

/**
 * For each sign that can open, the signs that can close it. Several, because styles share signs: `“` opens in English and
 * closes in German, `”` opens in Swedish, `»` opens in Danish, and people mix straight marks with curly ones.
 */
export const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['“', '”“"'],
  ['„', '“”"„'],
  ['‟', '”'],
  ['”', '”'],
  ['"', '"”'],
  ['＂', '＂'],
  ['‘', '’‘'],
  ['‚', '‘’'],
  ['‛', '’'],
  ['’', '’'],
  ["'", "'’"],
  ['«', '»'],
  ['»', '«»'],
  ['‹', '›'],
  ['›', '‹›'],
  ['「', '」'],
  ['『', '』'],
  ['〝', '〞〟'],
  ['``', "''\""],
  ["''", "''"],
  [',,', "''\"“”"],
  ['<<', '>>'],
]);

/** Signs that only ever close. */
const ONLY_CLOSE = '」』〞〟';
/** Signs that are the apostrophe too. */
const SINGLE = "'’‘‚‛";
const FIRST = new Set([...CLOSERS.keys()].map((mark) => mark.charAt(0)).concat([...ONLY_CLOSE], '>'));
const DOUBLED = new Set(['``', "''", ',,', '<<', '>>']);

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
  readonly lineStart: boolean;
}

/** Whether the sign is one that the apostrophe shares. */
export function isSingle(sign: string): boolean {
  return SINGLE.includes(sign);
}

export function onlyCloses(sign: string): boolean {
  return ONLY_CLOSE.includes(sign) || sign === '>>';
}

/** Every sign of `text` that may be a quotation mark, in order. Linear. */
export function marksOf(text: string): Mark[] {
  const marks: Mark[] = [];
  for (let i = 0; i < text.length; i++) {
    if (!FIRST.has(text.charAt(i))) continue;
    const sign = signAt(text, i);
    if (sign === null) continue;
    marks.push(markAt(text, i, sign));
    i += sign.length - 1;
  }
  return marks;
}

function signAt(text: string, at: number): string | null {
  const one = text.charAt(at);
  const two = text.slice(at, at + 2);
  if (DOUBLED.has(two)) return two === ',,' && classAfter(text, at + 2) < LETTER_NEAR ? null : two;
  return CLOSERS.has(one) || ONLY_CLOSE.includes(one) ? one : null;
}

function markAt(text: string, start: number, sign: string): Mark {
  const end = start + sign.length;
  const before = classBefore(text, start);
  const after = classAfter(text, end);
  const wordBefore = isSpacedWord(before);
  const wordAfter = isSpacedWord(after);
  return {
    sign,
    start,
    end,
    openish: !wordBefore && after !== SPACE && mayPrecedeOpening(text, start, before),
    closish: before !== SPACE && !wordAfter,
    inside: wordBefore && wordAfter,
    lineStart: start === 0 || text.charAt(start - 1) === '\n',
  };
}

/** Scripts written without spaces set no space before a mark either: `他说"好"`. */
function isSpacedWord(kind: number): boolean {
  return kind >= LETTER_NEAR && kind < UNSPACED_LETTER;
}

/** Space, an opening bracket, a dash, or another mark may stand before a mark that opens; a comma or full stop may not. */
function mayPrecedeOpening(text: string, at: number, before: number): boolean {
  return before === SPACE || !'.,;:!?…)]}%'.includes(text.charAt(at - 1));
}
