import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../src/core/refusal.ts';
import { withLock } from '../../src/repository/lock.ts';
import { isInside, locateInRoot, manifestPath, shownPath } from '../../src/repository/paths.ts';
import { readFileOnce, readStream } from '../../src/repository/read-file.ts';
import { RunError } from '../../src/repository/run-error.ts';
import { didYouMean } from '../../src/repository/suggest.ts';
import { writeFileWhole } from '../../src/repository/write-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function reasonOf(work: () => unknown): string {
  try {
    work();
    return 'nothing was refused';
  } catch (error) {
    return error instanceof Refusal ? error.reason : String(error);
  }
}

describe('reading a file', () => {
  it('gives its bytes and their hash', () => {
    const text = 'ä'.repeat(100_000);
    writeFileSync(join(folder, 'a.txt'), text);
    const { bytes, sha256 } = readFileOnce(join(folder, 'a.txt'));
    expect(new TextDecoder().decode(bytes)).toBe(text);
    expect(sha256).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('reads a file of a size that fills the buffer to the last byte', () => {
    writeFileSync(join(folder, 'a'), 'x'.repeat(64 * 1024));
    expect(readFileOnce(join(folder, 'a')).bytes.length).toBe(64 * 1024);
  });

  it('reads a stream of several pieces', async () => {
    const pieces = [new Uint8Array([1, 2]), new Uint8Array(), new Uint8Array([3])];
    const { bytes } = await readStream(
      (async function* () {
        yield* pieces;
      })(),
    );
    expect([...bytes]).toEqual([1, 2, 3]);
  });

  it('names why it cannot', () => {
    writeFileSync(join(folder, 'huge'), '');
    truncateSync(join(folder, 'huge'), 300 * 1024 * 1024);
    expect(reasonOf(() => readFileOnce(join(folder, 'none')))).toBe('missing');
    expect(reasonOf(() => readFileOnce(join(folder, 'huge', 'below')))).toBe('missing');
    expect(reasonOf(() => readFileOnce(folder))).toBe('not-a-file');
    expect(reasonOf(() => readFileOnce('/dev/null'))).toBe('not-a-file');
    expect(reasonOf(() => readFileOnce(join(folder, 'huge')))).toBe('too-large');
  });
});

describe('writing a file', () => {
  it('replaces the old one and leaves nothing beside it', () => {
    const path = join(folder, 'report.json');
    writeFileWhole(path, 'one', 'report.json');
    writeFileWhole(path, 'two', 'report.json');
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(readdirSync(folder)).toEqual(['report.json']);
  });

  it('follows a link and keeps it', () => {
    writeFileSync(join(folder, 'real'), 'one');
    symlinkSync('real', join(folder, 'link'));
    writeFileWhole(join(folder, 'link'), 'two', 'link');
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('two');
  });

  it('keeps the rights of the old one', () => {
    const path = join(folder, 'a');
    writeFileSync(path, 'one', { mode: 0o640 });
    writeFileWhole(path, 'two', 'a');
    expect(execFileSync('stat', ['-c', '%a', path], { encoding: 'utf8' }).trim()).toBe('640');
  });

  it('says what to do when it cannot, without an absolute path', () => {
    expect(() => writeFileWhole(join(folder, 'none', 'a'), 'x', 'none/a')).toThrow(/^cannot write none\/a \(ENOENT\)/);
  });
});

describe('the lock', () => {
  it('lets one run in, and is gone afterwards', async () => {
    const path = join(folder, 'manifest');
    await withLock(path, 'manifest', async () => {
      await expect(withLock(path, 'manifest', async () => 1)).rejects.toThrow(/is being written by another run/);
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is gone after a failure too', async () => {
    const failing = withLock(join(folder, 'm'), 'm', async () => {
      throw new RunError('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of a run that is gone is taken away', async () => {
    const gone = Number(execFileSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }));
    writeFileSync(join(folder, 'm.lock'), `${gone}\n`);
    expect(await withLock(join(folder, 'm'), 'm', async () => 'in')).toBe('in');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of a run that lives is respected, and so is one not yet signed', async () => {
    for (const owner of [`${process.pid}\n`, '']) {
      writeFileSync(join(folder, 'm.lock'), owner);
      await expect(withLock(join(folder, 'm'), 'm', async () => 'in')).rejects.toThrow(/another run/);
      expect(readFileSync(join(folder, 'm.lock'), 'utf8')).toBe(owner);
    }
  });
});

describe('paths', () => {
  it.each([
    ['a/b.html', '/home/anna/site', 'a/b.html'],
    ['../b.html', '/home/anna/site', '../b.html'],
    ['-', '/home/anna', '-'],
    ['/home/anna/site/a/b.html', '/home/anna/site', 'a/b.html'],
    ['/home/anna/other/b.html', '/home/anna/site', 'b.html'],
    ['/home/anna/site-two/b.html', '/home/anna/site', 'b.html'],
  ])('%s from %s is shown as %s', (path, cwd, expected) => {
    expect(shownPath(path, cwd)).toBe(expected);
  });

  it('inside and outside', () => {
    expect(isInside('/a', '/a/..b')).toBe(true);
    expect(isInside('/a', '/ab')).toBe(false);
    expect(isInside('/a', '/')).toBe(false);
  });

  it('are NFC in the manifest, and found again in either form', () => {
    writeFileSync(join(folder, 'e\u0301.txt'), '');
    const path = manifestPath(folder, join(folder, 'e\u0301.txt'));
    expect(path).toBe('é.txt');
    expect(locateInRoot(folder, path)).toBe(join(folder, 'e\u0301.txt'));
  });

  it('that leave by a link are told apart from missing ones', () => {
    mkdirSync(join(folder, 'root'));
    writeFileSync(join(folder, 'outside.txt'), '');
    symlinkSync('../outside.txt', join(folder, 'root', 'link.txt'));
    expect(locateInRoot(join(folder, 'root'), 'link.txt')).toBe('outside');
    expect(locateInRoot(join(folder, 'root'), 'none.txt')).toBe(null);
  });
});

describe('did you mean', () => {
  it.each([
    ['excerp', ['excerpt', 'verbatim'], ' (did you mean “excerpt”?)'],
    ['Word-Omited', ['word-omitted', 'word-added'], ' (did you mean “word-omitted”?)'],
    ['zzzzzz', ['excerpt'], ''],
  ])('%s', (name, known, expected) => {
    expect(didYouMean(name, known)).toBe(expected);
  });
});
