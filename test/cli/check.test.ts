/** What `check` says of repositories that are not as they should be, without a base. */
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DOCTORED, Folder, INTERVIEW } from './run.ts';

const MANIFEST = 'verbatim-manifest.jsonl';
const HEADER = '{"format":"verbatim-manifest/1","algorithm":"sha256"}\n';

let folder: Folder;
beforeEach(() => {
  folder = new Folder({ 'texts/a.txt': INTERVIEW, 'texts/b.txt': INTERVIEW.replace('four', 'five') });
});
afterEach(() => folder.remove());

interface Row {
  readonly copy?: string;
  readonly text?: string;
  readonly verdict?: string;
  readonly findings: readonly { readonly code: string; readonly message: string }[];
}

function configure(config: object): void {
  folder.write('verbatim.config.json', JSON.stringify(config));
}

/** What a check says: its status, its standard error and the rows that have something to say. */
function check() {
  const { status, stdout, stderr } = folder.run(['check', '--format', 'json']);
  const report: { results: readonly Row[]; texts: readonly Row[] } = JSON.parse(stdout);
  return { status, stderr, rows: [...report.results, ...report.texts].filter(({ findings }) => findings.length > 0) };
}

function codes() {
  const { status, rows } = check();
  return { status, rows: rows.map(({ copy, text, findings }) => [copy ?? text, ...findings.map(({ code }) => code)]) };
}

describe('a sealed text that is not as it was', () => {
  beforeEach(() => {
    configure({ texts: ['texts/*.txt'] });
    folder.run(['manifest']);
  });

  it.each<[string, () => void, number, string]>([
    ['a folder in its place', () => mkdirSync(join(folder.path, 'texts/a.txt')), 2, 'not-a-file'],
    ['no words any more', () => folder.write('texts/a.txt', ' \n'), 1, 'text-words-changed'],
    ['nothing in its place', () => undefined, 1, 'text-missing'],
  ])('has %s', (_, change, status, code) => {
    rmSync(join(folder.path, 'texts/a.txt'));
    change();
    expect(codes()).toEqual({ status, rows: [['texts/a.txt', code]] });
  });

  it('is itself where a link inside the repository leads to it', () => {
    renameSync(join(folder.path, 'texts/a.txt'), join(folder.path, 'moved'));
    symlinkSync('../moved', join(folder.path, 'texts/a.txt'));
    expect(codes()).toEqual({ status: 0, rows: [] });
  });

  it('comes in the order of paths with those that are not sealed', () => {
    for (const name of ['0', 'aa', 'z']) folder.write(`texts/${name}.txt`, INTERVIEW.replace('ferry', name));
    folder.write('texts/b.txt', DOCTORED);
    expect(codes().rows).toEqual([
      ['texts/0.txt', 'text-unsealed'],
      ['texts/aa.txt', 'text-unsealed'],
      ['texts/b.txt', 'text-words-changed'],
      ['texts/z.txt', 'text-unsealed'],
    ]);
  });
});

describe('a declaration', () => {
  it('of copies names each one with each of its transcripts, in the order of paths', () => {
    for (const name of ['site/b.txt', 'site/a.txt']) folder.write(name, INTERVIEW);
    configure({
      texts: ['texts/*.txt'],
      copies: [
        { copy: 'site/b.txt', transcript: 'texts/b.txt' },
        { copy: 'site/b.txt', transcript: 'texts/a.txt' },
        'site/*.txt',
        { copy: 'site/b.txt', transcript: 'texts/none.txt' },
        'site/gone.txt',
      ],
    });
    folder.run(['manifest']);
    const { status, stdout } = folder.run(['check', '--format', 'json']);
    const rows: readonly Row[] = JSON.parse(stdout).results;
    expect(rows.map(({ copy, verdict }) => [copy, verdict])).toEqual([
      ['site/a.txt', 'verbatim'],
      ['site/b.txt', 'altered'],
      ['site/b.txt', 'verbatim'],
      ['site/b.txt', 'unmatched'],
      ['site/gone.txt', 'unreadable'],
    ]);
    expect(rows[3]?.findings[0]?.message).toContain('texts/none.txt is not sealed');
    expect(status).toBe(2);
  });

  it('that no file matches is named', () => {
    configure({ texts: ['texts/*.txt'], copies: ['site/*.html'], articles: ['news/*.md'] });
    folder.run(['manifest']);
    const { status, stderr } = check();
    expect(stderr).toBe(
      'verbatim: the configuration names site/*.html, and no file matches it\n' +
        'verbatim: the configuration names news/*.md, and no file matches it\n',
    );
    expect(status).toBe(0);
  });

  it('of an article holds it against the transcripts that it names, and names one that is not sealed', () => {
    folder.write('story.md', '“I did not sign the letter they sent around in March,” she said.\n');
    configure({
      texts: ['texts/*.txt'],
      articles: [{ article: 'story.md', transcripts: ['texts/none.txt', 'texts/a.txt'] }],
    });
    folder.run(['manifest']);
    expect(check()).toMatchObject({
      status: 2,
      rows: [],
      stderr: 'verbatim: texts/none.txt: an article names it as its transcript, and it is not sealed\n',
    });
    configure({ texts: ['texts/*.txt'], articles: [{ article: 'story.md', transcripts: ['texts/none.txt'] }] });
    expect(codes()).toEqual({ status: 2, rows: [['story.md', 'quotation-unchecked']] });
  });
});

