import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changedSince, commitOf, fileAt, mergeBase } from '../../src/repository/git.ts';
import { isGlob, matchingFiles } from '../../src/repository/glob.ts';

let folder = '';
let first = '';

function git(...args: string[]): string {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'init.defaultBranch=main'];
  return execFileSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8' }).trim();
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-git-'));
  mkdirSync(join(folder, 'texts', 'node_modules'), { recursive: true });
  git('init', '--quiet');
  writeFileSync(join(folder, 'texts', 'ä b.txt'), 'one\n');
  writeFileSync(join(folder, 'texts', '-dash.txt'), 'dash\n');
  git('add', '.');
  git('commit', '--quiet', '-m', 'one');
  first = git('rev-parse', 'HEAD');
  git('branch', 'stale');
  writeFileSync(join(folder, 'texts', 'ä b.txt'), 'two\n');
  git('commit', '--quiet', '-am', 'two');
  writeFileSync(join(folder, 'texts', 'new.txt'), 'new\n');
  writeFileSync(join(folder, 'texts', 'node_modules', 'x.txt'), 'x\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('git', () => {
  it('finds commits and their common ancestor', async () => {
    expect(await commitOf(folder, 'HEAD~1')).toBe(first);
    expect(await mergeBase(folder, await commitOf(folder, 'stale'))).toBe(first);
  });

  it('gives a file as it was, by its path from the folder it is asked in', async () => {
    const bytes = await fileAt(join(folder, 'texts'), first, 'ä b.txt');
    expect(new TextDecoder().decode(bytes ?? new Uint8Array())).toBe('one\n');
    expect(await fileAt(folder, first, 'texts/-dash.txt')).not.toBe(null);
    expect(await fileAt(folder, first, 'texts/new.txt')).toBe(null);
  });

  it('lists what changed, untracked files included', async () => {
    const paths = await changedSince(folder, first);
    expect(paths).toEqual(['texts/new.txt', 'texts/node_modules/x.txt', 'texts/ä b.txt']);
    expect(await changedSince(join(folder, 'texts'), first)).toContain('ä b.txt');
  });

  it.each(['nowhere', '--output=x', '-h', 'HEAD; touch x', ''])(
    'says what to do about the base “%s”',
    async (revision) => {
      await expect(commitOf(folder, revision)).rejects.toThrow(/is not in this clone: check the name/);
    },
  );

  it('says so when the clone is shallow', async () => {
    const shallow = join(folder, '..', `${folder.split('/').pop()}-shallow`);
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${folder}`, shallow], { stdio: 'ignore' });
    try {
      await expect(commitOf(shallow, first)).rejects.toThrow(/this clone is shallow: fetch the base first/);
    } finally {
      rmSync(shallow, { recursive: true, force: true });
    }
  });

  it('says so outside a repository', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'verbatim-none-'));
    try {
      await expect(commitOf(outside, 'HEAD')).rejects.toThrow(/needs a git repository/);
    } finally {
      rmSync(outside, { recursive: true, force: true });
    }
  });
});

describe('globs', () => {
  it('give files in one order, without what is taken out and without packages', async () => {
    expect(await matchingFiles(folder, ['texts/**/*.txt'])).toEqual([
      'texts/-dash.txt',
      'texts/new.txt',
      'texts/ä b.txt',
    ]);
    expect(await matchingFiles(folder, ['**/*.txt', '!**/new.txt', '!**/-*'])).toEqual(['texts/ä b.txt']);
    expect(await matchingFiles(folder, ['!**/new.txt'])).toEqual([]);
  });

  it.each([
    ['a.txt', false],
    ['a b/c.html', false],
    ['*.txt', true],
    ['{a,b}.txt', true],
  ])('%s is one: %s', (pattern, expected) => {
    expect(isGlob(pattern)).toBe(expected);
  });
});
