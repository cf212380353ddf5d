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

/** What the rounds leave behind: `ends` is reused by later calls. */
let ends = new Int32Array(1 << 10);

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
  for (let edits = 0; edits <= most; edits++) {
    const row = rowOf(edits);
    if (row + edits >= ends.length) grow(row + edits);
    for (let k = 0; k <= edits; k++) ends[row + k] = NOWHERE;
    const last = Math.min(highest, edits);
    // Diagonals have the parity of the number of edits.
    const first = Math.max(lowest, -edits);
    for (let diagonal = first + ((first + edits) & 1); diagonal <= last; diagonal += 2) {
      const way = entry(diagonal, edits, window);
      if (way === NOT && edits > 0) continue;
      let s = startOn(diagonal, edits, way);
      let c = s - diagonal;
      while (s < sLength && c < cLength && sealed[s0 + s] === copy[c0 + c]) {
        s++;
        c++;
      }
      ends[row + ((diagonal + edits) >> 1)] = s;
      if (s >= sLength && c >= cLength) return { edits, runs: walkBack(window, edits) };
      if (s >= sLength) highest = Math.min(highest, diagonal - 1);
      if (c >= cLength) lowest = Math.max(lowest, diagonal + 1);
    }
  }
  return null;
}

/** Where the row of `edits` begins in `ends`; it has one entry for each of its diagonals. */
function rowOf(edits: number): number {
  return (edits * (edits + 1)) / 2;
}

/** How far a diagonal was followed with this many edits. */
function endOf(diagonal: number, edits: number): number {
  return diagonal < -edits || diagonal > edits ? NOWHERE : ends[rowOf(edits) + ((diagonal + edits) >> 1)]!;
}

/** How a diagonal is entered. */
const NOT = 0;
const BY_REMOVING = 1;
const BY_ADDING = 2;

/** From which of its neighbours `diagonal` is entered: the one that leads further, and where they are level by removing. */
function entry(diagonal: number, edits: number, { s0, s1, c0, c1 }: Window): number {
  const removing = endOf(diagonal - 1, edits - 1);
  const adding = endOf(diagonal + 1, edits - 1);
  const canRemove = removing !== NOWHERE && removing < s1 - s0;
  const addedTo = adding - diagonal - 1;
  const canAdd = adding !== NOWHERE && addedTo >= 0 && addedTo < c1 - c0;
  if (canAdd && (!canRemove || removing < adding)) return BY_ADDING;
  return canRemove ? BY_REMOVING : NOT;
}

/** Where a diagonal begins that is entered in this way, in sealed tokens. */
function startOn(diagonal: number, edits: number, way: number): number {
  if (edits === 0) return 0;
  return way === BY_ADDING ? endOf(diagonal + 1, edits - 1) : endOf(diagonal - 1, edits - 1) + 1;
}

/** The runs of the script that reaches the end of the window with this many edits. */
function walkBack(window: Window, most: number): Script['runs'] {
  const { s0, s1, c0, c1 } = window;
  const runs: { s: number; c: number; length: number }[] = [];
  let diagonal = s1 - s0 - (c1 - c0);
  for (let edits = most; edits >= 0; edits--) {
    const way = entry(diagonal, edits, window);
    const start = startOn(diagonal, edits, way);
    const length = endOf(diagonal, edits) - start;
    if (length > 0) runs.push({ s: s0 + start, c: c0 + start - diagonal, length });
    diagonal += way === BY_ADDING ? 1 : -1;
  }
  return runs;
}

function grow(least: number): void {
  const longer = new Int32Array(Math.max(2 * ends.length, least + 1));
  longer.set(ends);
  ends = longer;
}
