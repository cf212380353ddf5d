/**
 * Finds the sealed files whose bytes are the sealed ones, as fast as they can be read: nearly all of them, in a healthy
 * repository. Whatever is not found here (missing, changed, a link, a name in another form) is for the caller to look at
 * closely.
 *
 * A file costs one opening, one reading and one hash. That it is no link is asked of the opening itself, that its folder
 * lies in the repository once for all files of the folder; reading for as many bytes as were sealed, and one more, shows
 * whether it grew. A second thread takes files from the same list once there are enough of them to pay for starting it.
 */
import { hash } from 'node:crypto';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { locateInRoot } from './paths.ts';

/** A file as it was sealed. */
export interface SealedBytes {
  /** Below the root, with `/`. */
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** Files below which a second thread costs more than it saves, and the most threads. */
const FILES_FOR_A_THREAD = 400;
const MOST_THREADS = 4;
/** Larger files are left to the caller. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What a thread is given, and where it puts what it finds; both arrays are shared by all threads. */
export interface FixityTask {
  readonly root: string;
  readonly files: readonly SealedBytes[];
  /** The count of files already taken. */
  readonly taken: Int32Array;
  /** 1 for each file that has its sealed bytes. */
  readonly unchanged: Uint8Array;
}

/** For each of `files` below `root`, 1 when it is there with its sealed bytes; `jobs` is the most threads to use. */
export async function findUnchanged(
  root: string,
  files: readonly SealedBytes[],
  jobs: number = availableParallelism(),
  progress: (done: number) => void = () => undefined,
): Promise<Uint8Array> {
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const unchanged = new Uint8Array(new SharedArrayBuffer(files.length));
  const sealed = files.map(({ path, size, sha256 }): SealedBytes => ({ path, size, sha256 }));
  const task: FixityTask = { root, files: sealed, taken, unchanged };
  const threads = files.length < FILES_FOR_A_THREAD ? 0 : Math.min(jobs, MOST_THREADS) - 1;
  const helpers = Array.from({ length: threads }, () => helperThread(task));
  hashTaken(task, progress);
  await Promise.all(helpers);
  return unchanged;
}

/** Takes files from the task until none is left. */
export function hashTaken(task: FixityTask, progress: (done: number) => void = () => undefined): void {
  const { root, files, taken, unchanged } = task;
  const largest = files.reduce((most, { size }) => Math.max(most, size), 0);
  const buffer = new Uint8Array(Math.min(largest, MOST_BYTES) + 1);
  const folders = new Map<string, boolean>();
  for (;;) {
    const index = Atomics.add(taken, 0, 1);
    const file = files[index];
    if (file === undefined) return;
    if (isInRoot(root, dirname(file.path), folders) && hasSealedBytes(join(root, file.path), file, buffer))
      unchanged[index] = 1;
    progress(index + 1);
  }
}

/** Whether `folder` lies below the root without a link that leads out. */
function isInRoot(root: string, folder: string, known: Map<string, boolean>): boolean {
  let inside = known.get(folder);
  if (inside === undefined) {
    const found = locateInRoot(root, folder);
    inside = found !== null && found !== 'outside';
    known.set(folder, inside);
  }
  return inside;
}

/** Neither follows a link nor waits for a pipe. Where a system cannot promise the first, nothing is found. */
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

function hasSealedBytes(path: string, { size, sha256 }: SealedBytes, buffer: Uint8Array): boolean {
  if (constants.O_NOFOLLOW === undefined || size >= buffer.length) return false;
  const fd = opened(path);
  if (fd === null) return false;
  try {
    const count = readSync(fd, buffer, 0, size + 1, null);
    return count === size && hash('sha256', buffer.subarray(0, size)) === sha256;
  } catch {
    return false;
  } finally {
    closeSync(fd);
  }
}

function opened(path: string): number | null {
  try {
    return openSync(path, OPEN_FLAGS);
  } catch {
    return null;
  }
}

/** A thread whose failure is the run's failure. */
function helperThread(task: FixityTask): Promise<void> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('./hash-worker.js', import.meta.url), { workerData: task });
    worker.once('exit', () => done());
    worker.once('error', failed);
  });
}
