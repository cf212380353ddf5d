import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCTORED, Folder, INTERVIEW } from './run.ts';

let folder: Folder;
beforeAll(() => {
  folder = new Folder({
    'a.txt': INTERVIEW,
    'copy.txt': INTERVIEW,
    'doctored.txt': DOCTORED,
    'short.txt': INTERVIEW.slice(0, INTERVIEW.indexOf('Q: Would')),
    'empty.txt': '',
    'binary.bin': new Uint8Array([0, 1, 2, 255, 254, 0, 0, 7]),
    'dir/x': '',
    'broken/verbatim-manifest.jsonl': '{"format":"verbatim-manifest/1","algorithm":"sha256"}\n{"kind":"sealed"}\n',
  });
});
afterAll(() => folder.remove());

const AGAINST = ['--against', 'a.txt'];

describe('exit status', () => {
  it.each([
    ['a faithful copy', ['verify', 'copy.txt', ...AGAINST], 0],
    ['a doctored copy', ['verify', 'doctored.txt', ...AGAINST], 1],
    ['a doctored copy that is allowed', ['verify', 'doctored.txt', ...AGAINST, '--allow', 'altered'], 0],
    ['an excerpt', ['verify', 'short.txt', ...AGAINST], 1],
    ['an excerpt that is allowed', ['verify', 'short.txt', ...AGAINST, '--allow', 'excerpt'], 0],
    ['a missing file', ['verify', 'none.txt', ...AGAINST], 2],
    ['a doctored and a missing one: 2 wins', ['verify', 'doctored.txt', 'none.txt', ...AGAINST], 2],
    ['help', ['--help'], 0],
    ['help of a command', ['verify', '--help'], 0],
    ['the version', ['--version'], 0],
    ['no command', [], 2],
    ['every finding explained', ['explain'], 0],
  ])('%s', (_, args, status) => {
    expect(folder.run(args).status).toBe(status);
  });
});

