/** The gate of a texts repository: a real repository with a history, and the pull requests that people make. */
import { readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DOCTORED, Folder, INTERVIEW } from './run.ts';

const MANIFEST = 'verbatim-manifest.jsonl';
const CONFIG = { texts: ['texts/*.txt'], copies: [{ copy: 'site/*.txt', transcript: 'texts/a.txt' }] };

let folder: Folder;
beforeEach(() => {
  folder = new Folder({
    'texts/a.txt': INTERVIEW,
    'texts/b.txt': INTERVIEW.replace('ferry', 'pier'),
    'site/a.txt': INTERVIEW,
    'verbatim.config.json': JSON.stringify(CONFIG),
  });
  folder.git('init', '--quiet');
  folder.run(['manifest']);
  commit('Seal two texts');
  folder.git('switch', '--quiet', '--create', 'change');
});
afterEach(() => folder.remove());

function commit(message: string): void {
  folder.git('add', '--all');
  folder.git('commit', '--quiet', '--allow-empty', '--message', message);
}

interface Row {
  readonly text: string;
  readonly pass: boolean;
  readonly findings: readonly {
    readonly code: string;
    readonly level: string;
    readonly message: string;
    readonly copy: { line?: number } | null;
  }[];
}

function gate(...args: string[]) {
  commit('A change');
  const { status, stdout, stderr } = folder.run(['check', '--base', 'main', '--format', 'json', ...args]);
  const report: { texts: readonly Row[]; results: readonly { copy: string; verdict: string }[] } = JSON.parse(stdout);
  const codes = report.texts.flatMap(({ text, findings }) => findings.map(({ code }) => `${text}: ${code}`));
  return { status, stderr, codes, results: report.results, texts: report.texts };
}

function manifestLines(): string[] {
  return readFileSync(join(folder.path, MANIFEST), 'utf8').trimEnd().split('\n');
}

function writeManifest(lines: readonly string[]): void {
  folder.write(MANIFEST, `${lines.join('\n')}\n`);
}

/** Seals `text` at `path` as somebody would who covers it up: in a manifest of its own. */
function forgedLine(path: string, text: string): string {
  const other = new Folder({ [path]: text });
  other.run(['manifest', path]);
  const line = readFileSync(join(other.path, MANIFEST), 'utf8').trimEnd().split('\n')[1] ?? '';
  other.remove();
  return line;
}

