/** `collate`: aligns a copy with a transcript and says of every token whose it is. */
import type { Conventions, Transcript, Witness } from '../structure/transcript.ts';
import { align } from './align.ts';
import { readBreaks } from './breaks.ts';
import { type Collation, TOKEN } from './collation.ts';
import { keysOf, type Numbers, numberTogether, TRAIT } from './keys.ts';
import { findLabels, knownLabels } from './labels.ts';
import { dropStrays } from './place.ts';
import { alignPlain } from './plain.ts';
import { type SealedText, sealedText } from './sealed-text.ts';
import { type Landmarks, type Pairs, tidy } from './tidy.ts';
import { firstPaired, type Unit, unitsOf } from './units.ts';
import { pairWhole } from './whole.ts';

/**
 * The collation of `witness`, a copy, with `transcript`. With `covered`, which marks tokens of `witness`, no other token
 * agrees with anything: of a transcript that was recovered from the copy, every word is known to stand there.
 */
export function collate(
  transcript: Transcript,
  witness: Witness,
  conventions: Conventions,
  covered: Uint8Array | null = null,
): Collation {
  const sealed = sealedText(transcript);
  const copy = readBreaks(witness, sealed);
  const units = unitsOf(copy);
  const unitOf = unitNumbers(units, copy.tokens.length);
  const numbers = numberTogether(sealed, copy);
  const plain = covered === null ? alignPlain(numbers.sealed, numbers.copy, units) : null;
  const agreeing = covered === null ? numbers : withoutOthers(numbers, copy, witness, covered);
  const { bounded, ...pairs } =
    plain === null ? alignByAnchors(agreeing, sealed, copy, units, unitOf) : { ...plain, bounded: false };
  const { toCopy, toSealed } = pairs;
  dropStrays(pairs, sealed, numbers, units);
  pairWhole(pairs, sealed, agreeing, copy, units);
  const kind = new Uint8Array(copy.tokens.length);
  const known = knownLabels(copy, transcript, conventions);
  const labels = findLabels(copy, sealed, transcript, pairs, units, known, kind);
  const owner = ownersOf(sealed, pairs, units, kind);
  const placed = placesOf(sealed, pairs);
  return { transcript, sealed, copy, numbers, units, unitOf, toCopy, toSealed, kind, owner, placed, labels, bounded };
}

function alignByAnchors(
  numbers: Numbers,
  sealed: SealedText,
  copy: Witness,
  units: readonly Unit[],
  unitOf: Uint32Array,
): Pairs & { readonly bounded: boolean } {
  const keys = keysOf(numbers);
  const { toCopy, toSealed, bounded } = align(keys.sealed, keys.copy);
  const pairs = { toCopy, toSealed };
  tidy(pairs, numbers.sealed, numbers.copy, landmarksOf(numbers, sealed, copy, units, unitOf));
  return { ...pairs, bounded };
}

/**
 * The numbers with those of the copy's tokens that are not `covered` taken for a word of their own. `copy` is `witness` with
 * its line ends read, so its tokens begin where those of `witness` do, or stand behind one that does.
 */
function withoutOthers(numbers: Numbers, copy: Witness, witness: Witness, covered: Uint8Array): Numbers {
  const other = numbers.words.length;
  let w = 0;
  const own = numbers.copy.map((number, c) => {
    const block = copy.block[c]!;
    w = Math.max(w, witness.firstToken[block]!);
    while (w + 1 < witness.firstToken[block + 1]! && witness.start[w + 1]! <= copy.start[c]!) w++;
    return covered[w] === 1 ? number : other;
  });
  return { ...numbers, copy: own, words: [...numbers.words, ''] };
}

function unitNumbers(units: readonly Unit[], tokens: number): Uint32Array {
  const numbers = new Uint32Array(tokens);
  for (const [i, unit] of units.entries()) numbers.fill(i, unit.from, unit.to);
  return numbers;
}

const ENDS_SENTENCE: ReadonlySet<string> = new Set(['.', '?', '!', '…']);

function landmarksOf(
  { words, traits, sealed: numbers, copy: copyNumbers }: Numbers,
  sealed: SealedText,
  copy: Witness,
  units: readonly Unit[],
  unitOf: Uint32Array,
): Landmarks {
  const ends = Uint8Array.from(words, (word) => (ENDS_SENTENCE.has(word) ? 1 : 0));
  return {
    opensCopy: (c) => c >= copy.tokens.length || units[unitOf[c]!]!.from === c,
    opensSealed: (s) => s >= numbers.length || sealed.first[sealed.passageOf[s]!] === s,
    isWord: (s) => (traits[numbers[s]!]! & TRAIT.word) !== 0,
    endsSealed: (s) => ends[numbers[s]!] === 1,
    endsCopy: (c) => ends[copyNumbers[c]!] === 1,
  };
}

/**
 * Whose words the copy's tokens are. Unpaired tokens of a unit that carries sealed words stand inside the passage before
 * them in that unit, or else the one behind; a unit that carries none is foreign.
 */
function ownersOf(sealed: SealedText, pairs: Pairs, units: readonly Unit[], kind: Uint8Array): Int32Array {
  const { toSealed } = pairs;
  const owner = new Int32Array(toSealed.length).fill(-1);
  for (const unit of units) {
    const first = firstPaired(pairs, unit);
    if (first === -1) continue;
    let passage = sealed.passageOf[toSealed[first]!]!;
    for (let c = unit.from; c < unit.to; c++) {
      const s = toSealed[c]!;
      if (s !== -1) passage = sealed.passageOf[s]!;
      if (kind[c] !== TOKEN.foreign) continue;
      owner[c] = passage;
      kind[c] = TOKEN.passage;
    }
  }
  return owner;
}

/** Where each passage stands. */
function placesOf({ first }: SealedText, pairs: Pairs): Int32Array {
  return Int32Array.from(first.subarray(1), (end, passage) => placeOf(pairs, first[passage]!, end));
}

/** The first token, in the copy, of the longest stretch in its order of the sealed tokens up to `end`; or -1. */
function placeOf({ toCopy }: Pairs, from: number, end: number): number {
  let [place, best] = [-1, 0];
  let s = from;
  while (s < end) {
    if (toCopy[s] === -1) {
      s++;
      continue;
    }
    const start = s;
    let last = toCopy[s]!;
    while (s < end && (toCopy[s] === -1 || toCopy[s]! >= last)) last = Math.max(last, toCopy[s++]!);
    if (s - start > best) [place, best] = [toCopy[start]!, s - start];
  }
  return place;
}
