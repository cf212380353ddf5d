/**
 * Finds the sealed files whose bytes are the sealed ones, as fast as they can be read: nearly all of them, in a healthy
 * repository. Whatever is not found here (missing, changed, a link, a name in another form) is for the caller to look at
 * closely.
 *
 * A file costs one opening, one reading and one hash. That it is no link is asked of the opening itself, that its folder
 * lies in the repository once for all files of the folder; reading for as many bytes as were sealed, and one more, shows
 * whether it grew.
 *
 * Reading a large manifest strictly takes as long as hashing what it seals. So a second thread begins with the files while
 * the manifest is read: it takes from each line no more than which bytes are sealed where. Once the records are known the
 * first thread takes files from the same count, until none is left. What a line that is refused made the second thread
 * look at is never asked for.
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

/** Bytes of a manifest from which a second thread saves more than its start costs: it seals some hundred texts. */
const LARGE = 2 * 1024 * 1024;
const MOST_THREADS = 4;
/** Larger files are left to the caller. */
const MOST_BYTES = 64 * 1024 * 1024;
/** No line of a manifest is shorter. */
const SHORTEST_LINE = 32;

/** What all threads share. */
interface Shared {
  readonly root: string;
  /** The count of lines already taken. */
  readonly taken: Int32Array;
  /** For each line behind the header, 1 when its file has its sealed bytes. */
  readonly unchanged: Uint8Array;
}

/** What a helping thread is given besides. */
export interface LinesTask extends Shared {
  readonly manifest: Uint8Array;
}

/** A search for unchanged files, begun before the records of the manifest are known. */
export class UnchangedSearch {
  readonly #shared: Shared;
  readonly #helpers: readonly Worker[];
  readonly #ended: Promise<unknown>;

  /** `manifest` is the file's bytes, whose paths count from `root`; `jobs` is the most threads to use. */
  constructor(root: string, manifest: Uint8Array, jobs: number = availableParallelism()) {
    const lines = Math.ceil(manifest.length / SHORTEST_LINE);
    const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    this.#shared = { root, taken, unchanged: new Uint8Array(new SharedArrayBuffer(lines)) };
    const threads = manifest.length < LARGE ? 0 : Math.min(jobs, MOST_THREADS) - 1;
    const task: LinesTask = { ...this.#shared, manifest: threads === 0 ? manifest : shared(manifest) };
    this.#helpers = Array.from({ length: threads }, () => helperThread(task));
    this.#ended = Promise.all(this.#helpers.map(endOf));
  }

  /** For each of `files`, one for each line of the manifest (`null` for what is not asked for), 1 when it is unchanged. */
  async finish(files: readonly (SealedBytes | null)[], progress: (done: number) => void): Promise<Uint8Array> {
    for (const helper of this.#helpers) helper.ref();
    searchFiles(files, this.#shared, progress);
    await this.#ended;
    return this.#shared.unchanged;
  }
}

function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

/** A run that ends before its end is asked for does not wait for it. */
function helperThread(task: LinesTask): Worker {
  const worker = new Worker(new URL('./hash-worker.js', import.meta.url), { workerData: task });
  worker.unref();
  return worker;
}

/** A thread whose failure is the run's failure. */
function endOf(worker: Worker): Promise<void> {
  return new Promise((done, failed) => {
    worker.once('exit', () => done());
    worker.once('error', failed);
  });
}

function searchFiles(files: readonly (SealedBytes | null)[], shared: Shared, progress: (done: number) => void): void {
  const hasher = new Hasher(shared.root);
  for (;;) {
    const index = Atomics.add(shared.taken, 0, 1);
    const file = files[index];
    if (file === undefined) return;
    if (file !== null && hasher.hasSealedBytes(file)) shared.unchanged[index] = 1;
    progress(index + 1);
  }
}

/** What a line says first. A line that does not is left to the caller. */
const SEALED = /^\{"kind":"sealed","path":("(?:[^"\\]|\\.)*"),"size":(\d{1,15}),"sha256":"([0-9a-f]{64})"/;
const HEAD_BYTES = 600;

/** Takes lines of the manifest, in their order, until none is left. */
export function searchLines({ manifest, ...shared }: LinesTask): void {
  const bytes = Buffer.from(manifest.buffer, manifest.byteOffset, manifest.length);
  const hasher = new Hasher(shared.root);
  const behindLine = (from: number): number => bytes.indexOf('\n', from) + 1 || bytes.length;
  let start = behindLine(0);
  for (let line = 0; ; line++) {
    const index = Atomics.add(shared.taken, 0, 1);
    for (; line < index; line++) start = behindLine(start);
    if (start >= bytes.length) return;
    const file = sealedOn(bytes.toString('utf8', start, start + HEAD_BYTES));
    if (file !== null && hasher.hasSealedBytes(file)) shared.unchanged[index] = 1;
    start = behindLine(start);
  }
}

function sealedOn(head: string): SealedBytes | null {
  const [, path, size, sha256] = SEALED.exec(head) ?? [];
  if (path === undefined || size === undefined || sha256 === undefined) return null;
  return { path: String(JSON.parse(path)), size: Number(size), sha256 };
}

/** Neither follows a link nor waits for a pipe. Where a system cannot promise the first, nothing is found. */
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Reads and hashes files below `root`, through one buffer. */
class Hasher {
  readonly #root: string;
  readonly #folders = new Map<string, boolean>();
  #buffer = new Uint8Array(256 * 1024);

  constructor(root: string) {
    this.#root = root;
  }

  hasSealedBytes({ path, size, sha256 }: SealedBytes): boolean {
    if (constants.O_NOFOLLOW === undefined || size > MOST_BYTES || !this.#isInRoot(dirname(path))) return false;
    if (size >= this.#buffer.length) this.#buffer = new Uint8Array(2 * size + 1);
    const fd = opened(join(this.#root, path));
    if (fd === null) return false;
    try {
      const count = readSync(fd, this.#buffer, 0, size + 1, null);
      return count === size && hash('sha256', this.#buffer.subarray(0, size)) === sha256;
    } catch {
      return false;
    } finally {
      closeSync(fd);
    }
  }

  /** Whether `folder` lies below the root without a link that leads out. */
  #isInRoot(folder: string): boolean {
    let inside = this.#folders.get(folder);
    if (inside === undefined) {
      const found = locateInRoot(this.#root, folder);
      inside = found !== null && found !== 'outside';
      this.#folders.set(folder, inside);
    }
    return inside;
  }
}

function opened(path: string): number | null {
  try {
    return openSync(path, OPEN_FLAGS);
  } catch {
    return null;
  }
}
