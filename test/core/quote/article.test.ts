import { describe, expect, it } from 'vitest';
import { STRICT } from '../../../src/core/judge/policy.ts';
import { judgeArticle } from '../../../src/core/quote/index.ts';
import { readMarkdown } from '../../../src/core/read/markdown/index.ts';
import { fixture, INTERVIEWS } from './support.ts';

const [, ...rows] = fixture('article.expected.tsv').trimEnd().split('\n');
const expected = rows.map((row) => row.split('\t'));
const article = await readMarkdown(fixture('article.md'));
const judged = () => judgeArticle(article, 'article.md', INTERVIEWS, { policy: STRICT, mode: 'against' });

describe('an article with forty quotations of five interviews', () => {
  it('has each quotation found and listed once', () => {
    const { quotations, findings } = judged();
    expect(quotations.map(({ text }) => text.replaceAll('\n', ' '))).toEqual(expected.map((row) => row[5]));
    expect(findings).toEqual([]);
  });

  it.each(expected)('%s %s from %s: %s %s in “%s”', (verdict, role, from, failing, words, text) => {
    const quotation = judged().quotations.find((one) => one.text.replaceAll('\n', ' ') === text);
    const fail = quotation?.findings.find(({ level }) => level === 'fail');
    expect(quotation?.verdict).toBe(verdict);
    expect(quotation?.role).toBe(role);
    expect(quotation?.transcript?.name.split('.')[0] ?? '-').toBe(from);
    expect(quotation?.pass).toBe(failing === '-');
    expect(fail?.code ?? '-').toBe(failing);
    expect(fail === undefined ? '-' : `${fail.sealed?.text ?? ''} > ${fail.copy?.text ?? ''}`).toBe(words);
  });

  it('counts what was checked', () => {
    const { found, checked, unchecked, verdicts } = judged().coverage;
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
