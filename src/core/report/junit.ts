/**
 * JUnit XML, as Jenkins and GitLab read it: a test case a copy, and one a sealed text. A copy that cannot be judged is an
 * `error`, one that does not pass a `failure`; notes are the case's output.
 */
import type { Finding } from '../judge/finding.ts';
import type { Report } from '../judge/judgement.ts';
import { forXml, shown, shownName } from './escape.ts';
import { failing, noted } from './headline.ts';
import { placeIn } from './place.ts';
import { placeInRow, type Row, rows } from './rows.ts';
import { sentence } from './wording.ts';

function line(finding: Finding, row: Row): string {
  const places: string[] = [];
  const own = placeInRow(finding, row);
  if (own !== null) places.push(placeIn(shownName(row.name), own));
  if (finding.sealed?.place && row.transcript !== null) {
    places.push(placeIn(shownName(row.transcript), finding.sealed.place));
  }
  const speaker = finding.speaker === null ? '' : ` (${shown(finding.speaker)})`;
  const where = places.length === 0 ? '' : `${places.join(' · ')}${speaker}: `;
  return `[${finding.code}] ${where}${sentence(finding)}`;
}

function lines(findings: readonly Finding[], row: Row): string {
  return findings.map((finding) => forXml(line(finding, row))).join('\n');
}

function failure(row: Row): string {
  if (row.outcome === 'passed') return '';
  const element = row.outcome === 'unreadable' ? 'error' : 'failure';
  const bad = failing(row.findings);
  const type = bad[0]?.code ?? row.findings[0]?.code ?? row.outcome;
  return `\n      <${element} message="${forXml(`${row.label}. ${row.headline}`)}" type="${forXml(type)}">${lines(bad, row)}</${element}>`;
}

function output(row: Row): string {
  const told = row.outcome === 'passed' ? row.findings : noted(row.findings);
  return told.length === 0 ? '' : `\n      <system-out>${lines(told, row)}</system-out>`;
}

function testcase(row: Row, suite: string): string {
  const attributes = `name="${forXml(shownName(row.title))}" classname="verbatim.${suite}" time="0"`;
  const body = `${failure(row)}${output(row)}`;
  return body === '' ? `    <testcase ${attributes}/>` : `    <testcase ${attributes}>${body}\n    </testcase>`;
}

function totals(some: readonly Row[]): string {
  const failures = some.filter((row) => row.outcome === 'failed').length;
  const errors = some.filter((row) => row.outcome === 'unreadable').length;
  return `tests="${some.length}" failures="${failures}" errors="${errors}"`;
}

function suite(name: string, some: readonly Row[]): string[] {
  if (some.length === 0) return [];
  const cases = some.map((row) => testcase(row, name));
  return [`  <testsuite name="${name}" ${totals(some)} skipped="0" time="0">`, ...cases, '  </testsuite>'];
}

/** A suite with its rows. The name is ours. */
export interface Suite {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** Suites as one XML document, with a line end at its end; a suite without rows is left out. */
export function junitOf(suites: readonly Suite[]): string {
  const all = suites.flatMap((one) => one.rows);
  const document = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="verbatim" ${totals(all)} time="0">`,
    ...suites.flatMap((one) => suite(one.name, one.rows)),
    '</testsuites>',
  ];
  return `${document.join('\n')}\n`;
}

/** The report as one XML document: a suite of texts, if there are any, and one of copies. */
export function junitReport(report: Report): string {
  const all = rows(report);
  return junitOf([
    { name: 'texts', rows: all.filter((row) => row.kind !== 'copy') },
    { name: 'copies', rows: all.filter((row) => row.kind === 'copy') },
  ]);
}
