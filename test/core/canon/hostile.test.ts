/** Text made to be slow: each case is some hundred times quicker when time grows with its length than when with its square. */
import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../src/core/canon/index.ts';
import { processorTime } from '../../processor-time.ts';

/** Milliseconds. Far more than any case takes on a busy machine, far less than the square of its length would. */
const LIMIT = 20_000;

describe('hostile text takes time in proportion to its length', () => {
  it.each([
    ['one word', 'a'.repeat(300_000), 1],
    ['a line of 5 MB', 'lorem ipsum '.repeat(420_000), 840_000],
    ['dots', '.'.repeat(1_000_000), 1],
    ['spaced dots', '. '.repeat(500_000), 1],
    ['dots in twos, far apart', `. .${' '.repeat(1_000)}..`.repeat(500), 1_002],
    ['hyphens', '-'.repeat(1_000_000), 1],
    ['minus signs', '−'.repeat(300_000), 300_000],
    ['joined letters', 'a-'.repeat(500_000), 2],
    ['apostrophes in a word', 'a’'.repeat(300_000), 2],
    ['marks in the worst order', `a${'\u0301\u0323'.repeat(500_000)}`, 1],
    ['marks parted by ignorables', `a${'\u0301\u200b\u0323'.repeat(300_000)}`, 1],
    ['joiners', `ب${'\u200c'.repeat(1_000_000)}ب`, 1],
    ['joiners and ignorables', `ب${'\u200c\u00ad'.repeat(300_000)}ب`, 1],
    ['Hangul vowels', `\u1100${'\u1161'.repeat(300_000)}`, 1],
    ['half pairs', '\ud800'.repeat(300_000), 300_000],
    ['unassigned', '\u{16d67}'.repeat(200_000), 200_000],
    ['white space', `.${' '.repeat(1_000_000)}.`, 2],
    ['ligatures of four words', 'ﷺ'.repeat(50_000), 150_001],
  ])('%s', (_, text, count) => {
    const before = processorTime();
    expect(tokenise(text).text.length).toBe(count);
    expect(processorTime() - before).toBeLessThan(LIMIT);
  });
});
