/** How much of an article was checked, and how a quotation fared, in words. */
import type { Finding } from '../../judge/finding.ts';
import {
  type ArticleResult,
  QUOTE_VERDICTS,
  type QuotationResult,
  type QuoteVerdict,
} from '../../quote/quotes-report.ts';
import { failing } from '../headline.ts';
import { counted, grouped } from '../number.ts';
import { sentence } from '../wording.ts';

/** How many are so, after a number. */
export const COUNTED: Readonly<Record<QuoteVerdict, string>> = {
  verbatim: 'verbatim',
  convention: 'by convention',
  repunctuated: 'repunctuated',
  altered: 'altered',
  spliced: 'spliced',
  'other-speaker': 'said by somebody else',
  'not-found': 'not found',
  unchecked: 'unchecked',
};

/** What each verdict is called over a list. */
export const QUOTE_TITLES: Readonly<Record<QuoteVerdict, string>> = {
  verbatim: 'Verbatim',
  convention: 'By convention',
  repunctuated: 'Repunctuated',
  altered: 'Altered',
  spliced: 'Spliced',
  'other-speaker': 'Said by somebody else',
  'not-found': 'Not found',
  unchecked: 'Not checked',
};

/** `31 quotations found: 27 verbatim, 2 by convention, 1 altered, 1 unchecked.` */
export function coverageLine({ coverage }: ArticleResult): string {
  const parts = QUOTE_VERDICTS.filter((verdict) => coverage.verdicts[verdict] > 0).map(
    (verdict) => `${grouped(coverage.verdicts[verdict])} ${COUNTED[verdict]}`,
  );
  const found = `${counted(coverage.found, 'quotation')} found`;
  return parts.length === 0 ? `${found}.` : `${found}: ${parts.join(', ')}.`;
}

/** Why an article cannot be judged; `null` where it can. */
export function articleProblem(article: ArticleResult): string | null {
  const [first] = failing(article.findings);
  return first === undefined || article.quotations.length > 0 ? null : sentence(first);
}

/** How a quotation fared: one that was not checked is neither right nor wrong. */
export function quoteOutcome({ pass, verdict }: QuotationResult): 'passed' | 'failed' | 'unreadable' {
  if (!pass) return 'failed';
  return verdict === 'unchecked' ? 'unreadable' : 'passed';
}

/** Quotations that are listed together, under a title. */
export interface QuotationSection {
  readonly title: string;
  readonly pass: boolean;
  readonly quotations: readonly QuotationResult[];
}

/** What is not right, by verdict; then what passes and should be read over. */
export function quotationSections({ quotations }: ArticleResult): readonly QuotationSection[] {
  const bad = QUOTE_VERDICTS.map((verdict) => ({
    title: QUOTE_TITLES[verdict],
    pass: false,
    quotations: quotations.filter((one) => one.verdict === verdict && !one.pass),
  }));
  const worth = quotations.filter((one) => one.pass && one.verdict !== 'unchecked' && one.findings.length > 0);
  return [...bad, { title: 'Passes; read it over', pass: true, quotations: worth }].filter(
    (one) => one.quotations.length > 0,
  );
}

/** What is to be said of a quotation: a use of a convention is not told twice where another finding is about the same words. */
export function findingsToTell({ findings }: QuotationResult): readonly Finding[] {
  const others = new Set(findings.filter(({ code }) => code !== 'quotation-convention').map(wordsOf));
  return findings.filter((finding) => finding.code !== 'quotation-convention' || !others.has(wordsOf(finding)));
}

function wordsOf({ sealed, copy }: Finding): string {
  return JSON.stringify([sealed?.text, copy?.text]);
}
