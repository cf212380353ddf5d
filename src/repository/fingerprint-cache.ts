/**
 * Fingerprints of sealed texts, kept beside the manifest so that the next run need not read every text to know which few an
 * article or a copy can come from.
 *
 * The file is a hint and nothing else: one that is missing, damaged, cut short or made by another version counts as empty
 * and is made anew; it can be deleted at any time. Since whoever proposes a change could put anything in its place, it is
 * never written through a link.
 *
 * Layout: a header line (padded with spaces to a multiple of four bytes, ending in LF); for each text 32 bytes of the
 * SHA-256 of its file, the count of its hashes and the hashes, 32 bits each in this machine's order; then the SHA-256 of all
 * that.
 */
import { createHash } from 'node:crypto';
import { closeSync, lstatSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { undoneOnInterrupt } from './interrupt.ts';
import { readFileOnce } from './read-file.ts';

const FOLDER = '.verbatim-cache';
const NAME = 'fingerprints';
const SHA_BYTES = 32;

/** Fingerprints by the SHA-256 (hex) of the file they were made from. */
export type FingerprintsBySha = ReadonlyMap<string, Uint32Array>;

/** The cache beside the manifest in `root`, of fingerprints made in the way that `form` names; empty when there is none that is whole. */
export function readFingerprints(root: string, form: string): FingerprintsBySha {
  try {
    const { bytes } = readFileOnce(join(root, FOLDER, NAME));
    return parse(bytes, header(form));
  } catch {
    return new Map();
  }
}

/** Puts `prints` in place of the cache. Where it cannot be written there is none, and that is no fault. */
export function writeFingerprints(root: string, form: string, prints: FingerprintsBySha): void {
  try {
    const folder = join(root, FOLDER);
    mkdirSync(folder, { recursive: true });
    if (!lstatSync(folder).isDirectory()) return;
    ignoreFolder(folder);
    replace(folder, [header(form), ...pieces(prints)]);
  } catch {
    // A read-only folder or a full disk: the next run works everything out again.
  }
}

/** Keeps the folder out of commits, without touching the repository's own list. */
function ignoreFolder(folder: string): void {
  try {
    writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx' });
  } catch {
    // It is there already.
  }
}

function header(form: string): Uint8Array {
  const line = `${form} ${endianness()}`;
  return new TextEncoder().encode(`${line.padEnd(Math.ceil((line.length + 1) / 4) * 4 - 1)}\n`);
}

function* pieces(prints: FingerprintsBySha): Generator<Uint8Array> {
  for (const [sha256, print] of prints) {
    yield Buffer.from(sha256, 'hex');
    yield bytesOf(Uint32Array.of(print.length));
    yield bytesOf(print);
  }
}

function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** Renaming puts the file in place of whatever has its name, a link too. */
function replace(folder: string, parts: Iterable<Uint8Array>): void {
  const temporary = join(folder, `${NAME}.${process.pid}.${threadId}.tmp`);
  const remove = () => rmSync(temporary, { force: true });
  const settled = undoneOnInterrupt(remove);
  try {
    const fd = openSync(temporary, 'wx');
    try {
      const hash = createHash('sha256');
      for (const part of parts) {
        hash.update(part);
        writeWhole(fd, part);
      }
      writeWhole(fd, hash.digest());
    } finally {
      closeSync(fd);
    }
    renameSync(temporary, join(folder, NAME));
  } finally {
    remove();
    settled();
  }
}

function writeWhole(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}

function parse(bytes: Uint8Array, head: Uint8Array): FingerprintsBySha {
  const end = bytes.length - SHA_BYTES;
  const body = bytes.subarray(0, Math.max(0, end));
  const sum = createHash('sha256').update(body).digest();
  if (end < head.length || !sum.equals(bytes.subarray(end))) return new Map();
  if (!Buffer.from(head).equals(body.subarray(0, head.length))) return new Map();
  const found = new Map<string, Uint32Array>();
  const numbers = new Uint32Array(bytes.buffer, bytes.byteOffset, end >>> 2);
  for (let at = head.length; at + SHA_BYTES < end; ) {
    const start = (at + SHA_BYTES) / 4 + 1;
    const count = numbers[start - 1] ?? 0;
    if (start + count > numbers.length) return new Map();
    found.set(Buffer.from(body.subarray(at, at + SHA_BYTES)).toString('hex'), numbers.subarray(start, start + count));
    at = (start + count) * 4;
  }
  return found;
}
