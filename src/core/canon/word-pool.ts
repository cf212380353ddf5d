/**
 * Slices words out of texts so that equal words are nearly always one and the same string.
 *
 * A text of a million words has some thirty thousand different ones. One string for each keeps memory small, and makes every
 * later look-up by word quick: the engine keeps a string's hash with the string. The pool is a cache of fixed size, one
 * word a slot, so no text makes it grow; a word that is not in it is simply sliced.
 */

const SLOTS = 1 << 15;
const MULTIPLIER = 0x9e3779b1;
/** Words longer than this are rare, and hardly ever come again. */
const LONGEST = 40;
/** Engines keep a slice from this length on as a view of the whole text; one left in the pool would hold the text. */
const VIEW_LENGTH = 13;

const pool: string[] = new Array<string>(SLOTS).fill('');

/** `text` from `start` to `end`. */
export function sliceWord(text: string, start: number, end: number): string {
  const length = end - start;
  if (length > LONGEST) return text.slice(start, end);
  let hash = length;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), MULTIPLIER);
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const known = pool[slot]!;
  if (known.length === length && isAt(text, start, known)) return known;
  const word = length < VIEW_LENGTH ? text.slice(start, end) : ` ${text.slice(start, end)}`.slice(1);
  pool[slot] = word;
  return word;
}

function isAt(text: string, start: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (text.charCodeAt(start + i) !== word.charCodeAt(i)) return false;
  return true;
}
