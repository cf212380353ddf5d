/**
 * The variants inside passages: what a collation leaves unpaired, brought together in the four classic kinds.
 *
 * Omitted words and added words that meet at one point are one substitution; omitted words that turn up as added words
 * elsewhere are a transposition (`transpositions.ts`).
 */

import { type Collation, TOKEN } from '../align/collation.ts';
import { type Numbers, TRAIT } from '../align/keys.ts';
import type { Stands } from './stands.ts';
import { scatteredWords, takeTranspositions, turnedWords } from './transpositions.ts';
import { asVariant, type Spot, type Variant } from './variant.ts';

/** The variants of a collation, in the order of the copy. */
export function variantsOf(collation: Collation, stands: Stands): readonly Variant[] {
  const present = new Set(stands.main.map((stand) => stand.passage));
  const spots = pairSpots(collation, omissions(collation, present), additions(collation));
  const variants = [
    ...takeTranspositions(collation, withoutMarks(collation, spots)),
    ...scatteredWords(collation, stands),
    ...turnedWords(collation, stands),
    ...caseVariants(collation),
  ];
  return variants.sort((a, b) => a.c0 - b.c0 || a.s0 - b.s0);
}

/** Sealed tokens of one passage that are unpaired. */
type Omitted = Pick<Spot, 'passage' | 's0' | 's1'>;
/** Tokens of the copy that stand unpaired inside a passage. */
type Added = Pick<Spot, 'passage' | 'c0' | 'c1'>;

/** Unpaired stretches of the passages that are there. */
function omissions({ sealed: { first }, toCopy }: Collation, present: ReadonlySet<number>): readonly Omitted[] {
  const isOmitted = (s: number): boolean => toCopy[s] === -1;
  return [...present].flatMap((passage) =>
    stretches(first[passage]!, first[passage + 1]!, isOmitted).map(([s0, s1]) => ({ passage, s0, s1 })),
  );
}

/** Unpaired stretches of the copy that stand inside a passage. */
function additions({ owner, kind, toSealed, units }: Collation): readonly Added[] {
  const isAdded = (c: number): boolean => kind[c] === TOKEN.passage && toSealed[c] === -1;
  return units.flatMap(({ from, to }) =>
    stretches(from, to, isAdded).map(([c0, c1]) => ({ passage: owner[c0]!, c0, c1 })),
  );
}

/** The longest stretches between `from` and `to` in which `holds` is true throughout. */
function stretches(from: number, to: number, holds: (at: number) => boolean): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let at = from; at < to; at++) {
    if (!holds(at)) continue;
    const start = at;
    while (at < to && holds(at)) at++;
    found.push([start, at]);
  }
  return found;
}

/** Brings together what was left out and what was put in at one place. */
function pairSpots(collation: Collation, omitted: readonly Omitted[], added: readonly Added[]): readonly Spot[] {
  const { sealed, toSealed, toCopy } = collation;
  const byStart = new Int32Array(toCopy.length + 1).fill(-1);
  const byEnd = new Int32Array(toCopy.length + 1).fill(-1);
  for (const [i, { s0, s1 }] of omitted.entries()) byStart[s0] = byEnd[s1] = i;
  const isTaken = new Uint8Array(omitted.length);
  const take = (i: number): Omitted | undefined => {
    if (i === -1 || isTaken[i] === 1) return undefined;
    isTaken[i] = 1;
    return omitted[i];
  };
  const behind = sealedBehind(toSealed);
  const spots: Spot[] = [];
  let [at, before] = [0, -1];
  for (const { passage, c0, c1 } of added) {
    // Where the sealed text goes on behind the nearest paired token before; -1 where there is none.
    for (; at < c0; at++) if (toSealed[at] !== -1) before = toSealed[at]! + 1;
    const next = behind[c1]!;
    const partner = take(before === -1 ? -1 : byStart[before]!) ?? take(next === -1 ? -1 : byEnd[next]!);
    const place = before === -1 ? next : before;
    spots.push({ passage, s0: place, s1: place, ...partner, c0, c1 });
  }
  for (const [i, { passage, s0, s1 }] of omitted.entries()) {
    if (isTaken[i] === 1) continue;
    const place = s0 === sealed.first[passage] ? toCopy[s1]! : toCopy[s0 - 1]! + 1;
    spots.push({ passage, s0, s1, c0: place, c1: place });
  }
  return spots;
}

