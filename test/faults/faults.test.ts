/** What can go wrong around a run: nothing is lost, a clear word, the right status. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DOCTORED, Folder, INTERVIEW, PROGRAM } from '../cli/run.ts';
import { killMany } from './kills.mjs';

const MANIFEST = 'verbatim-manifest.jsonl';
const folders: Folder[] = [];

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const folder = new Folder(files);
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

/** Runs a shell line in which `$V` is the program. */
function shell(folder: Folder, line: string): { status: number | null; stdout: string; stderr: string } {
  const env = { PATH: process.env['PATH'], V: `${process.execPath} ${PROGRAM}` };
  return spawnSync('bash', ['--norc', '-c', line], { cwd: folder.path, encoding: 'utf8', env });
}

describe('killed', () => {
  it('leaves the old manifest or the new one, whole', async () => {
    const { faults, leftAtEnd, kills } = await killMany(PROGRAM, 12);
    expect(faults).toEqual([]);
    expect(leftAtEnd).toEqual([]);
    expect(kills).toBeGreaterThan(0);
  });
});

describe('a full disk', () => {
  it('leaves the old manifest and says that it cannot write', () => {
    const folder = folderOf({ 'a.txt': INTERVIEW });
    expect(folder.run(['manifest', 'a.txt']).status).toBe(0);
    const old = readFileSync(join(folder.path, MANIFEST), 'utf8');
    const long = Array.from({ length: 400 }, (_, i) => `Answer number ${i} was never given to anybody.`).join('\n\n');
    folder.write('b.txt', `A long talk\n\nQ: Did you answer?\n\n${long}\n`);
    const ran = shell(folder, 'trap "" XFSZ; ulimit -f 1; $V manifest a.txt b.txt');
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('cannot write');
    expect(readFileSync(join(folder.path, MANIFEST), 'utf8')).toBe(old);
    expect(readdirSync(folder.path).toSorted()).toEqual(['a.txt', 'b.txt', MANIFEST]);
  });

  it('ends with 2 when the report cannot be written', () => {
    const folder = folderOf({ 'a.txt': INTERVIEW });
    const ran = shell(folder, '$V verify a.txt --against a.txt > /dev/full');
    expect(ran.status).toBe(2);
  });
});

describe('what stands in the way', () => {
  it('is a folder in place of the manifest', () => {
    const folder = folderOf({ 'a.txt': INTERVIEW });
    mkdirSync(join(folder.path, MANIFEST));
    const { status, stderr } = folder.run(['manifest', 'a.txt']);
    expect(status).toBe(2);
    expect(stderr).toContain(MANIFEST);
    expect(stderr).not.toContain('fault of verbatim');
    expect(stderr).not.toContain(folder.path);
  });

  it('is a file in place of the folder of a report', () => {
    const folder = folderOf({ 'a.txt': INTERVIEW, out: 'x' });
    const { status, stderr } = folder.run(['verify', 'a.txt', '--against', 'a.txt', '--output', 'out/report.txt']);
    expect(status).toBe(2);
    expect(stderr).toContain('cannot write out/report.txt');
    expect(readFileSync(join(folder.path, 'out'), 'utf8')).toBe('x');
  });

  it('is a folder that cannot be written to', () => {
    const folder = folderOf({ 'texts/a.txt': INTERVIEW });
    chmodSync(join(folder.path, 'texts'), 0o555);
    // Rights do not hold the superuser back, so the folder of processes stands in for one that takes no files.
    const root = process.getuid?.() === 0;
    const { status, stderr } = root
      ? folder.run(['manifest', 'texts/a.txt', '--output', '/proc/verbatim-manifest.jsonl'])
      : folder.run(['manifest', 'a.txt'], { below: 'texts' });
    expect(status).toBe(2);
    expect(stderr).not.toContain('fault of verbatim');
    chmodSync(join(folder.path, 'texts'), 0o755);
  });

  it('is a link that leads round in a circle', () => {
    const folder = folderOf({ 'a.txt': INTERVIEW });
    symlinkSync('loop.txt', join(folder.path, 'loop.txt'));
    const { status, stdout, stderr } = folder.run(['verify', 'loop.txt', '--against', 'a.txt']);
    expect(status).toBe(2);
    expect(stdout + stderr).not.toContain('fault of verbatim');
  });

  it('is not a pipe that somebody writes to', () => {
    const folder = folderOf({ 'a.txt': INTERVIEW, 'b.txt': DOCTORED });
    expect(shell(folder, '$V verify <(cat a.txt) --against a.txt').status).toBe(0);
    expect(shell(folder, '$V verify <(cat b.txt) --against a.txt').status).toBe(1);
  });
});

describe('a closed pipe', () => {
  it('ends quietly, with the status of the judgement', () => {
    const folder = folderOf({ 'a.txt': INTERVIEW, 'b.txt': DOCTORED });
    const ran = shell(folder, 'set -o pipefail; $V verify b.txt --against a.txt | true; echo $?');
    expect(['0', '1']).toContain(ran.stdout.trim());
    expect(ran.stderr).toBe('');
  });
});

