/** The tokens of two texts in one numbering. */
import { describe, expect, it } from 'vitest';
import { keysOf, lowerOf, numberTogether, TRAIT } from '../../../src/core/align/keys.ts';
import { numbered } from '../../../src/core/canon/lexicon.ts';

const together = (sealed: string, copy: string) =>
  numberTogether(numbered(sealed.split(' ')), numbered(copy.split(' ')));

describe('the numbers of two texts', () => {
  const sealed = 'the ferry and the storm';
  const copy = 'the storm and a tide';
  const numbers = together(sealed, copy);

  it('are those of their words', () => {
    const wordsOf = (row: Int32Array): string => Array.from(row, (number) => numbers.words[number]).join(' ');
    expect([wordsOf(numbers.sealed), wordsOf(numbers.copy)]).toEqual([sealed, copy]);
    expect(new Set(numbers.words).size).toBe(numbers.words.length);
  });

  it('are found by their words', () => {
    expect(numbers.words.map(numbers.numberOf)).toEqual(numbers.words.map((_, number) => number));
    expect(numbers.numberOf('lamp')).toBe(-1);
  });
});

it.each([
  ['ferry', TRAIT.word],
  ['20', TRAIT.word],
  ['%', 0],
  [',', TRAIT.punctuation],
  ['"', TRAIT.punctuation | TRAIT.folded],
  ['—', TRAIT.punctuation | TRAIT.folded],
  ['…', TRAIT.punctuation | TRAIT.folded],
  ["don't", TRAIT.word | TRAIT.folded],
  ['co-op', TRAIT.word | TRAIT.folded],
])('the traits of %s are %i', (word, traits) => {
  const numbers = together('the', word);
  expect(numbers.traits[numbers.numberOf(word)]).toBe(traits);
});

it.each([
  ['a capital in the copy', 'ferry', 'Ferry'],
  ['a capital in the sealed text', 'Ferry', 'ferry'],
  ['capitals in both', 'FERRY', 'Ferry'],
  ['small letters elsewhere in the copy', 'FERRY ferry', 'Ferry ferry'],
])('keys are equal but for case: %s', (_, sealed, copy) => {
  const keys = keysOf(together(`${sealed} STORM`, `${copy} Tide`));
  const [first] = keys.sealed;
  expect([keys.sealed.at(-1) === first, keys.copy.at(-1) === first]).toEqual([false, false]);
  expect(keys.sealed.at(-1)).not.toBe(keys.copy.at(-1));
  expect([...keys.sealed.slice(0, -1), ...keys.copy.slice(0, -1)].every((key) => key === first)).toBe(true);
});

it('words in lower case are numbered once', () => {
  const numbers = together('Ferry', 'ferry');
  expect(lowerOf(numbers)).toBe(lowerOf(numbers));
});