/** For each place of the copy, the partner of the nearest paired token from it on, or -1. */
function sealedBehind(toSealed: Int32Array): Int32Array {
  const behind = new Int32Array(toSealed.length + 1).fill(-1);
  for (let c = toSealed.length - 1; c >= 0; c--) behind[c] = toSealed[c] === -1 ? behind[c + 1]! : toSealed[c]!;
  return behind;
}

function isSame({ numbers: { sealed, copy } }: Collation, { s0, s1, c0, c1 }: Spot): boolean {
  if (s1 - s0 !== c1 - c0) return false;
  for (let k = 0; k < s1 - s0; k++) if (sealed[s0 + k] !== copy[c0 + k]) return false;
  return true;
}

/** The spots as variants, with the marks taken out of them. */
function withoutMarks(collation: Collation, spots: readonly Spot[]): readonly Variant[] {
  const marks = marksOf(collation);
  const found: Variant[] = [];
  for (const spot of spots) {
    if (isSame(collation, spot)) continue;
    const { s1, c0 } = spot;
    const isAdded = isMark(collation.copy.tokens, marks, spot);
    splitMarks(collation, marks, isAdded ? { ...spot, c1: c0 } : spot, found);
    if (isAdded) found.push({ ...spot, kind: 'mark-added', s0: s1 });
  }
  return found;
}

/** Takes the marks out of a spot: each is a variant of its own. What was added goes to the words, or else to the first mark. */
function splitMarks(collation: Collation, { markOf }: Marks, spot: Spot, found: Variant[]): void {
  const { numbers } = collation;
  const { passage, s1, c1 } = spot;
  let { s0, c0 } = spot;
  while (s0 < s1) {
    const mark = markOf[s0]!;
    let end = s0;
    while (end < s1 && markOf[end] === mark) end++;
    const piece = { passage, s0, s1: end, c0, c1 };
    s0 = end;
    if (mark === -1) {
      pushVariants(collation, piece, found);
      c0 = c1;
    } else if (hasWords(numbers, numbers.copy, c0, c1)) {
      found.push({ ...piece, kind: 'mark-filled' });
      c0 = c1;
    } else found.push({ ...piece, kind: 'mark-removed', c1: c0 });
  }
  pushVariants(collation, { passage, s0, s1, c0, c1 }, found);
}

/** The marks of a transcript: for each sealed token the number of its mark, or -1; and what they say, in lower case. */
interface Marks {
  readonly markOf: Int32Array;
  readonly texts: ReadonlySet<string>;
}

function marksOf({ transcript: { marks, passages, witness }, sealed }: Collation): Marks {
  const markOf = new Int32Array(sealed.numbers.length).fill(-1);
  for (const [i, { passage, from, to }] of marks.entries()) {
    const first = sealed.first[passage]! + from - passages[passage]!.from;
    markOf.fill(i, first, first + to - from);
  }
  return { markOf, texts: new Set(marks.map(({ from, to }) => textOf(witness.tokens, from, to))) };
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
function pushVariants(collation: Collation, spot: Spot, found: Variant[]): void {
  const { numbers } = collation;
  const { sealed, copy } = numbers;
  const { passage, s0, s1, c0, c1 } = spot;
  if (!hasWords(numbers, sealed, s0, s1) || !hasWords(numbers, copy, c0, c1)) {
    pushVariant(collation, spot, found);
    return;
  }
  const [s, c] = [firstWord(numbers, sealed, s0), firstWord(numbers, copy, c0)];
  const [sEnd, cEnd] = [behindLastWord(numbers, sealed, s1), behindLastWord(numbers, copy, c1)];
  pushVariant(collation, { passage, s0, s1: s, c0, c1: c }, found);
  pushVariant(collation, { passage, s0: sEnd, s1, c0: cEnd, c1 }, found);
  pushVariant(collation, { passage, s0: s, s1: sEnd, c0: c, c1: cEnd }, found);
}

/** A sign left behind where words moved, and the equal one they took along, are no change; nor is a word whose signs changed. */
function pushVariant(collation: Collation, spot: Spot, found: Variant[]): void {
  if (!isSame(collation, spot)) found.push(asVariant(spot));
}

/** Where the first word from `from` on stands. */
function firstWord(numbers: Numbers, row: Int32Array, from: number): number {
  let at = from;
  while (isSign(numbers, row[at]!)) at++;
  return at;
}

/** Where the last word before `to` ends. */
function behindLastWord(numbers: Numbers, row: Int32Array, to: number): number {
  let at = to;
  while (isSign(numbers, row[at - 1]!)) at--;
  return at;
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
