/** What becomes of the judgements of a file and of what a browser shows of it. */
import { describe, expect, it } from 'vitest';
import { type FindingCode, findingKind } from '../../src/core/judge/codes.ts';
import type { Finding } from '../../src/core/judge/finding.ts';
import type { Judgement } from '../../src/core/judge/judgement.ts';
import { STRICT } from '../../src/core/judge/policy.ts';
import { worst } from '../../src/core/judge/verdict.ts';
import { sentence } from '../../src/core/report/wording.ts';
import { compareDrawn } from '../../src/render/compare.ts';

function finding(code: FindingCode, sealed: string, copy: string, data: Finding['data'] = {}): Finding {
  const reading = (text: string) => ({ text, before: '', after: '', place: null });
  const { level } = findingKind(code);
  return { code, level, speaker: 'A', passage: 3, sealed: reading(sealed), copy: reading(copy), count: 1, data };
}

function judgement(...findings: readonly Finding[]): Judgement {
  const failing = findings.filter(({ level }) => level === 'fail');
  const verdict = worst(failing.map(({ code }) => findingKind(code).verdict));
  const words = { sealed: 50, matched: 50 - failing.length, around: 0 };
  return { verdict, pass: failing.length === 0, identical: false, words, findings };
}

const FAITHFUL = judgement();
const WITHOUT_NOT = judgement(finding('word-omitted', 'not', ''));
const SHEET = finding('not-evaluated', '', '', { kind: 'stylesheet', detail: '1 external style sheet' });
const MISSING = finding('not-evaluated', '', '', { kind: 'stylesheet', detail: '1 the browser did not get' });

function told(read: Judgement, wide: Judgement, narrow: Judgement) {
  const drawn = [
    { views: ['wide', 'paper'], judgement: wide },
    { views: ['narrow'], judgement: narrow },
  ] as const;
  const { verdict, pass, words, findings } = compareDrawn(read, drawn, STRICT);
  return { verdict, pass, matched: words.matched, codes: findings.map(({ code }) => code), last: findings.at(-1) };
}

describe('compareDrawn', () => {
  it('leaves the file’s judgement as it is where all agree', () => {
    expect(told(FAITHFUL, FAITHFUL, FAITHFUL)).toMatchObject({ verdict: 'verbatim', pass: true, codes: [] });
    expect(told(WITHOUT_NOT, WITHOUT_NOT, WITHOUT_NOT).codes).toEqual(['word-omitted']);
  });

  it('tells what one view alone shows, and counts its words', () => {
    const { last, ...rest } = told(FAITHFUL, FAITHFUL, WITHOUT_NOT);
    expect(rest).toEqual({ verdict: 'altered', pass: false, matched: 49, codes: ['word-omitted', 'drawn-otherwise'] });
    expect(last === undefined ? '' : sentence(last)).toBe(
      'The file has “not” here, and a browser shows nothing on a narrow screen.',
    );
  });

  it('names several views, and none where all are meant', () => {
    const some = told(FAITHFUL, WITHOUT_NOT, FAITHFUL).last;
    expect(some?.data['views']).toBe('wide paper');
    expect(some === undefined ? '' : sentence(some)).toMatch(/shows nothing on a wide screen and in print\.$/u);
    const all = told(FAITHFUL, WITHOUT_NOT, WITHOUT_NOT);
    expect([all.codes, all.last?.data['views']]).toEqual([['word-omitted', 'drawn-otherwise'], undefined]);
  });

  it('tells once what all views show, though one of them shows more', () => {
    const more = judgement(finding('word-omitted', 'not', ''), finding('word-added', '', 'gladly'));
    const { codes, last } = told(FAITHFUL, WITHOUT_NOT, more);
    expect(codes).toEqual(['word-omitted', 'word-added', 'drawn-otherwise']);
    expect(last?.data['views']).toBeUndefined();
  });

  it('does not let a browser set a doctored file right', () => {
    const { verdict, codes } = told(WITHOUT_NOT, FAITHFUL, FAITHFUL);
    expect([verdict, codes]).toEqual(['altered', ['word-omitted', 'drawn-otherwise']]);
  });

  it('is suspect at best where only what is seen is recognised', () => {
    const { verdict, codes } = told(judgement(finding('unmatched', '', '')), FAITHFUL, FAITHFUL);
    expect([verdict, codes]).toEqual(['suspect', ['drawn-otherwise']]);
  });

  it('is unmatched where the file is and every view is', () => {
    const unmatched = judgement(finding('unmatched', '', ''));
    expect(told(unmatched, unmatched, unmatched)).toMatchObject({ verdict: 'unmatched', codes: ['unmatched'] });
  });

  it('takes a sheet for settled that the browser has evaluated, and not one that it did not get', () => {
    expect(told(judgement(SHEET), FAITHFUL, FAITHFUL).codes).toEqual([]);
    const { last } = told(judgement(SHEET), judgement(MISSING), judgement(MISSING));
    expect(last?.data['detail']).toBe('1 the browser did not get');
  });
});
