/**
 * The variants inside passages: what a collation leaves unpaired, brought together in the four classic kinds.
 *
 * Omitted words and added words that meet at one point are one substitution; omitted words that turn up as added words
 * elsewhere are a transposition (`transpositions.ts`).
 */

import { type Collation, TOKEN } from '../align/collation.ts';
import { type Numbers, TRAIT } from '../align/keys.ts';
import type { Mark } from '../structure/transcript.ts';
import type { Stands } from './stands.ts';
import { scatteredWords, takeTranspositions, turnedWords } from './transpositions.ts';
import { asVariant, type Spot, type Variant } from './variant.ts';

interface Neighbours {
  /** For each token of the copy, the nearest paired one before it and behind it; -1 where there is none. */
  readonly before: Int32Array;
  readonly behind: Int32Array;
}

/** The variants of a collation, in the order of the copy. */
export function variantsOf(collation: Collation, stands: Stands): readonly Variant[] {
  const present = new Set(stands.main.map((stand) => stand.passage));
  const neighbours = neighboursOf(collation);
  const spots = pairSpots(collation, omissions(collation, present), additions(collation), neighbours);
  const changed = spots.filter((spot) => !isSame(collation, spot));
  const variants = [
    ...takeTranspositions(collation, withoutMarks(collation, changed)),
    ...scatteredWords(collation, stands),
    ...turnedWords(collation, stands),
    ...caseVariants(collation),
  ];
  return variants.sort((a, b) => a.c0 - b.c0 || a.s0 - b.s0);
}

function neighboursOf({ toSealed }: Collation): Neighbours {
  const before = new Int32Array(toSealed.length);
  const behind = new Int32Array(toSealed.length);
  for (let c = 0, last = -1; c < toSealed.length; c++) {
    before[c] = last;
    if (toSealed[c] !== -1) last = c;
  }
  for (let c = toSealed.length - 1, last = -1; c >= 0; c--) {
    behind[c] = last;
    if (toSealed[c] !== -1) last = c;
  }
  return { before, behind };
}

/** Unpaired stretches of the passages that are there, by where they begin. */
function omissions({ sealed, toCopy }: Collation, present: ReadonlySet<number>): readonly Spot[] {
  const found: Spot[] = [];
  for (const passage of present) {
    const end = sealed.first[passage + 1]!;
    for (let s0 = sealed.first[passage]!; s0 < end; s0++) {
      if (toCopy[s0] !== -1) continue;
      let s1 = s0;
      while (s1 < end && toCopy[s1] === -1) s1++;
      found.push({ passage, s0, s1, c0: -1, c1: -1 });
      s0 = s1;
    }
  }
  return found;
}

/** Unpaired stretches of the copy that stand inside a passage. */
function additions({ owner, kind, toSealed, unitOf }: Collation): readonly Spot[] {
  const found: Spot[] = [];
  const isAdded = (c: number): boolean => kind[c] === TOKEN.passage && toSealed[c] === -1;
  for (let c0 = 0; c0 < owner.length; c0++) {
    if (!isAdded(c0)) continue;
    let c1 = c0;
    while (c1 < owner.length && isAdded(c1) && unitOf[c1] === unitOf[c0]) c1++;
    found.push({ passage: owner[c0]!, s0: -1, s1: -1, c0, c1 });
    c0 = c1 - 1;
  }
  return found;
}

function pairSpots(
  collation: Collation,
  omitted: readonly Spot[],
  added: readonly Spot[],
  { before, behind }: Neighbours,
): readonly Spot[] {
  const { toSealed, toCopy } = collation;
  const byStart = new Int32Array(toCopy.length + 1).fill(-1);
  const byEnd = new Int32Array(toCopy.length + 1).fill(-1);
  for (const [i, { s0, s1 }] of omitted.entries()) byStart[s0] = byEnd[s1] = i;
  const used = new Uint8Array(omitted.length);
  const spots: Spot[] = [];
  for (const spot of added) {
    const left = before[spot.c0]!;
    const right = behind[spot.c1 - 1]!;
    let index = left === -1 ? -1 : byStart[toSealed[left]! + 1]!;
    if (index === -1 || used[index] === 1) index = right === -1 ? -1 : byEnd[toSealed[right]!]!;
    const partner = index === -1 || used[index] === 1 ? undefined : omitted[index];
    if (partner !== undefined) used[index] = 1;
    const at = left === -1 ? (right === -1 ? 0 : toSealed[right]!) : toSealed[left]! + 1;
    const passage = partner?.passage ?? spot.passage;
    spots.push({ passage, s0: partner?.s0 ?? at, s1: partner?.s1 ?? at, c0: spot.c0, c1: spot.c1 });
  }
  const next = nextPaired(toCopy);
  for (const [i, { passage, s0, s1 }] of omitted.entries()) {
    if (used[i] === 1) continue;
    const at = s0 > 0 && toCopy[s0 - 1] !== -1 ? toCopy[s0 - 1]! + 1 : next[s1]!;
    spots.push({ passage, s0, s1, c0: at, c1: at });
  }
  return spots;
}

/** For each sealed token, the partner of the first paired one from it on; 0 where there is none. */
function nextPaired(toCopy: Int32Array): Int32Array {
  const next = new Int32Array(toCopy.length + 1);
  for (let s = toCopy.length - 1; s >= 0; s--) next[s] = toCopy[s] === -1 ? next[s + 1]! : toCopy[s]!;
  return next;
}

/** A sign left behind where words moved, and the equal one they took along, are no change of their own. */
function isSame({ numbers: { sealed, copy } }: Collation, { s0, s1, c0, c1 }: Spot): boolean {
  if (s1 - s0 !== c1 - c0) return false;
  for (let k = 0; k < s1 - s0; k++) if (sealed[s0 + k] !== copy[c0 + k]) return false;
  return true;
}

