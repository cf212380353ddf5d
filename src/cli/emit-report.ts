/** Writes the report of copies and texts, and notes how the run ends. */
import { findingKind } from '../core/judge/codes.ts';
import type { Finding } from '../core/judge/finding.ts';
import type { Report } from '../core/judge/judgement.ts';
import type { Look, ReportFormat, Surroundings } from '../core/report/index.ts';
import { textReport } from '../core/report/text.ts';
import { emit } from './emit.ts';
import { EXIT, type Exit } from './exit.ts';
import { lookFor } from './look.ts';
import type { ReportOptions } from './report-options.ts';
import { note, type Session } from './session.ts';
import { version } from './version.ts';

/**
 * Writes `report` where the options say; `inputs` are the names given, none of which it may overwrite. `more` is what the
 * HTML report shows besides: both texts of each copy, and the record of a repository.
 */
export async function emitReport(
  report: Report,
  options: ReportOptions,
  inputs: readonly string[],
  session: Session,
  more: Pick<Surroundings, 'texts' | 'manifest'> = {},
): Promise<void> {
  const look = await lookFor(options, session);
  const text = options.format === 'text' ? textReport(report, look) : await written(report, options.format, look, more);
  for (const row of [...report.results, ...(report.texts ?? [])]) note(session, exitOfRow(row));
  emit(text, options.output, inputs, session);
}

/** The writers of the other forms are loaded when one of them is asked for. */
async function written(
  report: Report,
  format: ReportFormat,
  look: Look,
  more: Pick<Surroundings, 'texts' | 'manifest'>,
): Promise<string> {
  const { writeReport } = await import('../core/report/index.ts');
  return writeReport(report, format, { look, version: version(), ...more });
}

/** The outcome of one row: what could not be judged weighs more than what was judged and does not pass. */
export function exitOfRow(row: { readonly pass: boolean; readonly findings: readonly Finding[] }): Exit {
  if (row.pass) return EXIT.passed;
  const unreadable = row.findings.some(
    ({ code, level }) => level === 'fail' && findingKind(code).verdict === 'unreadable',
  );
  return unreadable ? EXIT.notJudged : EXIT.failed;
}
