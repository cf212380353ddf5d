/** What agrees, what moved, and how much effort that takes. */
import { describe, expect, it } from 'vitest';
import { align } from '../../../src/core/align/align.ts';
import { row } from './rows.ts';

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** For each sealed token its partner in the copy, as a letter of `0-9a-z` or a dot. */
function aligned(sealed: string, copy: string): string {
  const { toCopy, toSealed } = align(row(sealed), row(copy));
  for (const [c, s] of toSealed.entries()) if (s !== -1) expect(toCopy[s]).toBe(c);
  expect(toCopy.filter((c) => c !== -1)).toHaveLength(toSealed.filter((s) => s !== -1).length);
  return Array.from(toCopy, (c) => (c === -1 ? '.' : DIGITS[c])).join('');
}

describe('an alignment, in texts of one letter a token,', () => {
  it.each([
    ['pairs what is equal', 'abc', 'abc', '012'],
    ['leaves out what is not there', 'abcd', 'ad', '0..1'],
    ['finds eight words that moved', 'abcdefghij12345678', '12345678abcdefghij', '89abcdefgh01234567'],
    ['finds no seven that moved', 'abcdefghij1234567', '1234567abcdefghij', '789abcdefg.......'],
    ['lets the longer stand and the shorter move', '12345678abcdefghij', 'abcdefghij12345678', 'abcdefgh0123456789'],
    ['finds two moves', 'abcdefghijkl12345678ABCDEFGH', 'ABCDEFGH12345678abcdefghijkl', 'ghijklmnopqr89abcdef01234567'],
    [
      'takes the longer of two moves of the same words',
      'abcdefghijklmno1234567890',
      '12345678X1234567890abcdefghijklmno',
      'jklmnopqrstuvwx9abcdefghi',
    ],
    [
      'leaves the sign before a move to the words it stands behind',
      'Zabcdefghij?12345678ABCDEFGHIJ',
      'Yabcdefghij?ABCDEFGHIJ?12345678',
      '.123456789abnopqrstucdefghijkl',
    ],
    [
      'finds no seven behind two that stand elsewhere',
      'abcdefghijklm1234567',
      'lm1234567Xabcdefghijklm',
      'abcdefghijklm.......',
    ],
    [
      'finds eight behind one that stands elsewhere, even if they come twice',
      'abcdefghijklm12345678Z12345678',
      'm12345678Xabcdefghijklm',
      'abcdefghijklm12345678.........',
    ],
    [
      'takes a move as far on as it goes',
      'abcdefghijklm12345678xx',
      'xx12345678xabcdefghijklm',
      'bcdefghijklmn23456789a.',
    ],
    [
      'takes a move as far back as it goes',
      'abcdefghijklmno?12345678?1234567!P',
      '?12345678abcdefghijklmnoX?1234567!Q',
      '9abcdefghijklmn012345678pqrstuvwx.',
    ],
    [
      'pairs once what was put in again before itself',
      'Zabcdefgh12345678Y',
      'Xabcdefgh112345678W',
      '.12345678abcdefgh.',
    ],
    [
      'pairs once what comes again and was left out there',
      'Zabcdefgh112345678Y',
      'Xabcdefgh12345678W',
      '.12345678.9abcdefg.',
    ],
    [
      'leaves words of the copy to the passage that they stand in',
      'lm12345678Zabcdefghijklm',
      'Xabcdefghijklm12345678',
      '..efghijkl.123456789abcd',
    ],
    ['takes what comes twice for what it is in order', 'abcdefgh', 'abcdefghXabcdefgh', '01234567'],
  ])('%s', (_, sealed, copy, pairs) => {
    expect(aligned(sealed, copy)).toBe(pairs);
  });

  it('pairs nothing else with words that moved', () => {
    const [stays, moves] = [Array.from({ length: 10 }, (_, i) => 10 + i), Array.from({ length: 8 }, (_, i) => 30 + i)];
    const sealed = Int32Array.from([2, 34, ...stays, ...moves, 50]);
    const copy = Int32Array.from([...moves, ...stays, 1, 34, 51]);
    expect([...align(sealed, copy).toCopy]).toEqual([
      -1,
      -1,
      ...stays.map((_, i) => 8 + i),
      0,
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      -1,
    ]);
  });

  it('leaves the texts as they are', () => {
    const texts = [row('abcdefghij12345678'), row('12345678abcdefghij')] as const;
    align(...texts);
    expect(texts).toEqual([row('abcdefghij12345678'), row('12345678abcdefghij')]);
  });
});

/** Words that are nowhere else. */
const others = (count: number, from: number): readonly number[] => Array.from({ length: count }, (_, i) => from + i);
const A_MILLION = 1_000_000;

describe('windows between anchors', () => {
  /** Shared words and ten others, over and over: too much for one comparison word by word. */
  const verses = (shared: number, from: number): Int32Array =>
    Int32Array.from({ length: 300 * (shared + 10) }, (_, i) => (i % (shared + 10) < shared ? i : from + i));

  it.each([8, 5, 3, 1])('are found by anchors of %i words', (shared) => {
    const [sealed, copy] = [verses(shared, A_MILLION), verses(shared, 2 * A_MILLION)];
    const { toCopy, bounded } = align(sealed, copy);
    expect([...toCopy]).toEqual(Array.from(sealed, (word, s) => (word < A_MILLION ? s : -1)));
    expect(bounded).toBe(false);
  });

  /** Six single words stand before five in a row in the one text, and behind them in the other. */
  const singles = others(6, 1).flatMap((word) => [word, -word]);
  const inARow = others(5, 11);
  it.each([
    ['are compared word by word', 64, 6],
    ['of a word more are not', 65, 5],
  ])('of sixty-four words a side %s', (_, length, agreeing) => {
    const sealed = Int32Array.from([...inARow, ...singles, ...others(64 - 17, A_MILLION)]);
    const copy = Int32Array.from([...singles.map(Math.abs), ...inARow, ...others(length - 17, 2 * A_MILLION)]);
    expect(align(sealed, copy).toCopy.filter((c) => c !== -1)).toHaveLength(agreeing);
  });
});

describe('the effort', () => {
  const litany = Array.from({ length: 3_000 }, (_, i) => i % 6);
  const many = others(2_500, 100);

  it.each([
    ['where nothing differs', many, many, false],
    ['where nothing agrees', many, others(2_500, 5_000), true],
    ['where thousands of words were put in', [1, 2], [1, ...many, 2], false],
    ['where thousands of words were left out', [1, ...many, 2], [1, 2], false],
    ['before a litany', [...many, ...litany], litany, false],
    ['behind a litany', [...litany, ...many], litany, false],
  ])('%s is bounded: %#', (_, sealed, copy, bounded) => {
    expect(align(Int32Array.from(sealed), Int32Array.from(copy)).bounded).toBe(bounded);
  });
});
