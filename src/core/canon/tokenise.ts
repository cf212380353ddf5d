/**
 * From the text of one block to the tokens of `verbatim-text/1`, each with its span in the given text.
 *
 * The given text is dropped, expanded and composed first (`prepare`); then one pass reads it code point by code point. A
 * word is read as far as it goes, taking in the signs that join it; whatever is met outside a word is a token of its own.
 * So no place is looked at more than a few times, and hostile text costs what other text costs.
 *
 *     He said: “don’t – ﬁx it…”   →   He said : " don't — fix it … "
 */
import {
  APOSTROPHE,
  CLASSES,
  classAfter,
  classAt,
  classBefore,
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
  widthAt,
} from './classes.ts';
import { APOSTROPHE_TOKEN, DASH_TOKEN, ELLIPSIS_TOKEN, FOLDED, HYPHEN_TOKEN, QUOTE_TOKEN } from './fold.ts';
import { mapBack } from './offset-map.ts';
import { prepare } from './prepare.ts';
import { TokenList } from './token-list.ts';
import { sliceWord } from './word-pool.ts';

/** Tokens of one block, with half-open spans in UTF-16 code units of the text they were taken from. */
export interface Tokens {
  /** The canonical text of each token. */
  readonly text: readonly string[];
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

/**
 * The tokens of one block. Any string is accepted; half a surrogate pair is a sign like another here, and is refused where
 * tokens are digested. Spans ascend and do not overlap, except that the tokens of one code point or cluster that becomes
 * several (ﷺ) all have its span.
 */
export function tokenise(text: string): Tokens {
  const prepared = prepare(text);
  const tokens = scan(prepared.text);
  for (const map of prepared.maps) mapBack(map, tokens.start, tokens.end);
  return tokens;
}

function scan(text: string): Tokens {
  const out = new TokenList();
  let at = 0;
  while (at < text.length) {
    const kind = classAt(text, at);
    if (kind === SPACE) at++;
    else if (kind < LETTER_NEAR) at = readSign(text, at, kind, out);
    else at = kind < UNSPACED_LETTER ? readWord(text, at, out) : readUnspaced(text, at, out);
  }
  return out.build();
}

/** Reads a word from `start`, and gives the offset behind it. */
function readWord(text: string, start: number, out: TokenList): number {
  let end = start;
  let folded = false;
  for (;;) {
    end = wordCharactersEnd(text, end);
    if (end >= text.length) break;
    const kind = classAt(text, end);
    if (kind < APOSTROPHE || kind > NUMBER_JOINER || !joins(text, end, kind)) break;
    if (kind <= DASH) folded = true;
    end++;
  }
  const word = sliceWord(text, start, end);
  out.push(folded ? foldJoiners(word) : word, start, end);
  return end;
}

/** The end of the run of spaced word characters, ZWNJ and ZWJ at `at`. A joiner that is left here is always inside a word. */
function wordCharactersEnd(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    let kind = CLASSES[code]!;
    if ((code & 0xfc00) === 0xd800) {
      kind = classAt(text, at);
      if (kind >= LETTER_NEAR && kind < UNSPACED_LETTER) at++;
    }
    if ((kind < LETTER_NEAR || kind >= UNSPACED_LETTER) && kind !== JOINER) break;
  }
  return at;
}

/** Whether the sign at `at`, directly behind a word character, joins it to the next. */
function joins(text: string, at: number, kind: number): boolean {
  const after = classAfter(text, at + 1);
  if (kind === APOSTROPHE || kind === HYPHEN || kind === WORD_JOINER)
    return after >= LETTER_NEAR && after < UNSPACED_LETTER;
  if (kind !== DASH && kind !== DOT && kind !== NUMBER_JOINER) return false;
  return after === DIGIT && classBefore(text, at) === DIGIT;
}

const APOSTROPHES = new RegExp(`[${FOLDED.apostrophe}]`, 'g');
const HYPHENS = new RegExp(`[${FOLDED.hyphen.slice(1)}${FOLDED.dash}]`, 'g');