describe('a pull request that', () => {
  it('changes nothing passes', () => {
    expect(gate()).toMatchObject({ status: 0, codes: [] });
  });

  it('adds a text passes once it is sealed', () => {
    folder.write('texts/c.txt', INTERVIEW.replace('ferry', 'quay'));
    expect(gate()).toMatchObject({ status: 1, codes: ['texts/c.txt: text-unsealed'] });
    folder.run(['manifest']);
    expect(gate()).toMatchObject({ status: 0, codes: [`${MANIFEST}: line-added`] });
  });

  it('fixes a typo passes only with a reason', () => {
    folder.write('texts/b.txt', DOCTORED);
    expect(gate()).toMatchObject({ status: 1, codes: ['texts/b.txt: text-words-changed'] });
    folder.run(['manifest', 'texts/b.txt', '--amend', 'A word was wrong.']);
    expect(gate()).toMatchObject({ status: 0, codes: [`${MANIFEST}: text-superseded`] });
  });

  it('changes only the bytes is told from one that changes the words', () => {
    folder.write('texts/b.txt', `\uFEFF${INTERVIEW.replace('ferry', 'pier')}`);
    expect(gate()).toMatchObject({ status: 1, codes: ['texts/b.txt: text-bytes-changed'] });
  });

  it('edits a text and its line together is named for what it is', () => {
    folder.write('texts/b.txt', DOCTORED);
    const [header = '', a = ''] = manifestLines();
    writeManifest([header, a, forgedLine('texts/b.txt', DOCTORED)]);
    const { status, codes, texts } = gate();
    expect({ status, codes }).toEqual({ status: 1, codes: [`${MANIFEST}: line-edited`] });
    expect(texts[0]?.findings[0]?.message).toMatch(/texts\/b\.txt, whose text was changed together with its line/);
    expect(texts[0]?.findings[0]?.copy?.line).toBe(3);
  });

  it('deletes a line fails', () => {
    writeManifest(manifestLines().slice(0, 2));
    const { status, codes } = gate();
    expect(status).toBe(1);
    expect(codes).toEqual([`${MANIFEST}: line-removed`, 'texts/b.txt: text-unsealed']);
  });

  it('deletes a text fails, with its line and without', () => {
    rmSync(join(folder.path, 'texts/b.txt'));
    expect(gate()).toMatchObject({ status: 1, codes: ['texts/b.txt: text-missing'] });
    writeManifest(manifestLines().slice(0, 2));
    expect(gate()).toMatchObject({ status: 1, codes: [`${MANIFEST}: line-removed`] });
  });

  it('reorders lines fails', () => {
    const [header = '', a = '', b = ''] = manifestLines();
    writeManifest([header, b, a]);
    const { status, codes } = gate();
    expect(status).toBe(2);
    expect(codes).toContain(`${MANIFEST}: manifest-broken`);
  });

  it('leaves conflict markers fails at their line', () => {
    const [header = '', ...rest] = manifestLines();
    writeManifest([header, '<<<<<<< HEAD', ...rest]);
    const { status, texts } = gate();
    expect(status).toBe(2);
    expect(texts[0]?.findings[0]).toMatchObject({ code: 'manifest-broken', copy: { line: 2 } });
    expect(texts[0]?.findings[0]?.message).toMatch(/conflict/);
  });

  it('renames a text passes with a reason', () => {
    renameSync(join(folder.path, 'texts/b.txt'), join(folder.path, 'texts/pier.txt'));
    const { status, texts, codes } = gate();
    expect(status).toBe(1);
    expect(codes).toEqual(['texts/b.txt: text-missing', 'texts/pier.txt: text-unsealed']);
    expect(texts.at(-1)?.findings[0]?.message).toMatch(/it is texts\/b\.txt under a new name/);
    folder.run(['manifest', 'texts/pier.txt', '--amend', 'A clearer name.']);
    expect(gate()).toMatchObject({ status: 0, codes: [`${MANIFEST}: text-superseded`] });
  });

  it('withdraws a text passes, loudly', () => {
    rmSync(join(folder.path, 'texts/b.txt'));
    folder.run(['manifest', 'texts/b.txt', '--withdraw', 'The speaker asked for it.']);
    const { status, codes, texts } = gate();
    expect({ status, codes }).toEqual({ status: 0, codes: [`${MANIFEST}: text-withdrawn`] });
    expect(texts[0]?.findings[0]?.message).toMatch(/The speaker asked for it/);
  });

  it('allows more in the configuration is judged by the base’s', () => {
    folder.write('site/a.txt', INTERVIEW.slice(0, INTERVIEW.indexOf('Q: Would')));
    folder.write('verbatim.config.json', JSON.stringify({ ...CONFIG, allow: ['excerpt'] }));
    const { status, codes, results } = gate();
    expect({ status, codes }).toEqual({ status: 1, codes: ['verbatim.config.json: config-loosened'] });
    expect(results).toMatchObject([{ copy: 'site/a.txt', verdict: 'excerpt', pass: false }]);
    folder.write('site/a.txt', INTERVIEW);
    expect(gate('--allow', 'config-loosened')).toMatchObject({ status: 0 });
    expect(gate()).toMatchObject({ status: 1 });
  });

  it('takes the copies out of the configuration has them judged all the same', () => {
    folder.write('site/a.txt', DOCTORED);
    folder.write('verbatim.config.json', '{ "texts": ["texts/*.txt"] }');
    expect(gate()).toMatchObject({
      status: 1,
      codes: ['verbatim.config.json: config-loosened'],
      results: [{ verdict: 'altered' }],
    });
  });

  it('adds a doctored copy fails', () => {
    folder.write('site/new.txt', DOCTORED);
    expect(gate()).toMatchObject({
      status: 1,
      results: [
        { copy: 'site/a.txt', pass: true },
        { copy: 'site/new.txt', verdict: 'altered' },
      ],
    });
  });

  it('adds a copy that cannot be read cannot be judged', () => {
    folder.write('site/new.txt', '');
    expect(gate()).toMatchObject({ status: 2, results: [{}, { copy: 'site/new.txt', verdict: 'unreadable' }] });
  });

  it('began before the base sealed a text is told to catch up, and passes once merged', () => {
    folder.git('switch', '--quiet', 'main');
    folder.write('texts/c.txt', INTERVIEW.replace('ferry', 'quay'));
    folder.run(['manifest']);
    commit('Seal a third text');
    folder.git('switch', '--quiet', 'change');
    const { status, texts } = gate();
    expect(status).toBe(1);
    expect(texts[0]?.findings[0]?.message).toMatch(
      /texts\/c\.txt, which was sealed on the base after this branch began: bring the branch up to date/,
    );
    folder.git('merge', '--quiet', 'main');
    expect(gate()).toMatchObject({ status: 0, codes: [] });
  });
});

