/** Decides which passages are in the copy at all, and unpairs agreements that are not a passage's. */
import { isWord } from '../canon/classes.ts';
import type { SealedText } from './sealed-text.ts';
import type { Pairs } from './tidy.ts';
import { countWords, type Unit } from './units.ts';

/** A passage of which less than this agrees was left out; what agreed was chance. */
const LEAST_SHARE = 0.3;

/** Unpairs what is stray: a few words of a passage in a unit of which they are only a few words. */
export function dropStrays(
  pairs: Pairs,
  sealed: SealedText,
  copyTokens: readonly string[],
  units: readonly Unit[],
): void {
  const passageWords = wordsByPassage(sealed);
  const placedWords = new Uint32Array(passageWords.length);
  forEachPair(pairs, sealed, copyTokens, (passage) => placedWords[passage]!++);
  for (const unit of units) {
    const counts = new Map<number, number>();
    for (let c = unit.from; c < unit.to; c++) {
      const s = pairs.toSealed[c]!;
      if (s === -1) continue;
      const passage = sealed.passageOf[s]!;
      counts.set(passage, (counts.get(passage) ?? 0) + (isWord(copyTokens[c]!) ? 1 : 0));
    }
    if (counts.size === 0) continue;
    const words = countWords(copyTokens, unit.from, unit.to);
    for (const [passage, count] of counts) {
      const few = count < LEAST_SHARE * words && count < LEAST_SHARE * passageWords[passage]!;
      const onlySigns = count === 0 && passageWords[passage]! > 0 && (words > 0 || placedWords[passage]! > 0);
      if ((few || onlySigns) && !continues(pairs, sealed, unit, passage)) unpairUnit(pairs, sealed, unit, passage);
    }
  }
  dropAbsent(pairs, sealed, copyTokens, passageWords);
}

/** Whether the passage goes on from the unit before, or into the one behind: cues and lines cut where they must. */
function continues({ toSealed }: Pairs, sealed: SealedText, unit: Unit, passage: number): boolean {
  const before = unit.from > 0 ? toSealed[unit.from - 1]! : -1;
  const after = unit.to < toSealed.length ? toSealed[unit.to]! : -1;
  return [before, after].some((s) => s !== -1 && sealed.passageOf[s] === passage);
}

function wordsByPassage(sealed: SealedText): Uint32Array {
  const words = new Uint32Array(sealed.first.length - 1);
  for (let s = 0; s < sealed.tokens.length; s++) if (isWord(sealed.tokens[s]!)) words[sealed.passageOf[s]!]!++;
  return words;
}

function forEachPair(
  { toSealed }: Pairs,
  sealed: SealedText,
  copyTokens: readonly string[],
  visit: (passage: number) => void,
): void {
  for (let c = 0; c < toSealed.length; c++) {
    const s = toSealed[c]!;
    if (s !== -1 && isWord(copyTokens[c]!)) visit(sealed.passageOf[s]!);
  }
}

function unpairUnit({ toCopy, toSealed }: Pairs, sealed: SealedText, unit: Unit, passage: number): void {
  for (let c = unit.from; c < unit.to; c++) {
    const s = toSealed[c]!;
    if (s === -1 || sealed.passageOf[s] !== passage) continue;
    toSealed[c] = -1;
    toCopy[s] = -1;
  }
}

function dropAbsent(
  { toCopy, toSealed }: Pairs,
  sealed: SealedText,
  copyTokens: readonly string[],
  words: Uint32Array,
): void {
  const agreeing = new Uint32Array(words.length);
  forEachPair({ toCopy, toSealed }, sealed, copyTokens, (passage) => agreeing[passage]!++);
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
