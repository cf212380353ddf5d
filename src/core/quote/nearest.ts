/**
 * Finds where a quotation most likely comes from, when its words stand nowhere as they are.
 *
 * Each rare word and pair of words votes for the place the quotation would begin at; votes that agree within a quotation's
 * length count together. The winner only says where to look: the alignment there explains, and nothing passes by it.
 */
import { type Alignment, alignWords } from './align-words.ts';
import { featuresOf, type Occurrences } from './occurrences.ts';
import type { Pattern } from './pattern.ts';

/** The nearest place, explained. */
export interface Nearest {
  readonly alignment: Alignment | null;
  /** Half-open range of the row the quotation was held against; the alignment counts from its beginning. */
  readonly from: number;
  readonly to: number;
}

/** Votes counted for one quotation, the rarest words first. */
const MAX_VOTES = 4_096;
/** Places aligned for one quotation. */
const TRIED = 3;
/** A quotation of more words than this is aligned at one place: so many votes do not err. */
const LONG = 400;
/** Votes count together within a quotation's length, but not further apart than this, in words. */
const MAX_SLACK = 200;
/** Words around the place that are looked at besides the quotation's own length. */
const MARGIN = 24;

/** The place of the row nearest to `pattern`; `null` when no word of it occurs. */
export function nearestPlace(index: Occurrences, pattern: Pattern): Nearest | null {
  const run = pattern.words.map(({ key }) => index.stream.vocabulary.get(key) ?? -1);
  const free = pattern.joints.map(({ ellipsis, brackets }) => ellipsis !== null || brackets.some(({ sic }) => !sic));
  const slack = Math.min(MAX_SLACK, Math.max(8, run.length));
  const tried = votedPlaces(index, run, slack).map((start) => {
    const from = Math.max(0, start - MARGIN - slack);
    const to = Math.min(index.stream.words.length, start + run.length + 2 * slack + MARGIN);
    const alignment = alignWords(run, index.stream.words.subarray(from, to), free);
    return { nearest: { alignment, from, to }, worth: worthOf(alignment) };
  });
  return tried.toSorted((a, b) => b.worth - a.worth)[0]?.nearest ?? null;
}

/** How well an alignment explains the quotation. */
function worthOf(alignment: Alignment | null): number {
  return alignment === null ? 0 : alignment.matched - alignment.differences.length / 2;
}

/** The beginnings most voted for. */
function votedPlaces(index: Occurrences, run: readonly number[], slack: number): number[] {
  const features = featuresOf(index, run).toSorted((a, b) => a.places.length / a.width - b.places.length / b.width);
  const votes = new Map<number, number>();
  let left = MAX_VOTES;
  for (const { places, offset, width } of features) {
    const count = Math.min(places.length, left);
    const weight = width / Math.log2(2 + places.length);
    for (let i = 0; i < count; i++) {
      const bucket = Math.floor(Math.max(0, places[i]! - offset) / slack);
      votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
    }
    left -= count;
    if (left <= 0) break;
  }
  const sums = [...votes].map(([bucket, vote]) => ({ bucket, vote: vote + (votes.get(bucket + 1) ?? 0) }));
  return sums
    .toSorted((a, b) => b.vote - a.vote || a.bucket - b.bucket)
    .slice(0, run.length > LONG ? 1 : TRIED)
    .map(({ bucket }) => bucket * slack);
}
