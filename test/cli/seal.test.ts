/** What can be met with while texts are sealed, listed, withdrawn and exported: a clear word each time, and nothing half done. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DOCTORED, Folder, INTERVIEW, PROGRAM } from './run.ts';

const MANIFEST = 'verbatim-manifest.jsonl';

let folder: Folder;
beforeEach(() => {
  folder = new Folder({ 'a.txt': INTERVIEW });
});
afterEach(() => folder.remove());

const seal = (...args: string[]) => folder.run(['manifest', ...args]);
const manifest = () => readFileSync(join(folder.path, MANIFEST), 'utf8');
const digestsOf = () => [...manifest().matchAll(/"digest":"(\w{64})"/g)].map(([, digest]) => digest);

describe('words broken at the ends of lines', () => {
  const broken = INTERVIEW.replace('somebody had', 'some-\nbody had').replace('because', 'be\u00AD\ncause');

  it('keep their hyphens with --breaks keep: a soft one is none', () => {
    folder.write('b.txt', broken);
    folder.write('c.txt', INTERVIEW.replace('somebody', 'some-body'));
    expect(seal('b.txt', 'c.txt', '--breaks', 'keep').status).toBe(0);
    const [b, c] = digestsOf();
    expect(b).toBe(c);
  });

  it('lose them with --breaks join, in a text with labels in bold and a time behind', () => {
    const told = (text: string) => `**Ann:** ${text}\n\n[00:12] **Ben:** Nobody asked.\n`;
    folder.write('b.md', told('They said **we had some-\nbody** to ask.'));
    folder.write('c.md', told('They said **we had somebody** to ask.'));
    expect(seal('b.md', 'c.md', '--breaks', 'join').status).toBe(0);
    const [b, c] = digestsOf();
    expect(b).toBe(c);
  });

  it('are listed, and after twenty counted', () => {
    folder.write('b.txt', Array.from({ length: 23 }, (_, i) => `It was number ${i} of some-\nbody’s.\n`).join('\n'));
    const { status, stderr } = seal('b.txt');
    expect(status).toBe(2);
    expect(stderr.match(/ ⏎ /g)).toHaveLength(20);
    expect(stderr).toContain('… and 3 more');
    expect(existsSync(join(folder.path, MANIFEST))).toBe(false);
  });
});

describe('a change that is refused', () => {
  it.each([
    [
      'an unsealed text that is amended',
      ['a.txt', '--amend', 'Why not.'],
      /a\.txt: it is not sealed: seal it first/,
      2,
    ],
    ['a reason that says nothing', ['s.txt', '--amend', ' '], /s\.txt: say why: the reason is recorded/, 2],
    ['an unsealed text that is withdrawn', ['none.txt', '--withdraw', 'A name.'], /none\.txt: it is not sealed/, 2],
    ['nothing to withdraw', ['--withdraw', 'A name.'], /--withdraw needs the text to withdraw: name its file/, 2],
    ['a file that no pattern finds', ['*.md'], /\*\.md: no file matches/, 2],
    ['a text that is not sealed, alone', ['--only', 'a.txt'], /a\.txt: is not sealed in verbatim-manifest\.jsonl/, 2],
    ['several, of which one changed', ['a.txt', 's.txt'], /s\.txt: its words changed.*\n.*nothing was sealed/, 1],
  ])('%s', (_, args, expected, status) => {
    folder.write('s.txt', INTERVIEW.replace('ferry', 'pier'));
    seal('s.txt');
    folder.write('s.txt', DOCTORED);
    const before = manifest();
    const ran = seal(...args);
    expect(ran.stderr).toMatch(expected);
    expect({ status: ran.status, manifest: manifest() }).toEqual({ status, manifest: before });
  });

  it('is a move of one of two texts with the same bytes, until there is a reason', () => {
    folder.write('b.txt', INTERVIEW);
    seal('a.txt', 'b.txt');
    folder.write('moved.txt', INTERVIEW);
    rmSync(join(folder.path, 'b.txt'));
    expect(seal('moved.txt').stderr).toMatch(/moved\.txt: was sealed as b\.txt, which is gone/);
    expect(seal('moved.txt', '--amend', 'Sorted.').stdout).toContain('moved.txt: sealed here; it was b.txt');
  });
});

describe('sealing', () => {
  it('goes into the manifest that is named, with the day', () => {
    mkdirSync(join(folder.path, 'record'));
    folder.write('record/b.txt', INTERVIEW);
    expect(seal('record/b.txt', '--output', 'record/sums.jsonl', '--date', 'today').stdout).toContain(
      'Written to record/sums.jsonl.',
    );
    expect(readFileSync(join(folder.path, 'record/sums.jsonl'), 'utf8')).toMatch(/"path":"b\.txt".*"sealed":"20\d\d-/);
    expect(existsSync(join(folder.path, MANIFEST))).toBe(false);
  });

  it('of what is sealed already leaves the manifest alone, and its signature with it', () => {
    seal('a.txt');
    folder.write(`${MANIFEST}.sig`, 'a signature');
    const before = statSync(join(folder.path, MANIFEST));
    const { stdout, stderr } = seal('a.txt');
    expect({ stdout, stderr }).toEqual({ stdout: '1 text is sealed already.\n', stderr: '' });
    expect(statSync(join(folder.path, MANIFEST)).ino).toBe(before.ino);
    folder.write('b.txt', DOCTORED);
    expect(seal('b.txt').stderr).toMatch(
      /verbatim-manifest\.jsonl\.sig: holds no longer, because the manifest changed/,
    );
  });

  it('shows a text without speakers, title and marks for what it is', () => {
    folder.write('b.txt', 'we waited for the ferry, and nobody came.\n');
    const { stdout } = seal('b.txt', '--dry-run');
    expect(stdout).toMatch(/Title +none\n +Speakers +none\n +Roles .*\n +Marks +none/);
  });

  it('shows what a withdrawal would do with --dry-run', () => {
    seal('a.txt');
    rmSync(join(folder.path, 'a.txt'));
    const before = manifest();
    expect(seal('a.txt', '--withdraw', 'A name.', '--dry-run').stdout).toBe('a.txt: withdrawn\nNothing was written.\n');
    expect(manifest()).toBe(before);
  });

  it('says that many lines of a manifest are broken, and how many more', () => {
    folder.write(MANIFEST, '{"format":"verbatim-manifest/1","algorithm":"sha256"}\n'.concat('{}\n'.repeat(14)));
    const { status, stderr } = seal('a.txt');
    expect(status).toBe(2);
    expect(stderr.match(/jsonl:\d+: /g)).toHaveLength(10);
    expect(stderr).toMatch(/… and \d+ more\nverbatim: restore these lines from an older version/);
  });
});

describe('a list of sums', () => {
  const sums = '0'.repeat(64);

  it.each([
    ['with many lines that are none', 'x\n'.repeat(8), /not a list of SHA-256 sums \(line 1, 2, 3, 4, 5 …\)/],
    ['that is not UTF-8', Uint8Array.of(0xff, 0xfe, 0xff), /not a list of SHA-256 sums: it is not UTF-8/],
    ['without the text that is asked for', `${sums}  other.txt\n`, /a\.txt: is not in the list/],
  ])('%s is refused', (_, text, expected) => {
    folder.write('SUMS', text);
    const { status, stderr } = seal('--import', 'SUMS', 'a.txt');
    expect(stderr).toMatch(expected);
    expect(status).toBe(2);
  });

  it('that is missing is refused', () => {
    expect(seal('--import', 'SUMS').stderr).toMatch(/SUMS: file not found/);
  });
});

describe('an export', () => {
  it('is the manifest of a bag', () => {
    seal('a.txt');
    expect(folder.run(['export', '--format', 'bagit']).stdout).toMatch(/^[0-9a-f]{64} {2}data\/a\.txt\n$/);
  });

  it.each([
    ['a folder that is there', 'there', /cannot make the folder there: it is there already: name a new folder/],
    ['a folder below none', 'none/bag', /cannot make the folder none\/bag: ENOENT/],
  ])('makes no bag in %s', (_, bag, expected) => {
    mkdirSync(join(folder.path, 'there'));
    seal('a.txt');
    const { status, stderr } = folder.run(['export', '--bag', bag]);
    expect(stderr).toMatch(expected);
    expect(status).toBe(2);
  });

  it('makes no bag without a text that is gone, or is none any more', () => {
    seal('a.txt');
    rmSync(join(folder.path, 'a.txt'));
    expect(folder.run(['export', '--bag', 'bag']).stderr).toMatch(/a\.txt: the sealed text is not there/);
    mkdirSync(join(folder.path, 'a.txt'));
    expect(folder.run(['export', '--bag', 'bag']).stderr).toMatch(/a\.txt: cannot be read \(not-a-file\)/);
    expect(existsSync(join(folder.path, 'bag'))).toBe(false);
  });

  it('leaves no half of a bag on a full disk', () => {
    folder.write('long.txt', `${INTERVIEW}\n${'And so it went on, day after day.\n\n'.repeat(400)}`);
    seal('long.txt');
    const line = `trap "" XFSZ; ulimit -f 4; "${process.execPath}" "${PROGRAM}" export --bag bag`;
    const { status, stderr } = spawnSync('bash', ['-c', line], { cwd: folder.path, encoding: 'utf8' });
    expect(stderr).toBe('verbatim: cannot write bag (EFBIG)\n');
    expect(status).toBe(2);
    expect(existsSync(join(folder.path, 'bag'))).toBe(false);
  });
});
