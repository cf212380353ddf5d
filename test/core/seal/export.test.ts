import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { toBagitManifest, toSha256sum } from '../../../src/core/seal/export.ts';
import { hash } from './sample.ts';

/** Every system that the tests run on has it. */
const coreutils = 'sha256sum';
const folder = mkdtempSync(join(tmpdir(), 'verbatim-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

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
const entries = names.map((path) => ({ path, sha256: hash(path) }));

describe('the list for sha256sum', () => {
  it('is accepted by it, odd names and all', () => {
    for (const name of names) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), name);
    }
    const report = execFileSync(coreutils, ['-c', '--strict', '-'], {
      cwd: folder,
      input: toSha256sum(entries),
      encoding: 'utf8',
    });
    expect(report.match(/: OK$/gm)?.length).toBe(names.length);
  });

  it('escapes as coreutils does', () => {
    expect(toSha256sum([{ path: 'a\nb\\c\rd', sha256: hash('x') }])).toBe(`\\${hash('x')}  a\\nb\\\\c\\rd\n`);
    expect(toSha256sum([])).toBe('');
  });
});

describe('the manifest of a bag', () => {
  it('names files under data/ and encodes line ends and percent signs', () => {
    expect(toBagitManifest([{ path: 'a b/100%\r\n.txt', sha256: hash('x') }])).toBe(
      `${hash('x')}  data/a b/100%25%0D%0A.txt\n`,
    );
    expect(toBagitManifest([])).toBe('');
  });
});
