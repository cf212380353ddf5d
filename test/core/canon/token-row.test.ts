import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../src/core/canon/index.ts';
import { type Row, TokenRow } from '../../../src/core/canon/token-row.ts';

function rowOf(blocks: readonly string[], length = blocks.join('').length): Row {
  const row = new TokenRow(length);
  for (const block of blocks) row.append(block);
  return row.build();
}

function textsOf({ lexicon, numbers }: Row): readonly (string | undefined)[] {
  return Array.from(numbers, (number) => lexicon.words[number]);
}

describe('a row of tokens', () => {
  it('holds the tokens of its blocks one after the other, with their places in their own block', () => {
    const row = rowOf(['Oh, yes.', 'No.']);
    expect(textsOf(row)).toEqual(['Oh', ',', 'yes', '.', 'No', '.']);
    expect([...row.start]).toEqual([0, 2, 4, 7, 0, 2]);
    expect([...row.end]).toEqual([2, 3, 7, 8, 2, 3]);
  });

  it('gives equal tokens equal numbers, whichever signs they were written with', () => {
    const { lexicon, numbers } = rowOf(['“don’t” — "don\'t" –', '说‘好 -5 well‑known … well-known - 5...']);
    expect(lexicon.words).toEqual(['"', "don't", '—', '说', "'", '好', '-', '5', 'well-known', '…']);
    expect([...numbers]).toEqual([0, 1, 0, 2, 0, 1, 0, 2, 3, 4, 5, 6, 7, 8, 9, 8, 2, 7, 9]);
  });

  it('tells words apart by the signs that join them', () => {
    const words = ['a-b', 'a_b', 'a.b', '3-5', '3.5', '3:5', '3,5', '3_5', "a'b"];
    expect(rowOf([words.join(' ')]).lexicon.words).toEqual(
      words.flatMap((word) => (word === 'a.b' ? ['a', '.', 'b'] : [word])),
    );
  });

  it('points at the given text where that is not in canonical form', () => {
    const row = rowOf(['\u00ade\u0301 oﬃce', 'x\u00ad e\u0301']);
    expect(textsOf(row)).toEqual(['é', 'office', 'x', 'é']);
    expect([...row.start]).toEqual([1, 4, 0, 3]);
    expect([...row.end]).toEqual([3, 8, 1, 5]);
  });

  it('tells after each block how many tokens there are', () => {
    const row = new TokenRow(0);
    expect([row.append('one two'), row.append(''), row.append('three')]).toEqual([2, 2, 3]);
  });

  it('grows with its blocks, by one or by very many', () => {
    const blocks = ['a.', '!?'.repeat(300), ...Array.from({ length: 700 }, (_, number) => `w${number}`)];
    const expected = blocks.map((block) => tokenise(block));
    const row = rowOf(blocks, 1);
    expect(textsOf(row)).toEqual(expected.flatMap(({ text }) => text));
    expect([...row.start]).toEqual(expected.flatMap(({ start }) => [...start]));
    expect([...row.end]).toEqual(expected.flatMap(({ end }) => [...end]));
  });

  it.each([
    ['holds no more memory than its tokens take', 2, 8],
    ['is not copied where it is large', 66_000, 4 * (132_000 / 4 + 16) * 2],
  ])('%s', (_, count, bytes) => {
    const { numbers, start, end } = rowOf(['a '.repeat(count)]);
    expect([numbers.length, start.length, end.length]).toEqual([count, count, count]);
    expect(numbers.buffer.byteLength).toBe(bytes);
  });
});
