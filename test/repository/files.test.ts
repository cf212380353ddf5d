import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../src/core/refusal.ts';
import { hashFiles } from '../../src/repository/fixity.ts';
import { withLock } from '../../src/repository/lock.ts';
import { isInside, locateInRoot, manifestPath, shownPath } from '../../src/repository/paths.ts';
import { readFileOnce, readStream } from '../../src/repository/read-file.ts';
import { readInRoot } from '../../src/repository/read-in-root.ts';
import { errorCode, errorName, expected, RunError } from '../../src/repository/run-error.ts';
import { didYouMean } from '../../src/repository/suggest.ts';
import { writeFileWhole } from '../../src/repository/write-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function detailOf(work: () => unknown): string {
  try {
    work();
    return 'nothing was refused';
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
}

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

describe('a file that is not plain', () => {
  it('is read from a pipe, however much comes', () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const writer = spawn('sh', ['-c', 'head -c 300000 /dev/zero > "$0"', pipe], { stdio: 'ignore' });
    expect(readFileOnce(pipe).bytes.length).toBe(300_000);
    writer.unref();
  });

  it('names why it cannot be read, in the system’s word where there is no other', () => {
    symlinkSync('round', join(folder, 'round'));
    writeFileSync(join(folder, 'locked'), 'x', { mode: 0o000 });
    // Rights do not hold the superuser back, so a file of the system that nobody can read stands in for a locked one.
    const locked = process.getuid?.() === 0 ? '/proc/sys/vm/compact_memory' : join(folder, 'locked');
    expect(detailOf(() => readFileOnce(join(folder, 'round')))).toBe('not-readable: ELOOP');
    expect(detailOf(() => readFileOnce(locked))).toBe('not-readable: permission denied');
    expect(hashFiles([join(folder, 'none'), locked])).toEqual([{ refused: 'missing' }, { refused: 'not-readable' }]);
  });

  it('is read from a stream of text', async () => {
    const stream = Readable.from(['é', Buffer.from('x')]);
    expect([...(await readStream(stream)).bytes]).toEqual([0xc3, 0xa9, 0x78]);
  });

  it('is never read where it leads out of the repository', () => {
    mkdirSync(join(folder, 'root'));
    writeFileSync(join(folder, 'secret'), 'x');
    symlinkSync('../secret', join(folder, 'root', 'link'));
    expect(detailOf(() => readInRoot(join(folder, 'root'), 'link'))).toBe(
      'not-a-file: a link that leads out of the repository',
    );
    expect(reasonOf(() => readInRoot(join(folder, 'root'), 'none'))).toBe('missing');
  });
});

describe('an error', () => {
  it.each<[unknown, string, string]>([
    [Object.assign(new Error('no'), { code: 'ENOSPC' }), 'ENOSPC', 'ENOSPC'],
    [Object.assign(new Error('no'), { code: 7 }), '', 'failed'],
    [new Error('no'), '', 'failed'],
    ['no', '', 'failed'],
  ])('of the system has a name (%#)', (error, code, name) => {
    expect([errorCode(error), errorName(error)]).toEqual([code, name]);
  });

  it('that nobody expects goes on', () => {
    const fault = new TypeError('x is not a function');
    expect(() => expected(fault, RunError)).toThrow(fault);
    expect(expected(new RunError('no'), RunError).lines).toEqual(['no']);
  });
});

describe('writing a file', () => {
  it('writes to a device as it is', () => {
    writeFileWhole('/dev/null', 'words', 'null');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('takes away what killed runs left behind, and nothing else', () => {
    const gone = execFileSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }).trim();
    // A run that lives, a name of somebody else's, and what stands beside other files.
    const others = [`.a.${process.ppid}.tmp`, '.a.mine.tmp', '.a.12', '.b.1.tmp'];
    for (const name of [`.a.${gone}.tmp`, ...others]) writeFileSync(join(folder, name), 'x');
    writeFileWhole(join(folder, 'a'), 'words', 'a');
    expect(readdirSync(folder).sort()).toEqual([...others, 'a'].sort());
  });

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
  it('is held by whatever stands in its place', async () => {
    mkdirSync(join(folder, 'm.lock'));
    await expect(withLock(join(folder, 'm'), 'm', async () => 1)).rejects.toThrow(/another run.*remove m\.lock/);
  });

  it('cannot be taken where nothing can be written', async () => {
    await expect(withLock(join(folder, 'none', 'm'), 'm', async () => 1)).rejects.toThrow(
      'cannot write in this folder (ENOENT): check its permissions',
    );
  });

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
    ['/home/anna/site', '/home/anna/site', '.'],
    ['/', '/home/anna/site', '/'],
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
