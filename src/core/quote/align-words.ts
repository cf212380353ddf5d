/**
 * Aligns the words of a quotation with the words around the place it most likely comes from, and lists what differs.
 *
 * Only to explain: by now it is known that the words do not stand there. The alignment is the cheapest way to turn a
 * stretch of the transcript into the quotation (Sellers 1980: the stretch may begin and end anywhere), where passing over
 * words at an ellipsis or a bracket costs almost nothing.
 */

/** One difference: words of the quotation [from, to) against words of the window [sealedFrom, sealedTo). */
export interface WordDifference {
  readonly kind: 'substitution' | 'omission' | 'addition';
  readonly from: number;
  readonly to: number;
  readonly sealedFrom: number;
  readonly sealedTo: number;
}

type Difference = Omit<WordDifference, 'kind'>;

export interface Alignment {
  readonly differences: readonly WordDifference[];
  /** How many words of the quotation stand where they should. */
  readonly matched: number;
  /** The stretch of the window that answers to the quotation. */
  readonly from: number;
  readonly to: number;
}

/** Cells of the table beyond which no alignment is made: the difference is then shown as a whole. */
const MAX_CELLS = 4_000_000;
/** Price of passing over one word of the transcript where the editor has set a sign. */
const FREE = 0.01;
/** Words quietly dropped are what most often happens to quotations, so a dropped run is preferred to invented words. */
const OMIT = 0.35;
const ADD = 1;
const CHANGE = 1.2;

const DIAGONAL = 0;
const LEFT = 1;
const UP = 2;

/**
 * Aligns `words` with `window`; `null` when the table would be too large. `free[i]` says whether words may be passed over
 * before word `i` of the quotation.
 */
export function alignWords(words: readonly number[], window: Uint32Array, free: readonly boolean[]): Alignment | null {
  const width = window.length + 1;
  if ((words.length + 1) * width > MAX_CELLS) return null;
  const steps = new Uint8Array((words.length + 1) * width);
  let costs = new Float32Array(width);
  for (let i = 1; i <= words.length; i++) {
    costs = fillRow(costs, steps.subarray(i * width, (i + 1) * width), words[i - 1]!, window, free[i]!);
  }
  return trace(steps, width, words, window, leastAt(costs), free);
}

/** One row of the table; `open` where words may be passed over for almost nothing behind this word. */
function fillRow(
  above: Float32Array,
  steps: Uint8Array,
  word: number,
  window: Uint32Array,
  open: boolean,
): Float32Array<ArrayBuffer> {
  const row = new Float32Array(above.length);
  row[0] = above[0]! + ADD;
  steps[0] = UP;
  const skip = open ? FREE : OMIT;
  for (let j = 1; j < row.length; j++) {
    const diagonal = above[j - 1]! + (window[j - 1] === word ? 0 : CHANGE);
    const left = row[j - 1]! + skip;
    const up = above[j]! + ADD;
    const least = Math.min(diagonal, left, up);
    row[j] = least;
    steps[j] = least === diagonal ? DIAGONAL : least === up ? UP : LEFT;
  }
  return row;
}

function leastAt(costs: Float32Array): number {
  let best = 0;
  for (let j = 1; j < costs.length; j++) if (costs[j]! < costs[best]! - 1e-4) best = j;
  return best;
}

function trace(
  steps: Uint8Array,
  width: number,
  words: readonly number[],
  window: Uint32Array,
  end: number,
  free: readonly boolean[],
): Alignment {
  const reversed: Difference[] = [];
  let [i, j, matched] = [words.length, end, 0];
  const add = (from: number, sealedFrom: number): void => {
    reversed.push({ from, to: i, sealedFrom, sealedTo: j });
  };
  while (i > 0) {
    const step = steps[i * width + j]!;
    if (step === DIAGONAL) {
      if (words[i - 1] === window[j - 1]) matched++;
      else add(i - 1, j - 1);
      i--;
      j--;
    } else if (step === UP) {
      add(i - 1, j);
      i--;
    } else {
      if (!free[i]!) add(i, j - 1);
      j--;
    }
  }
  return { differences: merged(reversed.toReversed()), matched, from: j, to: end };
}

/** Joins differences that touch, and names each by what it has on either side. */
function merged(differences: readonly Difference[]): WordDifference[] {
  const joined: Difference[] = [];
  for (const one of differences) {
    const last = joined.at(-1);
    // Words that agree stand on both sides, so differences that touch in the window touch in the quotation too.
    if (last?.sealedTo === one.sealedFrom) joined[joined.length - 1] = { ...last, to: one.to, sealedTo: one.sealedTo };
    else joined.push(one);
  }
  return joined.map((one) => ({ ...one, kind: kindOf(one) }));
}

function kindOf({ from, to, sealedFrom, sealedTo }: Difference): WordDifference['kind'] {
  if (from === to) return 'omission';
  return sealedFrom === sealedTo ? 'addition' : 'substitution';
}
