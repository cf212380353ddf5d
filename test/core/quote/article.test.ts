import { describe, expect, it } from 'vitest';
import { STRICT } from '../../../src/core/judge/policy.ts';
import { judgeArticle } from '../../../src/core/quote/index.ts';
import type { QuotationResult } from '../../../src/core/quote/quotes-report.ts';
import { readMarkdown } from '../../../src/core/read/markdown/index.ts';
import { fixture, INTERVIEWS } from './support.ts';

const [, ...rows] = fixture('article.expected.tsv').trimEnd().split('\n');
const expected = rows.map((row) => row.split('\t'));
const article = await readMarkdown(fixture('article.md'));
const judged = () => judgeArticle(article, 'article.md', INTERVIEWS, { policy: STRICT, mode: 'against' });

/** A quotation as a row of the table. */
function rowOf({ verdict, role, transcript, findings, text }: QuotationResult): readonly string[] {
  const fail = findings.find(({ level }) => level === 'fail');
  const from = transcript?.name.split('.')[0] ?? '-';
  const words = fail === undefined ? '-' : `${fail.sealed?.text ?? ''} > ${fail.copy?.text ?? ''}`;
  return [verdict, role, from, fail?.code ?? '-', words, text.replaceAll('\n', ' ')];
}

describe('an article with forty quotations of five interviews', () => {
  it('has each quotation found, listed once and judged', () => {
    const { quotations, findings, coverage } = judged();
    expect(quotations.map(rowOf)).toEqual(expected);
    expect(quotations.map(({ pass }) => pass)).toEqual(expected.map(([, , , failing]) => failing === '-'));
    expect(findings).toEqual([]);
    const { found, checked, unchecked, verdicts } = coverage;
    expect([found, checked, unchecked]).toEqual([43, 41, 2]);
    expect(Object.values(verdicts).reduce((sum, one) => sum + one, 0)).toBe(found);
  });

  it('says where a quotation stands in both files', () => {
    const quotation = judged().quotations.find(({ text }) => text.startsWith('There was fog'));
    expect(quotation?.place).toEqual({ by: 'line', line: 13, column: 3 });
    expect(quotation?.transcript?.place).toEqual({ by: 'line', line: 17, column: 16 });
    expect(quotation?.transcript?.after).toBe(
      'I called the bridge of the Corrie and said stop, stop at once, and they did stop',
    );
  });
});
