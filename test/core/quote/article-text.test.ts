/** The article as it reads, and where the words of findings stand in it and in the transcript. */
import { describe, expect, it } from 'vitest';
import { STRICT } from '../../../src/core/judge/policy.ts';
import { articleText, judgeArticle } from '../../../src/core/quote/index.ts';
import { contextOf, rangeIn, spanOf } from '../../../src/core/quote/spots.ts';
import { read } from '../../../src/core/read/index.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { NO_CONVENTIONS } from '../../../src/core/structure/transcript.ts';

const TRANSCRIPT = `Q: Who kept the ferry going?

Mara: I did, with my sister. We never took a coin for it, and nobody offered one. The winter was long.

Q: And the mayor?

Mara: He came once, and he did not stay.
`;

async function documentOf(text: string, name: string) {
  return read(new TextEncoder().encode(text), { name });
}

async function judged(article: string) {
  const transcript = structure(await documentOf(TRANSCRIPT, 'ferry.txt'), NO_CONVENTIONS);
  const document = await documentOf(article, 'article.md');
  const sources = [{ name: 'ferry.txt', transcript }];
  const result = judgeArticle(document, 'article.md', sources, { policy: STRICT, mode: 'against' });
  return { text: articleText(document), quotations: result.quotations };
}

describe('the article as it reads', () => {
  it('has every block, and each quotation with its marks in its place, by its number', async () => {
    const { text, quotations } = await judged(
      'A plain sentence.\n\n“We never took a coin for it,” Mara says, “and nobody offered one.”\n\n« The winter was long » est une citation.\n',
    );
    const quoted = text.blocks.map((block) =>
      block.quoted.map(({ start, end, quotation }) => [quotation, block.text.slice(start, end)]),
    );
    expect(quoted).toEqual([
      [],
      [
        [0, '“We never took a coin for it,”'],
        [1, '“and nobody offered one.”'],
      ],
      [[2, '« The winter was long »']],
    ]);
    expect(quotations).toHaveLength(3);
  });

  it('gives a quotation that runs through paragraphs a stretch in each, with the mark that opens it again', async () => {
    const { text } = await judged(
      '“We never took a coin for it, and nobody offered one.\n\n“The winter was long,” Mara says.\n',
    );
    expect(
      text.blocks.map(({ text: words, quoted }) => quoted.map(({ start, end }) => words.slice(start, end))),
    ).toEqual([['“We never took a coin for it, and nobody offered one.'], ['“The winter was long,”']]);
  });
});

describe('the words of a finding', () => {
  it('are found in the article and in the transcript’s words beside it', async () => {
    const { text, quotations } = await judged('“We always took a coin for it,” Mara says.\n');
    const [quotation] = quotations;
    const [finding] = quotation?.findings ?? [];
    const span = spanOf(finding!.copy!);
    expect(text.blocks[span!.from.block]?.text.slice(span!.from.offset, span!.to.offset)).toBe('always');
    const range = rangeIn(quotation!.transcript!, finding!.sealed!);
    expect(quotation?.transcript?.text.slice(range!.start, range!.end)).toBe('never');
  });

  it('are a gap where the article drops words', async () => {
    const { quotations } = await judged('“He came once, and he did stay,” Mara says.\n');
    const [{ copy, sealed } = { copy: null, sealed: null }] = quotations[0]?.findings ?? [];
    const span = spanOf(copy!);
    expect(span?.from).toEqual(span?.to);
    const range = rangeIn(quotations[0]!.transcript!, sealed!);
    expect(quotations[0]?.transcript?.text.slice(range!.start, range!.end)).toBe('not');
  });

  it('stand in their passage, with all its signs', async () => {
    const { quotations } = await judged('“nobody offered one”, Mara says.\n');
    expect(contextOf(quotations[0]!.transcript!)).toEqual({
      before: 'I did, with my sister. We never took a coin for it, and ',
      after: '. The winter was long.',
    });
  });

  it('stand nowhere in another’s', async () => {
    const { quotations } = await judged(
      '“We always took a coin for it,” Mara says. “He came once, and he did stay,” she says.\n',
    );
    expect(rangeIn(quotations[0]!.transcript!, quotations[1]!.findings[0]!.sealed!)).toBeNull();
    expect(rangeIn({ ...quotations[0]!.transcript! }, quotations[0]!.findings[0]!.sealed!)).toBeNull();
  });
});
