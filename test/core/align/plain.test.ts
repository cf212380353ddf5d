/** The alignment of a copy that adds nothing but what stands before its lines. */
import { expect, it } from 'vitest';
import { alignPlain } from '../../../src/core/align/plain.ts';
import type { Unit } from '../../../src/core/align/units.ts';
import { opening, row } from './rows.ts';

function unitsOf(text: string): readonly Unit[] {
  const starts = [...opening(text)];
  const length = row(text).length;
  return starts.map((from, i) => ({ block: i, from, to: starts[i + 1] ?? length, opensBlock: true }));
}

it.each([
  ['is the copy itself', 'abcdef', 'abcdef', [0, 1, 2, 3, 4, 5]],
  ['goes on from line to line', 'abcdef', 'ab|cd|ef', [0, 1, 2, 3, 4, 5]],
  ['passes over labels', 'abcdef', 'x:abc|y:def', [2, 3, 4, 7, 8, 9]],
  ['passes over a label that begins like the words', 'abab', 'a:ab|ab', [2, 3, 4, 5]],
  ['passes over ten tokens before a line', 'ab', '0123456789ab', [10, 11]],
  ['gives up on eleven', 'ab', '0123456789.ab', null],
  ['gives up on another word', 'abc', 'axc', null],
  ['gives up on a word more at the end of a line', 'abcd', 'abx|cd', null],
  ['gives up on a line more', 'abcd', 'ab|x|cd', null],
  ['gives up where the copy goes on', 'ab', 'ab|x', null],
  ['gives up where the copy ends before', 'abcd', 'ab|c', null],
])('%s', (_, sealed, copy, toCopy) => {
  const pairs = alignPlain(row(sealed), row(copy), unitsOf(copy));
  expect(pairs === null ? null : [...pairs.toCopy]).toEqual(toCopy);
  for (const [c, s] of pairs?.toSealed.entries() ?? []) expect(toCopy?.indexOf(c)).toBe(s);
});
