/**
 * Every folder below `fixtures/verify` is a case: a `transcript.*`, a `copy.*`, what is expected of judging the one against
 * the other (`expected.json`), and perhaps the report as a person sees it (`expected.txt`).
 *
 * `expected.json` states what it cares about: `verdict`, `pass`, `identical`, `words`, and `codes`, the distinct codes of the
 * findings that fail, sorted; `notes`, the same of those that do not. It may give further arguments (`args`).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROGRAM } from './run.ts';

const CASES = 'fixtures/verify';
const STATED = ['verdict', 'pass', 'identical', 'words', 'codes', 'notes'] as const;

interface Expected {
  readonly args?: readonly string[];
  readonly [stated: string]: unknown;
}

interface Finding {
  readonly code: string;
  readonly level: string;
}

function fileIn(folder: string, stem: string): string {
  const found = readdirSync(folder).find((name) => name.startsWith(`${stem}.`));
  if (found === undefined) throw new Error(`${folder} has no ${stem}`);
  return found;
}

function judge(folder: string, args: readonly string[], format: string) {
  const command = [
    PROGRAM,
    'verify',
    '--against',
    fileIn(folder, 'transcript'),
    fileIn(folder, 'copy'),
    '--format',
    format,
    ...args,
  ];
  const { status, stdout } = spawnSync(process.execPath, command, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return { status, stdout };
}

function codesOf(findings: readonly Finding[], level: string): readonly string[] {
  return [...new Set(findings.filter((one) => one.level === level).map(({ code }) => code))].sort();
}

const folders = existsSync(CASES)
  ? readdirSync(CASES, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
  : [];

describe('fixtures', () => {
  it('are there, and each states something', () => {
    expect(folders.length).toBeGreaterThan(0);
    for (const name of folders) {
      const expected: Expected = JSON.parse(readFileSync(join(CASES, name, 'expected.json'), 'utf8'));
      const unknown = Object.keys(expected).filter((key) => key !== 'args' && !STATED.some((stated) => stated === key));
      expect({ name, unknown }).toEqual({ name, unknown: [] });
      expect(expected).toHaveProperty('verdict');
    }
  });

  it.each(folders)('%s', (name) => {
    const folder = join(CASES, name);
    const { args = [], ...expected }: Expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
    const { status, stdout } = judge(folder, args, 'json');
    const [result] = JSON.parse(stdout).results;
    const seen = { ...result, codes: codesOf(result.findings, 'fail'), notes: codesOf(result.findings, 'note') };
    expect(seen).toMatchObject(expected);
    expect(status).toBe(result.verdict === 'unreadable' ? 2 : result.pass ? 0 : 1);
    if (existsSync(join(folder, 'expected.txt'))) {
      expect(judge(folder, args, 'text').stdout).toBe(readFileSync(join(folder, 'expected.txt'), 'utf8'));
    }
  });
});
