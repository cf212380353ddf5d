/**
 * Whether what a list puts before its items only counts, or says something.
 *
 * `1.`, `(a)`, `§ 3` and a bullet are furniture; `Never. %1` and `Question 1:` are words that a reader sees before the speaker's,
 * and they stand in no paragraph of the file.
 */
import { isSymbolFont } from './symbols.ts';

/** What Word and others put as a bullet from a font of letters. */
const LETTER_BULLET = /^\s*o?\s*$/;
const WORD = /[\p{L}\p{N}]/u;

/** Whether the fixed part of a number's pattern, without the places of the numbers themselves, has words. */
export function hasWords(pattern: string): boolean {
  return WORD.test(pattern);
}

/** Whether a bullet, set in `font`, is a word. */
export function isWordedBullet(bullet: string, font: string): boolean {
  return !isSymbolFont(font) && !LETTER_BULLET.test(bullet) && WORD.test(bullet);
}
