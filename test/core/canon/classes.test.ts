import { describe, expect, it } from 'vitest';
import { isPunctuation, isWord } from '../../../src/core/canon/index.ts';

describe('isWord', () => {
  it.each(['a', 'Да', '7', '½', '漢', "don't", '\u0301', '𝐚', 'Ⅷ'])('holds for %s', (token) =>
    expect(isWord(token)).toBe(true),
  );
  it.each(['', '.', '"', '-', '—', '€', '👍', '_'])('does not hold for "%s"', (token) =>
    expect(isWord(token)).toBe(false),
  );
});

describe('isPunctuation', () => {
  it.each(['.', ',', '!', '?', '"', "'", '—', '…', '(', ']', ';', '¿', '。', '·', '_', '/'])('holds for %s', (token) =>
    expect(isPunctuation(token)).toBe(true),
  );
  it.each(['', '%', '‰', '&', '@', '#', '*', '§', '-', '−', '+', '€', '=', '👍', 'a', '5', '\u0301'])(
    'does not hold for "%s"',
    (token) => expect(isPunctuation(token)).toBe(false),
  );
});