describe('wrong usage', () => {
  it.each([
    ['an unknown command', ['verfy'], /unknown command 'verfy' \(did you mean verify\?\)/],
    [
      'an unknown option',
      ['verify', 'copy.txt', '--agianst', 'a.txt'],
      /unknown option '--agianst' \(did you mean --against\?\)/,
    ],
    ['an unknown format', ['verify', 'copy.txt', '--format', 'xml'], /Allowed choices are text, json/],
    ['an unknown name to allow', ['verify', 'copy.txt', '--allow', 'excerp'], /did you mean “excerpt”/],
    ['a verdict that cannot be allowed', ['verify', 'copy.txt', '--allow', 'unreadable'], /cannot be allowed/],
    ['an unknown code to deny', ['verify', 'copy.txt', '--deny', 'not-evalated'], /did you mean “not-evaluated”/],
    ['an unknown code to explain', ['explain', 'word-omited'], /did you mean “word-omitted”/],
    ['no copy', ['verify'], /missing required argument 'copy'/],
    ['nothing to hold against', ['verify', 'copy.txt'], /verbatim manifest FILE.*--against/],
    ['a transcript that is missing', ['verify', 'copy.txt', '--against', 'none.txt'], /none\.txt: file not found/],
    [
      'a report over the copy',
      ['verify', 'copy.txt', ...AGAINST, '--output', 'copy.txt'],
      /would overwrite what is being judged/,
    ],
    [
      'a folder that is not there',
      ['verify', 'copy.txt', ...AGAINST, '--output', 'no/r.json'],
      /cannot write no\/r\.json \(ENOENT\)/,
    ],
    ['--changed without --base', ['check', '--changed'], /--changed needs --base/],
    ['an odd number of jobs', ['check', '--jobs', '0'], /give a number from 1 to 999/],
    ['no reason to withdraw', ['manifest', 'a.txt', '--withdraw', ' '], /verbatim-manifest\.jsonl/],
    ['a day that is none', ['manifest', 'a.txt', '--date', '2026-02-30'], /YYYY-MM-DD/],
    ['an unknown shell', ['completion', 'tcsh'], /Allowed choices are bash, zsh, fish/],
  ])('%s', (_, args, expected) => {
    const { status, stdout, stderr } = folder.run(args);
    expect(stderr).toMatch(expected);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('of the configuration has every fault named', () => {
    const other = new Folder({ 'a.txt': INTERVIEW, 'verbatim.config.json': '{ "deny": ["excerp"], "txets": [] }' });
    const { status, stderr } = other.run(['verify', 'a.txt', ...AGAINST]);
    other.remove();
    expect(stderr).toMatch(/txets: is not known \(did you mean “texts”\?\)/);
    expect(stderr).toMatch(/deny\[0\]: “excerp” is not the code of a finding/);
    expect(status).toBe(2);
  });

  it('of --allow against the configuration is refused', () => {
    const other = new Folder({ 'a.txt': INTERVIEW, 'verbatim.config.json': '{ "deny": ["passage-omitted"] }' });
    const { status, stderr } = other.run(['verify', 'a.txt', ...AGAINST, '--allow', 'passage-omitted']);
    other.remove();
    expect(stderr).toMatch(/--allow passage-omitted: verbatim\.config\.json denies it/);
    expect(status).toBe(2);
  });
});

describe('a copy that cannot be read', () => {
  it.each([
    ['none.txt', 'missing'],
    ['dir', 'not-a-file'],
    ['empty.txt', 'no-text'],
    ['binary.bin', /^(not-text|unknown-format)$/],
  ])('%s has its row and one line on standard error', (name, reason) => {
    const { status, stdout, stderr } = folder.run(['verify', name, 'copy.txt', ...AGAINST, '--format', 'json']);
    const { results, summary } = JSON.parse(stdout);
    expect(results[0]).toMatchObject({ copy: name, verdict: 'unreadable', pass: false, transcript: null });
    expect(results[0].findings[0].code).toMatch(reason);
    expect(results[1]).toMatchObject({ copy: 'copy.txt', verdict: 'verbatim', pass: true, identical: true });
    expect(summary).toMatchObject({ copies: 2, passed: 1, failed: 0, unreadable: 1 });
    expect(stderr).toMatch(new RegExp(`^verbatim: ${name}: .+\\.\\n$`));
    expect(status).toBe(2);
  });

  it.each(['text', 'json', 'sarif', 'github', 'junit', 'markdown', 'html'])('has its row as %s', (format) => {
    const { stdout, status } = folder.run(['verify', 'none.txt', ...AGAINST, '--format', format]);
    expect(stdout).toContain('none.txt');
    expect(status).toBe(2);
  });
});

describe('a broken manifest', () => {
  it('is named with its line and what to do', () => {
    const { status, stdout, stderr } = folder.run([
      'verify',
      'copy.txt',
      '--manifest',
      'broken/verbatim-manifest.jsonl',
    ]);
    expect(stderr).toMatch(/verbatim-manifest\.jsonl:2: missing-field/);
    expect(stderr).toMatch(/restore these lines from an older version/);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

describe('streams', () => {
  it('reads standard input', () => {
    const { status, stdout } = folder.run(['verify', '-', ...AGAINST, '--format', 'json'], { input: DOCTORED });
    expect(JSON.parse(stdout).results[0]).toMatchObject({ copy: '-', verdict: 'altered' });
    expect(status).toBe(1);
  });

  it('reads standard input once, though it is named twice', () => {
    const { status, stdout } = folder.run(['verify', '-', '--against', '-', '--format', 'json'], { input: INTERVIEW });
    expect(JSON.parse(stdout).results[0]).toMatchObject({
      copy: '-',
      transcript: '-',
      verdict: 'verbatim',
      identical: true,
    });
    expect(status).toBe(0);
  });

  it('says nothing where everything passes and --quiet is given', () => {
    expect(folder.run(['verify', 'copy.txt', ...AGAINST, '--quiet'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(folder.run(['verify', 'doctored.txt', ...AGAINST, '--quiet']).stdout).toContain('doctored.txt');
  });

  it('writes a report to a file instead of standard output', () => {
    expect(folder.run(['verify', 'copy.txt', ...AGAINST, '--output', 'report.txt']).stdout).toBe('');
    expect(folder.run(['canon', 'report.txt']).stdout).toContain('verbatim');
  });

  it('has colours only when asked', () => {
    const coloured = (args: readonly string[], env: Record<string, string> = {}) =>
      folder.run(['verify', 'doctored.txt', ...AGAINST, ...args], { env }).stdout.includes('\u001b[');
    expect(coloured([])).toBe(false);
    expect(coloured(['--color', 'always'])).toBe(true);
    expect(coloured([], { FORCE_COLOR: '1' })).toBe(true);
    expect(coloured([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(coloured(['--color', 'never'], { FORCE_COLOR: '1' })).toBe(false);
  });

  it('never shows an absolute path', () => {
    for (const name of ['doctored.txt', 'none.txt', 'dir']) {
      const { stdout, stderr } = folder.run(['verify', `${folder.path}/${name}`, '--against', `${folder.path}/a.txt`]);
      expect(stdout + stderr).toContain(name);
      expect(stdout + stderr).not.toContain(folder.path);
    }
    const outside = new Folder({ 'b.txt': DOCTORED });
    const { stdout } = folder.run(['verify', `${outside.path}/b.txt`, ...AGAINST, '--format', 'json']);
    outside.remove();
    expect(stdout).not.toContain(outside.path);
    expect(JSON.parse(stdout).results[0].copy).toBe('b.txt');
  });

  it('makes the signs of a hostile name visible on standard error', () => {
    const { stderr } = folder.run(['verify', 'x\u001b[2J\n::error::y', ...AGAINST]);
    expect(stderr).not.toContain('\u001b');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
