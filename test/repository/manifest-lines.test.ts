/** Lines are looked up in a manifest's bytes; what is not certain from them alone is left to whoever reads the whole file. */
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/core/seal/entry.ts';
import { amend } from '../../src/core/seal/manifest-change.ts';
import { serialiseManifest } from '../../src/core/seal/manifest-write.ts';
import { ManifestLines } from '../../src/repository/manifest-lines.ts';
import { changed, hash, sample, sealed } from '../core/seal/sample.ts';

const passage = (words: string) => hash(words).slice(0, 32);
const bytesOf = (path: string) => hash(`bytes of ${path}`);
const linesOf = (text: string) => new ManifestLines(new TextEncoder().encode(text));
const linesIn = (manifest: Manifest) => linesOf(serialiseManifest(manifest));
const paths = (found: ReturnType<ManifestLines['withPassage']>) => found?.map(({ path }) => path) ?? null;

const THREE = sealed('a.txt', 'b.txt', 'c.txt');

describe('a line is found', () => {
  it('by a passage, with all others that have it', () => {
    const lines = linesIn(THREE);
    expect(paths(lines.withPassage(passage('b.txt'), 3))).toEqual(['b.txt']);
    expect(paths(lines.withPassage(passage('ask'), 3))).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(paths(lines.withPassage(passage('never said'), 3))).toEqual([]);
  });

  it('by the bytes of its file', () => {
    expect(paths(linesIn(THREE).withBytes(bytesOf('c.txt'), 1))).toEqual(['c.txt']);
  });

  it('though the file’s last line has no end', () => {
    expect(paths(linesOf(serialiseManifest(THREE).trimEnd()).withPassage(passage('c.txt'), 1))).toEqual(['c.txt']);
  });
});

describe('the whole manifest must be read', () => {
  it('where more lines have the passage than are wanted', () => {
    expect(linesIn(THREE).withPassage(passage('ask'), 2)).toBe(null);
  });

  it('where a line stands for a newer version', () => {
    const lines = linesIn(changed(amend(THREE, sample('b.txt', 'newer'), 'A word was wrong.')));
    expect(lines.withPassage(passage('newer'), 3)).toBe(null);
    expect([lines.isSuperseded(bytesOf('b.txt')), lines.isSuperseded(bytesOf('a.txt'))]).toEqual([true, false]);
  });

  it('where a line is broken', () => {
    const text = serialiseManifest(THREE).replace('"path":"b.txt"', '"path":"../b.txt"');
    expect(linesOf(text).withPassage(passage('b.txt'), 3)).toBe(null);
  });
});
