import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarise } from '../../../src/core/report/headline.ts';
import { jsonReport, sentence } from '../../../src/core/report/index.ts';
import { reports } from './arbitrary.ts';
import * as sample from './samples.ts';

const schema: object = JSON.parse(
  readFileSync(new URL('../../../src/core/report/verbatim-report.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

function problems(json: string): string {
  return validate(JSON.parse(json)) ? '' : JSON.stringify(validate.errors);
}

describe('the JSON report', () => {
  it('of a doctored copy is as its golden file', async () => {
    await expect(jsonReport({ results: [sample.DOCTORED] })).toMatchFileSnapshot('golden/doctored.json');
  });

  it('of a check is as its golden file', async () => {
    await expect(jsonReport(sample.CHECK)).toMatchFileSnapshot('golden/check.json');
  });

  it('is valid by its schema, whatever the report', () => {
    fc.assert(
      fc.property(reports, (report) => {
        expect(problems(jsonReport(report))).toBe('');
      }),
    );
    expect(problems(jsonReport(sample.MANY))).toBe('');
  });

  it('gives every reading, place and sentence back', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const { results } = JSON.parse(jsonReport(report));
        for (const [i, result] of report.results.entries()) {
          for (const [j, finding] of result.findings.entries()) {
            const given = results[i].findings[j];
            expect(given.message).toBe(sentence(finding));
            expect(given.code).toBe(finding.code);
            expect(given.copy?.text).toBe(finding.copy?.text);
            expect(given.sealed?.before).toBe(finding.sealed?.before);
            expect(given.data).toEqual(finding.data);
          }
        }
      }),
    );
  });

  it('has one shape of place for each format', () => {
    const { results } = JSON.parse(jsonReport({ results: [sample.SUBTITLES] }));
    expect(results[0].findings[0].sealed).toEqual({
      text: '.',
      before: 'I stayed',
      after: ' Nobody came',
      paragraph: 14,
    });
    expect(results[0].findings[0].copy).toMatchObject({ time: '00:12:33.250', line: 57, column: 9 });
  });

  it('counts each copy once', () => {
    expect(summarise(sample.MANY.results)).toEqual({ copies: 4, passed: 1, failed: 2, unreadable: 1 });
    fc.assert(
      fc.property(reports, ({ results }) => {
        const { copies, passed, failed, unreadable } = summarise(results);
        expect(passed + failed + unreadable).toBe(copies);
      }),
    );
  });

  it('commands no terminal and no runner', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const json = jsonReport(report);
        expect(json).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]|##\[/u);
        expect(json).not.toMatch(/^\s*::/mu);
      }),
    );
  });
});
