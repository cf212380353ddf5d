/** Judging the direct quotations of an article: find, judge, count. */
import { type Policy, passes } from '../judge/policy.ts';
import type { Document } from '../read/document.ts';
import { placeOf } from '../read/place.ts';
import { findQuotations } from './find.ts';
import { judgeQuotations, type QuoteIndex, quoteIndexOf } from './judge.ts';
import { finding } from './make-finding.ts';
import type { Unpaired } from './quotation.ts';
import {
  type ArticleResult,
  QUOTE_VERDICTS,
  type QuotationResult,
  type QuoteCoverage,
  type QuoteVerdict,
} from './quotes-report.ts';
import type { QuoteSource } from './stream.ts';
import { judgeWithin } from './within.ts';

export { articleText } from './article-text.ts';
export { findQuotations } from './find.ts';
export { FINGERPRINT_FORM, fingerprintOf, sharingMost, shortlist } from './shortlist.ts';
export type { QuoteSource } from './stream.ts';

/** How an article is judged. */
export interface QuoteOptions {
  readonly policy: Policy;
  /** `against` the transcripts, or `within` the article: headline, pull quotes and captions by its own body. */
  readonly mode: 'against' | 'within';
}

/** Indexes are built once for the same list of transcripts, however many articles are judged by it. */
const INDEXES = new WeakMap<readonly QuoteSource[], QuoteIndex>();

function indexFor(sources: readonly QuoteSource[]): QuoteIndex {
  const known = INDEXES.get(sources);
  if (known !== undefined) return known;
  const index = quoteIndexOf(sources);
  INDEXES.set(sources, index);
  return index;
}

/**
 * Finds and judges every direct quotation of `document`. `name` is what reports show; `sources` may be empty, and then
 * every quotation is `unchecked`. Never throws on an article that could be read.
 */
export function judgeArticle(
  document: Document,
  name: string,
  sources: readonly QuoteSource[],
  { policy, mode }: QuoteOptions,
): ArticleResult {
  const { quotations, unpaired } = findQuotations(document);
  const results =
    mode === 'within'
      ? judgeWithin(document, name, quotations, policy)
      : judgeQuotations(document, quotations, indexFor(sources), policy);
  const findings = unpaired.map((one) => unbalanced(document, one));
  const pass = results.every((result) => result.pass) && passes(findings, policy);
  return { article: name, pass, quotations: results, findings, coverage: coverageOf(results) };
}

function unbalanced(document: Document, { block, offset, count }: Unpaired): ReturnType<typeof finding> {
  const { text } = document.blocks[block]!;
  const place = placeOf(document, document.blocks[block]!, offset);
  const copy = {
    text: text.slice(offset, offset + 40),
    before: text.slice(Math.max(0, offset - 40), offset),
    after: '',
    place,
  };
  return finding('quotation-unbalanced', { copy, count });
}

/** Counts what became of an article's quotations. */
export function coverageOf(quotations: readonly QuotationResult[]): QuoteCoverage {
  const verdicts: Record<QuoteVerdict, number> = {
    verbatim: 0,
    convention: 0,
    repunctuated: 0,
    altered: 0,
    spliced: 0,
    'other-speaker': 0,
    'not-found': 0,
    unchecked: 0,
  };
  for (const { verdict } of quotations) verdicts[verdict]++;
  const found = quotations.length;
  const checked = QUOTE_VERDICTS.reduce((sum, verdict) => sum + (verdict === 'unchecked' ? 0 : verdicts[verdict]), 0);
  return { found, checked, unchecked: found - checked, verdicts };
}
