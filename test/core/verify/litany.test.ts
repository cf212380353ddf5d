/** Repeated text: what is found in it is found where it stands, and once. */
import { describe, expect, it } from 'vitest';
import { compare } from './support.ts';

const VERSE = 'Lord, have mercy on the people of the hills.';

describe('a litany of 200,000 sentences', () => {
  const TEN = Array.from({ length: 10 }, () => VERSE).join(' ');
  const verses = Array.from({ length: 20_000 }, () => TEN);
  const sealed = `${verses.join('\n\n')}\n`;
  const middle = 10_000;

  it('with one word changed in the middle has that one finding', async () => {
    const { verdict, findings } = await compare(
      sealed,
      verses.with(middle, TEN.replace(/people(?=(?:[^p]*people){5}[^p]*$)/u, 'houses')).join('\n\n'),
    );
    expect(verdict).toBe('altered');
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: 'word-substituted',
      passage: middle,
      sealed: { text: 'people', place: { line: 2 * middle + 1, column: 4 * (VERSE.length + 1) + 25 } },
      copy: { text: 'houses', place: { line: 2 * middle + 1, column: 4 * (VERSE.length + 1) + 25 } },
    });
  });

  it('of fewer, with one sentence less, has that one finding', async () => {
    const few = verses.slice(0, 500);
    const copy = few.with(250, TEN.slice(VERSE.length + 1));
    const { verdict, findings } = await compare(few.join('\n\n'), copy.join('\n\n'));
    expect(verdict).toBe('altered');
    // Which of so many equal sentences is missing, no one can say.
    expect(findings.map(({ code, sealed: reading }) => [code, reading?.text])).toEqual([['word-omitted', VERSE]]);
  });
});

describe('one word over and over', () => {
  const line = Array.from({ length: 400 }, () => 'yes').join(' ');
  const text = (n: number): string => `${Array.from({ length: n }, () => line).join('\n\n')}\n`;

  it('is verbatim as it is', async () => {
    expect((await compare(text(250), text(250))).verdict).toBe('verbatim');
  });

  it('with one more of them, or one less, is altered', async () => {
    const copy = text(250);
    for (const other of [copy.replace('yes', 'yes yes'), copy.replace('yes ', '')]) {
      const { verdict, findings } = await compare(text(250), other);
      expect(verdict).toBe('altered');
      expect(findings).toHaveLength(1);
    }
  });
});

describe('two long texts with nothing in common', () => {
  it('are told apart', async () => {
    const words = (seed: number): string =>
      Array.from({ length: 4000 }, (_, i) =>
        Array.from({ length: 10 }, (_, k) => `w${seed}x${(i * 10 + k) % 9973}`).join(' '),
      ).join('.\n\n');
    expect((await compare(`${words(1)}.\n`, `${words(2)}.\n`)).verdict).toBe('unmatched');
  });
});
