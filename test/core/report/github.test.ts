import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANNOTATION_LIMIT, githubReport } from '../../../src/core/report/github.ts';
import { reports } from './arbitrary.ts';
import * as sample from './samples.ts';

/** Reads a workflow command as the runner does. */
const COMMAND = /^::(error|warning|notice) ([^:]*)::(.*)$/u;

function commands(text: string): RegExpExecArray[] {
  return text
    .split('\n')
    .flatMap((line) => (/^\s*::/u.test(line) ? [COMMAND.exec(line)].filter((hit) => hit !== null) : []));
}

describe('annotations', () => {
  it('are as their golden file', async () => {
    await expect(githubReport({ ...sample.MANY, texts: sample.TEXTS })).toMatchFileSnapshot('golden/annotations.txt');
  });

  it('are at most ten of a level, and the last one counts the rest', () => {
    const lines = commands(githubReport({ results: [sample.HUNDRED] }));
    expect(lines).toHaveLength(ANNOTATION_LIMIT);
    expect(lines.at(-1)?.[3]).toContain('and 84 more');
  });

  it('name no file where there is none', () => {
    const [first] = commands(githubReport({ results: [{ ...sample.DOCTORED, copy: '-' }] }));
    expect(first?.[2]).toBe('title=Word changed');
  });

  it('stay what they are whatever the words', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const text = githubReport(report);
        for (const line of text.split('\n')) {
          if (/^\s*::/u.test(line)) expect(line).toMatch(COMMAND);
          else expect(line).not.toMatch(/##\[/u);
        }
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u202A-\u202E]/u);
      }),
    );
  });

  it('keep hostile names inside their property', () => {
    const [first] = commands(githubReport({ results: [sample.HOSTILE] }));
    expect(first?.[2]).toBe('file=a␊%3A%3Aerror file=x%3A%3Ab␛[2J.html,line=2,col=1,title=Word changed');
  });
});
