import { describe, expect, it } from 'vitest';
import {
  classAfter,
  classAt,
  classBefore,
  LETTER,
  LETTER_NEAR,
  SIGN,
  SPACE,
  widthAt,
} from '../../../src/core/canon/classes.ts';
import { kindAt, kindBefore, unitsAt } from '../../../src/core/canon/code-units.ts';
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

/** A Latin letter, a letter of two code units, the halves of one in the wrong order. */
const TEXT = 'a\u{10d00}\udd00\ud803';
/** Where its code points begin, and its end. */
const BOUNDARIES = [0, 1, 3, 4, 5];

describe('the class of a code point', () => {
  it.each([
    ['that begins here', (at: number) => classAfter(TEXT, at), [LETTER_NEAR, LETTER, SIGN, SIGN, SPACE]],
    ['that ended before', (at: number) => classBefore(TEXT, at), [SPACE, LETTER_NEAR, LETTER, SIGN, SIGN]],
  ])('%s', (_, classOf, classes) => expect(BOUNDARIES.map(classOf)).toEqual(classes));

  it.each([
    ['a letter of two code units', '\u{10d00}', LETTER, 2],
    ['the second half alone', '\udd00', SIGN, 1],
    ['the first half alone', '\ud803', SIGN, 1],
    ['the first half before a letter', '\ud803a', SIGN, 1],
  ])('and its width: %s', (_, text, kind, width) => {
    expect([classAt(text, 0), widthAt(text, 0)]).toEqual([kind, width]);
    expect(classBefore(text, width)).toBe(kind);
  });

  it('is the same in code units', () => {
    const units = Uint16Array.from(`${TEXT} `.split(''), (unit) => unit.charCodeAt(0));
    expect(BOUNDARIES.map((at) => kindAt(units, at))).toEqual([LETTER_NEAR, LETTER, SIGN, SIGN, SPACE]);
    expect(BOUNDARIES.map((at) => kindBefore(units, at))).toEqual([SPACE, LETTER_NEAR, LETTER, SIGN, SIGN]);
    expect(BOUNDARIES.map((at) => unitsAt(units, at))).toEqual([1, 2, 1, 1, 1]);
    expect(kindBefore(Uint16Array.of(0xdd00, 0x20), 1)).toBe(SIGN);
    expect(kindBefore(Uint16Array.of(0x61, 0xdd00, 0x20), 2)).toBe(SIGN);
  });
});
