/**
 * Aligns a copy with the sealed text.
 *
 * The problem: a shortest edit script costs the product of text and difference, so it is hopeless for a book with a
 * thousand edits; and it reports an answer that moved as a deletion and an insertion. The way out, after Heckel (1978),
 * patience diff and CollateX:
 *
 *   1. anchors: runs of eight tokens that occur once in both texts are certain correspondences;
 *   2. the heaviest ascending chain of them is the text as it stands; anchors beside it are moves or repetitions, and are
 *      taken out before anything finer is tried, so that a moved answer does not fill with chance agreements;
 *   3. the gaps are aligned with shorter anchors, and what is left, word by word.
 *
 * Everything here compares keys (case does not count) and only finds where to look: what differs is said later from the
 * tokens themselves, and whether a copy is verbatim is decided by digests alone.
 */

import { heaviestChain } from './chain.ts';
import { FineComparison } from './fine.ts';
import { type Segment, segmentsIn, type Window } from './segments.ts';

/** A run of agreeing tokens. */
export interface Run {
  readonly s: number;
  readonly c: number;
  readonly length: number;
}

export interface Alignment {
  /** For each sealed token, the copy's token it stands for, or -1. */
  readonly toCopy: Int32Array;
  /** For each token of the copy, the sealed token, or -1. */
  readonly toSealed: Int32Array;
  /** Whether effort was bounded somewhere, so that differences may be shown coarser than they are. */
  readonly bounded: boolean;
}

/** Lengths of anchors, from certain to likely. */
const GRAMS = [8, 5, 3, 1] as const;
/** A copy may give the same words this often (a faithful text, a doctored one, an excerpt as a teaser …). */
const MOST_REPEATS = 4;
/** Windows up to this area are compared word by word at once. */
const SMALL_AREA = 4_096;

/** Aligns two sequences of keys. The cost is proportional to the texts and their number of segments times its logarithm. */
export function align(sealed: Int32Array, copy: Int32Array): Alignment {
  return new Aligner(sealed, copy).run();
}

class Aligner {
  readonly #toCopy: Int32Array;
  readonly #toSealed: Int32Array;
  /** The texts, in which tokens that moved are blanked with numbers that agree with nothing. */
  readonly #s: Int32Array;
  readonly #c: Int32Array;

  constructor(sealed: Int32Array, copy: Int32Array) {
    this.#s = sealed.slice();
    this.#c = copy.slice();
    this.#toCopy = new Int32Array(sealed.length).fill(-1);
    this.#toSealed = new Int32Array(copy.length).fill(-1);
  }

  run(): Alignment {
    const whole = this.#trim({ s0: 0, s1: this.#s.length, c0: 0, c1: this.#c.length });
    const { chain, rest } = heaviestChain(segmentsIn(this.#s, this.#c, whole, GRAMS[0], MOST_REPEATS));
    const windows = this.#matchChain(chain, whole);
    this.#takeOutMoves(rest);
    const fine = new FineComparison(this.#s, this.#c, (s, c, length) => this.#match(s, c, length));
    for (const window of windows) this.#alignWindow(fine, window, 1);
    return { toCopy: this.#toCopy, toSealed: this.#toSealed, bounded: fine.bounded };
  }

  #match(s: number, c: number, length: number): void {
    for (let k = 0; k < length; k++) {
      this.#toCopy[s + k] = c + k;
      this.#toSealed[c + k] = s + k;
    }
  }

  /** Matches the common beginning and end of a window and gives what is left of it. */
  #trim(window: Window): Window {
    let { s0, s1, c0, c1 } = window;
    while (s0 < s1 && c0 < c1 && this.#s[s0] === this.#c[c0]) this.#match(s0++, c0++, 1);
    while (s0 < s1 && c0 < c1 && this.#s[s1 - 1] === this.#c[c1 - 1]) this.#match(--s1, --c1, 1);
    return { s0, s1, c0, c1 };
  }

  #alignWindow(fine: FineComparison, window: Window, level: number): void {
    const area = (window.s1 - window.s0) * (window.c1 - window.c0);
    if (area === 0) return;
    const gram = GRAMS[level];
    if (area <= SMALL_AREA || gram === undefined) {
      fine.compare(window);
      return;
    }
    const { chain } = heaviestChain(segmentsIn(this.#s, this.#c, window, gram, 1));
    for (const inner of this.#matchChain(chain, window)) this.#alignWindow(fine, inner, level + 1);
  }

  /** Matches a chain, as far as the tokens around its anchors agree, and gives the windows between. */
  #matchChain(chain: readonly Segment[], { s0, s1, c0, c1 }: Window): readonly Window[] {
    const windows: Window[] = [];
    let [s, c] = [s0, c0];
    for (const { sFirst, cFirst } of chain) {
      windows.push(this.#trim({ s0: s, s1: sFirst, c0: c, c1: cFirst }));
      [s, c] = [sFirst, cFirst];
    }
    windows.push(this.#trim({ s0: s, s1, c0: c, c1 }));
    return windows;
  }

  /** Segments beside the chain are moves, as far as their words stand nowhere else; the longer ones come first. */
  #takeOutMoves(rest: readonly Segment[]): void {
    for (const segment of rest.toSorted((a, b) => b.weight - a.weight)) {
      const { s, c, length } = this.#freeRun(segment);
      if (length < GRAMS[0]) continue;
      this.#match(s, c, length);
      this.#s.fill(-1, s, s + length);
      this.#c.fill(-2, c, c + length);
    }
  }

  /** The longest agreeing run around a segment that is free in both texts. */
  #freeRun({ sFirst, sLast, cFirst }: Segment): Run {
    // Nothing is free beyond the ends of the texts.
    const free = (s: number, c: number): boolean =>
      this.#s[s] === this.#c[c] && this.#toSealed[c] === -1 && this.#toCopy[s] === -1;
    let s = sFirst;
    let c = cFirst;
    // An anchor may begin with the end of what stands before the move: `? YES ! Russia needs`.
    while (s <= sLast && !free(s, c)) {
      s++;
      c++;
    }
    while (free(s - 1, c - 1)) {
      s--;
      c--;
    }
    let length = 0;
    while (free(s + length, c + length)) length++;
    return { s, c, length };
  }
}
