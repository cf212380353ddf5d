/**
 * The JSON report: a public contract (`verbatim-report/1`), described by `verbatim-report.schema.json`. The order of the
 * keys is fixed, so that two reports can be compared line by line.
 */
import type { Finding, Reading } from '../judge/finding.ts';
import type { CopyResult, Report, TextResult } from '../judge/judgement.ts';
import type { Place } from '../read/document.ts';
import { forJson } from './escape.ts';
import { summarise, summariseTexts } from './headline.ts';
import { preciseClock } from './place.ts';
import { sentence } from './wording.ts';

export const REPORT_FORMAT = 'verbatim-report/1';

/** A place as JSON gives it: `line` and `column`; `page`; `paragraph` and perhaps `part`; `time`, perhaps with a line. */
export type PlaceJson = Readonly<Record<string, string | number>>;

/** A place as keys beside the reading; none where there is no place. */
export function placeJson(place: Place | null): PlaceJson {
  if (place === null) return {};
  const { by, ...rest } = place;
  if (!('milliseconds' in rest)) return rest;
  const { milliseconds, ...lines } = rest;
  return { time: preciseClock(milliseconds), ...lines };
}

function readingJson(reading: Reading | null) {
  if (reading === null) return null;
  return { text: reading.text, before: reading.before, after: reading.after, ...placeJson(reading.place) };
}

/** One finding with its sentence, keys in the order of the contract. */
export function findingJson(finding: Finding) {
  return {
    code: finding.code,
    level: finding.level,
    speaker: finding.speaker,
    passage: finding.passage,
    sealed: readingJson(finding.sealed),
    copy: readingJson(finding.copy),
    count: finding.count,
    message: sentence(finding),
    data: Object.fromEntries(Object.entries(finding.data).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function resultJson(result: CopyResult) {
  return {
    copy: result.copy,
    transcript: result.transcript,
    verdict: result.verdict,
    pass: result.pass,
    identical: result.identical,
    words: { sealed: result.words.sealed, matched: result.words.matched, around: result.words.around },
    findings: result.findings.map(findingJson),
  };
}

function textJson(result: TextResult) {
  return { text: result.text, pass: result.pass, findings: result.findings.map(findingJson) };
}

/** A report as JSON, with a line end at its end. */
export function jsonReport(report: Report): string {
  const { texts } = report;
  const summary = summarise(report.results);
  const value = {
    format: REPORT_FORMAT,
    results: report.results.map(resultJson),
    ...(texts === undefined ? {} : { texts: texts.map(textJson) }),
    summary: texts === undefined ? summary : { ...summary, texts: { count: texts.length, ...summariseTexts(texts) } },
  };
  return `${forJson(JSON.stringify(value, null, 2))}\n`;
}
