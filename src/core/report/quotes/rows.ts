/** Articles as the rows that the reports for machines are written from: a row a quotation, and one an article. */
import { findingKind } from '../../judge/codes.ts';
import type { ArticleResult, QuotationResult, QuotesReport } from '../../quote/quotes-report.ts';
import { shown } from '../escape.ts';
import { failing } from '../headline.ts';
import { placeIn } from '../place.ts';
import type { Row } from '../rows.ts';
import { clip } from '../wording/say.ts';
import { sentence } from '../wording.ts';
import { coverageLine, QUOTE_TITLES } from './coverage.ts';

/** Code points of a quotation that stand for it in a list. */
const TITLE = 60;

/** The first words of a quotation between marks. */
export function quotationTitle(text: string): string {
  return `“${clip(shown(text.slice(0, TITLE * 8)).trim(), TITLE)}”`;
}

function quotationRow(article: ArticleResult, quotation: QuotationResult): Row {
  const [first] = failing(quotation.findings);
  return {
    kind: 'quotation',
    name: article.article,
    title: `${placeIn(article.article, quotation.place)} ${quotationTitle(quotation.text)}`,
    place: quotation.place,
    transcript: quotation.transcript?.name ?? null,
    outcome: quotation.pass ? 'passed' : 'failed',
    label: quotation.verdict,
    headline: first === undefined ? QUOTE_TITLES[quotation.verdict] : sentence(first).replace(/\.$/u, ''),
    findings: quotation.findings,
  };
}

/** Whether an article could not be judged at all. */
export function isUnreadable(article: ArticleResult): boolean {
  return failing(article.findings).some(({ code }) => findingKind(code).verdict === 'unreadable');
}

function articleRow(article: ArticleResult): Row {
  const unreadable = isUnreadable(article);
  const [first] = failing(article.findings);
  return {
    kind: 'copy',
    name: article.article,
    title: article.article,
    place: null,
    transcript: null,
    outcome: unreadable ? 'unreadable' : article.pass ? 'passed' : 'failed',
    label: unreadable ? 'unreadable' : article.pass ? 'in order' : 'not in order',
    headline: (first === undefined ? coverageLine(article) : sentence(first)).replace(/\.$/u, ''),
    findings: article.findings,
  };
}

/** A row an article, with what concerns it as a whole. */
export function articleRows(report: QuotesReport): readonly Row[] {
  return report.articles.map(articleRow);
}

/** A row a quotation, in the order of the report. */
export function quotationRows(report: QuotesReport): readonly Row[] {
  return report.articles.flatMap((article) => article.quotations.map((quotation) => quotationRow(article, quotation)));
}
