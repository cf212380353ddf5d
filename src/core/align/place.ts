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
  const placed = agreeingByPassage(pairs, sealed, numbers);
  for (const unit of units) {
    const inUnit = countWords(numbers, unit.from, unit.to);
    for (const [passage, count] of wordsInUnit(pairs, sealed, numbers, unit)) {
      const few = count < LEAST_SHARE * inUnit && count < LEAST_SHARE * words[passage]!;
      const onlySigns = count === 0 && words[passage]! > 0 && (inUnit > 0 || placed[passage]! > 0);
      if ((few || onlySigns) && !continues(pairs, sealed, unit, passage)) unpairUnit(pairs, sealed, unit, passage);
    }
  }
  dropAbsent(pairs, sealed, numbers, words);
}

/** For each passage that has tokens in a unit, how many of them are words, in the order of the copy. */
function wordsInUnit(
  { toSealed }: Pairs,
  { passageOf }: SealedText,
  numbers: Numbers,
  { from, to }: Unit,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let open = -1;
  let words = 0;
  for (let c = from; c < to; c++) {
    const s = toSealed[c]!;
    if (s === -1) continue;
    if (passageOf[s] !== open) {
      if (open !== -1) found.set(open, words);
      open = passageOf[s]!;
      words = found.get(open) ?? 0;
    }
    if (isWordOfCopy(numbers, c)) words++;
  }
  return open === -1 ? found : found.set(open, words);
}

/** Whether the passage goes on from the unit before, or into the one behind: cues and lines cut where they must. */
function continues({ toSealed }: Pairs, sealed: SealedText, unit: Unit, passage: number): boolean {
  const before = unit.from > 0 ? toSealed[unit.from - 1]! : -1;
  const after = unit.to < toSealed.length ? toSealed[unit.to]! : -1;
  return [before, after].some((s) => s !== -1 && sealed.passageOf[s] === passage);
}

function isWordOfCopy({ copy, traits }: Numbers, c: number): boolean {
  return (traits[copy[c]!]! & TRAIT.word) !== 0;
}

function countWords(numbers: Numbers, from: number, to: number): number {
  let count = 0;
  for (let c = from; c < to; c++) if (isWordOfCopy(numbers, c)) count++;
  return count;
}

function wordsByPassage({ first, passageOf }: SealedText, { sealed, traits }: Numbers): Uint32Array {
  const words = new Uint32Array(first.length - 1);
  for (let s = 0; s < sealed.length; s++) if ((traits[sealed[s]!]! & TRAIT.word) !== 0) words[passageOf[s]!]!++;
  return words;
}

/** For each passage, how many words of the copy are paired with its own. */
function agreeingByPassage({ toSealed }: Pairs, { first, passageOf }: SealedText, numbers: Numbers): Uint32Array {
  const words = new Uint32Array(first.length - 1);
  for (let c = 0; c < toSealed.length; c++) {
    const s = toSealed[c]!;
    if (s !== -1 && isWordOfCopy(numbers, c)) words[passageOf[s]!]!++;
  }
  return words;
}

function unpairUnit({ toCopy, toSealed }: Pairs, sealed: SealedText, unit: Unit, passage: number): void {
  for (let c = unit.from; c < unit.to; c++) {
    const s = toSealed[c]!;
    if (s === -1 || sealed.passageOf[s] !== passage) continue;
    toSealed[c] = -1;
    toCopy[s] = -1;
  }
}

function dropAbsent(pairs: Pairs, sealed: SealedText, numbers: Numbers, words: Uint32Array): void {
  const { toCopy, toSealed } = pairs;
  const agreeing = agreeingByPassage(pairs, sealed, numbers);
  for (let passage = 0; passage < words.length; passage++) {
    if (words[passage] === 0 || agreeing[passage]! >= LEAST_SHARE * words[passage]!) continue;
    for (let s = sealed.first[passage]!; s < sealed.first[passage + 1]!; s++) {
      const c = toCopy[s]!;
      if (c === -1) continue;
      toCopy[s] = -1;
      toSealed[c] = -1;
    }
  }
}
