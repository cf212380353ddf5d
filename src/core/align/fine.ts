/**
 * The fine comparison of what is left between anchors: a shortest edit script where that is cheap, and a greedy walk that
 * looks for the next place to agree where it is not (long litanies with many edits). Both are bounded by counting steps,
 * never by the clock, so the outcome depends on the texts alone.
 */
import type { Window } from './segments.ts';
import { shortestScript } from './shortest.ts';

/** Steps all shortest edit scripts of one collation may take together; a script of d edits takes about d² of them. */
const STEP_BUDGET = 40_000_000;
const LEAST_EDITS = 24;
const MOST_EDITS = 2_000;
/** How far the greedy walk looks ahead, and how many tokens must agree for it to go on. */
const LOOK_AHEAD = 48;
const AGREE = 3;

export class FineComparison {
  #steps: number;
  /** Whether some window was compared by the greedy walk, so that its script may not be the shortest. */
  bounded = false;

  constructor(
    readonly sealed: Int32Array,
    readonly copy: Int32Array,
    readonly match: (s: number, c: number, length: number) => void,
    steps = STEP_BUDGET,
  ) {
    this.#steps = steps;
  }

  /** Matches what the shortest script keeps in `window`. */
  compare(window: Window): void {
    const most = Math.max(LEAST_EDITS, Math.min(MOST_EDITS, Math.floor(Math.sqrt(this.#steps / 4))));
    const script = shortestScript(this.sealed, this.copy, window, most);
    const edits = script?.edits ?? most;
    this.#steps = Math.max(0, this.#steps - edits * edits);
    if (script !== null) {
      for (const { s, c, length } of script.runs) this.match(s, c, length);
      return;
    }
    this.bounded = true;
    this.#walk(window);
  }

  #walk({ s0, s1, c0, c1 }: Window): void {
    let s = s0;
    let c = c0;
    while (s < s1 && c < c1) {
      if (this.sealed[s] === this.copy[c]) {
        this.match(s++, c++, 1);
        continue;
      }
      const [ds, dc] = this.#nextAgreement(s, s1, c, c1);
      s += ds;
      c += dc;
    }
  }

  /** The nearest offsets at which a few tokens agree again; one token of each is given up where there are none. */
  #nextAgreement(s: number, s1: number, c: number, c1: number): readonly [number, number] {
    for (let sum = 1; sum <= LOOK_AHEAD; sum++) {
      for (let ds = 0; ds <= sum; ds++) if (this.#agrees(s + ds, s1, c + sum - ds, c1)) return [ds, sum - ds];
    }
    return [1, 1];
  }

  #agrees(s: number, s1: number, c: number, c1: number): boolean {
    if (s + AGREE > s1 || c + AGREE > c1) return false;
    for (let k = 0; k < AGREE; k++) if (this.sealed[s + k] !== this.copy[c + k]) return false;
    return true;
  }
}
