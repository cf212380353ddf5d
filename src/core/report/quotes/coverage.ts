/** How much of an article was checked, and how a quotation fared, in words. */
import { type ArticleResult, QUOTE_VERDICTS, type QuoteVerdict } from '../../quote/quotes-report.ts';
import { failing } from '../headline.ts';
import { counted, grouped } from '../number.ts';
import { sentence } from '../wording.ts';

const COUNTED: Readonly<Record<QuoteVerdict, string>> = {
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
