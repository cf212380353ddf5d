/** The lines of a copy's blocks. */
import { expect, it } from 'vitest';
import { countWords, unitsOf } from '../../../src/core/align/units.ts';
import { witnessOf } from '../../../src/core/structure/witness.ts';
import { readString } from '../verify/support.ts';

it.each([
  [
    'blocks, cut at their lines',
    'text.txt',
    'one two\nthree\n\nfour',
    [
      { block: 0, from: 0, to: 2, opensBlock: true },
      { block: 0, from: 2, to: 3, opensBlock: false },
      { block: 1, from: 3, to: 4, opensBlock: true },
    ],
  ],
  [
    'not lines without words',
    'page.html',
    '<p>one two<br><br>three</p><p>four</p>',
    [
      { block: 0, from: 0, to: 2, opensBlock: true },
      { block: 0, from: 2, to: 3, opensBlock: false },
      { block: 1, from: 3, to: 4, opensBlock: true },
    ],
  ],
])('units are %s', async (_, name, text, units) => {
  expect(unitsOf(witnessOf(await readString(text, name)))).toEqual(units);
});

it('a line that begins before the first word, or behind the last, is none', async () => {
  const document = await readString('one two\n\nsix');
  const [first, second] = document.blocks;
  const blocks = [{ ...first!, lineStarts: [0, 3, 7] }, second!];
  expect(unitsOf(witnessOf({ ...document, blocks }))).toEqual([
    { block: 0, from: 0, to: 1, opensBlock: true },
    { block: 0, from: 1, to: 2, opensBlock: false },
    { block: 1, from: 2, to: 3, opensBlock: true },
  ]);
});

it('signs are no words', () => {
  expect(countWords(['(', 'one', ',', 'two', ')', 'three'], 1, 5)).toBe(2);
});
