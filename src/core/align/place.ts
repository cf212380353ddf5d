/** Decides which passages are in the copy at all, and unpairs agreements that are not a passage's. */
import { type Numbers, TRAIT } from './keys.ts';
import type { SealedText } from './sealed-text.ts';
import type { Pairs } from './tidy.ts';
import type { Unit } from './units.ts';

/** A passage of which less than this agrees was left out; what agreed was chance. */
const LEAST_SHARE = 0.3;

/** Unpairs what is stray: a few words of a passage in a unit of which they are only a few words. */
export function dropStrays(pairs: Pairs, sealed: SealedText, numbers: Numbers, units: readonly Unit[]): void {
  const words = wordsByPassage(sealed, numbers);
  for (const unit of units) {
    const inUnit = countWords(numbers, unit.from, unit.to);
    for (const [passage, count] of wordsInUnit(pairs, sealed, numbers, unit)) {
      const few = count < LEAST_SHARE * inUnit && count < LEAST_SHARE * words[passage]!;
      const onlySigns = count === 0 && words[passage]! > 0;
      if ((few || onlySigns) && !continues(pairs, sealed, unit, passage)) unpairUnit(pairs, sealed, unit, passage);
    }
  }
  dropAbsent(pairs, sealed, agreeingByPassage(pairs, sealed, numbers), words);
}

/** For each passage that has tokens in a unit, how many of them are words, in the order of the copy. */
function wordsInUnit(
  { toSealed }: Pairs,
  { passageOf }: SealedText,
  numbers: Numbers,
  { from, to }: Unit,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (let c = from; c < to; c++) {
    const s = toSealed[c]!;
    if (s === -1) continue;
    const passage = passageOf[s]!;
    found.set(passage, (found.get(passage) ?? 0) + wordsAt(numbers.copy, numbers, c));
  }
  return found;
}

/** Whether the passage goes on from the unit before, or into the one behind: cues and lines cut where they must. */
function continues({ toSealed }: Pairs, sealed: SealedText, unit: Unit, passage: number): boolean {
  const beside = [toSealed[unit.from - 1] ?? -1, toSealed[unit.to] ?? -1];
  return beside.some((s) => sealed.passageOf[s] === passage);
}

/** 1 where a word stands, 0 where a sign does. */
function wordsAt(row: Int32Array, { traits }: Numbers, at: number): number {
  return (traits[row[at]!]! & TRAIT.word) === 0 ? 0 : 1;
}

function countWords(numbers: Numbers, from: number, to: number): number {
  let count = 0;
  for (let c = from; c < to; c++) count += wordsAt(numbers.copy, numbers, c);
  return count;
}

function wordsByPassage({ first, passageOf }: SealedText, numbers: Numbers): Uint32Array {
  const words = new Uint32Array(first.length - 1);
  for (let s = 0; s < passageOf.length; s++) words[passageOf[s]!]! += wordsAt(numbers.sealed, numbers, s);
  return words;
}

/** For each passage, how many words of the copy are paired with its own. */
function agreeingByPassage({ toSealed }: Pairs, { first, passageOf }: SealedText, numbers: Numbers): Uint32Array {
  const words = new Uint32Array(first.length - 1);
  for (let c = 0; c < toSealed.length; c++) {
    const s = toSealed[c]!;
    if (s !== -1) words[passageOf[s]!]! += wordsAt(numbers.copy, numbers, c);
  }
  return words;
}

function unpairUnit({ toCopy, toSealed }: Pairs, { passageOf }: SealedText, { from, to }: Unit, passage: number): void {
  for (let c = from; c < to; c++) {
    const s = toSealed[c]!;
    if (passageOf[s] !== passage) continue;
    toSealed[c] = -1;
    toCopy[s] = -1;
  }
}

function dropAbsent(
  { toCopy, toSealed }: Pairs,
  { first }: SealedText,
  agreeing: Uint32Array,
  words: Uint32Array,
): void {
  for (let passage = 0; passage < words.length; passage++) {
    if (agreeing[passage]! >= LEAST_SHARE * words[passage]!) continue;
    for (let s = first[passage]!; s < first[passage + 1]!; s++) {
      const c = toCopy[s]!;
      if (c === -1) continue;
      toSealed[c] = -1;
      toCopy[s] = -1;
    }
  }
}
