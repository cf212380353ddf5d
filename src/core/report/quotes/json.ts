/** The JSON report on quotations: a public contract (`verbatim-quotes/1`), described by `verbatim-quotes.schema.json`. */
import type { ArticleResult, QuotationResult, QuotationSource, QuotesReport } from '../../quote/quotes-report.ts';
import { QUOTE_VERDICTS } from '../../quote/quotes-report.ts';
import { forJson } from '../escape.ts';
import { findingJson, placeJson } from '../json.ts';
import { isUnreadable } from './rows.ts';

export const QUOTES_FORMAT = 'verbatim-quotes/1';

function sourceJson(source: QuotationSource | null) {
  if (source === null) return null;
  const { name, text, before, after, speaker, place } = source;
  return { name, text, before, after, speaker, ...placeJson(place) };
}

function quotationJson(quotation: QuotationResult) {
  return {
    text: quotation.text,
    role: quotation.role,
    ...placeJson(quotation.place),
    verdict: quotation.verdict,
    pass: quotation.pass,
    attributed: quotation.attributed,
    transcript: sourceJson(quotation.transcript),
    conventions: quotation.conventions.map(({ convention, text, sealed }) => ({ convention, text, sealed })),
    findings: quotation.findings.map(findingJson),
  };
}

function articleJson(article: ArticleResult) {
  const { found, checked, unchecked, verdicts } = article.coverage;
  return {
    article: article.article,
    pass: article.pass,
    quotations: article.quotations.map(quotationJson),
    findings: article.findings.map(findingJson),
    coverage: {
      found,
      checked,
      unchecked,
      verdicts: Object.fromEntries(QUOTE_VERDICTS.map((verdict) => [verdict, verdicts[verdict]])),
    },
  };
}

function summary(articles: readonly ArticleResult[]) {
  const unreadable = articles.filter(isUnreadable).length;
  const passed = articles.filter((article) => article.pass && !isUnreadable(article)).length;
  return { articles: articles.length, passed, failed: articles.length - passed - unreadable, unreadable };
}

/** A report on quotations as JSON, with a line end at its end. */
export function quotesJsonReport(report: QuotesReport): string {
  const value = {
    format: QUOTES_FORMAT,
    articles: report.articles.map(articleJson),
    summary: summary(report.articles),
  };
  return `${forJson(JSON.stringify(value, null, 2))}\n`;
}
