import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { junitReport } from '../../../src/core/report/junit.ts';
import { reports } from './arbitrary.ts';
import * as sample from './samples.ts';

const KNOWN = new Set(['testsuites', 'testsuite', 'testcase', 'failure', 'error', 'system-out']);

/** Counts the elements of a well-formed document; throws on any other. */
function elements(xml: string): Map<string, number> {
  const counts = new Map<string, number>();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => counts.set(name, (counts.get(name) ?? 0) + 1));
  parser.write(xml).close();
  return counts;
}

describe('JUnit XML', () => {
  it('is as its golden file', async () => {
    await expect(junitReport({ ...sample.MANY, texts: sample.TEXTS })).toMatchFileSnapshot('golden/junit.xml');
  });

  it('has a case a copy and a text', () => {
    const counts = elements(junitReport({ ...sample.MANY, texts: sample.TEXTS }));
    expect(Object.fromEntries(counts)).toMatchObject({ testcase: 8, failure: 4, error: 1 });
  });

  it('is well formed and has no element of anybody else', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const counts = elements(junitReport(report));
        for (const name of counts.keys()) expect(KNOWN).toContain(name);
        expect(counts.get('testcase') ?? 0).toBe(report.results.length + (report.texts?.length ?? 0));
      }),
    );
  });
});
