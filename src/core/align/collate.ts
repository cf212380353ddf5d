/** `collate`: aligns a copy with a transcript and says of every token whose it is. */
import { isWord } from '../canon/classes.ts';
import type { Conventions, Transcript, Witness } from '../structure/transcript.ts';
import { align } from './align.ts';
import { readBreaks } from './breaks.ts';
import { type Collation, TOKEN } from './collation.ts';
import { type Keys, numberTogether } from './keys.ts';
import { findLabels, knownLabels } from './labels.ts';
import { dropStrays } from './place.ts';
import { alignPlain } from './plain.ts';
import { type SealedText, sealedText } from './sealed-text.ts';
import { type Landmarks, type Pairs, tidy } from './tidy.ts';
import { type Unit, unitsOf } from './units.ts';
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
  const copy = readBreaks(witness, sealed.tokens);
  const units = unitsOf(copy);
  const unitOf = unitNumbers(units, copy.tokens.length);
  const plain = covered === null ? alignPlain(sealed.tokens, copy.tokens, units) : null;
  const { bounded, ...pairs } =
    plain === null ? alignByAnchors(sealed, copy, witness, units, unitOf, covered) : { ...plain, bounded: false };
  const { toCopy, toSealed } = pairs;
  dropStrays(pairs, sealed, copy.tokens, units);
  pairWhole(pairs, sealed, copy, units);
  const kind = new Uint8Array(copy.tokens.length);
  const known = knownLabels(copy, transcript, conventions);
  const labels = findLabels(copy, sealed, transcript, pairs, units, known, kind);
  const owner = ownersOf(sealed, pairs, units, kind);
  const placed = placesOf(sealed, pairs);
  return { transcript, sealed, copy, units, unitOf, toCopy, toSealed, kind, owner, placed, labels, bounded };
}

function alignByAnchors(
  sealed: SealedText,
  copy: Witness,
  witness: Witness,
  units: readonly Unit[],
  unitOf: Uint32Array,
  covered: Uint8Array | null,
): Pairs & { readonly bounded: boolean } {
  const keys = numberTogether(sealed, copy);
  if (covered !== null) blankOthers(keys.copy, copy, witness, covered);
  const { toCopy, toSealed, bounded } = align(keys.sealed.key, keys.copy.key);
  const pairs = { toCopy, toSealed };
  tidy(pairs, keys.sealed.exact, keys.copy.exact, landmarksOf(sealed, copy, units, unitOf));
  return { ...pairs, bounded };
}

/** A number that no token of a sealed text has. */
const BLANK = -2;

/** `copy` is `witness` with its line ends read, so its tokens begin where those of `witness` do, or stand behind one that does. */
function blankOthers(keys: Keys, copy: Witness, witness: Witness, covered: Uint8Array): void {
  let w = 0;
  for (let c = 0; c < copy.tokens.length; c++) {
    const block = copy.block[c]!;
    w = Math.max(w, witness.firstToken[block]!);
    while (w + 1 < witness.firstToken[block + 1]! && witness.start[w + 1]! <= copy.start[c]!) w++;
    if (covered[w] === 1) continue;
    keys.exact[c] = BLANK;
    keys.key[c] = BLANK;
  }
}

function unitNumbers(units: readonly Unit[], tokens: number): Uint32Array {
  const numbers = new Uint32Array(tokens);
  for (const [i, unit] of units.entries()) numbers.fill(i, unit.from, unit.to);
  return numbers;
}

function landmarksOf(sealed: SealedText, copy: Witness, units: readonly Unit[], unitOf: Uint32Array): Landmarks {
  const ends = (token: string | undefined): boolean => token === '.' || token === '?' || token === '!' || token === '…';
  return {
    opensCopy: (c) => c >= copy.tokens.length || units[unitOf[c]!]!.from === c,
    opensSealed: (s) => s >= sealed.tokens.length || sealed.first[sealed.passageOf[s]!] === s,
    isWord: (s) => isWord(sealed.tokens[s]!),
    endsSealed: (s) => ends(sealed.tokens[s]),
    endsCopy: (c) => ends(copy.tokens[c]),
  };
}

/**
 * Whose words the copy's tokens are. Unpaired tokens of a unit that carries sealed words stand inside the passage before
 * them in that unit, or else the one behind; a unit that carries none is foreign.
 */
function ownersOf(
  sealed: SealedText,
  { toSealed }: { readonly toSealed: Int32Array },
  units: readonly Unit[],
  kind: Uint8Array,
): Int32Array {
  const owner = new Int32Array(toSealed.length).fill(-1);
  for (const unit of units) {
    let current = -1;
    for (let c = unit.from; c < unit.to; c++) {
      const s = toSealed[c]!;
      if (s !== -1) {
        const passage = sealed.passageOf[s]!;
        if (current === -1) claim(owner, kind, unit.from, c, passage);
        current = passage;
      }
      if (current !== -1) claim(owner, kind, c, c + 1, current);
    }
  }
  return owner;
}

function claim(owner: Int32Array, kind: Uint8Array, from: number, to: number, passage: number): void {
  for (let c = from; c < to; c++) {
    if (kind[c] !== TOKEN.foreign) continue;
    owner[c] = passage;
    kind[c] = TOKEN.passage;
  }
}

/** Where each passage stands: at the first token of its longest stretch in the copy's order. */
function placesOf(sealed: SealedText, { toCopy }: { readonly toCopy: Int32Array }): Int32Array {
  const passages = sealed.first.length - 1;
  const placed = new Int32Array(passages).fill(-1);
  for (let passage = 0; passage < passages; passage++) {
    let best = 0;
    let s = sealed.first[passage]!;
    const end = sealed.first[passage + 1]!;
    while (s < end) {
      if (toCopy[s] === -1) {
        s++;
        continue;
      }
      const start = s;
      let last = toCopy[s]!;
      while (s < end && (toCopy[s] === -1 || toCopy[s]! >= last)) last = Math.max(last, toCopy[s++]!);
      if (s - start > best) [best, placed[passage]] = [s - start, toCopy[start]!];
    }
  }
  return placed;
}
