/**
 * The report as one self-contained HTML file that needs no script: verdicts first, then for each copy the list of what to
 * put right and both texts side by side. A report of a repository has its record before the copies (see `html/check.ts`).
 *
 * Untrusted words are only ever text (see `html/markup.ts`), and the file's own Content-Security-Policy forbids everything
 * but its style sheet, so that even a mistake here could load nothing and run nothing.
 */
import type { CopyResult, Report } from '../judge/judgement.ts';
import type { Manifest } from '../seal/entry.ts';
import { checkPage } from './html/check.ts';
import { copySection as sectionOf } from './html/copy.ts';
import { element } from './html/markup.ts';
import { overall, page, verdictTable, WORDS_LEGEND } from './html/page.ts';
import type { SideBySide } from './html/side-by-side.ts';
import { rows } from './rows.ts';

/** One copy's part of the report as markup, for a page that has its own head. `texts` as in `htmlReport`. */
export function copySection(result: CopyResult, texts: SideBySide | null): string {
  return rows({ results: [result] })
    .map((row) => sectionOf(row, 1, texts).html)
    .join('');
}

/**
 * The report as HTML. `texts` has, for each copy in the order of `report.results`, both texts aligned, or `null` where they
 * are not to be shown; the report then has the findings alone. `manifest` is the record of a repository that was checked.
 */
export function htmlReport(
  report: Report,
  texts: readonly (SideBySide | null)[] = [],
  manifest: Manifest | null = null,
): string {
  if (report.texts !== undefined) return checkPage({ ...report, texts: report.texts }, texts, manifest);
  const all = rows(report);
  const verdict = overall(all);
  const header = [element('h1', {}, verdict), verdictTable(all)];
  const sections = all.map((row, index) => sectionOf(row, index + 1, texts[index] ?? null));
  return page(`verbatim: ${verdict}`, header, sections, WORDS_LEGEND);
}
