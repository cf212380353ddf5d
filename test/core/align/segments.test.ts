/** Anchors, and the segments they are joined to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsIn, type Window } from '../../../src/core/align/segments.ts';
import { row } from './rows.ts';

const whole = (sealed: Int32Array, copy: Int32Array): Window => ({ s0: 0, s1: sealed.length, c0: 0, c1: copy.length });

/** Segments of threes, as `first-last@first-last*weight`, sealed places before those of the copy. */
function threes(sealed: string, copy: string, repeats = 1, window?: Window): readonly string[] {
  const [a, b] = [row(sealed), row(copy)];
  return segmentsIn(a, b, window ?? whole(a, b), 3, repeats).map(
    ({ sFirst, sLast, cFirst, cLast, weight }) => `${sFirst}-${sLast}@${cFirst}-${cLast}*${weight}`,
  );
}

describe('segments of threes', () => {
  it.each([
    ['join what goes on', 'abcdef', '..abcdef..', ['0-3@2-5*4']],
    ['stand in the order of the copy', 'abcdef', 'defabc', ['3-3@0-0*1', '0-0@3-3*1']],
    ['are none of what the sealed text has twice', 'abc.abc', 'abc', []],
    ['are none of what is too short', 'ab', 'abc', []],
    ['are none where the copy is too short', 'abc', 'bc', []],
    ['may be the whole of both texts', 'abc', 'abc', ['0-0@0-0*1']],
    ['bridge two that the sealed text has again', 'abcdef.bcd.cde', 'abcdef', ['0-3@0-3*2']],
    ['do not bridge three', 'abcdefg.bcdef', 'abcdefg', ['0-0@0-0*1', '4-4@4-4*1']],
    ['part where the sealed text has more between', 'abc..def', 'abcdef', ['0-0@0-0*1', '5-5@3-3*1']],
    ['part where the copy has more between', 'abcdef', 'abc.def', ['0-0@0-0*1', '3-3@4-4*1']],
  ])('%s', (_, sealed, copy, segments) => {
    expect(threes(sealed, copy)).toEqual(segments);
  });

  it('are none of what the copy has twice, unless a few times are allowed', () => {
    expect(threes('abc', 'abc.abc')).toEqual([]);
    expect(threes('abc', 'abc.abc', 4)).toEqual(['0-0@0-0*1', '0-0@4-4*1']);
    expect(threes('abc', 'abc.abc.abc.abc', 4)).toHaveLength(4);
    expect(threes('abc', 'abc.abc.abc.abc.abc', 4)).toEqual([]);
  });

  it.each([
    ['are those of the window', 'abcabcdeabcde', 'abc.abcdeabcde', { s0: 3, s1: 8, c0: 4, c1: 9 }, ['3-5@4-6*3']],
    ['end with the sealed window', 'abcabc', 'abcab', { s0: 0, s1: 5, c0: 0, c1: 5 }, ['0-2@0-2*3']],
    ['end with the window of the copy', 'abcab', 'abcabc', { s0: 0, s1: 5, c0: 0, c1: 5 }, ['0-2@0-2*3']],
    ['are none in a sealed window of one token', 'abcabc', 'abc', { s0: 3, s1: 4, c0: 0, c1: 3 }, []],
    ['are none in a window of one token of the copy', 'abc', 'abcabc', { s0: 0, s1: 3, c0: 3, c1: 4 }, []],
  ] as const)('%s', (_, sealed, copy, window, segments) => {
    expect(threes(sealed, copy, 1, window)).toEqual(segments);
  });
});

it('a word that comes back very often is never taken for one that is there once', () => {
  const [one, many] = [Int32Array.of(7), new Int32Array(257).fill(7)];
  expect(segmentsIn(many, one, whole(many, one), 1, 4)).toEqual([]);
  expect(segmentsIn(one, many, whole(one, many), 1, 4)).toEqual([]);
});

/** The places of the copy where an anchor begins, looked up in a table of strings. */
function anchors(sealed: Int32Array, copy: Int32Array, n: number, most: number): ReadonlyMap<number, number> {
  const grams = (text: Int32Array): readonly string[] =>
    Array.from({ length: Math.max(0, text.length - n + 1) }, (_, i) => text.subarray(i, i + n).join(' '));
  const [ofSealed, ofCopy] = [grams(sealed), grams(copy)];
  const times = (list: readonly string[], gram: string): number => list.filter((one) => one === gram).length;
  return new Map(
    ofCopy.flatMap((gram, c) =>
      times(ofSealed, gram) === 1 && times(ofCopy, gram) <= most ? [[c, ofSealed.indexOf(gram)]] : [],
    ),
  );
}

const texts = fc
  .tuple(fc.integer({ min: 2, max: 12 }), fc.array(fc.nat({ max: 11 }), { maxLength: 80 }))
  .map(([words, keys]) => Int32Array.from(keys, (key) => key % words));

it.each([1, 2, 3, 5])('anchors of %i tokens are those that a table of strings finds', (n) => {
  fc.assert(
    fc.property(texts, texts, fc.constantFrom(1, 4), (sealed, copy, repeats) => {
      const expected = anchors(sealed, copy, n, repeats);
      const segments = segmentsIn(sealed, copy, whole(sealed, copy), n, repeats);
      expect(segments.reduce((sum, { weight }) => sum + weight, 0)).toBe(expected.size);
      for (const { sFirst, sLast, cFirst, cLast } of segments) {
        expect([expected.get(cFirst), expected.get(cLast)]).toEqual([sFirst, sLast]);
      }
    }),
    { numRuns: 200 },
  );
});
