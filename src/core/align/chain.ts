/**
 * The heaviest chain of segments that ascend in both texts (Jacobson and Vo, "Heaviest increasing/common subsequence
 * problems", CPM 1992), in O(r log r) for r segments, with a Fenwick tree of running maxima.
 */
import type { Segment } from './segments.ts';

/** Splits `segments` (given in the order of the copy) into the heaviest ascending chain and the rest. */
export function heaviestChain(segments: readonly Segment[]): { chain: readonly Segment[]; rest: readonly Segment[] } {
  // Most copies have everything in order, and a long one needs no sorting then.
  if (ascends(segments)) return { chain: segments, rest: [] };
  const ranks = rankEnds(segments);
  const best = new Float64Array(ranks.length + 1);
  const bestIndex = new Int32Array(ranks.length + 1);
  const previous = new Int32Array(segments.length);
  let top = -1;
  let topWeight = 0;
  for (const [i, segment] of segments.entries()) {
    const [weight, from] = bestBelow(best, bestIndex, countBelow(ranks, segment.sFirst));
    previous[i] = from;
    const total = weight + segment.weight;
    raise(best, bestIndex, countBelow(ranks, segment.sLast) + 1, total, i);
    if (total > topWeight) [topWeight, top] = [total, i];
  }
  const chosen = new Uint8Array(segments.length);
  for (let i = top; i !== -1; i = previous[i]!) chosen[i] = 1;
  return { chain: segments.filter((_, i) => chosen[i] === 1), rest: segments.filter((_, i) => chosen[i] === 0) };
}

function ascends(segments: readonly Segment[]): boolean {
  return segments.every(({ sFirst }, i) => i === 0 || segments[i - 1]!.sLast < sFirst);
}

function rankEnds(segments: readonly Segment[]): Int32Array {
  return Int32Array.from(segments, (segment) => segment.sLast).sort();
}

/** How many of the sorted `values` are below `value`. */
function countBelow(values: Int32Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bestBelow(best: Float64Array, index: Int32Array, count: number): readonly [number, number] {
  let weight = 0;
  let from = -1;
  for (let i = count; i > 0; i -= i & -i) if (best[i]! > weight) [weight, from] = [best[i]!, index[i]!];
  return [weight, from];
}

function raise(best: Float64Array, index: Int32Array, rank: number, weight: number, segment: number): void {
  for (let i = rank; i < best.length; i += i & -i) {
    if (weight <= best[i]!) continue;
    best[i] = weight;
    index[i] = segment;
  }
}
