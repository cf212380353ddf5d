/**
 * Annotations for GitHub Actions: workflow commands that put each finding on its line in a pull request.
 *
 * GitHub shows ten annotations of a level for each step and drops the rest in silence. So at most ten are written, and when
 * there are more, the tenth says how many and where to find them. The verdicts follow as plain lines for the log.
 */
import { findingKind } from '../judge/codes.ts';
import type { Finding } from '../judge/finding.ts';
import type { Report } from '../judge/judgement.ts';
import { forTerminal, forWorkflowMessage, forWorkflowProperty, shownName } from './escape.ts';
import { grouped } from './number.ts';
import { lineOf, placeIn, placeText } from './place.ts';
import { placeInRow, type Row, rows, type Weight, weight } from './rows.ts';
import { sentence } from './wording.ts';

/** Annotations of one level that GitHub shows. */
export const ANNOTATION_LIMIT = 10;

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const satisfies Record<Weight, string>;
const SIGNS = { passed: '✓', failed: '✗', unreadable: '?' } as const satisfies Record<Row['outcome'], string>;

function property(name: string, value: string | number): string {
  return `${name}=${forWorkflowProperty(String(value))}`;
}

function properties(finding: Finding, row: Row): string {
  const spot = lineOf(placeInRow(finding, row));
  const parts = [property('title', findingKind(finding.code).title)];
  if (row.name !== '-') {
    if (spot !== null) parts.unshift(property('line', spot.line), property('col', spot.column));
    parts.unshift(property('file', shownName(row.name)));
  }
  return parts.join(',');
}

/** The sentence, then what a line number in the margin cannot say: a page, the place in the transcript, what to do. */
function message(finding: Finding, row: Row): string {
  const parts = [sentence(finding)];
  const place = placeInRow(finding, row);
  if (place !== null && lineOf(place) === null) parts[0] = `${placeText(place)}: ${parts[0]}`;
  const sealed = finding.sealed?.place ?? null;
  if (sealed !== null && row.transcript !== null)
    parts.push(`Transcript: ${placeIn(shownName(row.transcript), sealed)}.`);
  if (finding.level === 'fail') parts.push(findingKind(finding.code).remedy);
  return parts.join(' ');
}

function annotation(finding: Finding, row: Row): string {
  const command = COMMANDS[weight(finding, row)];
  return `::${command} ${properties(finding, row)}::${forWorkflowMessage(message(finding, row))}`;
}

function annotations(all: readonly Row[], level: Weight): string[] {
  const found = all.flatMap((row) =>
    row.findings.filter((finding) => weight(finding, row) === level).map((finding) => ({ finding, row })),
  );
  if (found.length <= ANNOTATION_LIMIT) return found.map(({ finding, row }) => annotation(finding, row));
  const listed = found.slice(0, ANNOTATION_LIMIT - 1).map(({ finding, row }) => annotation(finding, row));
  const rest = grouped(found.length - listed.length);
  const text = `… and ${rest} more of this kind; --format json or --format markdown lists them.`;
  return [...listed, `::${COMMANDS[level]} title=verbatim::${forWorkflowMessage(text)}`];
}

/** A line for the log that begins with a sign, so that it is no command; `text` is plain and may hold foreign names. */
export function logLine(outcome: Row['outcome'], text: string): string {
  return `${SIGNS[outcome]} ${forTerminal(text)}`;
}

/** Annotations for all rows, then the lines for the log; '' when there is nothing to say. */
export function githubOf(all: readonly Row[], log: readonly string[]): string {
  const levels = ['error', 'warning', 'note'] as const;
  const lines = [...levels.flatMap((level) => annotations(all, level)), ...log];
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** The report as workflow commands and one line of the log a row. */
export function githubReport(report: Report): string {
  const all = rows(report);
  const log = all.map((row) => logLine(row.outcome, `${shownName(row.title)}: ${row.label}. ${row.headline}`));
  return githubOf(all, log);
}
