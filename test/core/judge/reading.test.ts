/** What a finding quotes of a witness: the words as they stand there, and enough around them to find the spot. */
import { describe, expect, it } from 'vitest';
import { plainReading, readingOf, spotOf } from '../../../src/core/judge/reading.ts';
import { readText } from '../../../src/core/read/text/index.ts';
import type { Witness } from '../../../src/core/structure/transcript.ts';
import { witnessOf } from '../../../src/core/structure/witness.ts';
import { documentOf } from '../quote/support.ts';

function witness(text: string): Witness {
  return witnessOf(readText(text));
}

/** Words that are easy to count: `w00 w01 w02 …`, each with its space four units long. */
function numbered(count: number): string {
  return Array.from({ length: count }, (_, i) => `w${String(i).padStart(2, '0')}`).join(' ');
}

describe('a reading', () => {
  it('has the words as they are written, with their typography, and their place', () => {
    const text = witness('First line.\n\nHe said: “Don’t  go” twice.\n');
    expect(plainReading(readingOf(text, 7, 11))).toEqual({
      text: 'Don’t go” twice',
      before: 'He said: “',
      after: '.',
      place: { by: 'line', line: 3, column: 11 },
    });
  });

  it('knows the tokens it was made from', () => {
    const reading = readingOf(witness('one two three'), 1, 3);
    expect(spotOf(reading)).toEqual({ from: 1, to: 3 });
    expect(spotOf({ ...reading })).toBeNull();
    expect(spotOf(null)).toBeNull();
  });

  it('is written to JSON with all it quotes', () => {
    const reading = readingOf(witness('one two three'), 1, 2);
    expect(JSON.parse(JSON.stringify(reading))).toEqual(plainReading(reading));
  });

  it('quotes up to sixty signs to either side, in whole words', () => {
    const { before, after } = readingOf(witness(numbered(60)), 30, 31);
    expect(before).toBe(`${numbered(30).slice(16 * 4)} `);
    expect(after).toBe(` ${numbered(46).slice(31 * 4)}`);
  });

  it('quotes all there is where that is less', () => {
    expect(readingOf(witness('one two three'), 1, 2)).toMatchObject({ before: 'one ', text: 'two', after: ' three' });
  });

  it('cuts inside a word where no other begins near', () => {
    const { before, after } = readingOf(witness(`one ${'x'.repeat(100)} mid ${'y'.repeat(100)} end`), 2, 3);
    expect({ before, after }).toEqual({ before: `${'x'.repeat(59)} `, after: ` ${'y'.repeat(59)}` });
  });

  it('never cuts inside a character', () => {
    const seal = '\u{20000}';
    // Each seal is two code units; the one letter among them sets those behind it at odd offsets.
    const text = witness(`${seal.repeat(40)}x${seal.repeat(40)}`);
    expect(readingOf(text, 46, 47)).toMatchObject({ before: `${seal.repeat(25)}x${seal.repeat(5)}`, text: seal });
    expect(readingOf(text, 35, 36)).toMatchObject({ after: `${seal.repeat(4)}x${seal.repeat(25)}`, text: seal });
  });

  it('is one line, whatever white space the text has', () => {
    const text = witness('one two\nthree\u00a0four  five\tsix');
    expect(readingOf(text, 2, 4)).toMatchObject({ before: 'one two ', text: 'three four', after: ' five six' });
  });

  it('of several blocks quotes each of them, and the words around the first', () => {
    const text = witness('Alpha one.\n\nBeta two.\n\nGamma three.\n');
    const reading = readingOf(text, 1, 7);
    expect(plainReading(reading)).toEqual({
      text: 'one. Beta two. Gamma',
      before: 'Alpha ',
      after: '',
      place: { by: 'line', line: 1, column: 7 },
    });
  });

  it('of very many blocks quotes the first eight', () => {
    const text = witness(`${Array.from({ length: 20 }, (_, i) => `block${i}`).join('\n\n')}\n`);
    expect(readingOf(text, 0, 20).text).toBe('block0 block1 block2 block3 block4 block5 block6 block7');
  });

  it('of very many words quotes the first six hundred signs, in whole words', () => {
    const words = numbered(100);
    expect(readingOf(witness(`${words} ${words}`), 0, 200).text).toBe(`${`${words} ${words}`.slice(0, 599)}…`);
    expect(readingOf(witness(`${words} ${words}`), 0, 150).text).toBe(`${words} ${words}`.slice(0, 599));
    const exactly = `${numbered(100)} ${'z'.repeat(200)}`;
    expect(readingOf(witness(`${exactly} more`), 0, 101).text).toBe(exactly);
  });
});

describe('the place of a reading', () => {
  it('is that of its block, where the format has no lines', () => {
    const text = witnessOf(documentOf('First paragraph.', 'Second paragraph.'));
    expect(readingOf(text, 3, 4)).toMatchObject({ text: 'Second', place: { by: 'paragraph', paragraph: 2 } });
  });

  it('is none, where the words were put together from digests', () => {
    const text = witnessOf(documentOf({ text: 'One two.', place: { by: 'line' } }));
    expect(readingOf(text, 0, 1)).toMatchObject({ text: 'One', place: null });
  });
});

describe('a reading of nothing', () => {
  it('is the spot before a token', () => {
    const reading = readingOf(witness('one two three'), 1, 1);
    expect(plainReading(reading)).toEqual({
      text: '',
      before: 'one ',
      after: 'two three',
      place: { by: 'line', line: 1, column: 5 },
    });
  });

  it('behind the last token is the end of the last word', () => {
    const reading = readingOf(witness('First.\n\none two'), 4, 4);
    expect(plainReading(reading)).toEqual({
      text: '',
      before: 'one two',
      after: '',
      place: { by: 'line', line: 3, column: 8 },
    });
  });

  it('in a text without words has no place', () => {
    const text = witness('');
    expect(plainReading(readingOf(text, 0, 0))).toEqual({ text: '', before: '', after: '', place: null });
  });
});
