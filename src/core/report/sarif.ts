/**
 * SARIF 2.1.0 (OASIS), for code scanning: one result a finding, the rules from the table of findings.
 *
 * A result is recognised from run to run by a fingerprint of its code, its readings and its passage, never of a line
 * number: a new paragraph above must not make every finding below it look new.
 */
import { FINDING_CODES, type FindingCode, findingKind } from '../judge/codes.ts';
import type { Finding } from '../judge/finding.ts';
import type { Report } from '../judge/judgement.ts';
import type { Place } from '../read/document.ts';
import { forJson, shownName } from './escape.ts';
import { lineOf, placeText } from './place.ts';
import { placeInRow, type Row, rows, weight } from './rows.ts';
import { sentence } from './wording.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** A name as a relative URI reference: `texts/a b.txt` becomes `texts/a%20b.txt`. */
export function relativeUri(name: string): string {
  const path = name
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return path.startsWith('/') ? `.${path}` : path;
}

function physical(name: string, place: Place | null) {
  const spot = lineOf(place);
  return {
    artifactLocation: { uri: relativeUri(name) },
    ...(spot === null ? {} : { region: { startLine: spot.line, startColumn: spot.column } }),
  };
}

/** Where in which file; standard input has no file, so it is named in words. */
function location(name: string, place: Place | null) {
  const words = place === null || place.by === 'line' ? {} : { message: { text: placeText(place) } };
  if (name === '-') return { logicalLocations: [{ name: 'standard input' }], ...words };
  return { physicalLocation: physical(name, place), ...words };
}

function related(finding: Finding, row: Row) {
  const place = finding.sealed?.place ?? null;
  if (row.transcript === null || row.transcript === '-' || place === null) return {};
  const text = `the transcript, ${placeText(place)}`;
  return { relatedLocations: [{ id: 1, physicalLocation: physical(row.transcript, place), message: { text } }] };
}

/** FNV-1a over UTF-16 code units, from two starting points: 64 bits as 16 hex digits. For recognition, not for security. */
function fingerprint(text: string): string {
  let high = 0x811c9dc5;
  let low = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x01000193) ^ (low >>> 13);
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Gives each finding of a row its fingerprint; the second of two alike gets `:2`. */
function fingerprints(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ code, sealed, copy, passage }) => {
    const print = fingerprint(JSON.stringify([code, sealed?.text ?? null, copy?.text ?? null, passage]));
    const count = (seen.get(print) ?? 0) + 1;
    seen.set(print, count);
    return count === 1 ? print : `${print}:${count}`;
  });
}

function resultOf(finding: Finding, row: Row, print: string) {
  return {
    ruleId: finding.code,
    ruleIndex: FINDING_CODES.indexOf(finding.code),
    level: weight(finding, row),
    message: { text: sentence(finding) },
    locations: [location(row.name, placeInRow(finding, row))],
    ...related(finding, row),
    partialFingerprints: { 'verbatimFinding/v1': print },
    ...(finding.speaker === null ? {} : { properties: { speaker: shownName(finding.speaker) } }),
  };
}

function resultsOf(row: Row) {
  const prints = fingerprints(row.findings);
  return row.findings.map((finding, index) => resultOf(finding, row, prints[index]!));
}

function rule(code: FindingCode) {
  const { title, meaning, why, remedy, level } = findingKind(code);
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: `${meaning} ${why}` },
    help: { text: `${meaning} ${why} What to do: ${remedy}` },
    defaultConfiguration: { level: level === 'fail' ? 'error' : 'note' },
  };
}

/** Rows as SARIF, with a line end at its end. `version` is the program's own. */
export function sarifOf(all: readonly Row[], version: string): string {
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'verbatim', semanticVersion: version, rules: FINDING_CODES.map(rule) } },
        columnKind: 'utf16CodeUnits',
        results: all.flatMap(resultsOf),
      },
    ],
  };
  return `${forJson(JSON.stringify(log, null, 2))}\n`;
}

/** A report as SARIF; see `sarifOf`. */
export function sarifReport(report: Report, version: string): string {
  return sarifOf(rows(report), version);
}
