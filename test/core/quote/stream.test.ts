/** The words of transcripts in one row: which, in which order, and whose. */
import { describe, expect, it } from 'vitest';
import { bracketed } from '../../../src/core/quote/apparatus.ts';
import { streamOf } from '../../../src/core/quote/stream.ts';
import { rowOf, type Said, sourceOfPassages } from './transcript.ts';

const TALK: readonly Said[] = [
  { text: 'Title', role: 'matter' },
  { text: 'Go, Anna (*) now.', speaker: 'Ada', turn: 0 },
  { text: 'Go?', role: 'question', speaker: 'Bo', turn: 1 },
  { text: 'a note', role: 'note' },
  { text: 'One.', speaker: 'Ada', turn: 2 },
  { text: 'Two [laughs] three.', speaker: 'Ada', turn: 2 },
];

describe('the row', () => {
  it('has every word without signs and marks: what is said first, and nothing behind each transcript', () => {
    const { words, token, passage, vocabulary, marks } = streamOf([sourceOfPassages(TALK)]);
    expect([...vocabulary]).toEqual([
      ['go', 1],
      ['anna', 2],
      ['now', 3],
      ['one', 4],
      ['two', 5],
      ['three', 6],
      ['title', 7],
      ['a', 8],
      ['note', 9],
    ]);
    expect([...words]).toEqual([1, 2, 3, 1, 4, 5, 6, 7, 8, 9, 0]);
    expect([...token]).toEqual([1, 3, 7, 9, 13, 15, 19, 0, 11, 12, 0]);
    expect([...passage]).toEqual([0, 0, 0, 1, 2, 3, 3, 4, 5, 5, 5]);
    expect([...marks]).toEqual(['( * )']);
  });

  it('has the passages with their words, their speakers and the words of their turns', () => {
    const none = { speaker: null, source: 0 };
    expect(streamOf([sourceOfPassages(TALK)]).passages).toEqual([
      { source: 0, passage: 1, role: 'speech', speaker: 'Ada', from: 0, to: 3, turnFrom: 0, turnTo: 3 },
      { source: 0, passage: 2, role: 'question', speaker: 'Bo', from: 3, to: 4, turnFrom: 3, turnTo: 4 },
      { source: 0, passage: 4, role: 'speech', speaker: 'Ada', from: 4, to: 5, turnFrom: 4, turnTo: 7 },
      { source: 0, passage: 5, role: 'speech', speaker: 'Ada', from: 5, to: 7, turnFrom: 4, turnTo: 7 },
      { ...none, passage: 0, role: 'matter', from: 7, to: 8, turnFrom: 7, turnTo: 8 },
      { ...none, passage: 3, role: 'note', from: 8, to: 10, turnFrom: 8, turnTo: 10 },
    ]);
  });

  it('goes on with the next transcript, also behind one without a word', () => {
    const one = sourceOfPassages([{ text: 'Go.', speaker: 'Ada', turn: 0 }]);
    const { words, passage, passages } = streamOf([sourceOfPassages([]), one, one]);
    expect([...words]).toEqual([0, 1, 0, 1, 0]);
    expect([...passage]).toEqual([0, 0, 0, 1, 1]);
    expect(passages.map(({ source, from, to }) => [source, from, to])).toEqual([
      [1, 1, 2],
      [2, 3, 4],
    ]);
  });
});

describe('a turn in the row', () => {
  const turnsOf = (...said: readonly Omit<Said, 'text'>[]) =>
    rowOf(...said.map((one) => ({ ...one, text: 'go' }))).passages.map(({ turnFrom, turnTo }) => [turnFrom, turnTo]);
  const ADA = { speaker: 'Ada', turn: 0 };

  it.each<[string, readonly Omit<Said, 'text'>[], readonly number[][]]>([
    [
      'is one over a note between its passages',
      [ADA, { role: 'note' }, ADA],
      [
        [0, 2],
        [0, 2],
        [2, 3],
      ],
    ],
    [
      'is one where nobody is named',
      [{}, {}],
      [
        [0, 2],
        [0, 2],
      ],
    ],
    [
      'is another where the turn is another',
      [ADA, { ...ADA, turn: 1 }],
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      'is another where the speaker is another',
      [ADA, { ...ADA, speaker: 'Bo' }],
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      'is another where it asks',
      [ADA, { ...ADA, role: 'question' }],
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      'is each note by itself',
      [{ role: 'note' }, { role: 'note' }],
      [
        [0, 1],
        [1, 2],
      ],
    ],
  ])('%s', (_, said, turns) => {
    expect(turnsOf(...said)).toEqual(turns);
  });
});

describe('the apparatus of a transcript', () => {
  const apparatusIn = (...texts: readonly string[]) => {
    const { transcript } = sourceOfPassages(texts.map((text) => ({ text })));
    const flags = bracketed(transcript);
    return transcript.witness.tokens.filter((_, t) => flags[t] === 1).join(' ');
  };

  it.each([
    ['marks', 'my family (*).', '( * )'],
    ['square brackets', 'it [a town] is', '[ a town ]'],
    ['square brackets of eight words', '[a b c d e f g h] is', '[ a b c d e f g h ]'],
    ['stage directions', 'it (laughs) is', '( laughs )'],
    ['stage directions in capitals', 'it (LAUGHS) is', '( LAUGHS )'],
    ['stage directions of three words', 'it (they both laugh) is', '( they both laugh )'],
    ['the inner one of two brackets that open', 'a [ b [c] d', '[ c ]'],
    ['one bracket of two that close', 'a [b] c] d', '[ b ]'],
  ])('is %s: %s', (_, text, expected) => {
    expect(apparatusIn(text)).toBe(expected);
  });

  it.each([
    ['square brackets of nine words', '[a b c d e f g h i] is'],
    ['stage directions of four words', 'it (they both laugh loudly) is'],
    ['other words in parentheses', 'it (the crew) is'],
    ['a square bracket that a round one closes', 'it [laughs) is'],
    ['a bracket that closes nothing', 'they laugh] is'],
    ['a bracket that is not closed', 'it [laughs'],
  ])('is not %s: %s', (_, text) => {
    expect(apparatusIn(text)).toBe('');
  });

  it('is not a bracket that runs on into another passage', () => {
    expect(apparatusIn('it [laughs', 'and] goes')).toBe('');
  });

  it.each(['crosstalk', 'seufzt', 'rires', 'risas', 'смех', 'сміх'])('knows the direction “%s”', (word) => {
    expect(apparatusIn(`it (${word}) is`)).toBe(`( ${word} )`);
  });
});
