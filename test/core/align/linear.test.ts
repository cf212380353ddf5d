/** No input makes the alignment quadratic. Steps are counted, never timed. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { align } from '../../../src/core/align/align.ts';
import { FineComparison } from '../../../src/core/align/fine.ts';
import { runsOf } from '../../../src/core/align/tidy.ts';

/** How many numbers are read of the texts while `run` compares them; slices count by their length. */
function readsOf(text: Int32Array, count: (reads: number) => void): Int32Array {
  return new Proxy(text, {
    get(target, key) {
      if (key === 'subarray' || key === 'slice') {
        return (from: number, to: number) => {
          count(to - from);
          return target.slice(from, to);
        };
      }
      count(1);
      return Reflect.get(target, key, target);
    },
  });
}

function readsToCompare(sealed: Int32Array, copy: Int32Array): number {
  let reads = 0;
  const count = (more: number): void => {
    reads += more;
  };
  const fine = new FineComparison(readsOf(sealed, count), readsOf(copy, count), () => undefined);
  fine.compare({ s0: 0, s1: sealed.length, c0: 0, c1: copy.length });
  expect(fine.bounded).toBe(true);
  return reads;
}

const different = (n: number, from: number) => Int32Array.from({ length: n }, (_, i) => from + i);

/** A litany in which every verse has another word. */
function litany(verses: number, seed: number): Int32Array {
  return Int32Array.from({ length: 6 * verses }, (_, i) => (i % 6 === 3 ? 10 + ((i * seed) % 7) : i % 6));
}

describe('the fine comparison', () => {
  it.each([
    ['of nothing in common', 2_400, (n: number) => [different(n, 0), different(n, 1_000_000)] as const],
    ['of two litanies', 12_000, (n: number) => [litany(n / 6, 5), litany(n / 6, 11)] as const],
  ])('%s gives up on the shortest script and reads twice as much of twice the text', (_, n, make) => {
    const once = readsToCompare(...make(n));
    const twice = readsToCompare(...make(2 * n));
    expect(twice / once).toBeLessThan(2.2);
  });
});

describe('anchors', () => {
  afterEach(() => vi.restoreAllMocks());

  /** Every step of hashing is one multiplication. */
  function multiplications(sealed: Int32Array, copy: Int32Array): number {
    const spy = vi.spyOn(Math, 'imul');
    align(sealed, copy);
    const { length } = spy.mock.calls;
    spy.mockRestore();
    return length;
  }

  it.each([
    ['one word over and over', (n: number) => [new Int32Array(n), new Int32Array(n).fill(0, 0, n - 1).fill(1, n - 1)]],
    ['nothing in common', (n: number) => [different(n, 0), different(n, 1_000_000)]],
    ['two litanies', (n: number) => [litany(n / 6, 5), litany(n / 6, 11)]],
    ['halves exchanged', (n: number) => [different(n, 0), Int32Array.from({ length: n }, (_, i) => (i + n / 2) % n)]],
    ['everything reversed', (n: number) => [different(n, 0), different(n, 0).reverse()]],
  ] as const)('of %s are hashed once a level', (_, make) => {
    const [a, b] = make(3_000);
    const [c, d] = make(6_000);
    const once = multiplications(a!, b!);
    expect(multiplications(c!, d!)).toBeLessThanOrEqual(2.2 * once);
  });
});

describe('moves', () => {
  it('of exchanged halves are one run', () => {
    const n = 10_000;
    const copy = Int32Array.from({ length: n }, (_, i) => (i + n / 4) % n);
    expect(runsOf(align(different(n, 0), copy))).toEqual([
      { s: n / 4, c: 0, length: (3 * n) / 4 },
      { s: 0, c: (3 * n) / 4, length: n / 4 },
    ]);
  });
});
