import published from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/core/judge/judgement.ts';
import { relativeUri, sarifReport } from '../../../src/core/report/sarif.ts';
import { reports } from './arbitrary.ts';
import * as sample from './samples.ts';

const ajv = new Ajv({ allErrors: true, strict: false, validateSchema: false, unicodeRegExp: false });
addFormats.default(ajv);
// The published schema names itself by `id`, the key of an older draft than the one it declares.
const schema = Object.fromEntries(Object.entries(published).filter(([key]) => key !== 'id'));
const validate = ajv.compile(schema);

function problems(sarif: string): string {
  return validate(JSON.parse(sarif)) ? '' : JSON.stringify(validate.errors);
}

function prints(report: Report): string[] {
  const { runs } = JSON.parse(sarifReport(report, '1.2.3'));
  return runs[0].results.map((result: { partialFingerprints: Record<string, string> }) =>
    Object.values(result.partialFingerprints).join(),
  );
}

describe('SARIF', () => {
  it('is valid by the official schema, whatever the report', () => {
    expect(problems(sarifReport(sample.MANY, '1.2.3'))).toBe('');
    expect(problems(sarifReport(sample.CHECK, '1.2.3'))).toBe('');
    fc.assert(
      fc.property(reports, (report) => {
        expect(problems(sarifReport(report, '1.2.3'))).toBe('');
      }),
    );
  });

  it('names standard input in words, because it is no file', () => {
    const sarif = sarifReport({ results: [{ ...sample.DOCTORED, copy: '-' }] }, '1.2.3');
    expect(problems(sarif)).toBe('');
    expect(JSON.parse(sarif).runs[0].results[0].locations).toEqual([
      { logicalLocations: [{ name: 'standard input' }] },
    ]);
  });

  it('gives each finding its rule, place and related place', () => {
    const { runs } = JSON.parse(sarifReport({ results: [sample.DOCTORED] }, '1.2.3'));
    const [first] = runs[0].results;
    expect(runs[0].tool.driver.rules[first.ruleIndex].id).toBe('word-substituted');
    expect(first.level).toBe('error');
    expect(first.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'mirror/page.html' },
      region: { startLine: 120, startColumn: 7 },
    });
    expect(first.relatedLocations[0].physicalLocation.region).toEqual({ startLine: 11, startColumn: 40 });
  });

  it('knows a finding again when lines have moved, and tells two alike apart', () => {
    const moved = { ...sample.AFRAID, copy: { ...sample.AFRAID.copy!, place: sample.at(500, 1) } };
    const one = prints({ results: [sample.result({ findings: [sample.AFRAID] })] });
    expect(prints({ results: [sample.result({ findings: [moved] })] })).toEqual(one);
    const two = prints({ results: [sample.result({ findings: [sample.AFRAID, moved] })] });
    expect(two).toEqual([one[0], `${one[0]}:2`]);
    expect(prints({ results: [sample.result({ findings: [sample.NOT] })] })).not.toEqual(one);
  });

  it('weighs an allowed finding as a warning', () => {
    const { runs } = JSON.parse(sarifReport({ results: [sample.EXCERPT] }, '1.2.3'));
    expect(runs[0].results[0].level).toBe('warning');
  });

  it.each([
    ['texts/a b.txt', 'texts/a%20b.txt'],
    ['ü/#?%.txt', '%C3%BC/%23%3F%25.txt'],
    ['javascript:x', 'javascript%3Ax'],
    ['//host/x', './/host/x'],
    ['\uD800', '%EF%BF%BD'],
  ])('names %j as %s', (name, uri) => {
    expect(relativeUri(name)).toBe(uri);
  });
});