describe('a file that changes while it is read', () => {
  it('is judged as one or the other, and never ends the run', async () => {
    const folder = folderOf({ 'a.txt': INTERVIEW, 'copy.txt': INTERVIEW });
    const writer = spawn(
      process.execPath,
      [
        '-e',
        `const {writeFileSync,truncateSync}=require('node:fs');const a=process.argv[1],b=process.argv[2];
         const end=Date.now()+20000;while(Date.now()<end){writeFileSync('copy.txt',a);truncateSync('copy.txt',90);writeFileSync('copy.txt',b)}`,
        INTERVIEW,
        DOCTORED,
      ],
      { cwd: folder.path, stdio: 'ignore' },
    );
    try {
      for (let round = 0; round < 6; round++) {
        const { status, stderr } = folder.run(['verify', 'copy.txt', '--against', 'a.txt']);
        expect([0, 1, 2]).toContain(status);
        expect(stderr).not.toContain('fault of verbatim');
      }
    } finally {
      writer.kill('SIGKILL');
    }
  });
});

describe('several runs at once', () => {
  it('lose no seal: each seals its text, or says that another run is at work', async () => {
    const names = Array.from({ length: 6 }, (_, i) => `text-${i}.txt`);
    const folder = folderOf(Object.fromEntries(names.map((name, i) => [name, INTERVIEW.replace('four', `${i + 14}`)])));
    const ended = await Promise.all(names.map((name) => sealed(folder, name)));
    const manifest = readFileSync(join(folder.path, MANIFEST), 'utf8');
    for (const [i, { status, stderr }] of ended.entries()) {
      expect(manifest.includes(`"${names[i]}"`), stderr).toBe(status === 0);
      if (status !== 0) expect(stderr).toContain('another run');
    }
    expect(ended.some(({ status }) => status === 0)).toBe(true);
    expect(folder.run(['manifest', ...names]).status).toBe(0);
    expect(folder.run(['check']).status).toBe(0);
    expect(readdirSync(folder.path).toSorted()).toEqual([...names, MANIFEST].toSorted());
  });
});

function sealed(folder: Folder, name: string): Promise<{ status: number | null; stderr: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [PROGRAM, 'manifest', name], { cwd: folder.path });
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    child.on('close', (status) => done({ status, stderr }));
  });
}

describe('a worker that dies', () => {
  const texts = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`text-${i}.txt`, INTERVIEW.replace('four', `${i + 100}`)]),
  );
  /** Every thread but the first ends as soon as it begins. */
  const dying = (folder: Folder) => {
    folder.write('die.cjs', "if (!require('node:worker_threads').isMainThread) process.exit(7);\n");
    return { env: { NODE_OPTIONS: `--require ${join(folder.path, 'die.cjs')}` } };
  };

  it('never lets a check of texts pass', () => {
    const folder = folderOf(texts);
    expect(folder.run(['manifest', ...Object.keys(texts)]).status).toBe(0);
    folder.write('text-7.txt', DOCTORED);
    const { status, stdout, stderr } = folder.run(['check', '--jobs', '3'], dying(folder));
    expect(status).not.toBe(0);
    expect(stdout + stderr).not.toContain('fault of verbatim');
    expect(statSync(join(folder.path, MANIFEST)).size).toBeGreaterThan(0);
  });

  it('never lets a check of copies pass, and is named', () => {
    const copies = Object.keys(texts).map((name) => [name.replace('txt', 'md'), DOCTORED]);
    const config = JSON.stringify({ texts: ['*.txt'], copies: ['*.md'] });
    const folder = folderOf({ ...texts, ...Object.fromEntries(copies), 'verbatim.config.json': config });
    expect(folder.run(['manifest']).status).toBe(0);
    const { status, stdout, stderr } = folder.run(['check', '--jobs', '3'], dying(folder));
    expect(stderr).toBe('verbatim: a thread that judged copies ended too soon: try again with --jobs 1\n');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});

describe('a fault of the program itself', () => {
  it.each([
    ['of the language', "new TypeError('x is not a function')", 'TypeError: x is not a function'],
    [
      'of the system, whose message holds a path',
      "Object.assign(new Error('no /home/anna'), { code: 'EIO' })",
      'Error EIO',
    ],
    ['of no kind', "'/home/anna'", 'something unknown was thrown'],
  ])('%s is said to be one, and shows no path', (_, thrown, expected) => {
    const folder = folderOf({ 'a.txt': INTERVIEW });
    const read = 'const fs = require("node:fs"); const read = fs.readFileSync;';
    const fail = `fs.readFileSync = (path, ...more) => { if (String(path).endsWith("package.json")) throw ${thrown}; return read(path, ...more); };`;
    folder.write('fail.cjs', `${read} ${fail}`);
    const env = { NODE_OPTIONS: `--require ${join(folder.path, 'fail.cjs')}` };
    const { status, stdout, stderr } = folder.run(['verify', 'a.txt', '--against', 'a.txt'], { env });
    expect(stderr).toBe(`verbatim: this is a fault of verbatim itself: ${expected}\n`);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});

describe('a folder that is gone while somebody stands in it', () => {
  it('is named for what it is, without its path', () => {
    const folder = folderOf({ 'a.txt': INTERVIEW });
    const ran = shell(folder, 'mkdir left; cd left; rmdir ../left; $V verify a.txt --against a.txt');
    expect(ran.stderr).toBe('verbatim: the folder this was started in is gone: change to one that is there\n');
    expect(ran.status).toBe(2);
  });
});
