/**
 * The code units of the text that is being tokenised, in a buffer that all texts share.
 *
 * Every code unit is looked at several times, and a number in a typed array is read several times faster than a character of
 * a string that may be a view of another one. Tokenising never waits, so no two texts are ever held at once.
 */
import { CLASSES, SIGN, SPACE } from './classes.ts';

const FIRST_CAPACITY = 4_096;
/** A buffer that one enormous block has made larger than this is let go again. */
const KEPT_CAPACITY = 1 << 18;
/** Stands behind the last code unit, so that looking one further never needs a bound. */
const END = 0x20;

let buffer = new Uint16Array(FIRST_CAPACITY);

/** A buffer with room for `length` code units and the space behind them. What it held before is gone. */
export function bufferFor(length: number): Uint16Array {
  if (length >= buffer.length || (buffer.length > KEPT_CAPACITY && length < FIRST_CAPACITY)) {
    buffer = new Uint16Array(Math.max(FIRST_CAPACITY, length + 1 + (length >> 1)));
  }
  buffer[length] = END;
  return buffer;
}

/** The class of the code point that begins at `at`; half a surrogate pair is a sign. */
export function kindAt(units: Uint16Array, at: number): number {
  const code = units[at]!;
  return (code & 0xfc00) === 0xd800 ? CLASSES[codePointAt(units, at)]! : CLASSES[code]!;
}

/** The class of the code point that ends before `at`, or that of a space at the beginning. */
export function kindBefore(units: Uint16Array, at: number): number {
  if (at === 0) return SPACE;
  const code = units[at - 1]!;
  if ((code & 0xfc00) !== 0xdc00 || at === 1) return CLASSES[code]!;
  const whole = codePointAt(units, at - 2);
  return whole > 0xffff ? CLASSES[whole]! : SIGN;
}

/** How many code units the code point at `at` takes. */
export function unitsAt(units: Uint16Array, at: number): number {
  return (units[at]! & 0xfc00) === 0xd800 && codePointAt(units, at) > 0xffff ? 2 : 1;
}

/** The code point that begins at `at`, where a first half of a surrogate pair may stand. */
export function codePointAt(units: Uint16Array, at: number): number {
  const code = units[at]!;
  const low = units[at + 1]!;
  const isPair = (code & 0xfc00) === 0xd800 && (low & 0xfc00) === 0xdc00;
  return isPair ? ((code & 0x3ff) << 10) + (low & 0x3ff) + 0x10000 : code;
}
