/** The action and the hooks: what stands in their files, and the action's steps run with the variables a runner sets. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DOCTORED, Folder, INTERVIEW, PROGRAM } from './run.ts';

interface Step {
  readonly id?: string;
  readonly run: string;
  readonly shell: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const ACTION: Action = parse(readFileSync('action.yml', 'utf8'));
const STEPS = ACTION.runs.steps;

let origin: Folder;
let work: Folder;
let runner: Folder;
beforeEach(() => {
  origin = new Folder({
    'texts/a.txt': INTERVIEW,
    'site/a.txt': INTERVIEW,
    'verbatim.config.json': '{ "texts": ["texts/*.txt"], "copies": ["site/*.txt"] }',
  });
  origin.git('init', '--quiet');
  origin.run(['manifest']);
  commit(origin, 'Seal a text');
  work = new Folder();
  runner = new Folder({ output: '', summary: '' });
});
afterEach(() => {
  for (const folder of [origin, work, runner]) folder.remove();
});

function commit(folder: Folder, message: string): void {
  folder.git('add', '--all');
  folder.git('commit', '--quiet', '--message', message);
}

/** What a runner makes of `${{ inputs.x }}` in a step's variables. */
function evaluated(text: string, inputs: Readonly<Record<string, string>>): string {
  return text.replace(
    /\$\{\{ inputs\.([\w-]+) \}\}/g,
    (_, name: string) => inputs[name] ?? ACTION.inputs[name]?.default ?? '',
  );
}

/** Runs the steps in the clone, as a runner does: each in a shell of its own, ending with the first that fails. */
function runAction(inputs: Readonly<Record<string, string>> = {}, event: Readonly<Record<string, string>> = {}) {
  let said = '';
  let status: number | null = 0;
  for (const step of STEPS) {
    const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, evaluated(value, inputs)] as const);
    const ran = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', step.run], {
      cwd: join(work.path, evaluated(step['working-directory'] ?? '.', inputs)),
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        GITHUB_ACTION_PATH: dirname(dirname(PROGRAM)),
        GITHUB_BASE_REF: '',
        GITHUB_OUTPUT: join(runner.path, 'output'),
        GITHUB_STEP_SUMMARY: join(runner.path, 'summary'),
        ...event,
        ...Object.fromEntries(own),
      },
    });
    said += ran.stdout + ran.stderr;
    status = ran.status;
    if (status !== 0) break;
  }
  const file = (name: string) => readFileSync(join(runner.path, name), 'utf8');
  return { status, said, output: file('output'), summary: file('summary') };
}

/** The clone a runner makes of a pull request: one commit deep. */
function pullRequest(change: () => void): void {
  origin.git('switch', '--quiet', '--create', 'change');
  change();
  commit(origin, 'A change');
  work.git('init', '--quiet');
  work.git('remote', 'add', 'origin', `file://${origin.path}`);
  work.git('fetch', '--quiet', '--depth=1', 'origin', 'change');
  work.git('checkout', '--quiet', 'FETCH_HEAD');
}

describe('the action', () => {
  it('says of every input and output what it is, and puts none of them into a script', () => {
    for (const one of [...Object.values(ACTION.inputs), ...Object.values(ACTION.outputs)])
      expect(one.description).toMatch(/\.$/);
    for (const { run, shell } of STEPS) {
      expect(run).not.toContain('${{');
      expect(shell).toBe('bash');
    }
    const used = STEPS.flatMap(({ env = {}, 'working-directory': folder = '' }) => [...Object.values(env), folder]);
    const names = used.flatMap((value) => /inputs\.([\w-]+)/.exec(value)?.[1] ?? []);
    expect([...new Set(names)].sort()).toEqual(Object.keys(ACTION.inputs).sort());
  });

  it('passes a pull request that changes nothing sealed', () => {
    pullRequest(() => origin.write('README.md', 'More words about it.\n'));
    const { status, output, summary } = runAction({}, { GITHUB_BASE_REF: 'main' });
    expect({ status, output }).toEqual({ status: 0, output: 'status=0\n' });
    expect(summary).toMatch(/site\/a\.txt/);
  });

  it('fails one that edits a text and its line, fetching the base that a shallow clone lacks', () => {
    pullRequest(() => {
      origin.write('texts/a.txt', DOCTORED);
      origin.write('verbatim-manifest.jsonl', '{"format":"verbatim-manifest/1","algorithm":"sha256"}\n');
      origin.run(['manifest']);
    });
    const { status, said, output } = runAction({ summary: 'false' }, { GITHUB_BASE_REF: 'main' });
    expect({ status, output }).toEqual({ status: 1, output: 'status=1\n' });
    expect(said).toMatch(/^::error file=verbatim-manifest\.jsonl,line=2,/m);
  });

  it('judges the copies it is given, whatever their names', () => {
    const odd = "a copy; $(touch x) `y` 'z'.txt";
    pullRequest(() => origin.write(odd, DOCTORED));
    const run = (inputs: Readonly<Record<string, string>>) =>
      runAction({ format: 'json', summary: 'false', ...inputs });
    const { status, said } = run({ files: `site/a.txt\n\n${odd}\n`, against: 'texts/a.txt' });
    expect(JSON.parse(said).results).toMatchObject([
      { copy: 'site/a.txt', verdict: 'verbatim' },
      { copy: odd, verdict: 'altered', transcript: 'texts/a.txt' },
    ]);
    expect(status).toBe(1);
    expect(run({ files: odd, against: 'texts/a.txt', allow: 'altered' }).status).toBe(0);
    expect(run({ files: '--help' }).status).toBe(2);
    expect(work.git('status', '--short')).toBe('');
  });

  it('takes a base, a folder and a file for the report', () => {
    pullRequest(() => origin.write('site/b.txt', DOCTORED));
    work.git('fetch', '--quiet', '--depth=1', 'origin', 'main:refs/heads/main');
    const { status } = runAction({
      base: 'main',
      changed: 'true',
      format: 'sarif',
      output: '../report.sarif',
      'working-directory': 'texts',
    });
    const { runs } = JSON.parse(readFileSync(join(work.path, 'report.sarif'), 'utf8'));
    expect(runs[0].results.length).toBeGreaterThan(0);
    expect(status).toBe(1);
    expect(runAction({ base: 'nowhere', summary: 'false' }).status).toBe(2);
  });
});

describe('the hooks for pre-commit', () => {
  it('call commands that there are', () => {
    const hooks: readonly { id: string; entry: string; language: string }[] = parse(
      readFileSync('.pre-commit-hooks.yaml', 'utf8'),
    );
    expect(hooks.map(({ id }) => id)).toEqual(['verbatim-check', 'verbatim-verify', 'verbatim-quotes']);
    for (const { entry, language } of hooks) {
      const [program, command = ''] = entry.split(' ');
      expect([program, language]).toEqual(['verbatim', 'node']);
      expect(work.run([command, '--help']).stdout).toMatch(new RegExp(`^Usage: verbatim ${command} `));
    }
  });
});
