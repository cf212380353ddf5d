/**
 * Where words and pairs of words occur in the row: the index that makes looking up thousands of quotations linear.
 *
 * Both lists are built once by counting sort. A quotation is looked up by its rarest pair or word; pairs are found by a
 * hash, so what is found is always compared before it is believed.
 */
import type { Stream } from './stream.ts';

/** Places looked at for one look-up. Words so common do not tell one place from another. */
const MAX_LOOKED_AT = 20_000;

interface Postings {
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

export interface Occurrences {
  readonly stream: Stream;
  readonly single: Postings;
  readonly pair: Postings;
  readonly bits: number;
}

/** The index of a row of words. */
export function indexOf(stream: Stream): Occurrences {
  const { words } = stream;
  const bits = Math.max(4, Math.min(24, 32 - Math.clz32(words.length)));
  const single = postings(words.length, stream.vocabulary.size + 1, (i) => words[i]!);
  const pair = postings(Math.max(0, words.length - 1), 2 ** bits, (i) => hash(words[i]!, words[i + 1]!, bits));
  return { stream, single, pair, bits };
}

function postings(length: number, kinds: number, kindOf: (index: number) => number): Postings {
  const starts = new Uint32Array(kinds + 1);
  for (let i = 0; i < length; i++) starts[kindOf(i) + 1]!++;
  for (let k = 0; k < kinds; k++) starts[k + 1]! += starts[k]!;
  const next = starts.slice();
  const places = new Uint32Array(length);
  for (let i = 0; i < length; i++) places[next[kindOf(i)]!++] = i;
  return { starts, places };
}

function hash(a: number, b: number, bits: number): number {
  return (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> (32 - bits);
}

/** One way to look a run up: the places of one of its words or pairs, and where in the run that stands. */
export interface Feature {
  readonly offset: number;
  readonly width: 1 | 2;
  readonly places: Uint32Array;
}

/** The places of each word and pair of `run`; a number of -1 is a word no transcript has. */
export function featuresOf(index: Occurrences, run: readonly number[]): Feature[] {
  const features: Feature[] = [];
  for (let i = 0; i < run.length; i++) {
    const word = run[i]!;
    if (word < 0) continue;
    features.push({ offset: i, width: 1, places: placesIn(index.single, word) });
    const next = run[i + 1] ?? -1;
    if (next >= 0) features.push({ offset: i, width: 2, places: placesIn(index.pair, hash(word, next, index.bits)) });
  }
  return features;
}

function placesIn({ starts, places }: Postings, kind: number): Uint32Array {
  return places.subarray(starts[kind], starts[kind + 1]);
}

/** The feature of `run` that occurs least; `null` if a word of it occurs nowhere, or there is none. */
export function rarest(index: Occurrences, run: readonly number[]): Feature | null {
  let best: Feature | null = null;
  for (let i = 0; i < run.length; i++) if (run[i]! < 0) return null;
  for (const feature of featuresOf(index, run)) {
    if (best === null || feature.places.length < best.places.length) best = feature;
  }
  return best;
}

/** Whether `run` stands at `at` in the row. */
export function standsAt({ stream: { words } }: Occurrences, run: readonly number[], at: number): boolean {
  for (let i = 0; i < run.length; i++) if (words[at + i] !== run[i]) return false;
  return true;
}

/** The first places, at most `limit`, in [from, to) at which the whole of `run` stands. */
export function placesOf(
  index: Occurrences,
  run: readonly number[],
  limit: number,
  from = 0,
  to = index.stream.words.length,
): number[] {
  const feature = rarest(index, run);
  if (feature === null) return [];
  const found: number[] = [];
  const { places, offset } = feature;
  const first = lowerBound(places, from + offset);
  const last = Math.min(places.length, first + MAX_LOOKED_AT);
  for (let i = first; i < last && found.length < limit; i++) {
    const at = places[i]! - offset;
    if (at + run.length > to) break;
    if (standsAt(index, run, at)) found.push(at);
  }
  return found;
}

/** The last place in [from, to) at which the whole of `run` stands; -1 if there is none. */
export function lastPlaceOf(index: Occurrences, run: readonly number[], from: number, to: number): number {
  const feature = rarest(index, run);
  if (feature === null) return -1;
  const { places, offset } = feature;
  const end = lowerBound(places, to - run.length + offset + 1);
  for (let i = end - 1; i >= Math.max(0, end - MAX_LOOKED_AT); i--) {
    const at = places[i]! - offset;
    if (at < from) break;
    if (standsAt(index, run, at)) return at;
  }
  return -1;
}

function lowerBound(values: Uint32Array, least: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
