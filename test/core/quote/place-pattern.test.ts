/** Where a quotation's words stand in the transcripts, under its editor's signs. */
import { describe, expect, it } from 'vitest';
import { quoteIndexOf } from '../../../src/core/quote/judge.ts';
import { patternOf } from '../../../src/core/quote/pattern.ts';
import { placesOfPattern } from '../../../src/core/quote/place-pattern.ts';
import { sourceOf } from './support.ts';

/** The word `w7` is the seventh of the row, counted from 0. The words `w1`, `w2` and `k` come again. */
const ROW = sourceOf(
  'row',
  `Ann: w0 w1 w2 w3 w4 w5.

w6 w7 w8 k.

Bob: w1 w2 w12 w13 w14 w15.

Ann: w16 w17 wanted w19 w20 k w22.

Bob: w23 w1 w25 w26 w27 w28 w29 w30 w31 w32 w33 w34 w35 w36 w37 w38 w39.`,
);

/** Where each part of a quotation stands, for every place of it. */
const partsOf = (quoted: string, source = ROW) =>
  placesOfPattern(quoteIndexOf([source]), patternOf(quoted, new Set())).map(({ segments }) =>
    segments.map(({ at }) => at),
  );

describe('the places of a quotation', () => {
  it('are told with its parts, and with the whole run from the first word to behind the last', () => {
    const index = quoteIndexOf([ROW]);
    const pattern = patternOf('w3 w4 … w7, w8', new Set());
    expect(placesOfPattern(index, pattern)).toEqual([
      {
        stream: index.stream,
        pattern,
        segments: [
          { from: 0, to: 2, at: 3 },
          { from: 2, to: 4, at: 7 },
        ],
        from: 3,
        to: 9,
        crosses: false,
      },
    ]);
  });

  it.each([
    ['w1 w2', [[1], [10]]],
    ['W1, w2', [[1], [10]]],
    ['w1 w3', []],
    ['w1 nowhere', []],
  ])('without a sign are where its words stand in a row: %s', (quoted, places) => {
    expect(partsOf(quoted)).toEqual(places);
  });

  it('are sixty-four at most', () => {
    const often = sourceOf('often', `Ann: ${'so we said '.repeat(70)}.\n\nBob: Yes.\n\nAnn: No.\n\nBob: Yes.`);
    expect(partsOf('we said', often)).toHaveLength(64);
  });

  it.each([
    ['w4 w5 w6', false],
    ['w8 k w1', true],
    ['w15 w16 … w22', true],
    ['w12 w13 w14 w15', false],
  ])('run on into another paragraph, and cross into another turn: %s', (quoted, crosses) => {
    expect(placesOfPattern(quoteIndexOf([ROW]), patternOf(quoted, new Set()))).toMatchObject([{ crosses }]);
  });
});

describe('an ellipsis', () => {
  it.each([
    ['w0 … w5', [[0, 5]]],
    ['w3 … w8', [[3, 8]]],
    ['w0 … w1', [[0, 1]]],
    ['w1 … w15', [[10, 15]]],
    ['w2 … w4', [[2, 4]]],
    ['w1 … w3 … w8', [[1, 3, 8]]],
    ['w1 … w2 … w5', [[1, 2, 5]]],
    ['w23 … w1', [[23, 24]]],
    ['w3 … w1', []],
    ['w5 … w12', []],
    ['k … w12', []],
    ['w16 … w23', []],
    ['w3 … nowhere', []],
  ])('stands for any words of the same turn: %s', (quoted, places) => {
    expect(partsOf(quoted)).toEqual(places);
  });
});

describe('a bracket', () => {
  it.each([
    ['w0 [x] w1', [[0, 1]]],
    ['w0 [x] w2', [[0, 2]]],
    ['w1 [x] w12', [[10, 12]]],
    ['w13 [x] w15', [[13, 15]]],
    ['w14 [x] w15', [[14, 15]]],
    ['[x] w0 w1', [[0]]],
    ['w38 w39 [x]', [[38]]],
  ])('stands for no word or for some: %s', (quoted, places) => {
    expect(partsOf(quoted)).toEqual(places);
  });

  it.each([
    ['w23 [x] w36', [[23, 36]]],
    ['w23 [x] w37', []],
    ['w1 [x] w37', [[24, 37]]],
    ['w1 [x] w38', []],
  ])('stands for twelve words at most: %s', (quoted, places) => {
    expect(partsOf(quoted)).toEqual(places);
  });

  it.each(['w14 [x] w17', 'w15 [x] w17', 'k [x] w12', 'w5 [x] w3'])(
    'does not reach into another turn, nor back: %s',
    (quoted) => {
      expect(partsOf(quoted)).toEqual([]);
    },
  );

  it('stands for as few words as may be', () => {
    const twice = sourceOf('twice', 'Ann: one a two a three b four b five.\n\nBob: Yes.\n\nAnn: No.\n\nBob: Yes.');
    expect(partsOf('two [x] b', twice)).toEqual([[2, 5]]);
    expect(partsOf('a [x] three', twice)).toEqual([[3, 4]]);
    expect(partsOf('a [x] four', twice)).toEqual([[3, 6]]);
  });

  it.each([
    ['w0 [sic] w1', [[0, 1]]],
    ['w1 [sic] w3', []],
    ['w0 [sic] w2', []],
    ['w0 [sic] [x] w2', [[0, 2]]],
  ])('that is [sic] stands for none: %s', (quoted, places) => {
    expect(partsOf(quoted)).toEqual(places);
  });
});

describe('a bracket that touches a word', () => {
  it.each([
    ['w17 want[s] w19', [[17, 19]]],
    ['k want[s] w19', []],
    ['w17 want[s] w20', []],
    ['w16 want[s] w19', []],
    ['w17 [x] want[s] w19', [[17, 19]]],
    ['w17 want[s]', [[17]]],
    ['want[s] w19', [[19]]],
    ['hint[s] w20', []],
    ['w16 hint[s]', []],
  ])('stands for one word that shares its letters: %s', (quoted, places) => {
    expect(partsOf(quoted)).toEqual(places);
  });

  it('is looked for in both directions', () => {
    const often = sourceOf(
      'often',
      'Ann: a wanted one. And two a wanted three a.\n\nBob: Yes.\n\nAnn: No.\n\nBob: Yes.',
    );
    expect(partsOf('a want[s] one', often)).toEqual([[0, 2]]);
    expect(partsOf('two [x] want[s] three', often)).toEqual([]);
    expect(partsOf('two a want[s] three', often)).toEqual([[4, 7]]);
  });

  it.each([
    ['wand[ering] w19', true],
    ['went[ing] w19', false],
    ['w[ing] w19', true],
    ['[un]planted w19', true],
    ['[un]tested w19', false],
    ['[un]d w19', true],
  ])('may differ in two letters of its stem: %s', (quoted, found) => {
    expect(partsOf(quoted)).toEqual(found ? [[19]] : []);
  });

  it.each(['w22 w2[3]', '[so]w22 w23', '[so]w39 w0', 'w39 w3[9]', 'w37 w38 w39 w0[s]'])(
    'stands for a word of the same turn: %s',
    (quoted) => {
      expect(partsOf(quoted)).toEqual([]);
    },
  );
});
