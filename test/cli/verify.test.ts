/** Copies and articles that are not one plain file: in old encodings, in several files, and reports of them as pages. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DOCTORED, Folder, INTERVIEW } from './run.ts';

const MANIFEST = 'verbatim-manifest.jsonl';
const QUOTED = '“I did not sign the letter they sent around in March,” she said.\n';

let folder: Folder;
beforeEach(() => {
  folder = new Folder({ 'a.txt': INTERVIEW, 'b.txt': DOCTORED });
});
afterEach(() => folder.remove());

const verify = (...args: string[]) => folder.run(['verify', ...args]);
const [HALF = '', OTHER_HALF = ''] = INTERVIEW.split(/(?=Q: What happened)/);

describe('a copy in an old encoding', () => {
  const TEXT = 'Das Gespräch\n\nQ: Wo waren Sie?\n\nWir fuhren früh über die Förde, und niemand hätte uns gehört.\n';
  const BYTES = Buffer.from(TEXT, 'latin1');

  beforeEach(() => {
    folder.write('de.txt', TEXT);
    folder.write('old.txt', BYTES);
  });

  it('is read as its transcript’s words have it', () => {
    const { status, stdout } = verify('old.txt', '--against', 'de.txt', '--format', 'json');
    expect(JSON.parse(stdout).results[0].verdict).toBe('verbatim');
    expect(status).toBe(0);
  });

  it('is judged by the digests where the transcript is gone', () => {
    folder.write('verbatim.config.json', JSON.stringify({ copies: [{ copy: 'old.txt', transcript: 'de.txt' }] }));
    folder.run(['manifest', 'de.txt']);
    rmSync(join(folder.path, 'de.txt'));
    const { results } = JSON.parse(folder.run(['check', '--format', 'json']).stdout);
    expect(results).toMatchObject([{ copy: 'old.txt', transcript: 'de.txt', verdict: 'verbatim' }]);
  });
});

describe('a copy on several pages', () => {
  beforeEach(() => {
    folder.write('1.txt', HALF);
    folder.write('2.txt', OTHER_HALF);
  });

  it('is one, in the order given', () => {
    expect(verify('1.txt', '2.txt', '--joined', '--against', 'a.txt').status).toBe(0);
    expect(verify('2.txt', '1.txt', '--joined', '--against', 'a.txt').status).toBe(1);
    expect(verify('1.txt', '2.txt', '--joined', '--against', 'a.txt', '--format', 'html').stdout).toContain(
      '1.txt + 2.txt',
    );
  });

  it('cannot be judged without one of them', () => {
    const { status, stdout, stderr } = verify(
      '1.txt',
      'none.txt',
      '--joined',
      '--against',
      'a.txt',
      '--format',
      'json',
    );
    expect(JSON.parse(stdout).results).toMatchObject([{ copy: '1.txt + none.txt', verdict: 'unreadable' }]);
    expect(stderr).toMatch(/^verbatim: none\.txt: file not found/);
    expect(status).toBe(2);
  });
});

describe('a manifest whose signature cannot be read', () => {
  it('is one that nothing is judged by', () => {
    folder.run(['manifest', 'a.txt']);
    mkdirSync(join(folder.path, `${MANIFEST}.sig`));
    const { texts } = JSON.parse(folder.run(['check', '--format', 'json']).stdout);
    expect(texts[0].findings).toMatchObject([{ code: 'signature-bad', data: { detail: 'its file cannot be read' } }]);
    const { status, stderr } = verify('b.txt');
    expect(stderr).toMatch(/verbatim-manifest\.jsonl: its signature does not hold: its file cannot be read/);
    expect(status).toBe(2);
  });
});

describe('an article', () => {
  it('has its quotations marked in a report as a page, and a row where it cannot be read', () => {
    folder.write('story.md', QUOTED);
    const args = ['quotes', 'story.md', 'none.md', '--against', 'a.txt', '--format', 'html'];
    const { status, stdout } = folder.run(args);
    expect(stdout).toContain('I did not sign the letter they sent around in March');
    expect(stdout).toContain('none.md');
    expect(status).toBe(2);
  });

  it('is judged against the nearest manifest', () => {
    folder.write('story.md', QUOTED);
    folder.run(['manifest', 'a.txt']);
    expect(folder.run(['quotes', 'story.md']).status).toBe(0);
    rmSync(join(folder.path, 'a.txt'));
    expect(folder.run(['quotes', 'story.md']).stderr).toMatch(/^verbatim: a\.txt: is not there as it was sealed/);
  });
});

describe('explain', () => {
  it('says of one finding what it means and what to do', () => {
    const { status, stdout } = folder.run(['explain', 'word-omitted']);
    expect(stdout).toMatch(/^word-omitted/);
    expect(stdout.split('\n').length).toBeGreaterThan(4);
    expect(status).toBe(0);
  });
});

describe('a page for readers', () => {
  beforeEach(() => {
    folder.run(['manifest', 'a.txt', 'b.txt']);
  });

  it('is for the texts that are named, with their older versions, and says what the publisher lets pass', () => {
    folder.write('b.txt', DOCTORED.replace('four', 'five'));
    folder.run(['manifest', 'b.txt', '--amend', 'A number was wrong.']);
    folder.write(
      'verbatim.config.json',
      JSON.stringify({ allow: ['excerpt', 'case-changed'], deny: ['label-missing'] }),
    );
    const { status } = folder.run(['page', 'b.txt', '--with-transcript', '--with-pdf', '--output', 'page.html']);
    const page = readFileSync(join(folder.path, 'page.html'), 'utf8');
    expect(page).toMatch(/also lets these pass: excerpt, “[^”]+” \(case-changed\)\./);
    expect(page).toMatch(/does not let these pass, [^<]*\(label-missing\)\./);
    expect(page.match(/\\"path\\":\\"b\.txt\\"/g)).toHaveLength(2);
    expect(page).not.toContain('\\"path\\":\\"a.txt\\"');
    expect(status).toBe(0);
  });

  it('is none of texts that are not sealed, or not there as they were sealed', () => {
    expect(folder.run(['page', 'c.txt']).stderr).toMatch(/c\.txt is not sealed: give its path as the manifest has it/);
    folder.write('b.txt', INTERVIEW);
    expect(folder.run(['page', 'b.txt', '--with-transcript']).stderr).toMatch(
      /b\.txt is not there with its sealed bytes/,
    );
    rmSync(join(folder.path, 'b.txt'));
    expect(folder.run(['page', 'b.txt', '--with-transcript']).stderr).toMatch(
      /b\.txt is not there with its sealed bytes/,
    );
    expect(folder.run(['page', 'b.txt']).status).toBe(0);
    folder.write(MANIFEST, '{"format":"verbatim-manifest/1","algorithm":"sha256"}\n');
    expect(folder.run(['page']).stderr).toMatch(/the manifest seals no text: seal one with/);
  });
});
