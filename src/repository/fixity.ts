/** The SHA-256 of files, one after the other, through one buffer. */
import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import { Refusal, type RefusalReason } from '../core/refusal.ts';
import { withFile } from './read-file.ts';
import { expected } from './run-error.ts';

/** What became of one file: its SHA-256 as 64 hex digits, or why it could not be read. */
export type Fixity = { readonly sha256: string } | { readonly refused: RefusalReason };

const BUFFER = 1024 * 1024;

/** Hashes the files at the absolute `paths`, in their order. */
export function hashFiles(paths: readonly string[]): readonly Fixity[] {
  const buffer = new Uint8Array(BUFFER);
  return paths.map((path) => fixityOf(path, buffer));
}

function fixityOf(path: string, buffer: Uint8Array): Fixity {
  try {
    return { sha256: withFile(path, (fd) => hashOf(fd, buffer)) };
  } catch (error) {
    return { refused: expected(error, Refusal).reason };
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
