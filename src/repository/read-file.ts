/**
 * Reads a file once, and hashes what was read, so that no other program can change it between the two.
 *
 * Everything that keeps a file from being read is a `Refusal` with its reason, because a copy that cannot be read still
 * has its row in the report.
 */
import { closeSync, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { sha256 } from '#port/sha256';
import { MAX_FILE_BYTES } from '../core/read/limits.ts';
import { Refusal } from '../core/refusal.ts';
import { errorName } from './run-error.ts';

/** A file's bytes, and their SHA-256 as 64 hex digits, which is worked out when it is asked for. */
export class FileBytes {
  readonly bytes: Uint8Array;
  #sha256: string | null = null;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get sha256(): string {
    this.#sha256 ??= sha256(this.bytes);
    return this.#sha256;
  }
}

const FIRST_BUFFER = 64 * 1024;

/** The bytes of the file (or pipe) at `path`. */
export function readFileOnce(path: string): FileBytes {
  return new FileBytes(readBytesOnce(path));
}

/** The bytes alone, where nobody asks for their hash. */
export function readBytesOnce(path: string): Uint8Array {
  return withFile(path, (fd, stats) => readAll(fd, stats.size));
}

/** The bytes of standard input (or another stream of bytes), to its end. */
export async function readStream(stream: AsyncIterable<Uint8Array | string>): Promise<FileBytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    const chunk = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
    length += chunk.length;
    assertSize(length);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return new FileBytes(bytes);
}

/** Opens `path`, checks that it can be read as a file, and hands it to `use`. */
export function withFile<T>(path: string, use: (fd: number, stats: Stats) => T): T {
  return refusing(() => {
    assertReadable(statSync(path));
    const fd = openSync(path, 'r');
    try {
      const stats = fstatSync(fd);
      assertReadable(stats);
      return use(fd, stats);
    } finally {
      closeSync(fd);
    }
  });
}

function assertReadable(stats: Stats): void {
  if (stats.isDirectory()) throw new Refusal('not-a-file', 'a directory');
  if (!stats.isFile() && !stats.isFIFO()) throw new Refusal('not-a-file', 'a device or a socket');
  assertSize(stats.size);
}

function assertSize(size: number): void {
  if (size > MAX_FILE_BYTES) throw new Refusal('too-large', `more than ${MAX_FILE_BYTES / (1024 * 1024)} MiB`);
}

/** Reads to the end; `expected` is a hint, since a pipe has no size and a file may grow meanwhile. */
function readAll(fd: number, expected: number): Uint8Array {
  let buffer = new Uint8Array(Math.max(expected + 1, FIRST_BUFFER));
  let length = 0;
  for (;;) {
    const count = readSync(fd, buffer, length, buffer.length - length, null);
    if (count === 0) return buffer.subarray(0, length);
    length += count;
    assertSize(length);
    if (length === buffer.length) buffer = grown(buffer);
  }
}

function grown(buffer: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(buffer.length * 2);
  larger.set(buffer);
  return larger;
}

function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Refusal ? error : refusalOf(error);
  }
}

function refusalOf(error: unknown): Refusal {
  const name = errorName(error);
  if (name === 'ENOENT' || name === 'ENOTDIR') return new Refusal('missing', '');
  return new Refusal('not-readable', name === 'EACCES' || name === 'EPERM' ? 'permission denied' : name);
}
