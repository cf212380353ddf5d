/** The report room's door: a report and a format in, a string out. No writer touches a stream, a clock or the environment. */
import type { Report } from '../judge/judgement.ts';
import type { ReportFormat, Surroundings } from './format.ts';
import { githubReport } from './github.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

export { explain, explainAll } from './explain.ts';
export type { ReportFormat, Surroundings } from './format.ts';
export type { SideBySide } from './html/side-by-side.ts';
export type { ArticleText } from './quotes/article-text.ts';
export { writeQuotes } from './quotes/index.ts';
export { type Look, PLAIN } from './text/paint.ts';
export { sentence } from './wording.ts';
export { githubReport, htmlReport, jsonReport, junitReport, markdownReport, sarifReport, textReport };

const WRITERS = {
  text: (report, { look }) => textReport(report, look),
  json: (report) => jsonReport(report),
  sarif: (report, { version }) => sarifReport(report, version),
  github: (report) => githubReport(report),
  junit: (report) => junitReport(report),
  markdown: (report) => markdownReport(report),
  html: (report, { texts, manifest }) => htmlReport(report, texts, manifest),
} as const satisfies Record<ReportFormat, (report: Report, surroundings: Surroundings) => string>;

/** Writes a report in a format. The same report and surroundings give the same string. */
export function writeReport(report: Report, format: ReportFormat, surroundings: Surroundings): string {
  return WRITERS[format](report, surroundings);
}
