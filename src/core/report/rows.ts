/**
 * What the reports for machines have in common: a row a copy, sealed text or quotation, and how much each finding weighs.
 */
import type { Finding } from '../judge/finding.ts';
import type { CopyResult, Report, TextResult } from '../judge/judgement.ts';
import type { Place } from '../read/document.ts';
import { extent, headline, textHeadline, verdictLabel } from './headline.ts';

export interface Row {
  readonly kind: 'copy' | 'text' | 'article' | 'quotation';
  /** The copy's, text's or article's name, as given. */
  readonly name: string;
  /** What a list of rows shows: the name, or an article's name with the quotation. Not yet made safe. */
  readonly title: string;
  /** Where it stands, for findings that say no place of their own: a quotation's place. */
  readonly place: Place | null;
  /** The transcript a copy or quotation was held against. */
  readonly transcript: string | null;
  readonly outcome: 'passed' | 'failed' | 'unreadable';
  /** The verdict's name, or whether a text of the record is in order. */
  readonly label: string;
  /** One line that says what that means here, without a full stop. */
  readonly headline: string;
  readonly findings: readonly Finding[];
}

function copyRow(result: CopyResult): Row {
  const isUnreadable = result.verdict === 'unreadable';
  return {
    kind: 'copy',
    name: result.copy,
    title: result.copy,
    place: null,
    transcript: result.transcript,
    outcome: isUnreadable ? 'unreadable' : result.pass ? 'passed' : 'failed',
    label: verdictLabel(result),
    headline: `${headline(result)}${extent(result)}`,
    findings: result.findings,
  };
}

function textRow(result: TextResult): Row {
  return {
    kind: result.kind ?? 'text',
    name: result.text,
    title: result.text,
    place: null,
    transcript: null,
    outcome: result.pass ? 'passed' : 'failed',
    label: result.pass ? 'in order' : 'not in order',
    headline: textHeadline(result),
    findings: result.findings,
  };
}

/** The rows of a report: sealed texts first, then copies, each in the order of the report. */
export function rows(report: Report): readonly Row[] {
  return [...(report.texts ?? []).map(textRow), ...report.results.map(copyRow)];
}

/** Where in the row's file a finding is to be shown. */
export function placeInRow(finding: Finding, row: Row): Place | null {
  if (finding.copy?.place) return finding.copy.place;
  return row.kind === 'text' || row.kind === 'article' ? (finding.sealed?.place ?? null) : row.place;
}

/** How much a finding weighs in its row: one that fails but is allowed is a warning. */
export type Weight = 'error' | 'warning' | 'note';

export function weight(finding: Finding, row: Row): Weight {
  if (finding.level === 'note') return 'note';
  return row.outcome === 'passed' ? 'warning' : 'error';
}
