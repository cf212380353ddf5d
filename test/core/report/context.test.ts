/** Words in their place: the space that a reading made from tokens lacks is put back, in scripts that have spaces. */
import { expect, it } from 'vitest';
import { inContext } from '../../../src/core/report/context.ts';
import { reading } from './samples.ts';

const LIMITS = { context: 20, words: 20 };

it.each([
  ['spaces that are there', reading('not', 'I did ', ' sign'), 'I did not sign'],
  ['spaces that are missing', reading('not', 'I did', 'sign'), 'I did not sign'],
  ['none before a sign', reading(',', 'I did', ' and'), 'I did, and'],
  ['none in Chinese', reading('不', '我', '去'), '我不去'],
  ['a gap for words that are missing', reading('', 'I did', 'sign'), 'I did sign'],
  ['one gap where there is one', reading('', 'I did', ' sign'), 'I did sign'],
  ['soft hyphens around, and in the words', reading('n\u00ADot', 'I d\u00ADid', 'sign'), 'I did n[U+00AD]ot sign'],
])('%s', (_what, words, joined) => {
  const { before, words: middle, after } = inContext(words, LIMITS);
  expect(`${before}${middle}${after}`).toBe(joined);
});
