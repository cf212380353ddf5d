/** Passages that stand whole in the copy, where no anchor could find them. */
import { expect, it } from 'vitest';
import { numberTogether } from '../../../src/core/align/keys.ts';
import { sealedText } from '../../../src/core/align/sealed-text.ts';
import { unitsOf } from '../../../src/core/align/units.ts';
import { pairWhole } from '../../../src/core/align/whole.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { witnessOf } from '../../../src/core/structure/witness.ts';
import { readString } from '../verify/support.ts';

/** For each token of the copy the number of its passage, or a dot; `paired` are pairs that there are already. */
async function found(sealedTexts: string, copyText: string, paired: readonly (readonly [s: number, c: number])[]) {
  const sealed = sealedText(structure(await readString(sealedTexts)));
  const copy = witnessOf(await readString(copyText));
  const pairs = {
    toCopy: new Int32Array(sealed.tokens.length).fill(-1),
    toSealed: new Int32Array(copy.tokens.length).fill(-1),
  };
  for (const [s, c] of paired) [pairs.toCopy[s], pairs.toSealed[c]] = [c, s];
  pairWhole(pairs, sealed, numberTogether(sealed, copy), copy, unitsOf(copy));
  for (const [s, c] of pairs.toCopy.entries()) if (c !== -1) expect(pairs.toSealed[c]).toBe(s);
  for (const [c, s] of pairs.toSealed.entries()) {
    if (s === -1) continue;
    expect(pairs.toCopy[s]).toBe(c);
    expect(sealed.tokens[s]!.toLowerCase()).toBe(copy.tokens[c]!.toLowerCase());
  }
  return Array.from(pairs.toSealed, (s) => (s === -1 ? '.' : sealed.passageOf[s])).join('');
}

const BOTH = 'We sang.\n\nIt rained.';

it.each([
  ['changed places', BOTH, 'It rained.\n\nWe sang.', [], '111000'],
  ['changed their capitals', BOTH, 'IT RAINED.', [], '111'],
  ['are there twice, in order', 'Yes.\n\nNo.\n\nYes.', 'Yes.\n\nYes.\n\nNo.', [], '002211'],
  ['are there once', 'Yes.\n\nNo.', 'Yes.\n\nYes.', [], '00..'],
  ['are not part of a line', BOTH, 'Well, it rained.', [], '.....'],
  ['have a label', BOTH, 'Ida: It rained.', [], '..111'],
  ['have a label over two lines', BOTH, 'Ida: It\nrained.', [], '..111'],
  ['go over two lines', BOTH, 'It\nrained.', [], '111'],
  ['go over three lines', BOTH, 'It\nrained\n.', [], '111'],
  ['are a line behind one that is none', BOTH, 'Well then.\nIt rained.', [], '...111'],
  ['begin with an unpaired line, and not with one behind it', BOTH, 'Well then.\nIt\nrained.', [], '......'],
  ['do not go over two blocks', BOTH, 'It\n\nrained.', [], '...'],
  ['are two lines of one block', BOTH, 'It rained.\nWe sang.', [], '111000'],
  [
    'are the rest of a block behind words that are paired',
    'We sang.\n\nIt rained hard.',
    'We sang.\nIt rained\nhard.',
    [
      [0, 0],
      [1, 1],
      [2, 2],
    ],
    '0001111',
  ],
  [
    'stand before words that are paired',
    'We sang.\n\nIt rained hard.',
    'It rained\nhard.\nWe sang.',
    [
      [0, 4],
      [1, 5],
      [2, 6],
    ],
    '1111000',
  ],
  ['have a sign that is another’s', BOTH, 'It rained.', [[2, 2]], '..0'],
  ['are not there in part', BOTH, 'It\n\nIt rained.', [[3, 0]], '1...'],
] as const)('passages that %s', async (_, sealed, copy, paired, passages) => {
  expect(await found(sealed, copy, paired)).toBe(passages);
});
