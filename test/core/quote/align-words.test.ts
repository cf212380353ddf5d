/** What differs between a quotation and the stretch of a transcript it most likely comes from. Letters stand for words. */
import { describe, expect, it } from 'vitest';
import { alignWords } from '../../../src/core/quote/align-words.ts';

const numbers = (letters: string) => Array.from(letters, (letter) => letter.charCodeAt(0));

/** Aligns letters; words may be passed over before the words `open` of the quotation. */
function align(quoted: string, window: string, ...open: readonly number[]) {
  const free = Array.from({ length: quoted.length + 1 }, (_, i) => open.includes(i));
  const alignment = alignWords(numbers(quoted), Uint32Array.from(numbers(window)), free)!;
  return {
    ...alignment,
    differences: alignment.differences.map(
      ({ kind, from, to, sealedFrom, sealedTo }) => `${kind} ${from}-${to} > ${sealedFrom}-${sealedTo}`,
    ),
  };
}

describe('a quotation beside its place', () => {
  it.each([
    ['the same words', 'bcd', 'abcde', [], 3, 1, 4],
    ['a word changed', 'bxd', 'abcde', ['substitution 1-2 > 2-3'], 2, 1, 4],
    ['the first word changed', 'xbc', 'abcd', ['addition 0-1 > 1-1'], 2, 1, 3],
    ['two words dropped', 'be', 'abcdef', ['omission 1-1 > 2-4'], 2, 1, 5],
    ['so many dropped that one word was rather invented', 'bf', 'abcdefg', ['addition 1-2 > 2-2'], 1, 1, 2],
    ['words added', 'bxyc', 'abcd', ['addition 1-3 > 2-2'], 2, 1, 3],
    ['a word added behind the last', 'bcx', 'abc', ['addition 2-3 > 3-3'], 2, 1, 3],
    ['two words in a row changed', 'bxye', 'abcdef', ['substitution 1-3 > 2-4'], 2, 1, 5],
    ['two words changed to one', 'bxe', 'abcdef', ['substitution 1-2 > 2-4'], 2, 1, 5],
    ['two changes', 'bxdyf', 'abcdefg', ['substitution 1-2 > 2-3', 'substitution 3-4 > 4-5'], 3, 1, 6],
    ['the words twice', 'ab', 'abab', [], 2, 0, 2],
    ['no word in common', 'xy', 'abc', ['addition 0-2 > 0-0'], 0, 0, 0],
    ['nothing beside it', 'a', '', ['addition 0-1 > 0-0'], 0, 0, 0],
  ])('%s', (_, quoted, window, differences, matched, from, to) => {
    expect(align(quoted, window)).toEqual({ differences, matched, from, to });
  });

  it('where the editor has set a sign may pass over words, and only there', () => {
    expect(align('bf', 'abcdefg', 1)).toEqual({ differences: [], matched: 2, from: 1, to: 6 });
    expect(align('bf', 'abcdefg', 0, 2)).toEqual({ differences: ['addition 1-2 > 2-2'], matched: 1, from: 1, to: 2 });
  });

  it('has two differences where a sign stands between', () => {
    expect(align('bxyg', 'abcdefgh', 2)).toEqual({
      differences: ['addition 1-2 > 2-2', 'addition 2-3 > 6-6'],
      matched: 2,
      from: 1,
      to: 7,
    });
  });
});

describe('a quotation too long for a table', () => {
  it('of four million cells is not aligned', () => {
    const words = new Array<number>(2_000).fill(0);
    expect(alignWords(words, Uint32Array.from(words), new Array<boolean>(2_001).fill(false))).toBeNull();
  });
});
