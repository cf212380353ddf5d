/** A report on quotations; the article and the interview are invented. */
import {
  type ArticleResult,
  QUOTE_VERDICTS,
  type QuotationResult,
  type QuotationSource,
  type QuotesReport,
  type QuoteVerdict,
} from '../../../../src/core/quote/quotes-report.ts';
import { at, finding, reading } from '../samples.ts';

export function source(text: string, line: number, speaker: string | null = 'Mira'): QuotationSource {
  return { name: 'interview.txt', place: at(line, 1), text, before: '', after: '', speaker };
}

export function quotation(
  text: string,
  verdict: QuoteVerdict,
  line: number,
  parts: Partial<QuotationResult> = {},
): QuotationResult {
  return {
    text,
    role: 'body',
    place: at(line, 14),
    verdict,
    pass: ['verbatim', 'convention', 'repunctuated', 'unchecked'].includes(verdict),
    attributed: 'Mira',
    transcript: null,
    conventions: [],
    findings: [],
    ...parts,
  };
}

export function article(
  name: string,
  quotations: readonly QuotationResult[],
  parts: Partial<ArticleResult> = {},
): ArticleResult {
  const count = (verdict: QuoteVerdict) => quotations.filter((one) => one.verdict === verdict).length;
  const unchecked = count('unchecked');
  return {
    article: name,
    pass: quotations.every((one) => one.pass),
    quotations,
    findings: [],
    coverage: {
      found: quotations.length,
      checked: quotations.length - unchecked,
      unchecked,
      verdicts: {
        verbatim: 0,
        convention: 0,
        repunctuated: 0,
        altered: 0,
        spliced: 0,
        'other-speaker': 0,
        'not-found': 0,
        unchecked: 0,
        ...Object.fromEntries(QUOTE_VERDICTS.map((verdict) => [verdict, count(verdict)])),
      },
    },
    ...parts,
  };
}

const STORM = article('storm.md', [
  quotation('My family stayed inside.', 'verbatim', 3, { transcript: source('My family stayed inside', 11) }),
  quotation('I was angry at the men who came at night', 'altered', 5, {
    transcript: source('I was afraid of the men who came at night', 11),
    findings: [
      finding('quotation-altered', {
        speaker: 'Mira',
        passage: 4,
        sealed: reading('afraid of', 'I was', 'the men who came', at(11, 32)),
        copy: reading('angry at', 'I was ', ' the men who came', at(5, 20)),
        data: { kind: 'substitution' },
      }),
    ],
  }),
  quotation('They put a paper on the table […] and no, I did not sign [it]', 'convention', 9, {
    transcript: source('They put a paper on the table, a long one, and no, I did not sign the paper', 17),
    conventions: [{ convention: 'ellipsis', text: '[…]', sealed: 'a long one,' }],
    findings: [
      finding('quotation-convention', {
        sealed: reading('a long one,', 'on the table,', 'and no', at(17, 32)),
        copy: reading('[…]', 'on the table ', ' and no', at(9, 44)),
        data: { convention: 'ellipsis' },
      }),
      finding('quotation-convention', {
        sealed: reading('the paper', 'did not sign', '', at(17, 66)),
        copy: reading('[it]', 'did not sign ', '', at(9, 71)),
        data: { convention: 'replaced' },
      }),
    ],
  }),
  quotation('Was anybody ever paid?', 'other-speaker', 14, {
    transcript: source('Was anybody ever paid?', 33, 'Q'),
    findings: [finding('quotation-other-speaker', { speaker: 'Q', data: { role: 'question', named: 'Mira' } })],
  }),
  quotation('We shall rebuild the lighthouse by spring', 'not-found', 18, {
    transcript: source('The lighthouse was never rebuilt', 52),
    findings: [
      finding('quotation-not-found', { sealed: reading('The lighthouse was never rebuilt', '', '', at(52, 1)) }),
    ],
  }),
  quotation('so-called', 'unchecked', 21, {
    findings: [finding('quotation-unchecked', { data: { reason: 'short' } })],
  }),
]);

export const QUOTES: QuotesReport = {
  articles: [
    STORM,
    article('calm.md', [quotation('Nobody asked us.', 'verbatim', 2, { transcript: source('Nobody asked us.', 31) })]),
    article('locked.docx', [], { pass: false, findings: [finding('encrypted')] }),
  ],
};

export const HOSTILE_QUOTES: QuotesReport = {
  articles: [
    article('a\n::error::b.md', [
      quotation('</script><script>x @everyone ##[error]\u001b[2J', 'altered', 1, {
        transcript: { ...source('::warning::x ]]> | y', 1, '\u202EMira'), name: '<b>|x' },
        findings: [finding('quotation-altered', { sealed: reading('\u009b'), copy: reading('![x](y)') })],
      }),
    ]),
  ],
};
