/** The article as a page: it reads as it did, each quotation is marked in its place and has its note. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STRICT } from '../../../../src/core/judge/policy.ts';
import { articleText, judgeArticle } from '../../../../src/core/quote/index.ts';
import { read } from '../../../../src/core/read/index.ts';
import { quotesHtmlReport } from '../../../../src/core/report/quotes/html.ts';
import { structure } from '../../../../src/core/structure/structure.ts';
import { NO_CONVENTIONS } from '../../../../src/core/structure/transcript.ts';
import { faults, parsed } from '../html/parsed.ts';
import { HOSTILE_QUOTES, QUOTES } from './samples.ts';

const TRANSCRIPT = `Q: Who kept the ferry going?

Mara: I did, with my sister. We never took a coin for it, and nobody offered one. The winter was long.

Q: And the mayor?

Mara: He came once, and he did not stay.
`;
const ARTICLE = `# The ferry

${Array.from({ length: 6 }, (_, i) => `Plain paragraph ${i + 1} about the river.`).join('\n\n')}

“We never took a coin […] and nobody offered one,” says Mara. “The winter is long,” she adds.

“Who kept the ferry going?” says Mara. The “old days” are gone.
`;

async function pageOf(article: string): Promise<string> {
  const documentOf = (text: string, name: string) => read(new TextEncoder().encode(text), { name });
  const transcript = structure(await documentOf(TRANSCRIPT, 'ferry.txt'), NO_CONVENTIONS);
  const document = await documentOf(article, 'article.md');
  const sources = [{ name: 'ferry.txt', transcript }];
  const result = judgeArticle(document, 'article.md', sources, { policy: STRICT, mode: 'against' });
  return quotesHtmlReport({ articles: [result] }, [articleText(document)]);
}

/** The markup without the words a screen reader hears, and without tags. */
function seen(html: string): string {
  return html.replaceAll(/<span class="vh">[^<]*<\/span>/gu, '').replaceAll(/<[^>]*>/gu, '');
}

describe('an article as HTML', () => {
  it('says the coverage before anything else of the article', async () => {
    const html = await pageOf(ARTICLE);
    expect(seen(html.slice(html.indexOf('<h2'), html.indexOf('<h3')))).toBe(
      'article.md ✗ not in order4 quotations found: 1 by convention, 1 altered, 1 said by somebody else, 1 unchecked.',
    );
  });

  it('links what is not right to its place, in the words of the terminal', async () => {
    const html = await pageOf(ARTICLE);
    const list = html.slice(html.indexOf('<h3>'), html.indexOf('<div class="article">'));
    expect(list).toContain('<a href="#q1-2"><bdi>“The winter is long,”</bdi></a>');
    expect(seen(list)).toContain('The quotation has “is”; what was said is “was”.');
    expect(seen(list)).toContain('Said by somebody else (1)');
  });

  it('marks each quotation with sign, number and verdict, and leaves other prose plain', async () => {
    const html = await pageOf(ARTICLE);
    const article = html.slice(html.indexOf('<div class="article">'));
    const [first = '', second = ''] =
      article.match(/<p class="in paragraph"[^>]*>.*?<\/p>/gu)?.filter((p) => p.includes('quoted')) ?? [];
    expect(seen(first)).toBe(
      '✓ 1 by convention“We never took a coin […] and nobody offered one,” says Mara. ✗ 2 altered“The winter is long,” she adds.',
    );
    expect(first).toContain('<span class="mark">[…]</span>');
    expect(first).toMatch(/<ins>.*is.*<\/ins>/u);
    expect(seen(second)).toContain('? 4 unchecked“old days” are gone.');
    expect(article).toContain('<p class="in paragraph" dir="auto">Plain paragraph 6 about the river.</p>');
  });

  it('has the transcript’s words beside it: speaker, place, context, what is missing, what is swallowed', async () => {
    const html = await pageOf(ARTICLE);
    const note = (id: string) =>
      html.slice(html.indexOf(`id="${id}"`), html.indexOf('</div>', html.indexOf(`id="${id}"`)));
    expect(seen(note('n1-2'))).toMatch(/2 ✗ Altered ferry\.txt:3:\d+Mara:I did, .* one\. The winter was long\./u);
    expect(note('n1-2')).toMatch(/<del>.*was.*<\/del>/u);
    expect(note('n1-1')).toContain('<span class="mark">for it</span>');
    expect(seen(note('n1-1'))).toContain('Quoted by convention (an ellipsis): “[…]” stands for “for it”.');
  });

  it('folds what has no quotation, but for the title and what stands beside one', async () => {
    const html = await pageOf(ARTICLE);
    expect(seen(html)).toContain('4 paragraphs without a quotation (24 words)');
    const folded = html.slice(
      html.indexOf('<details', html.indexOf('class="article"')),
      html.lastIndexOf('</details>'),
    );
    expect(seen(folded)).not.toContain('The ferry');
    expect(seen(folded)).not.toContain('Plain paragraph 6');
  });

  it('holds nothing but our elements, whatever the article says', async () => {
    expect(faults(await pageOf(ARTICLE))).toEqual([]);
    for (const report of [QUOTES, HOSTILE_QUOTES, { articles: [] }])
      expect(faults(quotesHtmlReport(report))).toEqual([]);
    const evil = fc.constantFrom(
      '</p><script>alert(1)</script>',
      '<img src=x>',
      '\u202Eevil',
      '“',
      '”',
      '«',
      '»',
      'We never took a coin',
      '\n\n',
      '> ',
      '&amp;',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(evil, { maxLength: 12 }), async (parts) => {
        expect(faults(await pageOf(`Mara says: “${parts.join(' ')}”\n`))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('shows the quotations alone where the article is not at hand', () => {
    const { text } = parsed(quotesHtmlReport(QUOTES));
    expect(text).toContain('The quotations');
    expect(text).toContain('✗ 2 altered“I was angry at the men who came at night”');
  });

  it('stays bounded in an article of thousands of quotations', async () => {
    const html = await pageOf(`${'Mara said “We never took a coin for it” again.\n\n'.repeat(3_000)}`);
    expect(html.length).toBeLessThan(4_000_000);
    expect(seen(html)).toContain('From here on the article is not shown: 1,000 more paragraphs.');
    expect(faults(html)).toEqual([]);
  });
});