/** The spots as variants, with the marks taken out of them. */
function withoutMarks(collation: Collation, spots: readonly Spot[]): readonly Variant[] {
  const marks = marksOf(collation.transcript);
  const found: Variant[] = [];
  for (const spot of spots) {
    if (marks === null) pushVariants(collation, spot, found);
    else splitMarks(collation, marks, spot, found);
  }
  return found;
}

/** Takes the marks out of a spot: each is a variant of its own. */
function splitMarks(collation: Collation, marks: Marks, spot: Spot, found: Variant[]): void {
  const { numbers } = collation;
  const { passage, c1 } = spot;
  let { s0, c0 } = spot;
  const between = marksBetween(collation, marks, spot);
  for (const mark of between) {
    if (mark.s0 > s0) {
      pushVariants(collation, { ...spot, s0, s1: mark.s0, c0 }, found);
      c0 = c1;
    }
    const filled = hasWords(numbers, numbers.copy, c0, c1);
    found.push({ kind: filled ? 'mark-filled' : 'mark-removed', passage, ...mark, c0, c1: filled ? c1 : c0 });
    if (filled) c0 = c1;
    s0 = mark.s1;
  }
  const isAdded = between.length === 0 && s0 === spot.s1 && isMark(collation.copy.tokens, marks, spot);
  if (isAdded) found.push({ ...spot, kind: 'mark-added' });
  else pushVariants(collation, { ...spot, s0, c0 }, found);
}

function marksBetween(
  { transcript, sealed }: Collation,
  { byPassage }: Marks,
  spot: Spot,
): readonly { s0: number; s1: number }[] {
  const found: { s0: number; s1: number }[] = [];
  if (spot.s0 === spot.s1) return found;
  const passage = transcript.passages[spot.passage]!;
  for (const mark of byPassage.get(spot.passage) ?? []) {
    const first = sealed.first[spot.passage]! + mark.from - passage.from;
    const s0 = Math.max(first, spot.s0);
    const s1 = Math.min(first + mark.to - mark.from, spot.s1);
    if (s0 < s1) found.push({ s0, s1 });
  }
  return found;
}

/** The marks of a transcript, by their passages, and as what they say in lower case. */
interface Marks {
  readonly byPassage: ReadonlyMap<number, readonly Mark[]>;
  readonly texts: ReadonlySet<string>;
}

/** `null` for a transcript without marks. */
function marksOf({ marks, witness }: Collation['transcript']): Marks | null {
  if (marks.length === 0) return null;
  const byPassage = new Map<number, Mark[]>();
  const texts = new Set<string>();
  for (const mark of marks) {
    texts.add(textOf(witness.tokens, mark.from, mark.to));
    const list = byPassage.get(mark.passage);
    if (list === undefined) byPassage.set(mark.passage, [mark]);
    else list.push(mark);
  }
  return { byPassage, texts };
}

/** Whether what was added is one of the marks this transcript uses. */
function isMark(tokens: readonly string[], { texts }: Marks, { c0, c1 }: Spot): boolean {
  return texts.has(textOf(tokens, c0, c1));
}

function textOf(tokens: readonly string[], from: number, to: number): string {
  return tokens.slice(from, to).join(' ').toLowerCase();
}

function isSign({ traits }: Numbers, number: number): boolean {
  return (traits[number]! & TRAIT.punctuation) !== 0;
}

function hasWords(numbers: Numbers, row: Int32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isSign(numbers, row[i]!)) return true;
  return false;
}

/** A spot as a variant; words and the punctuation around them apart where both texts have words. */
function pushVariants({ numbers }: Collation, spot: Spot, found: Variant[]): void {
  const { sealed, copy } = numbers;
  let { s0, s1, c0, c1 } = spot;
  if (s0 === s1 && c0 === c1) return;
  if (hasWords(numbers, sealed, s0, s1) && hasWords(numbers, copy, c0, c1)) {
    const [sHead, cHead] = [signsFrom(numbers, sealed, s0, s1), signsFrom(numbers, copy, c0, c1)];
    if (sHead + cHead > 0) found.push(asVariant({ ...spot, s1: s0 + sHead, c1: c0 + cHead }));
    [s0, c0] = [s0 + sHead, c0 + cHead];
    const [sTail, cTail] = [signsBefore(numbers, sealed, s0, s1), signsBefore(numbers, copy, c0, c1)];
    if (sTail + cTail > 0) found.push(asVariant({ ...spot, s0: s1 - sTail, s1, c0: c1 - cTail, c1 }));
    [s1, c1] = [s1 - sTail, c1 - cTail];
  }
  found.push(asVariant({ passage: spot.passage, s0, s1, c0, c1 }));
}

function signsFrom(numbers: Numbers, row: Int32Array, from: number, to: number): number {
  let count = 0;
  while (from + count < to && isSign(numbers, row[from + count]!)) count++;
  return count;
}

function signsBefore(numbers: Numbers, row: Int32Array, from: number, to: number): number {
  let count = 0;
  while (to - count > from && isSign(numbers, row[to - count - 1]!)) count++;
  return count;
}

/** Words that agree but for their capitals. */
function caseVariants({ sealed, numbers, toSealed }: Collation): readonly Variant[] {
  const found: Variant[] = [];
  for (let c = 0; c < toSealed.length; c++) {
    const s = toSealed[c]!;
    if (s === -1 || numbers.sealed[s] === numbers.copy[c]) continue;
    found.push({ kind: 'case', passage: sealed.passageOf[s]!, s0: s, s1: s + 1, c0: c, c1: c + 1 });
  }
  return found;
}
