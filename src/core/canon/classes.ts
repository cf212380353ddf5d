/**
 * What each code point is to the canonical form, and cheap questions about tokens.
 *
 * Letters, marks, numbers, white space and ignorables come from the pinned `RUNS`; the signs that are folded come from
 * `FOLDED`. Nothing here asks the engine's own Unicode tables, which differ from one version of Node to the next.
 */
import { FOLDED } from './fold.ts';
import { RUNS } from './unicode-15.ts';

/** Classes of code points. All from `LETTER_NEAR` on are word characters; all from `UNSPACED_LETTER` on stand alone. */
export const SIGN = 0;
export const PUNCTUATION = 1;
export const UNASSIGNED = 2;
export const SPACE = 3;
/** Default_Ignorable: dropped. */
export const IGNORABLE = 4;
/** ZWNJ and ZWJ. */
export const JOINER = 5;
export const APOSTROPHE = 6;
export const QUOTATION = 7;
export const HYPHEN = 8;
export const DASH = 9;
export const MINUS = 10;
export const DOT = 11;
export const ELLIPSIS = 12;
/** `_`, which joins words. */
export const WORD_JOINER = 13;
/** `,` and `:`, which join digits, as the dot does. */
export const NUMBER_JOINER = 14;
/** A letter of the Latin, Greek or Cyrillic script, where ZWNJ and ZWJ mean nothing. */
export const LETTER_NEAR = 16;
export const LETTER = 17;
/** A mark of no script of its own: it takes that of its base (UAX #24). */
export const MARK_INHERITING = 18;
export const MARK_NEAR = 19;
export const MARK = 20;
export const NUMBER = 21;
export const DIGIT = 22;
/** Letters and numbers of scripts written without spaces. */
export const UNSPACED_LETTER = 24;
export const UNSPACED_NUMBER = 25;
export const UNSPACED_DIGIT = 26;

/** The classes in the order of the capitals A to P in `RUNS`. */
const OF_CAPITAL = [
  SIGN,
  PUNCTUATION,
  UNASSIGNED,
  SPACE,
  IGNORABLE,
  JOINER,
  LETTER_NEAR,
  LETTER,
  UNSPACED_LETTER,
  MARK_INHERITING,
  MARK_NEAR,
  MARK,
  NUMBER,
  UNSPACED_NUMBER,
  DIGIT,
  UNSPACED_DIGIT,
];

const CLASS_OF_SIGN = {
  apostrophe: APOSTROPHE,
  quotation: QUOTATION,
  hyphen: HYPHEN,
  dash: DASH,
  minus: MINUS,
  dot: DOT,
  ellipsis: ELLIPSIS,
  wordJoiner: WORD_JOINER,
  numberJoiner: NUMBER_JOINER,
} as const satisfies Record<keyof typeof FOLDED, number>;

/** The class of each code point. */
export const CLASSES: Uint8Array = buildClasses();

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x110000);
  let at = 0;
  let length = 0;
  for (let i = 0; i < RUNS.length; i++) {
    const code = RUNS.charCodeAt(i);
    if (code >= 0x61) length = length * 36 + code - 0x57;
    else if (code < 0x41) length = length * 36 + code - 0x30;
    else {
      classes.fill(OF_CAPITAL[code - 0x41]!, at, at + length);
      at += length;
      length = 0;
    }
  }
  markSigns(classes);
  return classes;
}

function markSigns(classes: Uint8Array): void {
  for (const [name, kind] of Object.entries(CLASS_OF_SIGN)) {
    for (const sign of FOLDED[name as keyof typeof FOLDED]) classes[sign.charCodeAt(0)] = kind;
  }
}

/** The class of the code point that begins at `at`; half a surrogate pair is a sign. `at` must lie in the text. */
export function classAt(text: string, at: number): number {
  return CLASSES[text.codePointAt(at)!]!;
}

/** The class of the code point that ends before `at`, or `SPACE` at the beginning. */
export function classBefore(text: string, at: number): number {
  if (at === 0) return SPACE;
  return classAt(text, widthAt(text, at - 2) === 2 ? at - 2 : at - 1);
}

/** The class of the code point that begins at `at`, or `SPACE` at the end. */
export function classAfter(text: string, at: number): number {
  return at < text.length ? classAt(text, at) : SPACE;
}

/** How many code units the code point at `at` takes; outside the text it is 1. */
export function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Whether a token of the form is a word: it begins with a letter, a mark or a number. */
export function isWord(token: string): boolean {
  return classAfter(token, 0) >= LETTER_NEAR;
}

/** Signs that are punctuation to Unicode and words to a reader: `20 %` says something else than `20`. */
const COUNTED_AS_WORDS = '%‰&@#*§-';

/**
 * Whether a token of the form is punctuation: general category P, except `% ‰ & @ # * §` and the token `-`, which is a
 * minus before a number. These and all symbols count as words.
 */
export function isPunctuation(token: string): boolean {
  if (COUNTED_AS_WORDS.includes(token)) return false;
  const kind = classAfter(token, 0);
  return kind === PUNCTUATION || (kind >= APOSTROPHE && kind <= NUMBER_JOINER && kind !== MINUS);
}

/** Whether the form drops this code point wherever it stands. ZWNJ and ZWJ are not among these: they may be kept. */
export function isIgnorable(codePoint: number): boolean {
  return CLASSES[codePoint] === IGNORABLE;
}
