/** What an editor's signs make of a quotation: the words to look up, and what stands between them. */
import { describe, expect, it } from 'vitest';
import { type Joint, type PatternBracket, patternOf } from '../../../src/core/quote/pattern.ts';

const MARKS = new Set(['( * )', '[ inaudible ]']);
const read = (text: string) => patternOf(text, MARKS);
const wordsOf = (text: string) => read(text).words.map(({ text: word }) => word);

const joint = (holds: Partial<Joint> = {}): Joint => ({
  signs: [],
  ellipsis: null,
  ellipsisStart: 0,
  brackets: [],
  marks: [],
  ...holds,
});

const bracket = (written: string, start: number, ...words: string[]): PatternBracket => ({
  written,
  start,
  words,
  stem: null,
  sic: false,
});

const word = (text: string, start: number, written = text) => ({
  text,
  key: text.toLowerCase(),
  written,
  bracketedCapital: written.startsWith('['),
  start,
  end: start + written.length,
});

describe('a quotation as something to be found', () => {
  it('is its words, with the editor’s signs before, between and behind them', () => {
    const text = '[T]hey left … my brother [Ivan] at home.';
    expect(read(text)).toEqual({
      text,
      words: [
        word('They', 0, '[T]hey'),
        word('left', 7),
        word('my', 14),
        word('brother', 17),
        word('at', 32),
        word('home', 35),
      ],
      joints: [
        joint(),
        joint(),
        joint({ ellipsis: '…', ellipsisStart: 12 }),
        joint(),
        joint({ brackets: [bracket('[Ivan]', 25, 'ivan')] }),
        joint(),
        joint({ signs: ['.'] }),
      ],
    });
  });

  it('is nothing but one joint where there is no word', () => {
    expect(read('!?')).toEqual({ text: '!?', words: [], joints: [joint({ signs: ['!', '?'] })] });
  });
});

describe('brackets that touch a word', () => {
  it('behind it make one bracket of both, and what stood before the word stays', () => {
    expect(read('So, … [we] (*) want[ed] it')).toMatchObject({
      words: [word('So', 0), word('it', 24)],
      joints: [
        joint(),
        joint({
          signs: [','],
          ellipsis: '…',
          ellipsisStart: 4,
          brackets: [
            bracket('[we]', 6, 'we'),
            { ...bracket('want[ed]', 15, 'ed'), stem: { text: 'want', side: 'before' } },
          ],
          marks: ['( * )'],
        }),
        joint(),
      ],
    });
  });

  it('before it likewise, unless they hold one letter', () => {
    expect(read('[Un]Happy men')).toMatchObject({
      words: [word('men', 10)],
      joints: [
        joint({ brackets: [{ ...bracket('[Un]Happy', 0, 'un'), stem: { text: 'happy', side: 'after' } }] }),
        joint(),
      ],
    });
  });

  it.each([
    ['a letter with a sign of its own', '[N̈]a bo', ['N̈a', 'bo'], 0],
    ['a digit', '[9]th men', ['men'], 1],
    ['a letter behind a digit', '[1a]st men', ['men'], 1],
    ['a letter before a digit', '[a1]st men', ['men'], 1],
  ])('hold a capital only if it is one letter: %s', (_, text, words, brackets) => {
    expect(wordsOf(text)).toEqual(words);
    expect(read(text).joints[0]!.brackets).toHaveLength(brackets);
  });

  it.each([
    ['two words', 'one[two three] four', ['one', 'four'], '[two three]'],
    ['a space before', 'one [two] four', ['one', 'four'], '[two]'],
    ['a space behind', '[T] he', ['he'], '[T]'],
    ['a sign behind', '[T]—he', ['he'], '[T]'],
    ['a capital that is itself in brackets', '[T]he[m] all', ['The', 'all'], '[m]'],
    ['nothing but a sign inside', 'one[-] four', ['one', 'four'], '[-]'],
  ])('but not with %s', (_, text, words, written) => {
    expect(wordsOf(text)).toEqual(words);
    const brackets = read(text).joints.flatMap((one) => one.brackets);
    expect(brackets).toMatchObject([{ written, stem: null }]);
  });
});

