import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MAX_ENTRIES } from '../../../../src/core/read/archive/directory.ts';
import { openArchive } from '../../../../src/core/read/archive/index.ts';
import { Refusal } from '../../../../src/core/refusal.ts';
import { END, LISTED, LOCAL, longSizes, offsetsOf, patched, renamed, zipOf } from './make.ts';

const TEXT = 'Not a word of it was changed. '.repeat(50);
const ZIP = zipOf({ 'word/document.xml': TEXT, 'b.txt': 'second' });
const listed = offsetsOf(ZIP, LISTED)[0] ?? 0;
const local = offsetsOf(ZIP, LOCAL)[0] ?? 0;
const end = offsetsOf(ZIP, END)[0] ?? 0;

async function reasonOf(bytes: Uint8Array, part = 'word/document.xml'): Promise<string> {
  try {
    const archive = await openArchive(bytes);
    archive.read(part);
    return 'read';
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}

describe('openArchive', () => {
  it('gives the parts asked for, whatever the case of their names', async () => {
    const archive = await openArchive(ZIP);
    expect(archive.names).toEqual(['word/document.xml', 'b.txt']);
    expect(new TextDecoder().decode(archive.read('Word/Document.XML') ?? new Uint8Array())).toBe(TEXT);
    expect(archive.has('c.txt')).toBe(false);
    expect(archive.read('c.txt')).toBeNull();
  });

  it('reads stored entries', async () => {
    const { zipSync } = await import('fflate');
    const archive = await openArchive(zipSync({ 'a.txt': [strToU8('plain'), { level: 0 }] }));
    expect(archive.read('a.txt')).toEqual(strToU8('plain'));
  });

  it('reads long sizes, behind other fields too', async () => {
    const archive = await openArchive(longSizes(ZIP, [0x5455, 5], [1, 8]));
    expect(new TextDecoder().decode(archive.read('word/document.xml') ?? new Uint8Array())).toBe(TEXT);
  });

  it('reads entries whose sizes were not known when they were begun', async () => {
    const open = [14, 18, 22].reduce((zip, at) => patched(zip, local + at, 0, 4), patched(ZIP, local + 6, 8, 2));
    expect(await reasonOf(open)).toBe('read');
    expect(await reasonOf(patched(open, local + 6, 0, 2))).toBe('unsafe-archive');
  });

  it.each([
    ['two entries of one name', renamed(zipOf({ 'a.xml': '1', 'b.xml': '2' }), 'b.xml', 'a.xml')],
    ['names that differ only in case', zipOf({ 'a.xml': '1', 'A.xml': '2' })],
    ['names that differ only in composition', zipOf({ 'é.xml': '1', 'e\u0301.xml': '2' })],
    ['a step up', zipOf({ '../a.xml': '1' })],
    ['a step up inside', zipOf({ 'a/../../b.xml': '1' })],
    ['an absolute name', zipOf({ '/a.xml': '1' })],
    ['a drive', zipOf({ 'c:/a.xml': '1' })],
    ['a backslash', zipOf({ 'a\\b.xml': '1' })],
    ['a NUL', zipOf({ 'a\0b.xml': '1' })],
    ['another name before the entry', patched(ZIP, local + 30, 0x5858, 2)],
    ['another size before the entry', patched(ZIP, local + 22, 7, 4)],
    ['fewer entries counted than listed', patched(patched(ZIP, end + 8, 1, 2), end + 10, 1, 2)],
    [
      'an entry of more than 64 megabytes',
      patched(patched(ZIP, listed + 24, 0x0500_0000, 4), local + 22, 0x0500_0000, 4),
    ],
    ['another packing before the entry', patched(ZIP, local + 8, 0, 2)],
    ['two entries over the same bytes', patched(ZIP, (offsetsOf(ZIP, LISTED)[1] ?? 0) + 42, local, 4)],
    ['a promise of four gigabytes', patched(ZIP, listed + 24, 0xfffffff0, 4)],
    [
      'more entries than any document',
      zipOf(Object.fromEntries(Array.from({ length: MAX_ENTRIES + 1 }, (_, i) => [`${i}`, '']))),
    ],
  ])('refuses %s as unsafe', async (_what, bytes) => {
    expect(await reasonOf(bytes)).toBe('unsafe-archive');
  });

  it.each([
    ['cut off in the list', ZIP.slice(0, end - 10)],
    ['cut off in an entry', ZIP.slice(0, 60)],
    ['with a list that is elsewhere', patched(ZIP, end + 16, 3, 4)],
    ['with bytes that are not the packed ones', patched(ZIP, local + 30 + 17 + 4, 0xffff, 2)],
    ['with another checksum in both places', patched(patched(ZIP, listed + 16, 1, 4), local + 14, 1, 4)],
    ['packed in a way nobody knows', patched(patched(ZIP, listed + 10, 99, 2), local + 8, 99, 2)],
    ['with a long size that is missing', longSizes(ZIP, [9, 0])],
    ['with a long size that is cut off', longSizes(ZIP, [1, 4])],
    ['in parts', patched(ZIP, end + 4, 1, 2)],
  ])('refuses an archive %s as damaged', async (_what, bytes) => {
    expect(await reasonOf(bytes)).toBe('damaged');
  });

  it('refuses encrypted entries and encrypted office files', async () => {
    expect(await reasonOf(patched(ZIP, listed + 8, 1, 2))).toBe('encrypted');
    const compound = new Uint8Array(2_048);
    compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await reasonOf(compound)).toBe('unknown-format');
    compound.set([0x45, 0, 0x6e, 0], 512);
    Array.from('EncryptedPackage', (letter, i) => compound.set([letter.charCodeAt(0), 0], 1_024 + 2 * i));
    expect(await reasonOf(compound)).toBe('encrypted');
  });

  it('refuses what is no archive', async () => {
    expect(await reasonOf(strToU8('I said no such thing.'))).toBe('unknown-format');
    expect(await reasonOf(new Uint8Array())).toBe('unknown-format');
  });

  it('refuses a bomb when it is read, and lets a part nobody reads alone', async () => {
    const bomb = zipOf({ 'a.xml': new Uint8Array(3 * 1024 * 1024), 'b.xml': 'text' });
    expect(await reasonOf(bomb, 'a.xml')).toBe('unsafe-archive');
    expect(await reasonOf(bomb, 'b.xml')).toBe('read');
  });

  it('stops inflating where the promised size ends', async () => {
    const size = 900_000;
    const zip = zipOf({ 'a.xml': new Uint8Array(size) });
    const at = offsetsOf(zip, LISTED)[0] ?? 0;
    const lying = patched(patched(zip, at + 24, 10, 4), 22, 10, 4);
    expect(await reasonOf(lying, 'a.xml')).toBe('unsafe-archive');
  });

  it('never fails in another way, whatever byte is changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(ZIP.length - 1), fc.nat(255), async (offset, byte) => {
        const bytes = ZIP.slice();
        bytes[offset] = byte;
        expect(['read', 'damaged', 'unsafe-archive', 'encrypted', 'unknown-format']).toContain(await reasonOf(bytes));
      }),
      { numRuns: 300 },
    );
  });
});
