/**
 * A reading with its context, made safe and short, for every report that shows words in their place.
 *
 * Context comes with or without the space next to the words: a reading made from tokens has none. Where two words would
 * meet without one, it is put back; in scripts written without spaces it is not.
 */
import type { Reading } from '../judge/finding.ts';
import { shown } from './escape.ts';
import { clip, clipStart } from './wording/say.ts';

/** Words with what stands before and after; joined as they are they read as the text does. */
export interface InContext {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Code points to show at most: on each side, and of the words. */
export interface Limits {
  readonly context: number;
  readonly words: number;
}

/** The space that is missing between two stretches. */
function gap(left: string, right: string): '' | ' ' {
  if (!/[\p{L}\p{M}\p{N}.,;:!?…)\]”»]$/u.test(left) || !/^[\p{L}\p{N}([“«]/u.test(right)) return '';
  return isUnspaced(left.slice(-1)) || isUnspaced(right.slice(0, 1)) ? '' : ' ';
}

/** No script below U+0E00 is written without spaces. */
function isUnspaced(letter: string): boolean {
  return (
    letter >= '\u0e00' &&
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
      letter,
    )
  );
}

/** Soft hyphens of a typeset page are of no use in context; in the words themselves they are shown. */
function around(text: string): string {
  return shown(text.replaceAll('\u00AD', ''));
}

/** What a reader needs to recognise the spot: the words, and a few around them. */
export function inContext(reading: Reading, limits: Limits): InContext {
  const left = clipStart(around(reading.before.slice(-limits.context * 8)).trimStart(), limits.context);
  const right = clip(around(reading.after.slice(0, limits.context * 8)).trimEnd(), limits.context);
  const words = clip(shown(reading.text.slice(0, limits.words * 8)).trim(), limits.words);
  if (words === '') return { before: `${left}${gap(left, right)}`, words, after: right };
  return { before: `${left}${gap(left, words)}`, words, after: `${gap(words, right)}${right}` };
}
