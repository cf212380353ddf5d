/**
 * Reads a JSON report back, so that a program that receives one works with the types of the library: `parseReport` undoes
 * `jsonReport`, and from its report any other format can be written.
 *
 * A report comes from elsewhere and is believed in nothing. What its schema demands is checked, every bad field is named, and
 * a summary that contradicts its own rows is refused. Keys that a later version added are passed over.
 */
import { type FindingCode, isFindingCode } from '../judge/codes.ts';
import type { Finding, Reading } from '../judge/finding.ts';
import type { CopyResult, Report, TextResult } from '../judge/judgement.ts';
import { VERDICTS } from '../judge/verdict.ts';
import type { Place } from '../read/document.ts';
import { duplicateKey } from '../seal/json-keys.ts';
import { summarise, summariseTexts } from './headline.ts';
import { REPORT_FORMAT } from './json.ts';
import { Field, ReportError } from './parse-field.ts';

const LEVELS = ['fail', 'note'] as const;
const COPY_COUNTS = ['copies', 'passed', 'failed', 'unreadable'] as const;
const TEXT_COUNTS = ['count', 'passed', 'failed'] as const;
const TIME = /^\d{2,}:[0-5]\d:[0-5]\d\.\d{3}$/u;

/** The report in `text`, as `--format json` of `verify` and `check` writes it. Throws a `ReportError` with every problem there is. */
export function parseReport(text: string): Report {
  const faults: string[] = [];
  const root = new Field(parseJson(text), '', faults);
  if (root.at('format').value !== REPORT_FORMAT) throw new ReportError([`format: not ${REPORT_FORMAT}`]);
  const results = root.at('results').list().map(resultOf);
  const report = root.has('texts') ? { results, texts: root.at('texts').list().map(textOf) } : { results };
  if (faults.length === 0) checkSummary(root.at('summary'), report);
  if (faults.length > 0) throw new ReportError(faults);
  return report;
}

function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ReportError(['not JSON']);
  }
  if (duplicateKey(text) !== null) throw new ReportError(['an object has a key twice']);
  return value;
}

function resultOf(field: Field): CopyResult {
  const words = field.at('words');
  return {
    copy: field.at('copy').string(),
    transcript: field.at('transcript').orNull((one) => one.string()),
    verdict: field.at('verdict').oneOf(VERDICTS),
    pass: field.at('pass').truth(),
    identical: field.at('identical').truth(),
    words: {
      sealed: words.at('sealed').count(0),
      matched: words.at('matched').count(0),
      around: words.at('around').count(0),
    },
    findings: field.at('findings').list().map(findingOf),
  };
}

function textOf(field: Field): TextResult {
  return {
    text: field.at('text').string(),
    pass: field.at('pass').truth(),
    findings: field.at('findings').list().map(findingOf),
  };
}

function findingOf(field: Field): Finding {
  // The sentence is made anew from the rest: its wording may change.
  field.at('message').passing(isSentence, 'no sentence', 'none');
  return {
    code: field.at('code').passing(isCode, 'no code that this version knows', 'unmatched'),
    level: field.at('level').oneOf(LEVELS),
    speaker: field.at('speaker').orNull((one) => one.string()),
    passage: field.at('passage').orNull((one) => one.count(0)),
    sealed: field.at('sealed').orNull(readingOf),
    copy: field.at('copy').orNull(readingOf),
    count: field.at('count').count(1),
    data: Object.fromEntries(
      field
        .at('data')
        .entries()
        .map(([name, one]) => [name, one.passing(isWordOrNumber, 'neither a string nor a number', '')]),
    ),
  };
}

function isCode(value: unknown): value is FindingCode {
  return typeof value === 'string' && isFindingCode(value);
}

function isSentence(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isWordOrNumber(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function readingOf(field: Field): Reading {
  const [text, before, after] = (['text', 'before', 'after'] as const).map((name) => field.at(name).string());
  return { text: text!, before: before!, after: after!, place: placeOf(field) };
}

/** Which kind of place it is shows in its keys. */
function placeOf(field: Field): Place | null {
  const kinds = (['page', 'paragraph', 'time'] as const).filter((name) => field.has(name));
  const hasLine = field.has('line') || field.has('column');
  if (kinds.length > 1 || (hasLine && kinds.length > 0 && kinds[0] !== 'time')) field.fault('two places');
  const line = hasLine ? { line: field.at('line').count(1), column: field.at('column').count(1) } : null;
  switch (kinds[0]) {
    case 'page':
      return { by: 'page', page: field.at('page').count(1) };
    case 'paragraph':
      return {
        by: 'paragraph',
        paragraph: field.at('paragraph').count(1),
        ...(field.has('part') ? { part: field.at('part').string() } : {}),
      };
    case 'time':
      return { by: 'time', milliseconds: millisecondsOf(field.at('time')), ...line };
    default:
      return line === null ? null : { by: 'line', ...line };
  }
}

function millisecondsOf(field: Field): number {
  const time = field.string();
  if (!TIME.test(time)) {
    field.fault('not a time as 00:12:33.250');
    return 0;
  }
  const [clock, milliseconds] = [time.slice(0, -4), time.slice(-3)];
  const seconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds * 1000 + Number(milliseconds);
}

function checkSummary(summary: Field, { results, texts }: Report): void {
  const copies = summarise(results);
  for (const name of COPY_COUNTS) summary.at(name).equals(copies[name]);
  if (texts === undefined) return;
  const counts = { count: texts.length, ...summariseTexts(texts) };
  for (const name of TEXT_COUNTS) summary.at('texts').at(name).equals(counts[name]);
}
