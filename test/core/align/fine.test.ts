/** The fine comparison: the shortest script as long as there is effort left, and then a walk to the next agreement. */
import { describe, expect, it } from 'vitest';
import { FineComparison } from '../../../src/core/align/fine.ts';
import type { Window } from '../../../src/core/align/segments.ts';

/** A thousand words and a thousand others: a script of two thousand edits. */
const THOUSAND: Window = { s0: 0, s1: 1_000, c0: 0, c1: 1_000 };
const SPACE = 1_200;

/** A comparison of rows that have nothing in common but what is written into them behind the first thousand tokens. */
class Bench {
  readonly sealed = Int32Array.from({ length: SPACE }, (_, i) => 1_000 + i);
  readonly copy = Int32Array.from({ length: SPACE }, (_, i) => 10_000 + i);
  pairs: (readonly [s: number, c: number])[] = [];
  readonly fine = new FineComparison(this.sealed, this.copy, (s, c, length) => {
    for (let k = 0; k < length; k++) this.pairs.push([s + k, c + k]);
  });

  /** Compares letters, with 26 words behind them that have nothing in common; gives the places that agree. */
  compare(sealed: string, copy: string, behind = 26): readonly (readonly [number, number])[] {
    const fill = (row: Int32Array, text: string, own: number): number => {
      for (let i = 1_000; i < SPACE; i++) row[i] = own + i;
      for (const [i, letter] of [...text].entries()) row[1_000 + i] = letter.codePointAt(0)!;
      return 1_000 + text.length + behind;
    };
    const window = { s0: 1_000, s1: fill(this.sealed, sealed, 1_000), c0: 1_000, c1: fill(this.copy, copy, 10_000) };
    this.pairs = [];
    this.fine.compare(window);
    return this.pairs.map(([s, c]) => [s - 1_000, c - 1_000] as const).sort(([a], [b]) => a - b);
  }
}

let spent: Bench | null = null;

/** A comparison that has spent its effort, so that a script may have 24 edits and no more. */
function tired(): Bench {
  if (spent !== null) return spent;
  spent = new Bench();
  for (let i = 0; i < 60; i++) spent.fine.compare(THOUSAND);
  return spent;
}

const others = (count: number, from: number): string =>
  String.fromCodePoint(...Array.from({ length: count }, (_, i) => from + i));
const X = (count: number): string => others(count, 0x400);
const Y = (count: number): string => others(count, 0x4e00);

describe('the fine comparison', () => {
  it('finds a shortest script', () => {
    const bench = new Bench();
    expect(bench.compare('abcd', 'bXd')).toEqual([
      [1, 0],
      [3, 2],
    ]);
    expect(bench.fine.bounded).toBe(false);
  });

  it('pairs nothing of a word and another', () => {
    expect(new Bench().compare('a', 'b', 0)).toEqual([]);
  });

  it('gives up on the eighth script of two thousand edits', () => {
    const bench = new Bench();
    for (let i = 0; i < 7; i++) bench.fine.compare(THOUSAND);
    expect(bench.fine.bounded).toBe(false);
    bench.fine.compare(THOUSAND);
    expect(bench.fine.bounded).toBe(true);
  });

  it('gives up on more than two thousand edits', () => {
    const bench = new Bench();
    bench.fine.compare({ ...THOUSAND, c1: 1_001 });
    expect(bench.fine.bounded).toBe(true);
  });

  it('has 24 edits left however much was compared', () => {
    expect(tired().compare(`${X(13)}a`, `${Y(11)}a`, 0)).toEqual([[13, 11]]);
    expect(tired().compare(`${X(14)}a`, `${Y(11)}a`, 0)).toEqual([]);
  });
});

describe('the walk to the next agreement', () => {
  const three = (s: number, c: number) => [0, 1, 2].map((k) => [s + k, c + k]);

  it.each([
    [
      'goes on while words agree',
      'ab',
      'ab',
      [
        [0, 0],
        [1, 1],
      ],
    ],
    ['passes over what was put in', 'abc', 'Xabc', three(0, 1)],
    ['passes over what was left out', 'Xabc', 'abc', three(1, 0)],
    ['passes over what was changed', 'Xabc', 'Yabc', three(1, 1)],
    ['passes over more on one side', 'Xabc', 'YZabc', three(1, 2)],
    ['passes over what was put in rather than as much that was left out', 'abcxyz', 'xyzabc', three(0, 3)],
    ['does not go on for two words', 'ab', 'Xab', []],
    ['looks 48 words ahead', 'abc', `${Y(48)}abc`, three(0, 48)],
    ['looks no farther', 'abc', `${Y(49)}abc`, []],
  ] as const)('%s', (_, sealed, copy, pairs) => {
    expect(tired().compare(sealed, copy)).toEqual(pairs);
  });

  it('goes to the end of both texts', () => {
    expect(tired().compare(`${X(20)}abc`, `${Y(22)}abc`, 0)).toEqual(three(20, 22));
  });

  it('does not look beyond them', () => {
    const bench = tired();
    const [sealed, copy] = [`${X(20)}ab`, `${Y(22)}ab`];
    bench.compare(sealed, copy, 0);
    const end = { s0: 1_000, s1: 1_022, c0: 1_000, c1: 1_024 };
    [bench.sealed[end.s1], bench.copy[end.c1]] = [7, 7];
    bench.pairs = [];
    bench.fine.compare(end);
    expect(bench.pairs).toEqual([]);
  });
});
