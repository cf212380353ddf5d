/** A shortest script, held against jsdiff, which follows the same paper: the same script, and the same giving up. */
import { diffArrays } from 'diff';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortestScript } from '../../../src/core/align/shortest.ts';

/** The pairs of agreeing tokens, or `null` where the script takes more than `most` edits. */
function byJsdiff(a: Int32Array, b: Int32Array, most: number): readonly (readonly [number, number])[] | null {
  const changes = diffArrays([...a], [...b], { maxEditLength: most });
  if (changes === undefined) return null;
  const pairs: [number, number][] = [];
  let [s, c] = [0, 0];
  for (const { added, removed, count } of changes) {
    for (let k = 0; k < count && !added && !removed; k++) pairs.push([s + k, c + k]);
    if (!added) s += count;
    if (!removed) c += count;
  }
  return pairs;
}

function byOurs(a: Int32Array, b: Int32Array, most: number): readonly (readonly [number, number])[] | null {
  const script = shortestScript(a, b, { s0: 0, s1: a.length, c0: 0, c1: b.length }, most);
  if (script === null) return null;
  const runs = script.runs.toReversed();
  return runs.flatMap(({ s, c, length }) => Array.from({ length }, (_, k) => [s + k, c + k] as const));
}

const texts = (words: number) =>
  fc.array(fc.nat({ max: words - 1 }), { minLength: 1, maxLength: 60 }).map((keys) => Int32Array.from(keys));

it.each([2, 4, 30])('over %i words is the one jsdiff finds', (words) => {
  fc.assert(
    fc.property(texts(words), texts(words), fc.oneof(fc.constant(120), fc.nat({ max: 20 })), (a, b, most) => {
      expect(byOurs(a, b, most)).toEqual(byJsdiff(a, b, most));
    }),
    { numRuns: 1000 },
  );
});

it('counts its edits, and looks at its window alone', () => {
  const sealed = Int32Array.of(9, 9, 1, 2, 3, 4, 9);
  const copy = Int32Array.of(8, 1, 3, 4, 5, 8);
  expect(shortestScript(sealed, copy, { s0: 2, s1: 6, c0: 1, c1: 5 }, 10)).toEqual({
    edits: 2,
    runs: [
      { s: 4, c: 2, length: 2 },
      { s: 2, c: 1, length: 1 },
    ],
  });
});

it.each([
  ['of the copy', [1, 2, 3], [1, 2, 3, 9], { s0: 0, s1: 3, c0: 0, c1: 2 }],
  ['of the sealed text', [1, 2, 3, 9], [1, 2, 3], { s0: 0, s1: 2, c0: 0, c1: 3 }],
])('does not agree with what stands behind the window %s', (_, sealed, copy, window) => {
  expect(shortestScript(Int32Array.from(sealed), Int32Array.from(copy), window, 10)).toEqual({
    edits: 1,
    runs: [{ s: 0, c: 0, length: 2 }],
  });
});