describe('the gate', () => {
  it('looks only at what changed with --changed', () => {
    folder.write('texts/b.txt', DOCTORED);
    commit('Break a text on the base side');
    folder.git('branch', '--force', 'main');
    folder.write('site/new.txt', DOCTORED);
    const { texts, results } = gate('--changed');
    expect(results).toMatchObject([{ copy: 'site/new.txt' }]);
    expect(texts.map(({ text }) => text)).toEqual([MANIFEST]);
  });

  it('writes annotations at the lines', () => {
    writeManifest(manifestLines().slice(0, 2));
    commit('Delete a line');
    const { stdout, status } = folder.run(['check', '--base', 'main', '--format', 'github']);
    expect(stdout).toMatch(/^::error file=verbatim-manifest\.jsonl,line=2,/m);
    expect(status).toBe(1);
  });

  it('says what to do when the base is missing, and checks the rest', () => {
    const { status, stdout, stderr } = folder.run(['check', '--base', 'origin/main', '--format', 'json']);
    expect(stderr).toMatch(/the base “origin\/main” is not in this clone/);
    const { texts, results } = JSON.parse(stdout);
    expect(texts[0].findings[0].code).toBe('base-missing');
    expect(results).toHaveLength(1);
    expect(status).toBe(2);
  });

  it('says so when the base’s own manifest is broken', () => {
    folder.git('switch', '--quiet', 'main');
    writeManifest([...manifestLines(), '<<<<<<< HEAD']);
    commit('Break the base');
    folder.git('switch', '--quiet', 'change');
    const { status, stderr, codes } = gate();
    expect(stderr).toMatch(/verbatim-manifest\.jsonl at the base is broken \(line 4: .*\): restore it there first/);
    expect({ status, codes }).toEqual({ status: 2, codes: [`${MANIFEST}: base-missing`] });
  });

  it('names an edited line whose text stayed, and does without the history that a clone has not', () => {
    const [header = '', a = '', b = ''] = manifestLines();
    writeManifest([header, a, b.replace('A talk at the pier', 'A talk')]);
    const { texts } = gate();
    expect(texts[0]?.findings[0]).toMatchObject({ code: 'line-edited' });
    expect(texts[0]?.findings[0]?.message).not.toContain('together with its line');
    writeManifest([header, a]);
    commit('Take a line out');
    const clone = new Folder();
    clone.git('clone', '--quiet', '--depth=1', '--branch=change', `file://${folder.path}`, '.');
    clone.git('fetch', '--quiet', '--depth=1', 'origin', 'main:base');
    const { stdout } = clone.run(['check', '--base', 'base', '--format', 'json']);
    clone.remove();
    const [row]: readonly Row[] = JSON.parse(stdout).texts;
    expect(row?.findings.map(({ code }) => code)).toEqual(['line-removed']);
    expect(row?.findings[0]?.message).not.toContain('after this branch began');
  });

  it('accepts the first manifest of a repository', () => {
    folder.git('switch', '--quiet', '--orphan', 'fresh');
    folder.write('note.md', 'nothing sealed yet');
    commit('Begin');
    folder.git('switch', '--quiet', 'change');
    const { status, stdout } = folder.run(['check', '--base', 'fresh', '--format', 'json']);
    const codes = JSON.parse(stdout).texts.flatMap(({ findings }: Row) => findings.map(({ code }) => code));
    expect(codes).toEqual(['line-added', 'line-added']);
    expect(status).toBe(0);
  });

  it('does not follow a link out of the repository', () => {
    const outside = new Folder({ 'b.txt': INTERVIEW.replace('ferry', 'pier') });
    rmSync(join(folder.path, 'texts/b.txt'));
    symlinkSync(join(outside.path, 'b.txt'), join(folder.path, 'texts/b.txt'));
    const { status, texts } = gate();
    outside.remove();
    expect(status).toBe(1);
    expect(texts.find(({ text }) => text === 'texts/b.txt')?.findings[0]?.message).toMatch(
      /a link that leads out of the repository/,
    );
  });

  it('judges declared articles', () => {
    folder.write('news/story.md', '“I did sign the letter they sent around in March,” she said.\n');
    folder.write('verbatim.config.json', JSON.stringify({ ...CONFIG, articles: ['news/*.md'] }));
    expect(gate()).toMatchObject({ status: 1, codes: ['news/story.md: quotation-altered'] });
  });
});
