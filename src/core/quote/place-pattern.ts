/**
 * Finds every place where a quotation's words stand in the transcripts, exactly, with the gaps its editor's signs allow.
 *
 * Words between two signs must stand in a row. A bracket may stand for no word (inserted) or for a few (replaced); an
 * ellipsis for any number, forwards, inside the same turn. Capitals and punctuation are not looked at here: the rules do
 * that, where the words are found.
 */

import { tokenAt } from './gaps.ts';
import type { Occurrences } from './occurrences.ts';
import { lastPlaceOf, placesOf, rarest, standsAt } from './occurrences.ts';
import type { Joint, Pattern } from './pattern.ts';
import type { Stream } from './stream.ts';

/** Words of the quotation that stand in a row in the transcript. */
export interface PlacedSegment {
  /** Half-open range of words of the pattern. */
  readonly from: number;
  readonly to: number;
  /** Where the first of them stands in the row. */
  readonly at: number;
}

/** A quotation at one place. */
export interface Placed {
  readonly stream: Stream;
  readonly pattern: Pattern;
  readonly segments: readonly PlacedSegment[];
  /** Half-open range of the row from the first word to behind the last. */
  readonly from: number;
  readonly to: number;
  /** Whether the words run on from one turn into another. */
  readonly crosses: boolean;
}

/** The most words one bracket may replace. A longer change is not a replacement but another text. */
const MAX_REPLACED = 12;
/** Places tried for one quotation. */
const MAX_PLACES = 64;

interface Segment {
  readonly from: number;
  readonly to: number;
  readonly run: readonly number[];
}

/** Every place of `pattern` in the row, at most 64. */
export function placesOfPattern(index: Occurrences, pattern: Pattern): readonly Placed[] {
  const segments = segmentsOf(index.stream, pattern);
  const anchor = anchorOf(index, segments);
  if (anchor < 0) return [];
  const found: Placed[] = [];
  for (const at of placesOf(index, segments[anchor]!.run, MAX_PLACES)) {
    const placed = extend(index, pattern, segments, anchor, at);
    if (placed !== null) found.push(placed);
  }
  return found;
}

function segmentsOf(stream: Stream, pattern: Pattern): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (let i = 1; i <= pattern.words.length; i++) {
    const joint = pattern.joints[i]!;
    if (i < pattern.words.length && joint.ellipsis === null && joint.brackets.length === 0) continue;
    const run = pattern.words.slice(from, i).map(({ key }) => stream.vocabulary.get(key) ?? -1);
    segments.push({ from, to: i, run });
    from = i;
  }
  return segments;
}

/** The segment that occurs least often; -1 when one has a word that no transcript has. */
function anchorOf(index: Occurrences, segments: readonly Segment[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, { run }] of segments.entries()) {
    const feature = rarest(index, run);
    if (feature === null) return -1;
    if (feature.places.length < least) [best, least] = [i, feature.places.length];
  }
  return best;
}

function extend(
  index: Occurrences,
  pattern: Pattern,
  segments: readonly Segment[],
  anchor: number,
  at: number,
): Placed | null {
  const { stream } = index;
  const first = stream.passages[stream.passage[at]!]!;
  const last = stream.passages[stream.passage[at + segments[anchor]!.run.length - 1]!]!;
  const places = segments.map(() => at);
  for (let i = anchor + 1; i < segments.length; i++) {
    const from = places[i - 1]! + segments[i - 1]!.run.length;
    places[i] = nextPlace(index, segments[i]!, pattern.joints[segments[i]!.from]!, from, last.turnTo);
    if (places[i] === -1) return null;
  }
  for (let i = anchor - 1; i >= 0; i--) {
    places[i] = placeBefore(
      index,
      segments[i]!,
      pattern.joints[segments[i + 1]!.from]!,
      places[i + 1]!,
      first.turnFrom,
    );
    if (places[i] === -1) return null;
  }
  const placed = segments.map(({ from, to }, i) => ({ from, to, at: places[i]! }));
  const end = placed.at(-1)!;
  const to = end.at + end.to - end.from;
  if (!stemBefore(stream, pattern.joints[0]!, places[0]!, first.turnFrom)) return null;
  if (!stemBehind(stream, pattern.joints.at(-1)!, to, last.turnTo)) return null;
  return { stream, pattern, segments: placed, from: places[0]!, to, crosses: to > first.turnTo };
}

/** Where the segment behind `joint` stands, from `from` on; -1 if nowhere. */
function nextPlace(index: Occurrences, { run }: Segment, joint: Joint, from: number, end: number): number {
  if (joint.ellipsis !== null) return placesOf(index, run, 1, from, end)[0] ?? -1;
  for (let skip = 0; skip <= MAX_REPLACED && from + skip + run.length <= end; skip++) {
    if (fits(index.stream, joint, from, skip) && standsAt(index, run, from + skip)) return from + skip;
  }
  return -1;
}

/** Where the segment ahead of `joint` stands, if what follows begins at `to`. */
function placeBefore(index: Occurrences, { run }: Segment, joint: Joint, to: number, begin: number): number {
  if (joint.ellipsis !== null) return lastPlaceOf(index, run, begin, to);
  for (let skip = 0; skip <= MAX_REPLACED && to - skip - run.length >= begin; skip++) {
    const at = to - skip - run.length;
    if (fits(index.stream, joint, to - skip, skip) && standsAt(index, run, at)) return at;
  }
  return -1;
}

/**
 * A bracket that touches a word (`want[ed]`) stands for exactly one word, which must share the letters outside; `[sic]`
 * stands for none.
 */
function fits(stream: Stream, joint: Joint, at: number, skipped: number): boolean {
  if (skipped > 0 && joint.brackets.every(({ sic }) => sic)) return false;
  const stem = joint.brackets.map((bracket) => bracket.stem).find((one) => one !== null);
  if (stem === undefined) return true;
  return skipped === 1 && shares(tokenAt(stream, at).toLowerCase(), stem);
}

/** Languages change a stem's last letters: two may differ. */
const STEM_TOLERANCE = 2;

function shares(word: string, { text, side }: { readonly text: string; readonly side: 'before' | 'after' }): boolean {
  const kept = Math.max(1, Math.min(text.length, word.length) - STEM_TOLERANCE);
  return side === 'before' ? word.startsWith(text.slice(0, kept)) : word.endsWith(text.slice(-kept));
}

function hasStem({ brackets }: Joint): boolean {
  return brackets.some(({ stem }) => stem !== null);
}

/** Whether a bracket that touches a word, before the first one, has its word there, in the same turn. */
function stemBefore(stream: Stream, joint: Joint, from: number, begin: number): boolean {
  return !hasStem(joint) || (from > begin && fits(stream, joint, from - 1, 1));
}

/** The same behind the last one. */
function stemBehind(stream: Stream, joint: Joint, to: number, end: number): boolean {
  return !hasStem(joint) || (to < end && fits(stream, joint, to, 1));
}
