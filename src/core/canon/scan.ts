/**
 * The rules of `verbatim-text/1`: which stretches of a text are its tokens.
 *
 * The given text is dropped, expanded and composed first (`prepare`); then one pass reads it code point by code point. A
 * word is read as far as it goes, taking in the signs that join it; whatever is met outside a word is a token of its own.
 * So no place is looked at more than a few times, and hostile text costs what other text costs.
 *
 *     He said: “don’t – ﬁx it…”   →   He said : " don't — fix it … "
 *
 * What is found are spans in typed arrays. Whoever needs strings makes them from the spans (`tokenise`), and whoever needs
 * numbers does without strings (`token-row.ts`).
 */
import {
  APOSTROPHE,
  CLASSES,
  DASH,
  DIGIT,
  DOT,
  ELLIPSIS,
  HYPHEN,
  JOINER,
  LETTER_NEAR,
  MARK,
  MARK_INHERITING,
  MINUS,
  NUMBER_JOINER,
  QUOTATION,
  SPACE,
  UNSPACED_DIGIT,
  UNSPACED_LETTER,
  WORD_JOINER,
} from './classes.ts';
import { kindAt, kindBefore, unitsAt } from './code-units.ts';
import { APOSTROPHE_TOKEN, HYPHEN_TOKEN } from './fold.ts';
import { prepare } from './prepare.ts';
import { FORM, type Form, type Spans, spans } from './spans.ts';

/** What the signs that join words become. No rule looks back at them. */
const FOLDED_APOSTROPHE = APOSTROPHE_TOKEN.charCodeAt(0);
const FOLDED_HYPHEN = HYPHEN_TOKEN.charCodeAt(0);

/**
 * The tokens of one block, as spans of the text that `prepare` makes of it. They are valid until the next text is scanned.
 */
export function scan(text: string): Spans {
  const prepared = prepare(text);
  spans.begin(prepared);
  const { units } = prepared;
  const { length } = prepared.text;
  for (let at = 0; at < length; ) {
    const kind = kindAt(units, at);
    if (kind === SPACE) at++;
    else if (kind < LETTER_NEAR) at = readSign(units, at, kind, length);
    else at = kind < UNSPACED_LETTER ? readWord(units, at) : readUnspaced(units, at);
  }
  return spans;
}

/** Reads a word from `start`, and gives the offset behind it. The space behind the text ends it at the latest. */
function readWord(units: Uint16Array, start: number): number {
  let end = start;
  let form: Form = FORM.word;
  for (;;) {
    end = wordCharactersEnd(units, end);
    const kind = kindAt(units, end);
    if (!joins(units, end, kind)) return spans.push(form, start, end);
    if (kind <= DASH) {
      units[end] = kind === APOSTROPHE ? FOLDED_APOSTROPHE : FOLDED_HYPHEN;
      form = FORM.foldedWord;
    }
    end++;
  }
}

/**
 * The end of the run of spaced word characters, ZWNJ and ZWJ at `start`. A joiner that is left here is always inside a word.
 * Most of a text's letters are read here, so each is looked up only once.
 */
function wordCharactersEnd(units: Uint16Array, start: number): number {
  for (let at = start; ; at++) {
    const code = units[at]!;
    let kind = CLASSES[code]!;
    const isHigh = (code & 0xfc00) === 0xd800;
    if (isHigh) kind = kindAt(units, at);
    if (!isSpaced(kind) && kind !== JOINER) return at;
    if (isHigh) at++;
  }
}

/** Whether it is a word character of a script that is written with spaces. */
function isSpaced(kind: number): boolean {
  return kind >= LETTER_NEAR && kind < UNSPACED_LETTER;
}

/** Whether the sign at `at`, directly behind a word character, joins it to the next. */
function joins(units: Uint16Array, at: number, kind: number): boolean {
  if (kind === APOSTROPHE || kind === HYPHEN || kind === WORD_JOINER) return isSpaced(kindAt(units, at + 1));
  if (kind !== DASH && kind !== DOT && kind !== NUMBER_JOINER) return false;
  return kindAt(units, at + 1) === DIGIT && kindBefore(units, at) === DIGIT;
}