describe('an apostrophe that touches a bracket', () => {
  it.each(["'", '’', 'ʼ', '‘', '＇'])('%s joins a capital to the word behind it', (sign) => {
    expect(read(`[J]${sign}ai dit`).words).toEqual([{ ...word("J'ai", 0, `[J]${sign}ai`) }, word('dit', 7)]);
  });

  it.each(['[Anna]’s dog', '[J.]’s dog', '[]’s dog', '[7]’s dog'])('belongs to the bracket otherwise: %s', (text) => {
    const written = text.slice(0, -4);
    const { words, joints } = read(text);
    expect(words).toEqual([word('dog', written.length + 1)]);
    expect(joints).toMatchObject([{ brackets: [{ written, start: 0, stem: null, sic: false }], signs: [] }, joint()]);
  });

  it.each([
    ['a space before it', '[J] ’ai', ['ai'], '[J]'],
    ['a space behind it', '[J]’ ai', ['ai'], '[J]'],
    ['a sign behind it', '[J]’, ai', ['ai'], '[J]'],
    ['nothing behind it', 'ai [J]’', ['ai'], '[J]'],
    ['another quotation mark', '[J]"ai', ['ai'], '[J]'],
  ])('is a mark of its own with %s', (_, text, words, written) => {
    expect(wordsOf(text)).toEqual(words);
    const { joints } = read(text);
    expect(joints.flatMap((one) => one.brackets)).toMatchObject([{ written, stem: null }]);
    expect(joints.flatMap((one) => one.signs)[0]).toBe('"');
  });
});

describe('an ellipsis', () => {
  it.each(['…', '...', '. . .', '[…]', '[...]', '(…)', '( . . . )'])('may be written %s', (written) => {
    expect(read(`a ${written} b`).joints).toEqual([joint(), joint({ ellipsis: written, ellipsisStart: 2 }), joint()]);
  });

  it('with more in its brackets is no ellipsis', () => {
    expect(read('a [… c] b').joints[1]).toEqual(joint({ brackets: [bracket('[… c]', 2, 'c')] }));
  });
});

describe('[sic]', () => {
  it.each(['[sic]', '(sic)', '[Sic!]', '[so]', '[так]'])('may be written %s', (written) => {
    expect(read(`a ${written} b`).joints[1]!.brackets).toMatchObject([{ written, start: 2, sic: true }]);
  });

  it('is no other word, and no two', () => {
    expect(read('a [thus] b').joints[1]!.brackets).toEqual([bracket('[thus]', 2, 'thus')]);
    expect(read('a [s o] b').joints[1]!.brackets).toEqual([bracket('[s o]', 2, 's', 'o')]);
  });
});

describe('round brackets', () => {
  it('around other words are the speaker’s own', () => {
    expect(read('a (or b) c')).toEqual({
      text: 'a (or b) c',
      words: [word('a', 0), word('or', 3), word('b', 6), word('c', 9)],
      joints: [joint(), joint({ signs: ['('] }), joint(), joint({ signs: [')'] }), joint()],
    });
  });
});

describe('a bracket that is never closed', () => {
  it.each(['[a b c', '(sic c', '[a b c)', '(… b]'])('is a sign: %s', (text) => {
    expect(read(text).joints[0]!.signs).toEqual([text[0]]);
    expect(read(text).joints.flatMap(({ brackets }) => brackets)).toEqual([]);
  });

  it('within forty signs and words is taken for text', () => {
    const brackets = [39, 40].map((n) => read(`a [${'w '.repeat(n)}] b`).joints[1]!.brackets.length);
    expect(brackets).toEqual([1, 0]);
  });
});

describe('a mark of the transcripts', () => {
  it.each([
    ['to go (*), but', { marks: ['( * )'], signs: [','] }],
    ['to go [inaudible] but', { marks: ['[ inaudible ]'] }],
  ])('is quoted with the rest: %s', (text, holds) => {
    expect(wordsOf(text)).toEqual(['to', 'go', 'but']);
    expect(read(text).joints[2]).toEqual(joint(holds));
  });

  it('that is not whole is none', () => {
    expect(read('to go [inaudible music] but').joints[2]).toEqual(
      joint({ brackets: [bracket('[inaudible music]', 6, 'inaudible', 'music')] }),
    );
  });
});
