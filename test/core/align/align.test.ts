/** What moved, in texts of one letter a token. */
import { describe, expect, it } from 'vitest';
import { align } from '../../../src/core/align/align.ts';
import { row } from './rows.ts';

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** For each sealed token its partner in the copy, as a letter of `0-9a-z` or a dot; and the moves as `s>c*length`. */
function aligned(sealed: string, copy: string): readonly [pairs: string, ...moved: readonly string[]] {
  const { toCopy, toSealed, moved } = align(row(sealed), row(copy));
  for (const [c, s] of toSealed.entries()) if (s !== -1) expect(toCopy[s]).toBe(c);
  const pairs = Array.from(toCopy, (c) => (c === -1 ? '.' : DIGITS[c])).join('');
  return [pairs, ...moved.map(({ s, c, length }) => `${s}>${c}*${length}`)];
}

describe('an alignment', () => {
  it.each([
    ['pairs what is equal', 'abc', 'abc', ['012']],
    ['leaves out what is not there', 'abcd', 'ad', ['0..1']],
    ['finds eight words that moved', 'abcdefghij12345678', '12345678abcdefghij', ['89abcdefgh01234567', '10>0*8']],
    ['finds no seven that moved', 'abcdefghij1234567', '1234567abcdefghij', ['789abcdefg.......']],
    [
      'lets the longer stand and the shorter move',
      '12345678abcdefghij',
      'abcdefghij12345678',
      ['abcdefgh0123456789', '0>10*8'],
    ],
    [
      'tells the longest move first',
      'abcdefghijkl12345678ABCDEFGHI',
      'ABCDEFGHI12345678abcdefghijkl',
      ['hijklmnopqrs9abcdefg012345678', '20>0*9', '12>9*8'],
    ],
    [
      'tells the first of two moves as long first',
      'abcdefghijkl12345678ABCDEFGH',
      'ABCDEFGH12345678abcdefghijkl',
      ['ghijklmnopqr89abcdef01234567', '12>8*8', '20>0*8'],
    ],
    [
      'leaves the sign before a move to the words it stands behind',
      'Zabcdefghij?12345678ABCDEFGHIJ',
      'Yabcdefghij?ABCDEFGHIJ?12345678',
      ['.123456789abnopqrstucdefghijkl', '12>23*8'],
    ],
    [
      'takes a move as far as it goes',
      'abcdefghijklm12345678xx',
      'xx12345678xabcdefghijklm',
      ['bcdefghijklmn23456789a.', '13>2*9'],
    ],
    ['takes what comes twice for what it is in order', 'abcdefgh', 'abcdefghXabcdefgh', ['01234567']],
  ])('%s', (_, sealed, copy, expected) => {
    expect(aligned(sealed, copy)).toEqual(expected);
  });

  it('says that its effort was bounded', () => {
    const different = (from: number): Int32Array => Int32Array.from({ length: 1_100 }, (_, i) => from + i);
    expect(align(different(0), different(0)).bounded).toBe(false);
    expect(align(different(0), different(5_000)).bounded).toBe(true);
  });
});
