/** Manifests that are huge or bad throughout, and file names as odd as there are. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EMPTY_MANIFEST } from '../../../src/core/seal/entry.ts';
import { toSha256sum } from '../../../src/core/seal/export.ts';
import { sealAll } from '../../../src/core/seal/manifest-change.ts';
import { ManifestError } from '../../../src/core/seal/manifest-error.ts';
import { parseManifest } from '../../../src/core/seal/manifest-parse.ts';
import { HEADER, serialiseRecord } from '../../../src/core/seal/manifest-write.ts';
import { processorTime } from '../../processor-time.ts';
import { hash, sample } from './sample.ts';

const good = serialiseRecord(sample('a.txt'));

function countProblems(text: string): number {
  try {
    parseManifest(text);
    return 0;
  } catch (error) {
    return error instanceof ManifestError ? error.problems.length : -1;
  }
}

describe('a large manifest', () => {
  it('of 10,000 lines is read in no time', () => {
    const text = `${HEADER}\n${Array.from({ length: 10_000 }, (_, i) => serialiseRecord(sample(`t/${100_000 + i}.txt`))).join('\n')}\n`;
    const before = processorTime();
    expect(parseManifest(text).entries.length).toBe(10_000);
    expect(processorTime() - before).toBeLessThan(10_000);
  });

  it('of 5,000 texts is sealed at once', () => {
    const requests = Array.from({ length: 5_000 }, (_, i) => ({ entry: sample(`t${i}`, `${i}`), reason: null }));
    const before = processorTime();
    expect(sealAll(EMPTY_MANIFEST, requests).manifest.entries.length).toBe(5_000);
    expect(processorTime() - before).toBeLessThan(10_000);
  });
});

describe('a hostile file is refused in bounded time and memory', () => {
  it.each([
    [
      'a million bad rows',
      `${HEADER}\n${good.replace(/"passages":.*$/, `"passages":[${'0,'.repeat(999_999)}0]}`)}\n`,
      100,
    ],
    [
      'a hundred thousand unknown fields',
      `${HEADER}\n${good.slice(0, -1)},${Array.from({ length: 100_000 }, (_, i) => `"k${i}":0`).join(',')}}\n`,
      100,
    ],
    ['lists in lists', `${HEADER}\n${'['.repeat(500_000)}${']'.repeat(500_000)}\n`, 1],
    ['a hundred thousand bad lines', `${HEADER}\n${'x\n'.repeat(100_000)}`, 100_000],
    ['one path sealed very often', `${HEADER}\n${`${good}\n`.repeat(5_000)}`, 4_999],
  ])('%s', (_, text, count) => {
    const before = processorTime();
    expect(countProblems(text)).toBe(count);
    expect(processorTime() - before).toBeLessThan(20_000);
  });
});

describe('the list for sha256sum', () => {
  /** Every system that the tests run on has it. */
  const coreutils = 'sha256sum';
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-export-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is accepted by it, odd names and all', () => {
    const names = [
      'plain.txt',
      'with space.txt',
      ' leading',
      '*star',
      '-dash',
      'äöü/漢.txt',
      'it\'s "so"',
      'back\\slash',
      'line\nend',
      '\\',
      '%0A',
    ];
    for (const name of names) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), name);
    }
    const report = execFileSync(coreutils, ['-c', '--strict', '-'], {
      cwd: folder,
      input: toSha256sum(names.map((path) => ({ path, sha256: hash(path) }))),
      encoding: 'utf8',
    });
    expect(report.match(/: OK$/gm)?.length).toBe(names.length);
  });
});