/** A letter or number of a script without spaces, with its marks. */
function readUnspaced(units: Uint16Array, start: number): number {
  let end = start + unitsAt(units, start);
  while (staysWith(kindAt(units, end))) end += unitsAt(units, end);
  return spans.push(FORM.word, start, end);
}

function staysWith(kind: number): boolean {
  return (kind >= MARK_INHERITING && kind <= MARK) || kind === JOINER;
}

/** Reads one sign, or one run of signs that is one token, outside a word. */
function readSign(units: Uint16Array, at: number, kind: number, length: number): number {
  if (kind === QUOTATION) return spans.push(FORM.quote, at, at + 1);
  if (kind === APOSTROPHE) return spans.push(isBetweenWords(units, at) ? FORM.apostrophe : FORM.quote, at, at + 1);
  if (kind === HYPHEN || kind === DASH || kind === MINUS) return readHyphen(units, at, kind);
  if (kind === DOT || kind === ELLIPSIS) return readDots(units, at, length);
  return spans.push(FORM.word, at, at + unitsAt(units, at));
}

/** Outside a word this holds where a letter of a script without spaces stands on one side or both. */
function isBetweenWords(units: Uint16Array, at: number): boolean {
  return kindBefore(units, at) >= LETTER_NEAR && kindAt(units, at + 1) >= LETTER_NEAR;
}

function readHyphen(units: Uint16Array, at: number, kind: number): number {
  const before = kindBefore(units, at);
  const after = kindAt(units, at + 1);
  if (isHyphenLike(after) || isHyphenLike(before)) return readHyphenRun(units, at, kind);
  const beforeDigit = isDigit(after);
  const negative = beforeDigit && before < LETTER_NEAR;
  const joined = kind === HYPHEN ? isBetweenWords(units, at) : kind === DASH && beforeDigit && isDigit(before);
  if (negative || joined) return spans.push(FORM.hyphen, at, at + 1);
  return spans.push(kind === MINUS ? FORM.word : FORM.dash, at, at + 1);
}

/** Several adjacent signs: each − is itself, each run of hyphens and dashes is one dash. */
function readHyphenRun(units: Uint16Array, at: number, kind: number): number {
  if (kind === MINUS) return spans.push(FORM.word, at, at + 1);
  let end = at + 1;
  while (isDashOrHyphen(kindAt(units, end))) end++;
  return spans.push(FORM.dash, at, end);
}

function isDashOrHyphen(kind: number): boolean {
  return kind === HYPHEN || kind === DASH;
}

function isHyphenLike(kind: number): boolean {
  return kind === HYPHEN || kind === DASH || kind === MINUS;
}

function isDigit(kind: number): boolean {
  return kind === DIGIT || kind === UNSPACED_DIGIT;
}

/** Dots that an ellipsis is worth, and that it takes to make one. */
const ELLIPSIS_DOTS = 3;

function readDots(units: Uint16Array, at: number, length: number): number {
  let end = at;
  let worth = 0;
  for (; ; end++) {
    const kind = kindAt(units, end);
    if (!isDot(kind)) break;
    worth += kind === DOT ? 1 : ELLIPSIS_DOTS;
  }
  if (worth >= ELLIPSIS_DOTS) return spans.push(FORM.ellipsis, at, end);
  const spaced = end - at === 1 ? spacedDotsEnd(units, at, length) : 0;
  if (spaced > 0) return spans.push(FORM.ellipsis, at, spaced);
  // Of two dots side by side neither begins a row of spaced ones.
  for (let dot = at; dot < end; dot++) spans.push(FORM.word, dot, dot + 1);
  return end;
}

/** The end of three or more single dots with white space between them, the first of them at `start`, or 0. */
function spacedDotsEnd(units: Uint16Array, start: number, length: number): number {
  let end = start + 1;
  let dots = 1;
  for (;;) {
    let next = end;
    while (next < length && kindAt(units, next) === SPACE) next++;
    if (kindAt(units, next) !== DOT || isDot(kindAt(units, next + 1))) break;
    dots++;
    end = next + 1;
  }
  return dots >= ELLIPSIS_DOTS ? end : 0;
}

function isDot(kind: number): boolean {
  return kind === DOT || kind === ELLIPSIS;
}
