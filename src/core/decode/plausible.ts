/** Whether a text read in a guessed encoding looks like a language, or like another encoding misread. */

/** Above this share of accented letters a text in Latin script is Cyrillic or Greek, misread. Vietnamese comes nearest, with a third. */
const MAX_ACCENTED_SHARE = 0.45;

const SCRIPTS = [/\p{sc=Latin}/u, /\p{sc=Cyrillic}/u, /\p{sc=Greek}/u, /\p{sc=Hebrew}/u, /\p{sc=Arabic}/u];
/** Signs that do stand between two letters: apostrophes, dashes, hyphens, the middle dot of Catalan, marks. */
const JOINER = /[\u2019\u2018\u2013\u2014\u2026\u00b7\u00ad\p{M}\s]/u;
const NEVER = /[\u2500-\u259f\ufffd\u0080-\u0084\u0086-\u009f]/;
const LETTER = /\p{L}/u;

/**
 * The share, from 0 up, of faults among the signs of `text` beyond ASCII: a letter next to one of another script, a capital
 * behind a small letter, a sign between two letters that no spelling has there. More than 1 when the letters themselves are
 * too many for their script.
 */
export function faultShare(text: string): number {
  let [signs, faults, accented] = [0, 0, 0];
  for (const { index, 0: sign } of text.matchAll(/[^\0-\x7f]/gu)) {
    signs++;
    const before = text.charAt(index - 1);
    const after = text.charAt(index + sign.length);
    if (LETTER.test(sign)) {
      if (SCRIPTS[0]!.test(sign)) accented++;
      if (!fitsNeighbour(sign, before) || !fitsNeighbour(sign, after) || isCapitalBehindSmall(before, sign)) faults++;
    } else if (NEVER.test(sign) || (LETTER.test(before) && LETTER.test(after) && !JOINER.test(sign))) faults++;
  }
  return faults / Math.max(1, signs) + (isTooAccented(text, accented) ? 1 : 0);
}

function fitsNeighbour(sign: string, neighbour: string): boolean {
  return !LETTER.test(neighbour) || scriptOf(sign) === scriptOf(neighbour);
}

function scriptOf(letter: string): number {
  return SCRIPTS.findIndex((script) => script.test(letter));
}

function isCapitalBehindSmall(before: string, sign: string): boolean {
  return /\p{Ll}/u.test(before) && /\p{Lu}/u.test(sign);
}

function isTooAccented(text: string, accented: number): boolean {
  if (accented === 0) return false;
  const plain = text.match(/[A-Za-z]/g)?.length ?? 0;
  return accented / (accented + plain) > MAX_ACCENTED_SHARE;
}
