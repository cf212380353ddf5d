import { describe, expect, it } from 'vitest';
import { Lexicon, numbered } from '../../../src/core/canon/lexicon.ts';

/** Numbers of more than 16 bits, and more words than fit before the tables grow. */
const MANY = 66_000;
/** A length of more than 16 bits. */
const LONG = 70_000;

const units = (text: string): Uint16Array => Uint16Array.from(text.split(''), (unit) => unit.charCodeAt(0));

describe('a lexicon', () => {
  it('numbers words in the order they come, and each once', () => {
    const { lexicon, numbers } = numbered(['no', 'yes', 'no', '', 'on', 'yes']);
    expect(lexicon.words).toEqual(['no', 'yes', '', 'on']);
    expect([...numbers]).toEqual([0, 1, 0, 2, 3, 1]);
  });

  it('finds a word wherever it stands in a text', () => {
    const { lexicon } = numbered(['oh', 'yes']);
    const text = units('yes, oh yes');
    const found = (start: number, end: number) => lexicon.find(text, start, end);
    expect([found(0, 3), found(5, 7), found(8, 11)]).toEqual([1, 0, 1]);
    expect([found(0, 2), found(3, 4), found(5, 11)]).toEqual([-1, -1, -1]);
  });

  it('takes a word from where it stands in a text', () => {
    const lexicon = new Lexicon();
    const text = units('yes, oh yes');
    expect(lexicon.add('oh', text, 5, 7)).toBe(0);
    expect(lexicon.add('yes', text, 8, 11)).toBe(1);
    expect(lexicon.words).toEqual(['oh', 'yes']);
    expect([lexicon.numberOf('oh'), lexicon.numberOf('yes'), lexicon.numberOf('ohy')]).toEqual([0, 1, -1]);
    expect(lexicon.of('yes')).toBe(1);
  });

  it('tells words apart by every letter and by their length', () => {
    const words = ['a', 'b', 'ab', 'ba', 'aa', 'abc', 'abd', 'bbc', 'a\u0100', 'a\u0000'];
    const { lexicon, numbers } = numbered(words);
    expect(lexicon.words).toEqual(words);
    expect([...numbers]).toEqual(words.map((_, number) => number));
  });

  it('tells words apart that have the same hash, whatever it is multiplied by', () => {
    const words = ['\u0002\u0003', '\u0002', '\u0003\u0000\u0003', 'c', '\u0002b'];
    const { lexicon, numbers } = numbered([...words, ...words.toReversed()]);
    expect([...numbers]).toEqual([0, 1, 2, 3, 4, 4, 3, 2, 1, 0]);
    expect(lexicon.numberOf('\u0003\u0000b')).toBe(-1);
  });

  it('tells so many words of one length apart that some of them have the same hash', () => {
    let state = 1;
    const next = (): string => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return String.fromCharCode(0x4e00 + (state >>> 18));
    };
    const words = [...new Set(Array.from({ length: 300_000 }, () => next() + next() + next()))];
    const { lexicon, numbers } = numbered(words);
    expect(words.length).toBeGreaterThan(290_000);
    expect(lexicon.words).toHaveLength(words.length);
    expect(numbers.every((number, i) => number === i)).toBe(true);
  });

  it('takes a word from far behind in a long text', () => {
    const lexicon = new Lexicon();
    const text = units(`${' '.repeat(LONG)}oh yes`);
    expect([lexicon.add('oh', text, LONG, LONG + 2), lexicon.add('yes', text, LONG + 3, LONG + 6)]).toEqual([0, 1]);
    expect([lexicon.numberOf('oh'), lexicon.numberOf('yes')]).toEqual([0, 1]);
  });

  it('keeps the numbers of very many words', () => {
    const words = Array.from({ length: MANY }, (_, number) => `word${number}`);
    const { lexicon, numbers } = numbered(words);
    expect(numbers.every((number, at) => number === at)).toBe(true);
    for (const number of [0, 511, 512, 40_000, 65_535, 65_536, MANY - 1]) {
      expect(lexicon.numberOf(`word${number}`)).toBe(number);
      expect(lexicon.words[number]).toBe(`word${number}`);
    }
    expect(lexicon.numberOf(`word${MANY}`)).toBe(-1);
  });

  it('keeps very long words, and those behind them', () => {
    const long = 'a'.repeat(LONG);
    const { lexicon, numbers } = numbered([long, 'b', `${long}a`, 'a'.repeat(LONG - 65_536), long, 'b']);
    expect([...numbers]).toEqual([0, 1, 2, 3, 0, 1]);
    expect(lexicon.numberOf(`${long.slice(1)}b`)).toBe(-1);
  });

  it('gives the numbers of its words in another one', () => {
    const { lexicon: mine } = numbered(['a', 'bb', 'c', 'dd']);
    const { lexicon: other } = numbered(['dd', 'e', 'a']);
    expect([...mine.numbersIn(other)]).toEqual([2, -1, -1, 0]);
    expect([...other.numbersIn(mine)]).toEqual([3, -1, 0]);
  });
});
