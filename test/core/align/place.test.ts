/** Which agreements are a passage's, and which are chance. */
import { describe, expect, it } from 'vitest';
import { numberTogether } from '../../../src/core/align/keys.ts';
import { dropStrays } from '../../../src/core/align/place.ts';
import { sealedText } from '../../../src/core/align/sealed-text.ts';
import { unitsOf } from '../../../src/core/align/units.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { witnessOf } from '../../../src/core/structure/witness.ts';
import { readString } from '../verify/support.ts';

/**
 * The tokens of the copy that keep their partners. Each stretch of both texts is a passage or a block; a token of the copy
 * is paired with the sealed token that it equals, the first of these that is free.
 */
async function kept(sealedBlocks: readonly string[], copyBlocks: readonly string[]): Promise<string> {
  const sealed = sealedText(structure(await readString(sealedBlocks.join('\n\n'))));
  const copy = witnessOf(await readString(copyBlocks.join('\n\n')));
  const toCopy = new Int32Array(sealed.tokens.length).fill(-1);
  const toSealed = new Int32Array(copy.tokens.length).fill(-1);
  for (const [c, token] of copy.tokens.entries()) {
    const s = sealed.tokens.findIndex((one, i) => one === token && toCopy[i] === -1);
    if (s === -1) continue;
    toCopy[s] = c;
    toSealed[c] = s;
  }
  dropStrays({ toCopy, toSealed }, sealed, numberTogether(sealed, copy), unitsOf(copy));
  for (const [c, s] of toSealed.entries()) if (s !== -1) expect(toCopy[s]).toBe(c);
  expect(toCopy.filter((c) => c !== -1)).toHaveLength(toSealed.filter((s) => s !== -1).length);
  return copy.tokens.filter((_, c) => toSealed[c] !== -1).join(' ');
}

const TEN = 'one two three four five six seven eight nine ten';

describe('what agrees', () => {
  it.each([
    ['is kept where a passage is there', [TEN], [TEN], TEN],
    ['is kept where three words of ten are left', [TEN], ['one two three'], 'one two three'],
    ['is chance where two words of ten are left', [TEN], ['one two'], ''],
    [
      'is kept where three of ten words of a block are in a long passage',
      [`${TEN} a b c d`, 'p q'],
      ['one two a b c d d d d d', 'p q'],
      'one two a b c d p q',
    ],
    [
      'is a passage’s in another block, though it is few words of it',
      [`${TEN}`],
      ['one two three four five six seven eight', 'nine x'],
      'one two three four five six seven eight nine',
    ],
    [
      'is chance in a block of other words that stands apart',
      [TEN],
      ['one two three four five six seven eight', 'p q r s', 'nine t u v'],
      'one two three four five six seven eight',
    ],
    [
      'is kept in a block that goes on behind it',
      [TEN],
      ['x y z one', 'two three four five six seven eight nine ten'],
      TEN,
    ],
    [
      'is kept where it is three words of ten of the block',
      [TEN, 'p q r s'],
      ['one two three four five six seven', 'p q r s', 'eight nine ten a b c d e f g'],
      `one two three four five six seven p q r s eight nine ten`,
    ],
    [
      'is chance where it is two words of ten of the block',
      [TEN, 'p q r s'],
      ['one two three four five six seven eight', 'p q r s', 'nine ten a b c d e f g h'],
      'one two three four five six seven eight p q r s',
    ],
    [
      'is kept where it is a third of a short passage, whatever the block',
      ['nine ten eleven', 'p q r s'],
      ['p q r s', 'nine a b c d e f g h i j k l'],
      'p q r s nine',
    ],
    [
      'is kept where it is three words of ten of the block, of a long passage',
      [`${TEN} a b c d e f g h i j`, 'p q r s'],
      [`${TEN} a b c d e f g`, 'p q r s', 'h i j t u v w x y z'],
      `${TEN} a b c d e f g p q r s h i j`,
    ],
    [
      'is kept where it is three words of ten of the passage, in a long block',
      [TEN, 'p q r s'],
      ['one two three four five six seven', 'p q r s', 'eight nine ten a b c d e f g h i j k l m n'],
      'one two three four five six seven p q r s eight nine ten',
    ],
    [
      'is kept in a block that comes right behind it',
      [TEN],
      ['one two three four five six seven eight nine', 'ten x y z'],
      TEN,
    ],
    [
      'is chance at the beginning of the copy as well',
      [TEN, 'p q r s'],
      ['nine t u v', 'p q r s', 'one two three four five six seven eight'],
      'p q r s one two three four five six seven eight',
    ],
    [
      'is chance for each passage apart',
      [TEN, 'p q r s'],
      ['one two three four five six seven eight', 'a b', 'p q r s nine', 'c d'],
      'one two three four five six seven eight p q r s',
    ],
    ['is chance where it is a sign in a block of other words', ['one two, three', 'p q r'], ['p q r', 'a, b'], 'p q r'],
    ['is chance where it is a sign and the words stand elsewhere', ['one two!'], ['one two', 'p q', '!'], 'one two'],
    ['is kept where signs are all a passage has', ['…', 'p q r'], ['p q r', '…'], 'p q r …'],
    [
      'of a passage and of another in one block counts for each',
      ['one two three', 'four five six'],
      ['one four two five three six'],
      'one four two five three six',
    ],
  ])('%s', async (_, sealed, copy, tokens) => {
    expect(await kept(sealed, copy)).toBe(tokens);
  });
});
