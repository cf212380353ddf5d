import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { PLAIN, type ReportFormat, type Surroundings, writeQuotes } from '../../../../src/core/report/index.ts';
import { coverageLine } from '../../../../src/core/report/quotes/coverage.ts';
import { finding, reading } from '../samples.ts';
import { article, HOSTILE_QUOTES, QUOTES, quotation, source } from './samples.ts';

const SURROUNDINGS: Surroundings = { look: { width: 80, paint: PLAIN, detail: 'full' }, version: '1.2.3' };
const FORMATS: readonly ReportFormat[] = ['text', 'json', 'sarif', 'github', 'junit', 'markdown', 'html'];

const schema: object = JSON.parse(
  readFileSync(new URL('../../../../src/core/report/verbatim-quotes.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

describe('the report on quotations', () => {
  it.each([
    ['text', 'quotes.txt'],
    ['json', 'quotes.json'],
    ['github', 'quotes-annotations.txt'],
    ['junit', 'quotes.xml'],
    ['markdown', 'quotes.md'],
    ['html', 'quotes.html'],
  ] as const)('as %s is as its golden file', async (format, file) => {
    await expect(writeQuotes(QUOTES, format, SURROUNDINGS)).toMatchFileSnapshot(`../golden/${file}`);
  });

  it('says how many were found and how they fared', () => {
    const [storm] = QUOTES.articles;
    expect(storm && coverageLine(storm)).toBe(
      '6 quotations found: 1 verbatim, 1 by convention, 1 altered, 1 said by somebody else, 1 not found, 1 unchecked.',
    );
    expect(coverageLine(article('none.md', []))).toBe('0 quotations found.');
  });

  it('as JSON is valid by its schema', () => {
    for (const report of [QUOTES, HOSTILE_QUOTES, { articles: [] }]) {
      validate(JSON.parse(writeQuotes(report, 'json', SURROUNDINGS)));
      expect(validate.errors).toBeNull();
    }
  });

  it('lists ten of a verdict and counts the rest', () => {
    const many = Array.from({ length: 25 }, (_, i) =>
      quotation(`Nobody ever said this, number ${i}`, 'not-found', i + 1, {
        transcript: source('Somebody said that', 9),
      }),
    );
    const text = writeQuotes({ articles: [article('long.md', many)] }, 'text', SURROUNDINGS);
    expect(text).toContain('… and 15 more (--format json lists all)');
    expect(text.split('\n').at(0)).toBe(text.trimEnd().split('\n').at(-1));
  });

  it('names the transcript and the speaker where they are known, and the first six findings of a quotation', () => {
    const look = { ...SURROUNDINGS.look, width: 200 };
    const text = (one: Parameters<typeof article>[1][number]): readonly string[] =>
      writeQuotes({ articles: [article('storm.md', [one])] }, 'text', { ...SURROUNDINGS, look }).split('\n');
    const altered = finding('quotation-altered', { copy: reading('gladly') });
    const many = text(quotation('I signed', 'altered', 5, { findings: Array.from({ length: 8 }, () => altered) }));
    expect(many).toContain('    storm.md:5:14');
    expect(many.filter((line) => line.startsWith('      - '))).toEqual([
      ...Array(6).fill('      - The quotation has “gladly”, which was not said.'),
      '      - … and 2 more',
    ]);
    const unnamed = quotation('I signed', 'altered', 5, { transcript: source('I did not sign', 9, null) });
    expect(text(unnamed)).toContain('    storm.md:5:14 · interview.txt:9:1');
    const named = quotation('I signed', 'altered', 5, { transcript: source('I did not sign', 9, 'Mira') });
    expect(text(named)).toContain('    storm.md:5:14 · interview.txt:9:1 · Mira');
  });

  it('says what concerns an article as a whole, and parts articles of more than a line', () => {
    const noted = article('calm.md', [], { findings: [finding('quotation-unbalanced')] });
    const text = writeQuotes({ articles: [noted, noted] }, 'text', SURROUNDINGS).split('\n');
    expect(text.filter((line) => line === '')).toHaveLength(5);
    expect(text.filter((line) => line.startsWith('  Notes: '))).toHaveLength(2);
  });

  it('is empty where there is no article', () => {
    expect(writeQuotes({ articles: [] }, 'text', SURROUNDINGS)).toBe('');
  });

  it('as Markdown says that everything passes', () => {
    const calm = { articles: [article('calm.md', [quotation('Nobody asked us.', 'verbatim', 2)])] };
    expect(writeQuotes(calm, 'markdown', SURROUNDINGS).split('\n')[0]).toBe('## verbatim quotes: everything passes');
  });

  it('is quiet about an article in order', () => {
    const look = { ...SURROUNDINGS.look, detail: 'verdicts' as const };
    const lines = writeQuotes(QUOTES, 'text', { ...SURROUNDINGS, look })
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => line.slice(0, 1))).toEqual(['✗', ' ', '?']);
  });

  it.each(FORMATS)('as %s lets no hostile word act', (format) => {
    const text = writeQuotes(HOSTILE_QUOTES, format, SURROUNDINGS);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202A-\u202E]/u);
    expect(text).not.toMatch(/##\[|^\s*::(?!error file=)/mu);
  });

  it.each(['junit', 'html'] as const)('as %s has no element of the text', (format) => {
    expect(writeQuotes(HOSTILE_QUOTES, format, SURROUNDINGS)).not.toMatch(/<script|<b>/u);
  });

  it('as HTML has the elements of its quotations and no more', () => {
    const html = writeQuotes(HOSTILE_QUOTES, 'html', SURROUNDINGS);
    expect(html.match(/<span class="quoted /gu)).toHaveLength(1);
    expect(parse(html).childNodes).toHaveLength(2);
  });
});
