/** Looking up runs of words by their rarest part. The row is `a b a c a b d`, then the end of its transcript. */
import { describe, expect, it } from 'vitest';
import { featuresOf, indexOf, lastPlaceOf, placesOf, rarest, standsAt } from '../../../src/core/quote/occurrences.ts';
import { streamOf } from '../../../src/core/quote/stream.ts';
import { sourceOf } from './support.ts';

const index = indexOf(streamOf([sourceOf('row', 'a b a c a b d.')]));
/** The numbers of words; -1 for one that no transcript has. */
const run = (letters: string) => Array.from(letters, (letter) => index.stream.vocabulary.get(letter) ?? -1);

describe('the parts of a run', () => {
  it('are its known words and pairs, with all their places', () => {
    expect(featuresOf(index, run('abxd')).map(({ places, ...one }) => ({ ...one, places: [...places] }))).toEqual([
      { offset: 0, width: 1, places: [0, 2, 4] },
      { offset: 0, width: 2, places: [0, 4] },
      { offset: 1, width: 1, places: [1, 5] },
      { offset: 3, width: 1, places: [6] },
    ]);
  });

  it.each([
    ['abd', 1, 2],
    ['abac', 1, 2],
    ['bd', 0, 2],
    ['aab', 0, 2],
    ['ab', 0, 2],
    ['d', 0, 1],
  ])('of which %s is looked up by the first of the rarest', (letters, offset, width) => {
    expect(rarest(index, run(letters))).toMatchObject({ offset, width });
  });

  it('has none where a word of it is unknown', () => {
    expect(['abx', 'xab', 'x', ''].map((letters) => rarest(index, run(letters)))).toEqual([null, null, null, null]);
  });
});

describe('the places of a run', () => {
  it.each([
    ['ab', 9, 0, 8, [0, 4]],
    ['ab', 1, 0, 8, [0]],
    ['ab', 9, 1, 8, [4]],
    ['ab', 9, 4, 6, [4]],
    ['ab', 9, 0, 5, [0]],
    ['abd', 9, 4, 7, [4]],
    ['abd', 9, 5, 8, []],
    ['ac', 9, 0, 8, [2]],
    ['ad', 9, 0, 8, []],
    ['bab', 9, 0, 8, []],
    ['abx', 9, 0, 8, []],
  ])('%s, at most %i, from %i to %i', (letters, limit, from, to, places) => {
    expect(placesOf(index, run(letters), limit, from, to)).toEqual(places);
  });

  it.each([
    ['ab', 0, 8, 4],
    ['ab', 0, 6, 4],
    ['ab', 0, 5, 0],
    ['ab', 1, 5, -1],
    ['abd', 0, 7, 4],
    ['abac', 0, 8, 0],
    ['ca', 0, 8, 3],
    ['bab', 0, 8, -1],
    ['ad', 0, 8, -1],
    ['abx', 0, 8, -1],
  ])('the last of %s, from %i to %i', (letters, from, to, place) => {
    expect(lastPlaceOf(index, run(letters), from, to)).toBe(place);
  });

  it('are where every word stands, and not beyond the row', () => {
    expect([-1, 0, 1, 4, 5, 7, 8].filter((at) => standsAt(index, run('ab'), at))).toEqual([0, 4]);
  });
});
