import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DOCTORED, Folder, INTERVIEW, PROGRAM } from './run.ts';

const MANIFEST = 'verbatim-manifest.jsonl';

let folder: Folder;
beforeEach(() => {
  folder = new Folder({ 'a.txt': INTERVIEW, 'b.txt': INTERVIEW.replace('ferry', 'pier') });
});
afterEach(() => folder.remove());

function lines(): readonly Record<string, unknown>[] {
  const text = readFileSync(join(folder.path, MANIFEST), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function seal(...args: string[]) {
  return folder.run(['manifest', ...args]);
}

describe('sealing', () => {
  it('makes a manifest, and leaves it alone when there is nothing to add', () => {
    expect(seal('b.txt', 'a.txt').status).toBe(0);
    expect(lines().map(({ path }) => path)).toEqual([undefined, 'a.txt', 'b.txt']);
    const before = readFileSync(join(folder.path, MANIFEST));
    expect(seal('a.txt', 'b.txt').stdout).toBe('2 texts are sealed already.\n');
    expect(readFileSync(join(folder.path, MANIFEST))).toEqual(before);
    expect(readdirSync(folder.path).sort()).toEqual(['a.txt', 'b.txt', MANIFEST]);
  });

  it('seals the digest of what canon prints', () => {
    seal('a.txt');
    const digest = execFileSync('sha256sum', { input: folder.run(['canon', 'a.txt']).stdout, encoding: 'utf8' }).slice(
      0,
      64,
    );
    expect(lines()[1]).toMatchObject({ digest });
    expect(lines()[1]).not.toHaveProperty('sealed');
  });

  it('writes lines that its schema accepts, and no path but the text’s', () => {
    seal('a.txt', '--date', '2026-03-04');
    const schema: object = JSON.parse(readFileSync('src/core/seal/verbatim-manifest.schema.json', 'utf8'));
    const valid = new Ajv2020({ strict: false }).compile(schema);
    for (const line of lines()) expect(valid(line) || valid.errors).toBe(true);
    expect(lines()[1]).toMatchObject({ sealed: '2026-03-04' });
    expect(readFileSync(join(folder.path, MANIFEST), 'utf8')).not.toContain(folder.path);
  });

  it('works from a folder below, into the manifest above', () => {
    seal('a.txt');
    folder.write('texts/c.txt', INTERVIEW.replace('ferry', 'quay'));
    const { status } = folder.run(['manifest', '*.txt'], { below: 'texts' });
    expect(status).toBe(0);
    expect(lines().map(({ path }) => path)).toContain('texts/c.txt');
  });

  it('shows the structure and seals nothing with --dry-run', () => {
    const { stdout, status } = seal('a.txt', '--dry-run');
    expect(stdout).toMatch(/Speakers +Q: 3 passages; A \(without a label\): 4 passages/);
    expect(stdout).toMatch(/Marks +\(\*\) 1×/);
    expect(stdout).toMatch(/question +Q +Why did you stay/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(status).toBe(0);
    expect(existsSync(join(folder.path, MANIFEST))).toBe(false);
  });

  it('seals all or nothing', () => {
    const { status, stderr } = seal('a.txt', 'none.txt');
    expect(stderr).toMatch(/none\.txt: file not found/);
    expect(stderr).toMatch(/nothing was sealed/);
    expect(status).toBe(2);
    expect(existsSync(join(folder.path, MANIFEST))).toBe(false);
  });

  it('seals the texts that the configuration names', () => {
    expect(seal().stderr).toMatch(/no texts are named/);
    folder.write('verbatim.config.json', '{ "texts": ["*.txt", "!b.txt"] }');
    expect(seal().status).toBe(0);
    expect(lines().map(({ path }) => path)).toEqual([undefined, 'a.txt']);
  });

  it('asks what a hyphen at a line’s end is', () => {
    folder.write('c.txt', INTERVIEW.replace('somebody had to', 'some-\nbody had to'));
    const asked = seal('c.txt');
    expect(asked.status).toBe(2);
    expect(asked.stderr).toMatch(/5:\d+ +.*some- ⏎ body/);
    expect(asked.stderr).toMatch(/--breaks join/);
    expect(seal('c.txt', '--breaks', 'join').status).toBe(0);
    seal('a.txt');
    const [, a, c] = lines();
    expect(c?.['digest']).toBe(a?.['digest']);
  });

  it.each([
    ['a link that leads out', () => symlinkSync('/etc/hostname', join(folder.path, 'out.txt')), 'out.txt', /leads out/],
    ['a file outside', () => undefined, '../x.txt', /lies outside/],
    [
      'a name that is unsafe elsewhere',
      () => writeFileSync(join(folder.path, 'a\\b.txt'), INTERVIEW),
      'a\\b.txt',
      /cannot stand in a manifest/,
    ],
    [
      'a twin by case',
      () => writeFileSync(join(folder.path, 'A.txt'), DOCTORED),
      'A.txt',
      /some systems take it for a\.txt/,
    ],
  ])('refuses %s', (_, prepare, name, expected) => {
    seal('a.txt');
    prepare();
    const { status, stderr } = seal(name);
    expect(stderr).toMatch(expected);
    expect(status).toBe(2);
    expect(lines()).toHaveLength(2);
  });
});

describe('an existing list of checksums', () => {
  const list = (...names: string[]) => execFileSync('sha256sum', names, { cwd: folder.path, encoding: 'utf8' });

  it('is imported: the texts it names are sealed', () => {
    folder.write('texts/line\nend.txt', INTERVIEW);
    folder.write('texts/SHA256SUMS', list('a.txt').replace('a.txt', '../a.txt'));
    expect(seal('--import', 'texts/SHA256SUMS').status).toBe(0);
    expect(lines().map(({ path }) => path)).toEqual([undefined, 'a.txt']);
    folder.write('SHA256SUMS', `# made in March\n${list('b.txt').toUpperCase().replace('B.TXT', 'b.txt')}\r\n`);
    expect(seal('--import', 'SHA256SUMS').stdout).toMatch(/^b\.txt: sealed$/m);
  });

  it('made in the tagged form is read too', () => {
    folder.write('sums', list('--tag', 'a.txt', 'b.txt'));
    expect(seal('--import', 'sums', 'b.txt').status).toBe(0);
    expect(lines().map(({ path }) => path)).toEqual([undefined, 'b.txt']);
    expect(folder.run(['manifest', '--import', '-'], { input: list('a.txt') }).status).toBe(0);
  });

  it('seals nothing when a file has other bytes, and names it', () => {
    folder.write('SHA256SUMS', list('a.txt', 'b.txt'));
    folder.write('b.txt', DOCTORED);
    const { status, stderr } = seal('--import', 'SHA256SUMS');
    expect(stderr).toMatch(/b\.txt: its bytes are not those of SHA256SUMS/);
    expect(stderr).not.toMatch(/a\.txt/);
    expect(status).toBe(1);
    expect(existsSync(join(folder.path, MANIFEST))).toBe(false);
    rmSync(join(folder.path, 'b.txt'));
    expect(seal('--import', 'SHA256SUMS').status).toBe(2);
    expect(seal('--import', 'SHA256SUMS', 'a.txt').status).toBe(0);
  });

  it.each([
    ['that is none', 'd41d8cd98f00b204e9800998ecf8427e  a.txt\n', /not a list of SHA-256 sums \(line 1\)/],
    ['that says two things of one file', `${'0'.repeat(64)}  a.txt\n${'1'.repeat(64)} *./a.txt\n`, /SUMS:2: .*twice/],
    ['that is empty', '\n', /names no file/],
    ['that leads out of the folder', `${'0'.repeat(64)}  ../../../etc/hostname\n`, /not those of SUMS|file not found/],
  ])('%s is refused', (_, text, expected) => {
    folder.write('SUMS', text);
    const { status, stderr } = seal('--import', 'SUMS');
    expect(stderr).toMatch(expected);
    expect(status).toBeGreaterThan(0);
    expect(existsSync(join(folder.path, MANIFEST))).toBe(false);
  });
});

describe('a changed text', () => {
  beforeEach(() => {
    seal('a.txt');
    folder.write('a.txt', DOCTORED);
  });

  it('is not sealed anew without a reason', () => {
    const { status, stderr } = seal('a.txt');
    expect(stderr).toMatch(/a\.txt: its words changed since it was sealed: .*--amend "reason"/);
    expect(status).toBe(1);
    expect(lines()).toHaveLength(2);
  });

  it('is told from one whose words stayed', () => {
    folder.write('a.txt', INTERVIEW.replace(/\n/g, '\r\n'));
    expect(seal('a.txt').stderr).toMatch(/its bytes changed since it was sealed, its words did not/);
  });

  it('is a new line that supersedes the old one', () => {
    const [, old] = lines();
    expect(seal('a.txt', '--amend', 'A word was wrong.').status).toBe(0);
    expect(lines()).toHaveLength(3);
    expect(lines()[1]).toEqual(old);
    expect(lines()[2]).toMatchObject({ path: 'a.txt', supersedes: old?.['sha256'], reason: 'A word was wrong.' });
  });

  it('fails a copy of the older version, and says what it is', () => {
    seal('a.txt', '--amend', 'A word was wrong.');
    folder.write('copy.txt', INTERVIEW);
    const { stdout, status } = folder.run(['verify', 'copy.txt', '--format', 'json']);
    const [result] = JSON.parse(stdout).results;
    expect(result).toMatchObject({ verdict: 'altered', identical: false, transcript: 'a.txt' });
    const note = result.findings.find(({ code }: { readonly code: string }) => code === 'superseded-version');
    expect(note).toMatchObject({ level: 'note', message: expect.stringContaining('A word was wrong.') });
    expect(status).toBe(1);
  });

  it('is printed with its history by --only', () => {
    seal('b.txt');
    seal('a.txt', '--amend', 'A word was wrong.');
    const { stdout } = folder.run(['manifest', '--only', 'a.txt']);
    expect(
      stdout
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => JSON.parse(line).path),
    ).toEqual(['a.txt', 'a.txt']);
  });
});

describe('a moved text', () => {
  it('is recognised by its bytes, and recorded with a reason', () => {
    seal('a.txt');
    renameSync(join(folder.path, 'a.txt'), join(folder.path, 'moved.txt'));
    expect(seal('moved.txt').stderr).toMatch(/was sealed as a\.txt, which is gone: record the move with --amend/);
    expect(seal('moved.txt', '--amend', 'Sorted by year.').status).toBe(0);
    expect(lines()[2]).toMatchObject({ path: 'moved.txt', moved: 'a.txt', reason: 'Sorted by year.' });
  });
});

describe('a withdrawn text', () => {
  it('leaves a tombstone without a digest', () => {
    seal('a.txt', 'b.txt');
    const digest = String(lines()[1]?.['sha256']);
    expect(seal('a.txt', '--withdraw', 'A name.').stderr).toMatch(/still holds the words that are to be withdrawn/);
    rmSync(join(folder.path, 'a.txt'));
    expect(seal('a.txt', '--withdraw', 'A name.', '--date', '2026-01-02').status).toBe(0);
    expect(lines()[1]).toEqual({ kind: 'withdrawn', path: 'a.txt', day: '2026-01-02', reason: 'A name.' });
    expect(readFileSync(join(folder.path, MANIFEST), 'utf8')).not.toContain(digest);
  });

  it('may be replaced by a cleaned one', () => {
    seal('a.txt');
    folder.write('a.txt', INTERVIEW.replace('My neighbours', 'Some people'));
    expect(seal('a.txt', '--withdraw', 'A name.').status).toBe(0);
    expect(lines().map(({ kind }) => kind)).toEqual([undefined, 'withdrawn', 'sealed']);
  });
});

describe('two runs at once, and a run that is killed', () => {
  it('waits for nobody: the second one says so', () => {
    folder.write(`${MANIFEST}.lock`, `${process.pid}\n`);
    const { status, stderr } = seal('a.txt');
    expect(stderr).toMatch(/is being written by another run/);
    expect(status).toBe(2);
  });

  it('leaves the old manifest whole, and no lock in the way', async () => {
    seal('a.txt');
    const before = readFileSync(join(folder.path, MANIFEST), 'utf8');
    for (let i = 0; i < 60; i++) folder.write(`many/${i}.txt`, INTERVIEW.replace('ferry', `ferry ${i}`));
    for (const delay of [60, 120, 180]) {
      const child = spawn(process.execPath, [PROGRAM, 'manifest', 'many/*.txt'], { cwd: folder.path, stdio: 'ignore' });
      // A quick machine is done before the signal comes.
      const ended = new Promise((done) => child.once('exit', done));
      await new Promise((done) => setTimeout(done, delay));
      child.kill('SIGINT');
      await ended;
      const after = readFileSync(join(folder.path, MANIFEST), 'utf8');
      expect([before.split('\n').length, before.split('\n').length + 60]).toContain(after.split('\n').length);
      expect(readdirSync(folder.path).filter((name) => name.endsWith('.lock') || name.endsWith('.tmp'))).toEqual([]);
    }
  });
});

describe('a manifest', () => {
  it('is enough to judge a copy by, with the texts at hand', () => {
    seal('a.txt', 'b.txt');
    folder.write('copy.txt', DOCTORED);
    const { stdout, status } = folder.run(['verify', 'copy.txt', '--format', 'json']);
    expect(JSON.parse(stdout).results[0]).toMatchObject({ transcript: 'a.txt', verdict: 'altered' });
    expect(status).toBe(1);
  });

  it('is exported to what sha256sum and bag validators accept', () => {
    folder.write('odd\tname é.txt', INTERVIEW.replace('ferry', 'raft'));
    folder.write('line\\n.md', INTERVIEW);
    seal('a.txt', 'b.txt');
    folder.write('SHA256SUMS', folder.run(['export']).stdout);
    expect(execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder.path, encoding: 'utf8' })).toBe(
      'a.txt: OK\nb.txt: OK\n',
    );
    expect(folder.run(['export', '--bag', 'bag']).status).toBe(0);
    for (const sums of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      execFileSync('sha256sum', ['-c', '--quiet', '--strict', sums], { cwd: join(folder.path, 'bag') });
    }
    expect(readFileSync(join(folder.path, 'bag', 'bagit.txt'), 'utf8')).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    );
  });

  it('makes no bag of texts that changed', () => {
    seal('a.txt', 'b.txt');
    folder.write('b.txt', DOCTORED);
    const { status, stderr } = folder.run(['export', '--bag', 'bag']);
    expect(stderr).toMatch(/b\.txt: changed since it was sealed/);
    expect(status).toBe(2);
    expect(existsSync(join(folder.path, 'bag'))).toBe(false);
  });
});
