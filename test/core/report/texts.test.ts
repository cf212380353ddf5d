/** The record in the report of `check`: faults by kind, and the articles that quote wrongly. */
import { describe, expect, it } from 'vitest';
import type { TextResult } from '../../../src/core/judge/judgement.ts';
import { githubReport } from '../../../src/core/report/github.ts';
import { type Look, PLAIN, textReport } from '../../../src/core/report/index.ts';
import * as sample from './samples.ts';

const LOOK: Look = { width: 200, paint: PLAIN, detail: 'full' };
const lines = (texts: readonly TextResult[], look: Partial<Look> = {}): readonly string[] =>
  textReport({ results: [], texts }, { ...LOOK, ...look })
    .split('\n')
    .filter((line) => line !== '');
const wrong = (parts: Parameters<typeof sample.finding>[1] = {}) => sample.finding('quotation-not-found', parts);
const article = (findings: TextResult['findings'], pass = false): TextResult => ({
  kind: 'article',
  text: 'storm.md',
  pass,
  findings,
});

describe('an article in the record', () => {
  it('has its first three faults, each with its place and words where they are known', () => {
    const found = [
      wrong({ copy: sample.reading('She said so', '', '', sample.at(5, 70)) }),
      wrong({ copy: sample.reading('She went') }),
      wrong(),
      wrong(),
    ];
    const [, ...listed] = lines([article(found)]);
    expect(listed).toEqual([
      '✗ storm.md: 4 places to put right in what it quotes. “verbatim quotes” shows each in its place.',
      '    5:70 “She said so”: No transcript has these words.',
      '    “She went”: No transcript has these words.',
      '    No transcript has these words.',
      '    … and 1 more (--format json lists all)',
    ]);
  });

  it('that cannot be read says why, and one in order nothing', () => {
    const [, ...listed] = lines([article([sample.finding('encrypted')]), article([], true)]);
    expect(listed).toHaveLength(2);
    expect(listed[0]).toMatch(/^✗ storm\.md: The file is encrypted\. “verbatim quotes”/u);
  });

  it('in order is so in a line of the log', () => {
    const [, ...logged] = githubReport({ results: [], texts: [article([wrong()]), article([], true)] })
      .trimEnd()
      .split('\n');
    expect(logged.at(-1)).toMatch(/^✓ storm\.md: .*Every quotation is in order$/u);
  });

  it('that fails by a note says so', () => {
    expect(lines([article([])]).join('\n')).toContain('storm.md: A note is denied.');
  });
});

describe('faults of files', () => {
  const changed = (text: string): TextResult => ({
    text,
    pass: false,
    findings: [sample.finding('text-words-changed')],
  });

  it('of one kind are ten and a number, and the first says what to do', () => {
    const found = lines(Array.from({ length: 12 }, (_, i) => changed(`texts/${i}.txt`)));
    const listed = found.filter((line) => line.startsWith('✗ texts/'));
    expect(listed).toHaveLength(10);
    expect(listed[0]?.length).toBeGreaterThan(listed[1]?.length ?? 0);
    expect(found).toContain('  … and 2 more (--format json lists all)');
  });

  it('are all there is to say to those who want verdicts alone; where there are none, nothing is', () => {
    const noted: TextResult = { text: 'a.txt', pass: true, findings: [sample.finding('text-withdrawn')] };
    expect(lines([noted], { detail: 'verdicts' })).toEqual([]);
    expect(lines([noted]).some((line) => line.startsWith('! a.txt'))).toBe(true);
    const both = lines([noted, changed('b.txt')], { detail: 'verdicts' });
    expect(both.some((line) => line.includes('a.txt'))).toBe(false);
    expect(both.some((line) => line.startsWith('✗ b.txt'))).toBe(true);
  });
});
