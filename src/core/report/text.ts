/**
 * The report on a terminal, for a journalist: the verdict in one line, then each difference as an item of a list of what
 * to put right, grouped by kind. A hundred differences never scroll the verdict away: a group lists a few and counts the
 * rest, and a long report says its verdict again at the end.
 */
import type { CopyResult, Report } from '../judge/judgement.ts';
import { wrap } from './columns.ts';
import { copiesInWords } from './headline.ts';
import { differences } from './text/differences.ts';
import { allowed, notes } from './text/notes.ts';
import type { Look } from './text/paint.ts';
import { textLines } from './text/texts.ts';
import { verdictLine } from './text/verdict-line.ts';

/** Lines after which a copy's verdict is said again below its differences. */
const LONG = 24;

/** The lines of one copy. */
function copyLines(result: CopyResult, look: Look): string[] {
  const verdict = verdictLine(result, look);
  if (look.detail === 'verdicts') return result.pass ? [] : verdict;
  const told = notes(result.findings, look);
  if (result.pass) return [...verdict, ...allowed(result.findings, look), ...told];
  const list = differences(result, look);
  const details = list.length > 0 && told.length > 0 ? [...list, '', ...told] : [...list, ...told];
  const again = details.length > LONG ? ['', ...verdict] : [];
  return [...verdict, ...details, ...again];
}

function summaryLines({ results }: Report, look: Look): string[] {
  if (results.length < 2) return [];
  return wrap([{ text: copiesInWords(results), brush: look.paint.strong }], { width: look.width, first: '', rest: '' });
}

/** Puts an empty line between sections that have more than two lines. */
function joined(sections: readonly (readonly string[])[]): string[] {
  const out: string[] = [];
  let wasLong = false;
  for (const section of sections) {
    if (section.length === 0) continue;
    const isLong = section.length > 2;
    if (out.length > 0 && (wasLong || isLong)) out.push('');
    out.push(...section);
    wasLong = isLong;
  }
  return out;
}

/** The report as lines for a terminal, with a line end at the end; '' when there is nothing to say. */
export function textReport(report: Report, look: Look): string {
  const copies = report.results.map((result) => copyLines(result, look));
  const texts = report.texts === undefined ? [] : textLines(report.texts, look);
  const summary = look.detail === 'verdicts' ? [] : summaryLines(report, look);
  const lines = joined([texts, ...copies, summary]);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
