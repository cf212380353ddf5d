/** Repositories of many texts and copies: what is said does not depend on threads, on the order of files or on the machine. */
import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFingerprints, writeFingerprints } from '../../src/repository/fingerprint-cache.ts';
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

describe('among more texts than are read at once', () => {
  const MANY = 80;
  const CACHE = '.verbatim-cache/fingerprints';
  const WORDS = ['harbour', 'lantern', 'ledger', 'orchard', 'signal', 'window', 'bridge', 'letter', 'copper', 'meadow'];
  /** A sentence that only text number `i` has. */
  const own = (i: number) =>
    `We carried the ${WORDS[i % 10]} past the ${WORDS[Math.floor(i / 10)]} before anybody had counted to ${i + 100}.`;
  let many: Folder;
  beforeAll(() => {
    many = new Folder({ 'verbatim.config.json': '{ "texts": ["texts/*.txt"] }' });
    for (let i = 0; i < MANY; i++)
      many.write(`texts/${i}.txt`, `A talk, number ${i}\n\nQ: What did you do in the year ${i}?\n\nA: ${own(i)}\n`);
    many.run(['manifest']);
    many.write(
      'news.md',
      `“${own(7)}”\n\nThe other one said: “${own(42).replace('anybody', 'nobody')}”\n\n“${own(63)}”\n`,
    );
    many.write(
      'copy.txt',
      `Q: What, in the year 12?\n\nA: Yes, we ${own(12).slice(3).replace('before', 'long before')}\n`,
    );
  });
  afterAll(() => many.remove());

  const quotes = () => many.run(['quotes', 'news.md', '--format', 'json']);
  const cachePath = () => join(many.path, CACHE);
  const drop = () => rmSync(join(many.path, '.verbatim-cache'), { recursive: true, force: true });

  it('quotations are found, with a cache and without', () => {
    const first = quotes();
    expect(JSON.parse(first.stdout).articles[0].quotations).toMatchObject([
      { verdict: 'verbatim', transcript: { name: 'texts/7.txt' } },
      { verdict: 'altered', transcript: { name: 'texts/42.txt' } },
      { verdict: 'verbatim', transcript: { name: 'texts/63.txt' } },
    ]);
    expect(existsSync(cachePath())).toBe(true);
    expect(quotes()).toEqual(first);
    many.git('init', '--quiet');
    expect(many.git('status', '--short', '--ignored')).toMatch(/!! \.verbatim-cache\//);
  });

  it('a cache that is damaged, stale or forged changes nothing', () => {
    drop();
    const expected = quotes();
    const whole = readFileSync(cachePath());
    const form = whole
      .subarray(0, whole.indexOf('\n'))
      .toString()
      .trimEnd()
      .replace(/ [BL]E$/, '');
    const known = readFingerprints(many.path, form);
    expect(known.size).toBe(MANY);
    const flipped = Buffer.from(whole);
    flipped[whole.length >> 1] = (flipped[whole.length >> 1] ?? 0) ^ 1;
    for (const bytes of [flipped, whole.subarray(0, 1000), Buffer.alloc(0), Buffer.from('no cache at all')]) {
      writeFileSync(cachePath(), bytes);
      expect(readFingerprints(many.path, form).size).toBe(0);
      expect(quotes()).toEqual(expected);
    }
    const [hashes = new Uint32Array()] = known.values();
    writeFingerprints(many.path, form, new Map([...known.keys()].map((sha256) => [sha256, hashes])));
    // The worst a forged one can do is to raise a false alarm: what is altered stays so.
    expect(JSON.parse(quotes().stdout).articles[0]).toMatchObject({
      pass: false,
      quotations: [{}, { pass: false }, {}],
    });
    writeFingerprints(many.path, form, new Map([...known.keys()].map((sha256) => [sha256, new Uint32Array()])));
    expect(quotes()).toEqual(expected);
  });

  it('a cache is never written through a link', () => {
    drop();
    const outside = new Folder({ precious: 'mine' });
    symlinkSync(outside.path, join(many.path, '.verbatim-cache'));
    const { status } = quotes();
    expect(readdirSync(outside.path)).toEqual(['precious']);
    drop();
    many.write('.verbatim-cache/x', '');
    symlinkSync(join(outside.path, 'precious'), cachePath());
    expect(quotes().status).toBe(status);
    expect(readFileSync(join(outside.path, 'precious'), 'utf8')).toBe('mine');
    expect(lstatSync(cachePath()).isFile()).toBe(true);
    outside.remove();
  });

  it('a text that is gone is told of once, and nothing is looked up in it', () => {
    drop();
    rmSync(join(many.path, 'texts/42.txt'));
    for (const state of ['without a cache', 'with one']) {
      const { status, stdout, stderr } = many.run(['quotes', 'news.md', 'news.md', '--format', 'json']);
      const { quotations } = JSON.parse(stdout).articles[0];
      expect(quotations, state).toMatchObject([{ pass: true }, { pass: false }, { pass: true }]);
      expect(quotations[1].transcript?.name).not.toBe('texts/42.txt');
      expect({ status, stderr }).toEqual({
        status: 1,
        stderr:
          'verbatim: texts/42.txt: is not there as it was sealed, so nothing is looked up in it; run “verbatim check”\n',
      });
    }
    expect(JSON.parse(many.run(['verify', 'copy.txt', '--format', 'json']).stdout).results[0]).toMatchObject({
      verdict: 'altered',
      transcript: 'texts/12.txt',
    });
  });

  it('a copy that shares no paragraph with any is held against the nearest', () => {
    drop();
    for (const state of ['without a cache', 'with one']) {
      const { stdout } = many.run(['verify', 'copy.txt', '--format', 'json']);
      expect(JSON.parse(stdout).results[0], state).toMatchObject({ verdict: 'altered', transcript: 'texts/12.txt' });
    }
    many.write('strange.txt', 'Q: And then?\n\nA: Nothing of the kind stands in any of them, whatever you seek.\n');
    expect(JSON.parse(many.run(['verify', 'strange.txt', '--format', 'json']).stdout).results[0]).toMatchObject({
      verdict: 'unmatched',
    });
  });
});
