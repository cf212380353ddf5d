/**
 * The alignment of a copy that leaves nothing out and adds nothing but labels and timestamps at the beginning of its lines.
 *
 * Nearly every faithful copy is of this kind, and one walk beside the sealed text proves it. Whatever else there is, the
 * walk gives up at once and the anchors have their turn.
 */
import type { Pairs } from './tidy.ts';
import type { Unit } from './units.ts';

/** Tokens that may stand before the words of a line: `[ 00:12:33 ] Anna Maria Berg :`. */
const MOST_APPARATUS = 10;

/** The pairs, or `null` when the copy is not of this kind. */
export function alignPlain(sealed: Int32Array, copy: Int32Array, units: readonly Unit[]): Pairs | null {
  if (copy.length < sealed.length) return null;
  const toCopy = new Int32Array(sealed.length);
  const toSealed = new Int32Array(copy.length).fill(-1);
  let s = 0;
  for (const { from, to } of units) {
    const first = firstWord(sealed, copy, s, from, to);
    if (first === -1) return null;
    for (let c = first; c < to; c++) {
      toCopy[s] = c;
      toSealed[c] = s++;
    }
  }
  return s === sealed.length ? { toCopy, toSealed } : null;
}

/** The token of a line from which on it reads as the sealed text does from `s`, or -1. */
function firstWord(sealed: Int32Array, copy: Int32Array, s: number, from: number, to: number): number {
  const last = Math.min(from + MOST_APPARATUS, to - 1);
  for (let first = from; first <= last; first++) {
    let c = first;
    while (c < to && copy[c] === sealed[s + c - first]) c++;
    if (c === to) return first;
  }
  return -1;
}
