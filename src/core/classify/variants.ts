/**
 * The variants inside passages: what a collation leaves unpaired, brought together in the four classic kinds.
 *
 * Omitted words and added words that meet at one point are one substitution; omitted words that turn up as added words
 * elsewhere are a transposition (`transpositions.ts`).
 */

import { type Collation, TOKEN } from '../align/collation.ts';
import { isPunctuation } from '../canon/classes.ts';
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
  const marked = spots.filter((spot) => !isSame(collation, spot)).flatMap((spot) => splitMarks(collation, spot));
  const variants = [
    ...takeTranspositions(collation, marked),
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
  const byStart = new Map(omitted.map((spot) => [spot.s0, spot]));
  const byEnd = new Map(omitted.map((spot) => [spot.s1, spot]));
  const used = new Set<Spot>();
  const spots: Spot[] = [];
  for (const spot of added) {
    const left = before[spot.c0]!;
    const right = behind[spot.c1 - 1]!;
    const candidates = [
      left === -1 ? undefined : byStart.get(toSealed[left]! + 1),
      right === -1 ? undefined : byEnd.get(toSealed[right]!),
    ];
    const partner = candidates.find((one) => one !== undefined && !used.has(one));
    if (partner !== undefined) used.add(partner);
    const at = left === -1 ? (right === -1 ? 0 : toSealed[right]!) : toSealed[left]! + 1;
    const passage = partner?.passage ?? spot.passage;
    spots.push({ passage, s0: partner?.s0 ?? at, s1: partner?.s1 ?? at, c0: spot.c0, c1: spot.c1 });
  }
  for (const spot of omitted) {
    if (used.has(spot)) continue;
    const at = spot.s0 > 0 && toCopy[spot.s0 - 1] !== -1 ? toCopy[spot.s0 - 1]! + 1 : nextCopy(toCopy, spot.s1);
    spots.push({ ...spot, c0: at, c1: at });
  }
  return spots;
}

/** A sign left behind where words moved, and the equal one they took along, are no change of their own. */
function isSame({ sealed, copy }: Collation, { s0, s1, c0, c1 }: Spot): boolean {
  if (s1 - s0 !== c1 - c0) return false;
  for (let k = 0; k < s1 - s0; k++) if (sealed.tokens[s0 + k] !== copy.tokens[c0 + k]) return false;
  return true;
}

function nextCopy(toCopy: Int32Array, from: number): number {
  for (let s = from; s < toCopy.length; s++) if (toCopy[s] !== -1) return toCopy[s]!;
  return 0;
}

/** Takes the marks out of a spot: each is a variant of its own. */
function splitMarks(collation: Collation, spot: Spot): readonly Variant[] {
  const { transcript, copy } = collation;
  const found: Variant[] = [];
  let { s0, c0 } = spot;
  for (const mark of marksBetween(collation, spot)) {
    if (mark.s0 > s0) {
      found.push(...nonEmpty(collation, { ...spot, s0, s1: mark.s0, c0, c1: spot.c1 }));
      c0 = spot.c1;
    }
    const filled = hasWords(copy.tokens, c0, spot.c1);
    found.push({
      kind: filled ? 'mark-filled' : 'mark-removed',
      passage: spot.passage,
      ...mark,
      c0,
      c1: filled ? spot.c1 : c0,
    });
    if (filled) c0 = spot.c1;
    s0 = mark.s1;
  }
  if (found.length > 0) return [...found, ...nonEmpty(collation, { ...spot, s0, c0 })];
  if (spot.s0 === spot.s1 && isMark(transcript, copy.tokens, spot)) {
    return [{ ...spot, kind: 'mark-added' }];
  }
  return nonEmpty(collation, spot);
}

function marksBetween({ transcript, sealed }: Collation, spot: Spot): readonly { s0: number; s1: number }[] {
  const found: { s0: number; s1: number }[] = [];
  if (spot.s0 === spot.s1) return found;
  const passage = transcript.passages[spot.passage]!;
  for (const mark of marksOf(transcript, spot.passage)) {
    const first = sealed.first[spot.passage]! + mark.from - passage.from;
    const s0 = Math.max(first, spot.s0);
    const s1 = Math.min(first + mark.to - mark.from, spot.s1);
    if (s0 < s1) found.push({ s0, s1 });
  }
  return found;
}

const marksByTranscript = new WeakMap<Collation['transcript'], ReadonlyMap<number, Collation['transcript']['marks']>>();

function marksOf(transcript: Collation['transcript'], passage: number): Collation['transcript']['marks'] {
  let table = marksByTranscript.get(transcript);
  if (table === undefined) {
    table = groupMarks(transcript);
    marksByTranscript.set(transcript, table);
  }
  return table.get(passage) ?? [];
}

function groupMarks(transcript: Collation['transcript']): ReadonlyMap<number, Collation['transcript']['marks']> {
  const table = new Map<number, Collation['transcript']['marks'][number][]>();
  for (const mark of transcript.marks) {
    const list = table.get(mark.passage);
    if (list === undefined) table.set(mark.passage, [mark]);
    else list.push(mark);
  }
  return table;
}

/** Whether what was added is one of the marks this transcript uses. */
function isMark({ marks, witness }: Collation['transcript'], tokens: readonly string[], { c0, c1 }: Spot): boolean {
  const added = tokens.slice(c0, c1).join(' ').toLowerCase();
  return marks.some(({ from, to }) => witness.tokens.slice(from, to).join(' ').toLowerCase() === added);
}

function hasWords(tokens: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isPunctuation(tokens[i]!)) return true;
  return false;
}

/** A spot as a variant; words and the punctuation around them apart where both texts have words. */
function nonEmpty({ sealed, copy }: Collation, spot: Spot): readonly Variant[] {
  let { s0, s1, c0, c1 } = spot;
  if (s0 === s1 && c0 === c1) return [];
  const found: Variant[] = [];
  if (hasWords(sealed.tokens, s0, s1) && hasWords(copy.tokens, c0, c1)) {
    const [sHead, cHead] = [signsFrom(sealed.tokens, s0, s1), signsFrom(copy.tokens, c0, c1)];
    if (sHead + cHead > 0) found.push(asVariant({ ...spot, s1: s0 + sHead, c1: c0 + cHead }));
    [s0, c0] = [s0 + sHead, c0 + cHead];
    const [sTail, cTail] = [signsBefore(sealed.tokens, s0, s1), signsBefore(copy.tokens, c0, c1)];
    if (sTail + cTail > 0) found.push(asVariant({ ...spot, s0: s1 - sTail, s1, c0: c1 - cTail, c1 }));
    [s1, c1] = [s1 - sTail, c1 - cTail];
  }
  found.push(asVariant({ ...spot, s0, s1, c0, c1 }));
  return found;
}

function signsFrom(tokens: readonly string[], from: number, to: number): number {
  let count = 0;
  while (from + count < to && isPunctuation(tokens[from + count]!)) count++;
  return count;
}

function signsBefore(tokens: readonly string[], from: number, to: number): number {
  let count = 0;
  while (to - count > from && isPunctuation(tokens[to - count - 1]!)) count++;
  return count;
}

/** Words that agree but for their capitals. */
function caseVariants({ sealed, copy, toSealed }: Collation): readonly Variant[] {
  const found: Variant[] = [];
  for (let c = 0; c < toSealed.length; c++) {
    const s = toSealed[c]!;
    if (s === -1 || sealed.tokens[s] === copy.tokens[c]) continue;
    found.push({ kind: 'case', passage: sealed.passageOf[s]!, s0: s, s1: s + 1, c0: c, c1: c + 1 });
  }
  return found;
}
