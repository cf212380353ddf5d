/**
 * Hashes many files as fast as they can be read: one buffer that is used again and again, and a second thread once there
 * are enough files to pay for starting it.
 */
import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Refusal, type RefusalReason } from '../core/refusal.ts';
import { withFile } from './read-file.ts';

/** What became of one file: its SHA-256 as 64 hex digits, or why it could not be read. */
export type Fixity = { readonly sha256: string } | { readonly refused: RefusalReason };

/** Files and bytes below which a second thread costs more than it saves. */
const FILES_FOR_A_THREAD = 400;
const BUFFER = 1024 * 1024;

/** What a thread is given: all paths, and the shared count of those already taken. */
export interface HashTask {
  readonly paths: readonly string[];
  readonly taken: Int32Array;
}

/** What a thread gives back: the index of each file it hashed, with what became of it. */
export type Hashed = readonly (readonly [number, Fixity])[];

/** Hashes the files at the absolute `paths`, in their order; `jobs` is the most threads to use. */
export async function hashFiles(
  paths: readonly string[],
  jobs: number = availableParallelism(),
  progress: (done: number) => void = () => undefined,
): Promise<readonly Fixity[]> {
  const task: HashTask = { paths, taken: new Int32Array(new SharedArrayBuffer(4)) };
  const threads = paths.length < FILES_FOR_A_THREAD ? 0 : Math.max(0, Math.min(jobs, 4) - 1);
  const helpers = Array.from({ length: threads }, () => helperThread(task));
  const own = hashTaken(task, progress);
  const fixities = new Array<Fixity>(paths.length);
  for (const part of [own, ...(await Promise.all(helpers))])
    for (const [index, fixity] of part) fixities[index] = fixity;
  return fixities;
}

/** Takes files from the task until none is left. */
export function hashTaken(task: HashTask, progress: (done: number) => void = () => undefined): Hashed {
  const buffer = new Uint8Array(BUFFER);
  const done: (readonly [number, Fixity])[] = [];
  for (;;) {
    const index = Atomics.add(task.taken, 0, 1);
    const path = task.paths[index];
    if (path === undefined) return done;
    done.push([index, fixityOf(path, buffer)]);
    progress(index + 1);
  }
}

function fixityOf(path: string, buffer: Uint8Array): Fixity {
  try {
    return { sha256: withFile(path, (fd) => hashOf(fd, buffer)) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.reason };
    throw error;
  }
}

function hashOf(fd: number, buffer: Uint8Array): string {
  const hash = createHash('sha256');
  for (;;) {
    const count = readSync(fd, buffer, 0, buffer.length, null);
    if (count === 0) return hash.digest('hex');
    hash.update(buffer.subarray(0, count));
  }
}

/** A thread whose failure is the run's failure. */
function helperThread(task: HashTask): Promise<Hashed> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('./hash-worker.js', import.meta.url), { workerData: task });
    worker.once('message', done);
    worker.once('error', failed);
  });
}
