/** Places at which a run may begin: those of its first pair of words. */
import { featuresOf, type Occurrences } from './occurrences.ts';

/** Places looked at for one piece. */
const MAX_PLACES = 2_000;

/** Where the two words from `from` on may stand in the row; found by hash, so to be compared. */
export function placesIn(index: Occurrences, run: readonly number[], from: number): Uint32Array {
  const pair = featuresOf(index, run.slice(from, from + 2)).find(({ width }) => width === 2);
  return pair === undefined ? new Uint32Array(0) : pair.places.subarray(0, MAX_PLACES);
}
