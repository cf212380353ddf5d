/** What is kept of fingerprints is read back as it was written, and anything else counts as nothing. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFingerprints, writeFingerprints } from '../../src/repository/fingerprint-cache.ts';
import { Folder } from '../cli/run.ts';
import { hash } from '../core/seal/sample.ts';

const FORM = 'prints/1';
const PRINTS = new Map([
  [hash('a'), Uint32Array.of(7, 4_000_000_000)],
  [hash('b'), Uint32Array.of()],
]);
const FILE = join('.verbatim-cache', 'fingerprints');

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

/** A cache of one text whose own sum is right, with what is said to follow. */
function forged(...behind: readonly Uint8Array[]): Uint8Array {
  writeFingerprints(folder.path, FORM, new Map());
  const head = readFileSync(join(folder.path, FILE)).subarray(0, -32);
  const body = Buffer.concat([head, Buffer.from(hash('a'), 'hex'), ...behind]);
  return Buffer.concat([body, createHash('sha256').update(body).digest()]);
}

describe('the cache of fingerprints', () => {
  it('gives back what was put in', () => {
    writeFingerprints(folder.path, FORM, PRINTS);
    expect(readFingerprints(folder.path, FORM)).toEqual(PRINTS);
  });

  it('is empty for fingerprints that were made in another way', () => {
    writeFingerprints(folder.path, FORM, PRINTS);
    expect(readFingerprints(folder.path, 'prints/2').size).toBe(0);
  });

  it.each([
    ['more hashes than there are', [Uint8Array.of(2, 0, 0, 0, 7, 0, 0, 0)]],
    ['hashes without number', [Uint8Array.of(255, 255, 255, 255)]],
    ['no number at all', [Uint8Array.of(1)]],
  ])('is empty where a forged one promises %s', (_, behind) => {
    writeFileSync(join(folder.path, FILE), forged(...behind));
    expect(readFingerprints(folder.path, FORM).size).toBe(0);
  });

  it('is read where its promise is kept', () => {
    const bytes = forged(Uint8Array.of(1, 0, 0, 0, 7, 0, 0, 0));
    writeFileSync(join(folder.path, FILE), bytes);
    expect(readFingerprints(folder.path, FORM)).toEqual(new Map([[hash('a'), Uint32Array.of(7)]]));
  });

  it('is none where the folder cannot be made', () => {
    folder.write('.verbatim-cache', 'a file');
    writeFingerprints(folder.path, FORM, PRINTS);
    expect(readFingerprints(folder.path, FORM).size).toBe(0);
  });
});
