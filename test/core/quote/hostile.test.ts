import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../src/core/quote/find.ts';
import { quoteIndexOf } from '../../../src/core/quote/judge.ts';
import { readText } from '../../../src/core/read/text/index.ts';
import { processorTime } from '../../processor-time.ts';
import { against, documentOf, sourceOf } from './support.ts';

/** Milliseconds that `work` takes, the better of two runs. */
function timed(work: () => unknown): number {
  const runs = [0, 1].map(() => {
    const start = processorTime();
    work();
    return processorTime() - start;
  });
  return Math.min(...runs);
}

const HOSTILE: readonly (readonly [string, (n: number) => string])[] = [
  ['opening quotes', (n) => '“'.repeat(n)],
  ['closing quotes', (n) => '”'.repeat(n)],
  ['straight quotes and letters', (n) => '"a '.repeat(n)],
  ['single quotes', (n) => "'a ".repeat(n)],
  ['possessives', (n) => `‘${'boys’ '.repeat(n)}`],
  ['alternating openers', (n) => '“‘«„'.repeat(n / 4)],
  ['nested pairs', (n) => `${'“a '.repeat(n / 2)}${'b” '.repeat(n / 2)}`],
  ['dashes', (n) => '— a — said '.repeat(n / 4)],
  ['commas and spaces', (n) => `${'a, said '.repeat(n / 4)}${' '.repeat(n)}`],
  ['short quotations', (n) => '“a b c d” '.repeat(n / 4)],
];

describe('hostile articles', () => {
  it.each(HOSTILE)('%s cost in proportion to their length', (_, make) => {
    const [few, many] = [8_000, 64_000].map((n) => timed(() => findQuotations(readText(make(n)))));
    expect(many!).toBeLessThan(40 + few! * 8 * 4);
  });

  it('with a mark in every paragraph end without trouble', () => {
    const document = documentOf(...Array.from({ length: 5_000 }, () => '“never closed'));
    const { quotations, unpaired } = findQuotations(document);
    expect(quotations).toEqual([]);
    expect(unpaired.length).toBeGreaterThan(0);
  });
});

describe('many quotations', () => {
  const words = 'river stone wheel night water bread iron ferry roof rain door salt crow lamp field smoke'.split(' ');
  const sentence = (seed: number): string =>
    Array.from({ length: 12 }, (_, i) => words[(seed * 7 + i * i * (seed % 13) + Math.floor(seed / 16) * i) % 16]).join(
      ' ',
    );
  const transcript = (n: number): string =>
    `Ann: ${Array.from({ length: n }, (_, i) => `${sentence(i)} number${i}.`).join(' ')}\n\nBob: Yes.\n\nAnn: No.\n\nBob: Yes.`;

  it('of one transcript cost in proportion to their number', () => {
    const sources = [sourceOf('long', transcript(5_000))];
    const article = (n: number): string =>
      Array.from({ length: n }, (_, i) => `He said “${sentence(i)} number${i}${i % 5 === 0 ? ' indeed' : ''}”.`).join(
        '\n\n',
      );
    against(article(10), sources);
    const [few, many] = [300, 2_400].map((n) => timed(() => against(article(n), sources)));
    expect(many!).toBeLessThan(200 + few! * 8 * 3);
  });

  it('may be as long as the interview, and one changed word is still named', () => {
    const sources = [sourceOf('long', transcript(120))];
    const whole = Array.from({ length: 110 }, (_, i) => `${sentence(i)} number${i}.`).join(' ');
    const [right, wrong] = against(
      `He said “${whole}” then.\n\nHe said “${whole.replace('number70', 'zebra')}” then.`,
      sources,
    ).quotations;
    expect(right).toMatchObject({ verdict: 'verbatim', pass: true });
    expect(wrong).toMatchObject({
      verdict: 'altered',
      findings: [{ sealed: { text: 'number70' }, copy: { text: 'zebra' } }],
    });
  });

  it('of words that repeat without end stay bounded', () => {
    const sources = [sourceOf('same', `Ann: ${'a b '.repeat(100_000)}\n\nBob: Yes.\n\nAnn: No.\n\nBob: Yes.`)];
    const article = Array.from({ length: 50 }, () => 'He said “a a b a b b a”.').join('\n\n');
    const { coverage } = against(article, sources);
    expect(coverage.verdicts.altered + coverage.verdicts['not-found'] + coverage.verdicts.spliced).toBe(50);
  });

  it('is a number of words in the index, not their square', () => {
    const index = quoteIndexOf([sourceOf('long', transcript(2_000))]);
    expect(index.single.places.length).toBe(index.stream.words.length);
    expect(index.pair.places.length).toBe(index.stream.words.length - 1);
  });
});
