import { describe, expect, it } from 'vitest';
import { STRICT } from '../../../src/core/judge/policy.ts';
import { judgeArticle } from '../../../src/core/quote/index.ts';
import type { Block } from '../../../src/core/read/document.ts';
import { readMarkdown } from '../../../src/core/read/markdown/index.ts';
import { documentOf } from './support.ts';

const BODY =
  '“The ferry people are stubborn; very old, people who put the river above their own roofs,” says Brenn. “We rowed at night,” he says, “and nobody saw us.”';

function judge(...blocks: readonly (string | (Partial<Block> & { readonly text: string }))[]) {
  return judgeArticle(documentOf(...blocks), 'article', [], { policy: STRICT, mode: 'within' });
}

describe('an article held against its own body', () => {
  it('has nothing to say against a faithful headline, pull quote and caption', () => {
    const result = judge(
      { text: '‘We rowed at night and nobody saw us’', kind: 'heading' },
      BODY,
      { text: '“people who put the river above their own roofs”', setOff: { by: 'aside' } },
      { text: 'Brenn, who is “very old”', kind: 'caption' },
    );
    const repeated = result.quotations.filter(({ role }) => role !== 'body');
    expect(repeated.map(({ role, pass }) => [role, pass])).toEqual([
      ['headline', true],
      ['pull-quote', true],
      ['caption', true],
    ]);
    expect(result.pass).toBe(true);
  });

  it('flags a pull quote that drops words, and shows them', () => {
    const result = judge(BODY, '“The ferry people are people who put the river above their own roofs”');
    const failed = result.quotations.filter(({ pass }) => !pass);
    expect(failed).toMatchObject([
      { role: 'pull-quote', verdict: 'altered', findings: [{ code: 'quotation-altered', data: { kind: 'omission' } }] },
    ]);
    expect(failed[0]?.findings[0]?.sealed?.text).toBe('stubborn; very old');
    expect(failed[0]?.transcript?.name).toBe('article');
    expect(result.coverage).toMatchObject({ found: 4, checked: 1, unchecked: 3 });
  });

  it('flags a headline nobody says in it', () => {
    const result = judge({ text: '‘The bridge must burn before the autumn’', kind: 'heading' }, BODY);
    expect(result.quotations[0]).toMatchObject({ role: 'headline', verdict: 'not-found', pass: false });
  });
});

describe('an article whose headline is held against its body', () => {
  const SOURCE = [
    '# “We rowed at noon and nobody saw us”',
    '',
    'He said: “We *rowed* at night,” he says, “and',
    'nobody saw us.” And then: “It was *very* late.”',
  ];

  const within = async (lines: readonly string[]) =>
    judgeArticle(await readMarkdown(lines.join('\n')), 'article', [], { policy: STRICT, mode: 'within' });

  it('says where the body has other words, over an interruption', async () => {
    const [headline] = (await within(SOURCE)).quotations;
    expect(headline).toMatchObject({
      verdict: 'altered',
      transcript: { text: 'We rowed at night\nand\nnobody saw us' },
    });
    expect(headline?.transcript?.place).toEqual({ by: 'line', line: 3, column: 11 });
    expect(headline?.findings.map(({ copy, sealed }) => [copy?.text, sealed?.text, sealed?.place])).toEqual([
      ['noon', 'night', { by: 'line', line: 3, column: SOURCE[2]!.indexOf('night') + 1 }],
    ]);
  });

  it('does not run on from one quotation of the body into the next', async () => {
    const [headline] = (await within(['# “nobody saw us. It was very late”', ...SOURCE.slice(1)])).quotations;
    expect(headline?.verdict).toBe('spliced');
  });

  it('is not checked where the body quotes nothing', async () => {
    const { quotations } = await within(['# “We rowed at noon and nobody saw us”', '', 'He said so.']);
    expect(quotations.map(({ verdict, findings }) => [verdict, findings.map(({ data }) => data)])).toEqual([
      ['unchecked', [{ reason: 'no-transcript' }]],
    ]);
  });

  it('has the hyphens at the body’s line ends as they are written', () => {
    const body = { text: '“ferry-\nmen”', breaks: [{ kind: 'hyphen' as const, start: 6, end: 8 }] };
    expect(judge(body).quotations[0]?.findings[0]?.copy?.text).toBe('ferry-\nmen');
  });

  it('does not check the body', async () => {
    const { quotations } = await within(SOURCE);
    expect(quotations.slice(1).map(({ verdict, findings }) => [verdict, findings[0]?.data])).toEqual(
      new Array(3).fill(['unchecked', { reason: 'no-transcript' }]),
    );
  });
});
