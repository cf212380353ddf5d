/**
 * Pairs whole passages that no anchor could find: an answer of five words that moved has no run of eight.
 *
 * What is left over on both sides is looked up as a whole: a passage none of whose words is paired, and a line, or the
 * unpaired rest of a block, that has exactly its words.
 */
import { apparatusAt } from '../structure/apparatus.ts';
import type { Witness } from '../structure/transcript.ts';
import { tokenAt } from '../structure/turns.ts';
import { lowerOf, type Numbers } from './keys.ts';
import type { SealedText } from './sealed-text.ts';
import type { Pairs } from './tidy.ts';
import { firstPaired, type Unit } from './units.ts';

/** Pairs, in place, every unpaired passage that stands whole and alone in the copy, of which `numbers` are the words. */
export function pairWhole(
  pairs: Pairs,
  sealed: SealedText,
  numbers: Numbers,
  copy: Witness,
  units: readonly Unit[],
): void {
  const waiting = unpairedPassages(pairs, sealed, numbers);
  // Around a faithful text there may be many words more, and to look each line of them up takes time.
  if (waiting.size === 0) return;
  for (const [from, to] of stretches(pairs, copy, units)) {
    if (pairs.toSealed[from] !== -1) continue;
    const passage = waiting.get(keyOf(numbers, numbers.copy.subarray(from, to)))?.shift();
    if (passage === undefined) continue;
    const s0 = sealed.first[passage]!;
    for (let k = 0; k < to - from; k++) {
      pairs.toCopy[s0 + k] = from + k;
      pairs.toSealed[from + k] = s0 + k;
    }
  }
}

/** Tokens in a row as one string, equal for rows that are equal but for case. */
function keyOf(numbers: Numbers, row: Int32Array): string {
  const lower = lowerOf(numbers);
  return row.map((number) => lower[number]!).join();
}

/** The passages without a single pair, by their words, in order. */
function unpairedPassages({ toCopy }: Pairs, { first }: SealedText, numbers: Numbers): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [passage, to] of first.subarray(1).entries()) {
    const from = first[passage]!;
    if (toCopy.subarray(from, to).some((c) => c !== -1)) continue;
    const key = keyOf(numbers, numbers.sealed.subarray(from, to));
    const list = found.get(key);
    if (list === undefined) found.set(key, [passage]);
    else list.push(passage);
  }
  return found;
}

/** Unpaired stretches that could be a passage: lines and the unpaired rest of their block, with their label and without. */
function* stretches(pairs: Pairs, copy: Witness, units: readonly Unit[]): Generator<readonly [number, number]> {
  for (const [i, unit] of units.entries()) {
    if (isPaired(pairs, unit)) continue;
    const opens = unit.opensBlock || isPaired(pairs, units[i - 1]!);
    const ends = opens ? [unit.to, restTo(pairs, units, i)] : [unit.to];
    for (const from of [unit.from, contentOf(copy, unit)]) for (const to of ends) yield [from, to];
  }
}

/** Where the last of the unpaired units ends that follow one another in a block, from `i` on. */
function restTo(pairs: Pairs, units: readonly Unit[], i: number): number {
  let last = i;
  while (units[last + 1]?.opensBlock === false && !isPaired(pairs, units[last + 1]!)) last++;
  return units[last]!.to;
}

function isPaired(pairs: Pairs, unit: Unit): boolean {
  return firstPaired(pairs, unit) !== -1;
}

function contentOf(copy: Witness, { block, from }: Unit): number {
  return tokenAt(copy, block, apparatusAt(copy.document.blocks[block]!, copy.start[from]!).content);
}
