import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/core/judge/judgement.ts';
import { displayWidth } from '../../../src/core/report/columns.ts';
import { type Look, PLAIN, textReport } from '../../../src/core/report/index.ts';
import { reports } from './arbitrary.ts';
import * as sample from './samples.ts';

const LOOK: Look = { width: 80, paint: PLAIN, detail: 'full' };

const GOLDEN: readonly (readonly [string, Report])[] = [
  ['faithful', { results: [sample.FAITHFUL] }],
  ['identical', { results: [sample.result({ identical: true })] }],
  ['doctored', { results: [sample.DOCTORED] }],
  ['hundred', { results: [sample.HUNDRED] }],
  ['several', sample.MANY],
  ['kinds', { results: [sample.KINDS] }],
  ['excerpt-allowed', { results: [sample.EXCERPT] }],
  ['right-to-left', { results: [sample.HEBREW] }],
  ['subtitles', { results: [sample.SUBTITLES] }],
  ['check', sample.CHECK],
  ['hostile', { results: [sample.HOSTILE] }],
];

describe('the report on a terminal', () => {
  it.each(GOLDEN)('of %s is as its golden file', async (name, report) => {
    await expect(textReport(report, LOOK)).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  it('says the verdict first, and what is around', () => {
    const [first, second] = textReport({ results: [sample.DOCTORED] }, LOOK).split('\n');
    expect(`${first} ${second?.trim()}`).toBe(
      '✗ mirror/page.html: altered. 4 differences from interview.txt (4,835 of 4,838 words match; 212 words around the interview are not judged)',
    );
  });

  it('takes one or two lines for a clean copy on a wide terminal', () => {
    const look = { ...LOOK, width: 160 };
    expect(textReport({ results: [sample.result()] }, look)).toBe(
      '✓ page.html: verbatim. Every word of interview.txt, in order\n',
    );
    expect(
      textReport({ results: [sample.FAITHFUL] }, look)
        .trimEnd()
        .split('\n'),
    ).toHaveLength(2);
  });

  it('says a long verdict again at the end, and bounds what it lists', () => {
    const lines = textReport({ results: [sample.HUNDRED] }, LOOK)
      .trimEnd()
      .split('\n');
    expect(lines.length).toBeLessThan(50);
    expect(lines.slice(-2)).toEqual(lines.slice(0, 2));
    expect(lines.join('\n')).toContain('… and 83 more (--format json lists all)');
  });

  it('is quiet about what passes and short about what does not', () => {
    const quiet: Look = { ...LOOK, detail: 'verdicts' };
    expect(textReport({ results: [sample.FAITHFUL] }, quiet)).toBe('');
    expect(
      textReport(sample.MANY, quiet)
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(0, 1)),
    ).toEqual(['✗', ' ', '?', '✗']);
  });

  it('says one word as one', () => {
    const lone = sample.result({
      pass: false,
      verdict: 'altered',
      words: { sealed: 1, matched: 0, around: 1 },
      findings: [sample.NOT],
    });
    const two = { ...lone, words: { sealed: 2, matched: 1, around: 0 } };
    const first = (one: typeof lone): string =>
      textReport({ results: [one] }, { ...LOOK, width: 200 }).split('\n')[0] ?? '';
    expect(first(lone)).toContain('(0 of 1 word match; 1 word around the interview is not judged)');
    expect(first(two)).toContain('(1 of 2 words matches)');
  });

  it('names three of a kind among its notes, and says that there are more', () => {
    const fonts = ['A', 'B', 'C', 'D'].map((detail) =>
      sample.finding('not-evaluated', { data: { kind: 'font', detail } }),
    );
    expect(textReport({ results: [sample.result({ findings: fonts })] }, LOOK)).toContain(
      'Not evaluated (4): A, B, C ….',
    );
  });

  it('says the same words with colours', () => {
    const code = (open: number) => (text: string) => `\u001b[${open}m${text}\u001b[0m`;
    const paint = { bad: code(31), good: code(32), warn: code(33), dim: code(2), strong: code(1) };
    const coloured = textReport(sample.MANY, { ...LOOK, paint });
    expect(coloured).not.toBe(textReport(sample.MANY, LOOK));
    expect(coloured.replaceAll(/\u001b\[\d+m/gu, '')).toBe(textReport(sample.MANY, LOOK));
  });

  it('lets no foreign character command a terminal or a log', () => {
    fc.assert(
      fc.property(reports, fc.integer({ min: 40, max: 120 }), (report, width) => {
        const text = textReport(report, { ...LOOK, width });
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u202A-\u202E\u2066\u2067\u200E\u200F\u2028]/u);
        expect(text).not.toMatch(/^\s*::|##\[/mu);
        for (const line of text.split('\n')) expect(line.split('\u2068').length).toBe(line.split('\u2069').length);
      }),
    );
  });

  it('keeps to the width but for places and names', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 140 }), (width) => {
        for (const [, report] of GOLDEN.slice(0, 8)) {
          for (const line of textReport(report, { ...LOOK, width }).split('\n')) {
            expect(displayWidth(line)).toBeLessThanOrEqual(width);
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});
