/** Repositories of many texts and copies: what is said does not depend on threads, on the order of files or on the machine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCTORED, Folder, INTERVIEW } from './run.ts';

/** Enough copies for helping threads. */
const TEXTS = 48;
/** Names that languages sort differently. */
const NAMES = ['z', 'ä', 'a', 'Z', 'ö', 'i', 'I', 'ı', 'ch', 'c', 'd', 'h'];
const nameOf = (i: number) => `${NAMES[i % NAMES.length]}${i}`;
const variant = (text: string, i: number) =>
  text.replace('ferry', `ferry number ${i}`).replace('winter', `winter of ${1900 + i}`);

function filesOf(order: readonly number[]): Readonly<Record<string, string>> {
  const files: Record<string, string> = {
    'verbatim.config.json': '{ "texts": ["texts/*.txt"], "copies": ["site/*"] }',
  };
  for (const i of order) {
    files[`texts/${nameOf(i)}.txt`] = variant(INTERVIEW, i);
    files[`site/${nameOf(i)}.md`] = i % 7 === 3 ? '' : variant(i % 5 === 2 ? DOCTORED : INTERVIEW, i);
  }
  return files;
}

let folder: Folder;
let reversed: Folder;
beforeAll(() => {
  const order = Array.from({ length: TEXTS }, (_, i) => i);
  folder = new Folder(filesOf(order));
  reversed = new Folder(filesOf(order.toReversed()));
  for (const one of [folder, reversed]) one.run(['manifest']);
});
afterAll(() => {
  folder.remove();
  reversed.remove();
});

describe('checking many copies', () => {
  const check = (where: Folder, jobs: string, env: Readonly<Record<string, string>> = {}) =>
    where.run(['check', '--format', 'json', '--jobs', jobs], { env });

  it('finds what is there', () => {
    const { status, stdout, stderr } = check(folder, '1');
    const { results, summary } = JSON.parse(stdout);
    const unreadable = Array.from({ length: TEXTS }, (_, i) => i).filter((i) => i % 7 === 3);
    const doctored = Array.from({ length: TEXTS }, (_, i) => i).filter((i) => i % 7 !== 3 && i % 5 === 2);
    expect(summary).toMatchObject({ copies: TEXTS, failed: doctored.length, unreadable: unreadable.length });
    const altered = results.filter(({ verdict }: { verdict: string }) => verdict === 'altered');
    expect(altered.map(({ transcript }: { transcript: string }) => transcript).sort()).toEqual(
      doctored.map((i) => `texts/${nameOf(i)}.txt`).sort(),
    );
    expect(stderr.trim().split('\n')).toHaveLength(unreadable.length);
    expect(status).toBe(2);
  });

  it.each([
    ['more threads', () => check(folder, '3')],
    ['another order of files', () => check(reversed, '2')],
    ['another language', () => check(folder, '1', { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo' })],
  ])('says the same with %s', (_, run) => {
    const { status, stdout, stderr } = check(folder, '1');
    expect(run()).toEqual({ status, stdout, stderr });
  });

  it('seals the same whatever the order of files', () => {
    const manifest = (where: Folder) => readFileSync(join(where.path, 'verbatim-manifest.jsonl'), 'utf8');
    expect(manifest(reversed)).toBe(manifest(folder));
  });
});
