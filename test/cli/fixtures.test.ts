/**
 * Runs the built program on folders below `fixtures/verify`: a transcript, a copy, and what is expected of judging the one
 * against the other. All of them are judged where judging is tested. Here are those that could come out otherwise through
 * the program: all that declare something or hold a report (`expected.txt`), and a few of each verdict.
 */
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Folder, PROGRAM, type Ran } from './run.ts';

const CASES = 'fixtures/verify';

interface Expected {
  readonly verdict: string;
  readonly pass: boolean;
  readonly findings: Readonly<Record<string, number>>;
  readonly around?: number;
  readonly conventions?: Readonly<Record<string, unknown>>;
  readonly furniture?: readonly string[];
}

/** The case in a folder of its own, with what it declares as the configuration. */
function prepare(name: string, { conventions = {}, furniture = [] }: Expected): Folder {
  const folder = new Folder({ 'verbatim.config.json': JSON.stringify({ ...conventions, furniture }) });
  for (const file of readdirSync(join(CASES, name))) copyFileSync(join(CASES, name, file), join(folder.path, file));
  return folder;
}

function judge(folder: Folder, format: string): Promise<Ran> {
  const named = (stem: string) => readdirSync(folder.path).find((name) => name.startsWith(`${stem}.`)) ?? '';
  const args = [PROGRAM, 'verify', named('copy'), '--against', named('transcript'), '--format', format];
  return new Promise((done) => {
    const child = execFile(process.execPath, args, { cwd: folder.path }, (_, stdout, stderr) => {
      done({ status: child.exitCode, stdout, stderr });
    });
  });
}

function countsOf(findings: readonly { readonly code: string }[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { code } of findings) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** Cases of each verdict that are run though they declare nothing. */
const OF_EACH_VERDICT = 4;

function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(join(CASES, name, 'expected.json'), 'utf8'));
}

function selected(): readonly string[] {
  const seen = new Map<string, number>();
  return readdirSync(CASES).filter((name) => {
    const { verdict, conventions, furniture } = expectedOf(name);
    const count = (seen.get(verdict) ?? 0) + 1;
    seen.set(verdict, count);
    const declares = conventions !== undefined || furniture !== undefined;
    return declares || count <= OF_EACH_VERDICT || existsSync(join(CASES, name, 'expected.txt'));
  });
}

describe.concurrent('the program says of', () => {
  it.each(selected())('%s', async (name) => {
    const expected = expectedOf(name);
    const folder = prepare(name, expected);
    const { status, stdout, stderr } = await judge(folder, 'json');
    const [result] = JSON.parse(stdout).results;
    const text = existsSync(join(CASES, name, 'expected.txt')) ? (await judge(folder, 'text')).stdout : null;
    folder.remove();
    const { verdict, pass, words, findings } = result;
    expect({ verdict, pass, around: words.around, findings: countsOf(findings), stderr }).toEqual({
      verdict: expected.verdict,
      pass: expected.pass,
      around: expected.around ?? words.around,
      findings: expected.findings,
      stderr: '',
    });
    expect(status).toBe(pass ? 0 : 1);
    if (text !== null) expect(text).toBe(readFileSync(join(CASES, name, 'expected.txt'), 'utf8'));
  });
});
