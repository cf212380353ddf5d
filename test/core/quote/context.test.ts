/** The words around a quotation in its transcript, and those that turn it. */
import { describe, expect, it } from 'vitest';
import { textAfter, textBefore, turnings } from '../../../src/core/quote/context.ts';
import { rowOf, wordsIn } from './transcript.ts';

const around = (phrase: string, ...texts: readonly string[]) => {
  const stream = rowOf(...texts.map((text, turn) => ({ text, speaker: 'Ada', turn })));
  const { from, to } = wordsIn(stream, phrase);
  return { before: textBefore(stream, from), after: textAfter(stream, to) };
};

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `w${from + i}`).join(' ');

describe('the context of a quotation', () => {
  const TEXT = 'One two. Three four, five. Six seven.';

  it.each([
    ['four', 'Three', 'five'],
    ['three', 'One two', 'four, five'],
    ['five', 'Three four', 'Six seven'],
    ['one', '', 'two'],
    ['seven', 'Six', ''],
    ['one two three four five six seven', '', ''],
  ])('is the rest of its sentence, or the next one: %s', (phrase, before, after) => {
    expect(around(phrase, TEXT)).toEqual({ before, after });
  });

  it('ends with its passage', () => {
    expect(around('three four', 'One two.', 'Three four.', 'Five six.')).toEqual({ before: '', after: '' });
  });

  it('has forty words at most', () => {
    expect(around('w42', numbered(1, 83))).toEqual({ before: numbered(2, 41), after: numbered(43, 82) });
  });

  it.each([...'.!?。！？؟।'])('ends its sentence with %s', (sign) => {
    expect(around('three', `One${sign} Two three four${sign} Five`)).toEqual({ before: 'Two', after: 'four' });
  });

  it('does not end its sentence with a comma', () => {
    expect(around('three', 'One, two three four; five')).toEqual({ before: 'One, two', after: 'four; five' });
  });
});

describe('a word that turns a quotation', () => {
  const turned = (phrase: string, ...texts: readonly string[]) => {
    const stream = rowOf(...texts.map((text, turn) => ({ text, speaker: 'Ada', turn })));
    const { from, to } = wordsIn(stream, phrase);
    return turnings(stream, from, to);
  };

  it.each([
    ['stands before it', 'I will not sign', 'sign', [{ word: 'not', side: 'before', at: 2 }]],
    ['stands before it, in capitals', 'I will NOT sign', 'sign', [{ word: 'not', side: 'before', at: 2 }]],
    ['stands before it, shortened', "I won't sign", 'sign', [{ word: "won't", side: 'before', at: 1 }]],
    ['stands behind it', 'I sign but later', 'sign', [{ word: 'but', side: 'after', at: 2 }]],
    ['stands behind it, in another sentence', 'I sign. But later', 'sign', [{ word: 'but', side: 'after', at: 2 }]],
    [
      'stands before it, and it ends its sentence',
      'I will not sign. Go. Now.',
      'sign',
      [{ word: 'not', side: 'before', at: 2 }],
    ],
    ['is none before another sentence', 'I will not. Sign it now', 'sign', []],
    ['is none farther off', 'I do not now sign now but', 'sign', []],
    ['is none inside it', 'I will not sign', 'not sign', []],
  ])('%s: %s', (_, text, phrase, expected) => {
    expect(turned(phrase, text)).toEqual(expected);
  });

  it('stands on both sides', () => {
    expect(turned('sign', 'I never sign unless asked').map(({ word }) => word)).toEqual(['never', 'unless']);
  });

  it('does not stand in another passage', () => {
    expect(turned('sign', 'I will not', 'sign', 'but later')).toEqual([]);
  });

  it.each(['unless', 'aber', 'mais', 'pero', 'però', 'mas', 'maar', 'но', 'але', 'ale', 'utom', 'لكن'])(
    'is “%s” behind it',
    (word) => {
      expect(turned('a', `A ${word} b`)).toEqual([{ word, side: 'after', at: 1 }]);
    },
  );

  it.each(['never', 'falls', 'ne', 'sin', 'mai', 'não', 'nooit', 'будто', 'ніколи', 'nigdy', 'aldri'])(
    'is “%s” before it',
    (word) => {
      expect(turned('b', `A ${word} b`)).toEqual([{ word, side: 'before', at: 1 }]);
    },
  );
});
