/** A JSON report read back: the same findings, whatever they hold; and nothing that its schema refuses. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonReport, sarifReport } from '../../../src/core/report/index.ts';
import { parseReport } from '../../../src/core/report/parse.ts';
import { ReportError } from '../../../src/core/report/parse-field.ts';
import { reports } from './arbitrary.ts';
import * as sample from './samples.ts';

/** What a report is refused for; nothing where it is not. */
function problemsOf(json: string): readonly string[] {
  try {
    parseReport(json);
    return [];
  } catch (error) {
    if (error instanceof ReportError) return error.problems;
    throw error;
  }
}

/** The sample report of one doctored copy, with one piece of its JSON in another's place. */
function sampleWith(piece: string, other: string): string {
  const json = jsonReport({ results: [sample.DOCTORED] });
  if (!json.includes(piece)) throw new Error(`the sample has no ${piece}`);
  return json.replace(piece, other);
}

describe('a report', () => {
  it('written and parsed is the same report', () => {
    fc.assert(
      fc.property(reports, (report) => {
        expect(parseReport(jsonReport(report))).toEqual(report);
      }),
    );
  });

  it('parsed and written is the same JSON', () => {
    const json = jsonReport(sample.CHECK);
    expect(jsonReport(parseReport(json))).toBe(json);
  });

  it('can be written in another format from its JSON alone', () => {
    expect(sarifReport(parseReport(jsonReport(sample.MANY)), '1.0.0')).toBe(sarifReport(sample.MANY, '1.0.0'));
  });
});

describe('what a later version adds', () => {
  it('is passed over', () => {
    const json = sampleWith('"identical":', '"language": "en", "identical":');
    expect(parseReport(json)).toEqual({ results: [sample.DOCTORED] });
  });

  it('is refused where it is a code that this version knows nothing of', () => {
    const code = sample.DOCTORED.findings[0]!.code;
    expect(problemsOf(sampleWith(`"code": "${code}"`, '"code": "word-whispered"'))).toEqual([
      'results[0].findings[0].code: no code that this version knows',
    ]);
  });

  it('is refused where it is another version', () => {
    expect(problemsOf(sampleWith('verbatim-report/1', 'verbatim-report/2'))).toEqual(['format: not verbatim-report/1']);
  });
});

describe('a report is refused', () => {
  it.each([
    ['that is no JSON', '{', 'not JSON'],
    ['that is no object', '[]', 'format: not verbatim-report/1'],
    [
      'with a key twice, of which readers would believe different ones',
      sampleWith('"pass":', '"pass": true, "pass":'),
      'an object has a key twice',
    ],
    [
      'whose summary contradicts its rows',
      sampleWith('"failed": 1', '"failed": 0'),
      'summary.failed: not 1, as the rows have it',
    ],
    [
      'with a place of two kinds',
      sampleWith('"line":', '"page": 3, "line":'),
      'results[0].findings[0].sealed: two places',
    ],
  ])('%s', (_, json, problem) => {
    expect(problemsOf(json)).toEqual([problem]);
  });

  it('with every bad field named, each by its path', () => {
    const json = JSON.stringify({
      format: 'verbatim-report/1',
      results: [
        { copy: 7, transcript: null, verdict: 'fine', pass: 'yes', identical: false, words: null, findings: {} },
      ],
    });
    expect(problemsOf(json)).toEqual([
      'results[0].copy: not a string',
      'results[0].verdict: none of unreadable, unmatched, altered, suspect, interpolated, excerpt, repunctuated, verbatim',
      'results[0].pass: neither true nor false',
      'results[0].words.sealed: not a whole number from 0 on',
      'results[0].words.matched: not a whole number from 0 on',
      'results[0].words.around: not a whole number from 0 on',
      'results[0].findings: not a list',
    ]);
  });

  it('with no more problems than a person reads', () => {
    const json = JSON.stringify({ format: 'verbatim-report/1', results: Array.from({ length: 10_000 }, () => 0) });
    expect(problemsOf(json)).toHaveLength(100);
  });

  it('without a sign of its own in the problems', () => {
    const json = sampleWith('"data": {}', '"data": { "\\u001b[2J": null }');
    expect(problemsOf(json)).toEqual(['results[0].findings[0].data.?: neither a string nor a number']);
  });
});

const schema: object = JSON.parse(
  readFileSync(new URL('../../../src/core/report/verbatim-report.schema.json', import.meta.url), 'utf8'),
);
const isValid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

const odd = fc.constantFrom<unknown>(null, true, 0, -1, 1.5, '', 'x', '00:00:61.000', [], {}, [0]);

/** `value` with one of its parts, wherever it lies, taken away or replaced. */
function broken(value: unknown, path: readonly number[], by: unknown): unknown {
  if (typeof value !== 'object' || value === null || path.length === 0) return by;
  const keys = Object.keys(value);
  const key = keys[path[0]! % Math.max(1, keys.length)];
  if (key === undefined) return by;
  const rest = Object.entries(value).map(([name, one]): [string, unknown] => [
    name,
    name === key ? broken(one, path.slice(1), by) : one,
  ]);
  if (Array.isArray(value)) return rest.map(([, one]) => one);
  return Object.fromEntries(rest.filter(([, one]) => one !== undefined));
}

describe('any damage to a report', () => {
  it('that its schema refuses, the parser refuses', () => {
    const path = fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(reports, path, fc.option(odd, { nil: undefined }), (report, where, by) => {
        const value = broken(JSON.parse(jsonReport(report)), where, by);
        fc.pre(value !== undefined && !isValid(value));
        expect(problemsOf(JSON.stringify(value))).not.toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('gives a report or a `ReportError`, and nothing else', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void problemsOf(text)));
    fc.assert(fc.property(fc.json(), (json) => void problemsOf(json)));
  });
});

describe('a time in a report', () => {
  const report = (time: string): string => jsonReport({ results: [sample.SUBTITLES] }).replace('00:12:33.250', time);

  it('is read to the millisecond, beyond a day too', () => {
    expect(parseReport(report('100:01:02.003')).results[0]?.findings[0]?.copy?.place).toMatchObject({
      by: 'time',
      milliseconds: 360_062_003,
    });
  });

  it.each(['12:33.250', '00:12:33', '00:61:00.000', 'soon'])('is not %s', (time) => {
    expect(problemsOf(report(time))).toEqual(['results[0].findings[0].copy.time: not a time as 00:12:33.250']);
  });
});
