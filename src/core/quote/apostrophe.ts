/**
 * Tells apostrophes from quotation marks.
 *
 * `‘the workers’ union is strong,’ he said` holds three single signs, and the middle one is an apostrophe; so are those in
 * `the ’80s`, `rock ’n’ roll`, `'t Hooft`. Taken for marks they end a quotation after two words, or open one that swallows
 * the article.
 */
import type { Mark } from './marks.ts';

/** Words that begin with an apostrophe, without it, in lower case. */
const ELIDED = new Set(
  'em tis twas twere til till cause cos bout round neath n nuff ere gainst mid tween s t d k m r un ne er nen nem ner'.split(
    ' ',
  ),
);

const WORD = /[\p{L}\p{M}]{1,8}(?![\p{L}\p{M}])/uy;
const YEAR = /\d\ds?(?!\w)/y;

/** Whether the sign before `at` opens a shortened word (`’em`, `’80s`) and not a quotation. */
export function elides(text: string, at: number): boolean {
  YEAR.lastIndex = at;
  if (YEAR.test(text)) return !isClosed(text, YEAR.lastIndex);
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  if (word === undefined || !ELIDED.has(word.toLowerCase())) return false;
  return word === 'n' || !isClosed(text, at + word.length);
}

function isClosed(text: string, at: number): boolean {
  return /['’]/.test(text.charAt(at));
}

/**
 * For each mark, whether a single closing sign that cannot be an apostrophe (a sign stands beside it) follows before the
 * next single mark that opens. One pass from the end.
 */
export function sureClosersAhead(text: string, marks: readonly Mark[]): Uint8Array {
  const ahead = new Uint8Array(marks.length);
  let sure = 0;
  for (let i = marks.length - 1; i >= 0; i--) {
    ahead[i] = sure;
    const mark = marks[i]!;
    if (mark.sign === '‘' || (mark.sign === "'" && mark.openish && !mark.closish)) sure = 0;
    else if ("'’".includes(mark.sign) && mark.closish && standsByASign(text, mark)) sure = 1;
  }
  return ahead;
}

const BESIDE = /[.,;:!?…)\]\p{Pd}”"»]/u;

function standsByASign(text: string, mark: Mark): boolean {
  const after = text.charAt(mark.end);
  return after === '' || BESIDE.test(after) || BESIDE.test(text.charAt(mark.start - 1));
}

const POSSESSIVE = /[snSN]/;

/** Whether a single sign where a quotation could close is more likely the apostrophe of `workers’` or `dancin’`. */
export function isPossessive(text: string, mark: Mark, sureAhead: boolean): boolean {
  return sureAhead && POSSESSIVE.test(text.charAt(mark.start - 1)) && !standsByASign(text, mark);
}
