/**
 * A shortest edit script between two stretches of integers (Myers, "An O(ND) difference algorithm and its variations", 1986).
 *
 * For each number of edits it keeps how far every diagonal was followed, in one array, and walks back through them at the
 * end. It gives up after a number of edits, so that its cost is bounded by the square of that number, whatever the texts.
 * Among equally short scripts it takes the one that removes as early as it can, so that what was left out stands before
 * what was put in its place.
 */
import type { Window } from './segments.ts';

/** A diagonal that was not reached, or has left the window. */
const NOWHERE = -2;

/** The number of edits of the script, and the agreeing runs it keeps, from the last to the first. */
export interface Script {
  readonly edits: number;
  readonly runs: readonly { readonly s: number; readonly c: number; readonly length: number }[];
}

/** A shortest script for `window`, or `null` when it takes more than `most` edits. */
export function shortestScript(sealed: Int32Array, copy: Int32Array, window: Window, most: number): Script | null {
  const { s0, c0 } = window;
  const sLength = window.s1 - s0;
  const cLength = window.c1 - c0;
  let lowest = -most;
  let highest = most;
  const rounds: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    const ends = new Int32Array(edits + 1).fill(NOWHERE);
    rounds.push(ends);
    const last = Math.min(highest, edits);
    // Diagonals have the parity of the number of edits.
    const first = Math.max(lowest, -edits);
    for (let diagonal = first + ((first + edits) & 1); diagonal <= last; diagonal += 2) {
      let { s } = entry(rounds, diagonal, edits);
      let c = s - diagonal;
      while (s < sLength && c < cLength && sealed[s0 + s] === copy[c0 + c]) {
        s++;
        c++;
      }
      ends[(diagonal + edits) >> 1] = s;
      if (s >= sLength && c >= cLength) return { edits, runs: walkBack(rounds, window) };
      // A diagonal that has left the window is not entered again, and so leads nowhere.
      if (s >= sLength) highest = Math.min(highest, diagonal - 1);
      if (c >= cLength) lowest = Math.max(lowest, diagonal + 1);
    }
  }
  return null;
}

/** How far a diagonal was followed with this many edits. */
function endOf(rounds: readonly Int32Array[], diagonal: number, edits: number): number {
  return rounds[edits]?.[(diagonal + edits) >> 1] ?? NOWHERE;
}

/** Where a diagonal is entered, in sealed tokens, and by which step: -1 from the one before it, by removing; 1 by adding. */
interface Entry {
  readonly s: number;
  readonly step: -1 | 1;
}

/** Enters `diagonal` from that of its neighbours which leads further; where they are level, by removing. */
function entry(rounds: readonly Int32Array[], diagonal: number, edits: number): Entry {
  if (edits === 0) return { s: 0, step: -1 };
  const removing = endOf(rounds, diagonal - 1, edits - 1);
  const adding = endOf(rounds, diagonal + 1, edits - 1);
  return adding > removing ? { s: adding, step: 1 } : { s: removing + 1, step: -1 };
}

/** The runs of the script that reaches the end of the window in the last round. */
function walkBack(rounds: readonly Int32Array[], { s0, s1, c0, c1 }: Window): Script['runs'] {
  const runs: { s: number; c: number; length: number }[] = [];
  let diagonal = s1 - s0 - (c1 - c0);
  for (let edits = rounds.length - 1; edits >= 0; edits--) {
    const { s, step } = entry(rounds, diagonal, edits);
    const length = endOf(rounds, diagonal, edits) - s;
    if (length > 0) runs.push({ s: s0 + s, c: c0 + s - diagonal, length });
    diagonal += step;
  }
  return runs;
}
