/**
 * Keeps two runs from writing one file at once: a lock file beside it that only one run can create. A lock whose run is
 * gone (a killed process) is taken away, and the run that takes it away makes sure it took that one and no newer.
 */
import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { undoneOnInterrupt } from './interrupt.ts';
import { errorCode, errorName, RunError } from './run-error.ts';

/** Process numbers are used again: a lock older than this is nobody's, in milliseconds. */
const STALE_AFTER = 60 * 60 * 1000;

/** Runs `work` while holding the lock of `path`; `shown` is the name for messages. */
export async function withLock<T>(path: string, shown: string, work: () => Promise<T>): Promise<T> {
  const lock = `${path}.lock`;
  if (!take(lock) && !(takeAwayStale(lock) && take(lock))) {
    throw new RunError(`${shown} is being written by another run: try again when it is done (or remove ${shown}.lock)`);
  }
  const release = () => rmSync(lock, { force: true });
  const settled = undoneOnInterrupt(release);
  try {
    return await work();
  } finally {
    release();
    settled();
  }
}

function take(lock: string): boolean {
  try {
    const fd = openSync(lock, 'wx');
    writeFileSync(fd, `${process.pid}\n`);
    closeSync(fd);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw new RunError(`cannot write in this folder (${errorName(error)}): check its permissions`);
  }
}

function takeAwayStale(lock: string): boolean {
  const owner = contentOf(lock);
  if (owner === null) return true;
  if (!isStale(lock, owner)) return false;
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    if (readFileSync(aside, 'utf8') !== owner) linkSync(aside, lock);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(aside, { force: true });
  }
}

function isStale(lock: string, owner: string): boolean {
  try {
    return Date.now() - statSync(lock).mtimeMs > STALE_AFTER || !isAlive(Number.parseInt(owner, 10));
  } catch {
    return false;
  }
}

/** Whether a process runs. An empty lock is one whose owner has not yet written its number: alive. */
export function isAlive(pid: number): boolean {
  if (Number.isNaN(pid)) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

function contentOf(lock: string): string | null {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return null;
  }
}
