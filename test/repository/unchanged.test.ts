/** Unchanged files are found from the lines of a manifest as from its records; whatever else a file is, it is not found. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ManifestEntry } from '../../src/core/seal/entry.ts';
import { serialiseManifest } from '../../src/core/seal/manifest-write.ts';
import { type SealedBytes, searchLines, UnchangedSearch } from '../../src/repository/unchanged.ts';
import { Folder } from '../cli/run.ts';
import { hash, sample } from '../core/seal/sample.ts';

const WORDS = 'It was said here.';

/** A record of a file with these words, at `path`. */
function sealed(path: string, words = WORDS): ManifestEntry {
  return { ...sample(path), size: Buffer.byteLength(words), sha256: hash(words) };
}

const outside = new Folder({ 'a.txt': WORDS });
const folder = new Folder({
  'a.txt': WORDS,
  'below/b.txt': WORDS,
  'quote " and \\ é.txt': WORDS,
  'changed.txt': WORDS.replace('was', 'is!'),
  'cut.txt': WORDS.slice(0, -1),
  'empty.txt': '',
  'grown.txt': `${WORDS}\n`,
  'large.txt': WORDS.repeat(40_000),
});
symlinkSync(join(folder.path, 'a.txt'), join(folder.path, 'link.txt'));
symlinkSync(outside.path, join(folder.path, 'out'));
mkdirSync(join(folder.path, 'directory.txt'));
afterAll(() => {
  folder.remove();
  outside.remove();
});

const CASES: readonly (readonly [path: string, unchanged: 0 | 1, words?: string])[] = [
  ['a.txt', 1],
  ['below/b.txt', 1],
  ['quote " and \\ é.txt', 1],
  ['changed.txt', 0],
  ['cut.txt', 0],
  ['directory.txt', 0],
  ['empty.txt', 1, ''],
  ['grown.txt', 0],
  ['large.txt', 1, WORDS.repeat(40_000)],
  ['link.txt', 0],
  ['missing.txt', 0],
  ['out/a.txt', 0],
  [`../${outside.path.split('/').at(-1)}/a.txt`, 0],
  [join(outside.path, 'a.txt'), 0],
];
const records = CASES.map(([path, , words]) => sealed(path, words));
const manifest = Buffer.from(serialiseManifest({ entries: records }));
const expected = CASES.map(([, unchanged]) => unchanged);

describe('unchanged files', () => {
  it('are found from the records', async () => {
    const search = new UnchangedSearch(folder.path, manifest, 1);
    const found = await search.finish(records, () => undefined);
    expect([...found.subarray(0, records.length)]).toEqual(expected);
  });

  it('are found from the lines', () => {
    const unchanged = new Uint8Array(records.length);
    searchLines({ root: folder.path, manifest, taken: new Int32Array(1), unchanged });
    expect([...unchanged]).toEqual(expected);
  });

  it('are looked for once, whoever takes them', async () => {
    const [unchanged, taken] = [new Uint8Array(records.length), new Int32Array([3])];
    searchLines({ root: folder.path, manifest, taken, unchanged });
    expect([...unchanged]).toEqual([0, 0, 0, ...expected.slice(3)]);
  });

  it('are only those that are asked for', async () => {
    const asked: (SealedBytes | null)[] = records.map((record, i) => (i === 0 ? null : record));
    const found = await new UnchangedSearch(folder.path, manifest, 1).finish(asked, () => undefined);
    expect([...found.subarray(0, 2)]).toEqual([0, 1]);
  });
});

describe('check of a manifest that is worth a second thread', () => {
  const long = (name: string) =>
    Array.from({ length: 26_000 }, (_, i) => `${i % 2 === 0 ? 'Q:' : 'A:'} ${name} said it as ${i}.`).join('\n\n');
  const many = new Folder({ 'one.txt': long('Ida'), 'other.txt': long('Tom') });
  afterAll(() => many.remove());

  it('says the same with one thread and with two', () => {
    expect(many.run(['manifest', 'one.txt', 'other.txt']).status).toBe(0);
    expect(many.run(['check', '--jobs', '2'])).toMatchObject({ status: 0, stderr: '' });
    many.write('other.txt', long('Tom').replace('said it as 7.', 'said it as 8.'));
    const [one, two] = ['1', '2'].map((jobs) => many.run(['check', '--jobs', jobs]));
    expect(one).toMatchObject({ status: 1, stderr: '' });
    expect(two).toEqual(one);
  });
});
