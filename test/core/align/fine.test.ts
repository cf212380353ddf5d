/** The fine comparison: the shortest script as long as there is effort left, and then a walk to the next agreement. */
import { describe, expect, it } from 'vitest';
import { FineComparison } from '../../../src/core/align/fine.ts';
import type { Window } from '../../../src/core/align/segments.ts';

/** Fifty words and fifty others: a script of a hundred edits. */
const FIFTY: Window = { s0: 0, s1: 50, c0: 0, c1: 50 };
/** Steps with which a script may have a hundred edits: four for the square of each. */
const HUNDRED = 4 * 100 * 100;
const SPACE = 1_200;

/** A comparison of rows that have nothing in common but what is written into them from the thousandth token on. */
class Bench {
  readonly sealed = Int32Array.from({ length: SPACE }, (_, i) => 1_000 + i);
  readonly copy = Int32Array.from({ length: SPACE }, (_, i) => 10_000 + i);
  pairs: (readonly [s: number, c: number])[] = [];
  readonly fine: FineComparison;

  constructor(steps: number) {
    const match = (s: number, c: number, length: number): void => {
      for (let k = 0; k < length; k++) this.pairs.push([s + k, c + k]);
    };
    this.fine = new FineComparison(this.sealed, this.copy, match, steps);
  }

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

/** A comparison that has spent its effort, so that a script may have 24 edits and no more. */
const tired = (): Bench => new Bench(0);

const others = (count: number, from: number): string =>
  String.fromCodePoint(...Array.from({ length: count }, (_, i) => from + i));
const X = (count: number): string => others(count, 0x400);
const Y = (count: number): string => others(count, 0x4e00);

describe('the fine comparison', () => {
  it('finds a shortest script', () => {
    const bench = new Bench(HUNDRED);
    expect(bench.compare('abcd', 'bXd')).toEqual([
      [1, 0],
      [3, 2],
    ]);
    expect(bench.fine.bounded).toBe(false);
  });

  it('pairs nothing of a word and another', () => {
    expect(new Bench(HUNDRED).compare('a', 'b', 0)).toEqual([]);
  });

  it('gives up on a script that costs more than its effort', () => {
    const bench = new Bench(HUNDRED);
    bench.fine.compare(FIFTY);
    expect(bench.fine.bounded).toBe(false);
    const other = new Bench(HUNDRED);
    other.fine.compare({ ...FIFTY, c1: 51 });
    expect(other.fine.bounded).toBe(true);
  });

  it('spends the square of a script’s edits', () => {
    const bench = new Bench(HUNDRED + 100 * 100);
    bench.fine.compare(FIFTY);
    bench.fine.compare(FIFTY);
    expect(bench.fine.bounded).toBe(false);
    bench.fine.compare(FIFTY);
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

  it('gives up one word of each where nothing agrees within 48', () => {
    expect(tired().compare(`${X(60)}abc`, `${Y(60)}abc`, 0)).toEqual(three(60, 60));
  });

  /** Compares both texts to their ends, with words behind these that do not belong to the window. */
  it.each([
    ['three words that go on behind both', `${X(20)}ab`, 'c', `${Y(22)}ab`, 'c'],
    ['three words that go on behind the sealed text', `${X(20)}ab`, 'c', `${Y(22)}abc`, ''],
    ['three words that go on behind the copy', `${X(20)}abc`, '', `${Y(22)}ab`, 'c'],
    ['a word behind the sealed text', X(25), 'a', `${Y(25)}a${Y(4)}`, ''],
    ['a word behind the copy', `${X(25)}a${X(4)}`, '', Y(25), 'a'],
  ])('does not find %s', (_, sealed, behindSealed, copy, behindCopy) => {
    const bench = tired();
    bench.compare(sealed + behindSealed, copy + behindCopy, 0);
    bench.pairs = [];
    bench.fine.compare({ s0: 1_000, s1: 1_000 + sealed.length, c0: 1_000, c1: 1_000 + copy.length });
    expect(bench.pairs).toEqual([]);
  });
});