describe('a manifest', () => {
  it('that seals nothing lets no copy and no quotation pass', () => {
    folder.write(MANIFEST, HEADER);
    for (const name of ['a.html', 'b.html']) folder.write(name, `<p>${INTERVIEW}</p>`);
    folder.write('story.md', '“I did not sign the letter they sent around in March,” she said.\n');
    configure({ copies: ['a.html', { copy: 'b.html', transcript: 'texts/b.txt' }], articles: ['story.md'] });
    const { status, rows } = check();
    expect(status).toBe(1);
    expect(rows.map(({ findings }) => findings[0]?.message)).toEqual([
      expect.stringContaining('the manifest seals no text'),
      expect.stringContaining('texts/b.txt is not sealed'),
      expect.any(String),
    ]);
    expect(folder.run(['check', '--format', 'html']).status).toBe(1);
    expect(folder.run(['verify', 'a.html']).stderr).toMatch(/the manifest seals no text: seal one with/);
  });

  it('that is a folder, or not there, is named', () => {
    expect(folder.run(['check']).stderr).toMatch(/there is no verbatim-manifest\.jsonl: seal texts with/);
    mkdirSync(join(folder.path, MANIFEST));
    expect(folder.run(['check']).stderr).toMatch(/verbatim-manifest\.jsonl cannot be read \(a directory\)/);
  });

  it('beside another folder’s configuration is not checked by it', () => {
    configure({ texts: ['texts/*.txt'] });
    folder.write(`texts/${MANIFEST}`, HEADER);
    const { status, stderr } = folder.run(['check'], { below: 'texts' });
    expect(stderr).toMatch(/verbatim\.config\.json and verbatim-manifest\.jsonl stand in different folders/);
    expect(status).toBe(2);
  });
});

describe('a configuration', () => {
  it.each<[string, () => void, RegExp]>([
    ['is a folder', () => mkdirSync(join(folder.path, 'verbatim.config.json')), /cannot be read: a directory/],
    [
      'is not UTF-8',
      () => folder.write('verbatim.config.json', Uint8Array.of(0xff)),
      /cannot be read: it is not UTF-8/,
    ],
    ['is a list', () => folder.write('verbatim.config.json', '[]'), /: it is not a JSON object/],
    ['is cut short', () => folder.write('verbatim.config.json', '{\n"texts": ['), /: it is not JSON \(line 2\)/],
  ])('that %s ends the run', (_, write, expected) => {
    write();
    const { status, stderr } = folder.run(['manifest', 'texts/a.txt']);
    expect(stderr).toMatch(expected);
    expect(status).toBe(2);
  });
});

describe('a report of failing copies as a page', () => {
  it('shows the first twenty beside their transcripts', () => {
    const names = Array.from({ length: 22 }, (_, i) => `site/${String(i).padStart(2, '0')}.txt`);
    for (const name of names) folder.write(name, DOCTORED);
    folder.write('site/same.txt', INTERVIEW);
    folder.write('site/strange.txt', 'Nothing of the kind was ever said here, to anybody, by anyone.\n');
    configure({ texts: ['texts/*.txt'], copies: ['site/*.txt'] });
    folder.run(['manifest']);
    const { status, stdout } = folder.run(['check', '--format', 'html', '--jobs', '1']);
    for (const name of names) expect(stdout).toContain(name);
    expect(stdout.match(/keep the light burning/g)).toHaveLength(40);
    expect(status).toBe(1);
  });
});

describe('a copy with the bytes of a sealed text', () => {
  it.each([
    ['under another name', 'copy.md'],
    ['under its own kind of name', 'copy.txt'],
  ])('is that text %s, also where the sealed file is gone', (_, name) => {
    folder.run(['manifest', 'texts/a.txt']);
    renameSync(join(folder.path, 'texts/a.txt'), join(folder.path, name));
    const { status, stdout } = folder.run(['verify', name, '--format', 'json']);
    expect(JSON.parse(stdout).results[0]).toMatchObject({
      verdict: 'verbatim',
      identical: true,
      transcript: 'texts/a.txt',
    });
    expect(status).toBe(0);
    expect(folder.run(['verify', name, '--format', 'html']).stdout).toContain('I stayed because somebody');
    expect(readFileSync(join(folder.path, name), 'utf8')).toBe(INTERVIEW);
  });
});
