/** Writes a report on quotations in any format. */
import type { QuotesReport } from '../../quote/quotes-report.ts';
import { shownName } from '../escape.ts';
import type { ReportFormat, Surroundings } from '../format.ts';
import { githubOf, logLine } from '../github.ts';
import { junitOf } from '../junit.ts';
import { markdownOf } from '../markdown.ts';
import { sarifOf } from '../sarif.ts';
import { quotesHtmlReport } from './html.ts';
import { quotesJsonReport } from './json.ts';
import { articleRows, quotationRows } from './rows.ts';
import { quotesTextReport } from './text.ts';

function github(report: QuotesReport): string {
  const articles = articleRows(report);
  const log = articles.map((row) => logLine(row.outcome, `${shownName(row.name)}: ${row.label}. ${row.headline}`));
  return githubOf([...articles, ...quotationRows(report)], log);
}

function markdown(report: QuotesReport): string {
  const articles = articleRows(report);
  const failed = articles.filter((row) => row.outcome !== 'passed').length;
  const heading =
    failed === 0
      ? '## verbatim quotes: everything passes'
      : `## verbatim quotes: ${failed} of ${articles.length} not in order`;
  const troubled = articles.filter((row) => row.findings.length > 0);
  return markdownOf(heading, articles, [...troubled, ...quotationRows(report)]);
}

const WRITERS = {
  text: (report, { look }) => quotesTextReport(report, look),
  json: (report) => quotesJsonReport(report),
  sarif: (report, { version }) => sarifOf([...articleRows(report), ...quotationRows(report)], version),
  github: (report) => github(report),
  junit: (report) =>
    junitOf([
      { name: 'articles', rows: articleRows(report).filter((row) => row.findings.length > 0) },
      { name: 'quotations', rows: quotationRows(report) },
    ]),
  markdown: (report) => markdown(report),
  html: (report, { articles }) => quotesHtmlReport(report, articles),
} as const satisfies Record<ReportFormat, (report: QuotesReport, surroundings: Surroundings) => string>;

/** Writes a report on quotations in a format. The same report and surroundings give the same string. */
export function writeQuotes(report: QuotesReport, format: ReportFormat, surroundings: Surroundings): string {
  return WRITERS[format](report, surroundings);
}
