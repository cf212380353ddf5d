/** How a run looks to a person at a terminal, to a pipe and to a file. */
import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lookFor } from '../../src/cli/look.ts';
import { type Output, ProcessOutput } from '../../src/cli/output.ts';
import { progressOf } from '../../src/cli/progress.ts';
import type { Session } from '../../src/cli/session.ts';
import { Folder } from './run.ts';

/** A session whose outputs go to `written`, at a terminal or not. */
function sessionOf(written: string[], isTTY: boolean, env: Session['env'] = {}): Session {
  const output: Output = { isTTY, columns: isTTY ? 61 : undefined, write: (text) => written.push(text) };
  return { cwd: '/', env, stdin: process.stdin, stdout: output, stderr: output, exit: 0 };
}

describe('a report', () => {
  it.each<[string, Session, { output?: string }, number, boolean]>([
    ['at a terminal', sessionOf([], true), {}, 61, true],
    ['at one that knows no colours', sessionOf([], true, { TERM: 'dumb' }), {}, 61, false],
    ['in a pipe', sessionOf([], false), {}, 80, false],
    ['in a file', sessionOf([], true), { output: 'report.txt' }, 80, false],
    ['where no colours are wanted', sessionOf([], true, { NO_COLOR: '1' }), {}, 61, false],
    ['where FORCE_COLOR is 0', sessionOf([], true, { FORCE_COLOR: '0' }), {}, 61, false],
  ])('%s', async (_, session, options, width, coloured) => {
    const look = await lookFor({ format: 'text', color: 'auto', ...options }, session);
    expect([look.width, look.paint.bad('x') !== 'x']).toEqual([width, coloured]);
  });
});

describe('progress', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is one line that is written over now and then, and gone at the end', () => {
    const written: string[] = [];
    const progress = progressOf('texts', 2_000, sessionOf(written, true));
    progress.at(1);
    vi.advanceTimersByTime(150);
    progress.at(700);
    progress.at(701);
    vi.advanceTimersByTime(150);
    progress.at(1_500);
    progress.end();
    expect(written).toEqual(['\r\u001b[K700 of 2,000 texts', '\r\u001b[K1,500 of 2,000 texts', '\r\u001b[K']);
  });

  it('of quick work is not shown, nor where nobody looks', () => {
    for (const isTTY of [true, false]) {
      const written: string[] = [];
      const progress = progressOf('texts', 2, sessionOf(written, isTTY));
      progress.at(2);
      progress.end();
      expect(written).toEqual([]);
    }
  });
});

describe('an output', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => folder.remove());

  const never = () => {
    throw new Error('no stream is needed');
  };

  /** A stream as Node makes it for a terminal or a pipe, and what is written to it. */
  function streamOf(isTTY: boolean) {
    const written: string[] = [];
    const stream = new Writable({ write: (chunk, _, done) => done(void written.push(String(chunk))) });
    return { written, open: () => Object.assign(stream, { isTTY, columns: 61 }) };
  }

  it('to a file is written without a stream, and has no columns', () => {
    const fd = openSync(join(folder.path, 'out'), 'w');
    const output = new ProcessOutput(fd, never, never);
    output.write('words');
    closeSync(fd);
    expect([output.isTTY, output.columns]).toEqual([false, undefined]);
    expect(readFileSync(join(folder.path, 'out'), 'utf8')).toBe('words');
  });

  it.each([
    [true, 61],
    [false, undefined],
  ])('to a device is a terminal where Node says so: %s', (isTTY, columns) => {
    const fd = openSync('/dev/zero', 'w');
    const { written, open } = streamOf(isTTY);
    const output = new ProcessOutput(fd, open, never);
    output.write('words');
    expect([output.isTTY, output.columns, written]).toEqual([isTTY, columns, ['words']]);
    closeSync(fd);
    expect(new ProcessOutput(fd, open, never).isTTY).toBe(isTTY);
  });

  it('to a full pipe goes on as a stream, from where it stopped', () => {
    execFileSync('mkfifo', [join(folder.path, 'pipe')]);
    const fd = openSync(join(folder.path, 'pipe'), constants.O_RDWR | constants.O_NONBLOCK);
    const fill = () => {
      for (;;) writeSync(fd, Buffer.alloc(1024));
    };
    expect(fill).toThrow('EAGAIN');
    const { written, open } = streamOf(false);
    const output = new ProcessOutput(fd, open, never);
    output.write('words');
    output.write(' and more');
    closeSync(fd);
    expect(written).toEqual(['words', ' and more']);
  });

  it('that cannot be written is told of', () => {
    const failures: unknown[] = [];
    folder.write('out', '');
    const fd = openSync(join(folder.path, 'out'), 'r');
    new ProcessOutput(fd, never, (error) => failures.push(error)).write('words');
    closeSync(fd);
    expect(failures).toEqual([expect.objectContaining({ code: 'EBADF' })]);
  });
});