function foldJoiners(word: string): string {
  return word.replace(APOSTROPHES, APOSTROPHE_TOKEN).replace(HYPHENS, HYPHEN_TOKEN);
}

/** A letter or number of a script without spaces, with its marks. */
function readUnspaced(text: string, start: number, out: TokenList): number {
  let end = start + widthAt(text, start);
  while (end < text.length && staysWith(classAt(text, end))) end += widthAt(text, end);
  out.push(sliceWord(text, start, end), start, end);
  return end;
}

function staysWith(kind: number): boolean {
  return (kind >= MARK_INHERITING && kind <= MARK) || kind === JOINER;
}

/** Reads one sign, or one run of signs that is one token, outside a word. */
function readSign(text: string, at: number, kind: number, out: TokenList): number {
  if (kind === QUOTATION) return out.push(QUOTE_TOKEN, at, at + 1);
  if (kind === APOSTROPHE) return out.push(isBetweenWords(text, at) ? APOSTROPHE_TOKEN : QUOTE_TOKEN, at, at + 1);
  if (kind === HYPHEN || kind === DASH || kind === MINUS) return readHyphen(text, at, kind, out);
  if (kind === DOT || kind === ELLIPSIS) return readDots(text, at, out);
  const end = at + widthAt(text, at);
  return out.push(sliceWord(text, at, end), at, end);
}

/** Outside a word this holds where a letter of a script without spaces stands on one side or both. */
function isBetweenWords(text: string, at: number): boolean {
  return classBefore(text, at) >= LETTER_NEAR && classAfter(text, at + 1) >= LETTER_NEAR;
}

function readHyphen(text: string, at: number, kind: number, out: TokenList): number {
  if (isHyphenLike(classAfter(text, at + 1)) || isHyphenLike(classBefore(text, at)))
    return readHyphenRun(text, at, kind, out);
  const before = classBefore(text, at);
  const beforeDigit = isDigit(classAfter(text, at + 1));
  const negative = beforeDigit && before < LETTER_NEAR;
  const joined = kind === HYPHEN ? isBetweenWords(text, at) : kind === DASH && beforeDigit && isDigit(before);
  if (negative || joined) return out.push(HYPHEN_TOKEN, at, at + 1);
  return out.push(kind === MINUS ? text.charAt(at) : DASH_TOKEN, at, at + 1);
}

/** Several adjacent signs: each − is itself, each run of hyphens and dashes is one dash. */
function readHyphenRun(text: string, at: number, kind: number, out: TokenList): number {
  if (kind === MINUS) return out.push(text.charAt(at), at, at + 1);
  let end = at + 1;
  while (end < text.length && isDashOrHyphen(classAt(text, end))) end++;
  return out.push(DASH_TOKEN, at, end);
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

function readDots(text: string, at: number, out: TokenList): number {
  let end = at;
  let worth = 0;
  for (; end < text.length; end++) {
    const kind = classAt(text, end);
    if (kind !== DOT && kind !== ELLIPSIS) break;
    worth += kind === DOT ? 1 : ELLIPSIS_DOTS;
  }
  if (worth >= ELLIPSIS_DOTS) return out.push(ELLIPSIS_TOKEN, at, end);
  const spaced = end - at === 1 ? spacedDotsEnd(text, at) : 0;
  return spaced > 0 ? out.push(ELLIPSIS_TOKEN, at, spaced) : out.push('.', at, at + 1);
}

/** The end of three or more single dots with white space between them that begin at `start`, or 0. */
function spacedDotsEnd(text: string, start: number): number {
  let end = start + 1;
  let dots = 1;
  for (;;) {
    let next = end;
    while (classAfter(text, next) === SPACE && next < text.length) next++;
    if (next === end || classAfter(text, next) !== DOT || isDot(classAfter(text, next + 1))) break;
    dots++;
    end = next + 1;
  }
  return dots >= ELLIPSIS_DOTS ? end : 0;
}

function isDot(kind: number): boolean {
  return kind === DOT || kind === ELLIPSIS;
}
