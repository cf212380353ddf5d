/** The heaviest ascending chain, held against all chains there are. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { heaviestChain } from '../../../src/core/align/chain.ts';
import type { Segment } from '../../../src/core/align/segments.ts';

const ascends = (chain: readonly Segment[]): boolean =>
  chain.every((segment, i) => i === 0 || segment.sFirst > chain[i - 1]!.sLast);
const weightOf = (chain: readonly Segment[]): number => chain.reduce((sum, { weight }) => sum + weight, 0);

function heaviest(segments: readonly Segment[]): number {
  let best = 0;
  for (let choice = 0; choice < 2 ** segments.length; choice++) {
    const chain = segments.filter((_, i) => (choice >> i) % 2 === 1);
    if (ascends(chain)) best = Math.max(best, weightOf(chain));
  }
  return best;
}

const segment = (i: number, sFirst: number, length: number, weight: number): Segment => ({
  sFirst,
  sLast: sFirst + length,
  cFirst: 10 * i,
  cLast: 10 * i + length,
  weight,
});
const segments = fc
  .array(fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 3 }), fc.integer({ min: 1, max: 6 })), { maxLength: 8 })
  .map((list) => list.map(([sFirst, length, weight], i) => segment(i, sFirst, length, weight)));

it('is the heaviest there is, and what is beside it is the rest', () => {
  fc.assert(
    fc.property(segments, (all) => {
      const { chain, rest } = heaviestChain(all);
      expect(ascends(chain)).toBe(true);
      expect(weightOf(chain)).toBe(heaviest(all));
      expect([...chain, ...rest].sort((a, b) => a.cFirst - b.cFirst)).toEqual(all);
    }),
    { numRuns: 500 },
  );
});

it('is, of equally heavy ones, that which is complete first', () => {
  const [late, early] = [segment(0, 5, 0, 2), segment(1, 0, 0, 2)];
  expect(heaviestChain([late, early])).toEqual({ chain: [late], rest: [early] });
});

it.each([
  ['at once', [segment(0, 2, 0, 2), segment(1, 0, 0, 2), segment(2, 5, 0, 1)], [1]],
  ['among others', [segment(0, 4, 0, 2), segment(1, 2, 0, 1), segment(2, 0, 0, 2), segment(3, 6, 0, 1)], [1, 2]],
])('goes on from that which stands first, of equally heavy ones: %s', (_, all, beside) => {
  expect(heaviestChain(all).rest).toEqual(beside.map((i) => all[i]));
});

it('is empty of nothing', () => {
  expect(heaviestChain([])).toEqual({ chain: [], rest: [] });
});

it('does not take what only touches for ascending', () => {
  const [first, touching] = [segment(0, 0, 3, 4), segment(1, 3, 2, 3)];
  expect(heaviestChain([first, touching])).toEqual({ chain: [first], rest: [touching] });
});
