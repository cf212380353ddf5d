/** What a person is used to from other programs. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCTORED, Folder, INTERVIEW, PROGRAM } from './run.ts';

let folder: Folder;
beforeAll(() => {
  folder = new Folder({ 'a.txt': INTERVIEW, 'doctored.txt': DOCTORED });
});
afterAll(() => folder.remove());

const COMMANDS = ['manifest', 'verify', 'check', 'quotes', 'canon', 'export', 'explain', 'init', 'completion'];

describe('help', () => {
  it.each(COMMANDS)('of %s has examples and fits 80 columns of words', (command) => {
    const { status, stdout, stderr } = folder.run([command, '--help']);
    expect(stdout).toMatch(new RegExp(`^Usage: verbatim ${command} `));
    expect(stdout).toContain(`$ verbatim ${command}`);
    expect(stdout.split('\n').filter((line) => line.length > 80 && !line.startsWith('  $ '))).toEqual([]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('of the program lists every command', () => {
    const { stdout } = folder.run(['--help']);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^ +${command}\\b`, 'm'));
  });

  it.each(COMMANDS)('of %s is what “verbatim help” prints too', (command) => {
    expect(folder.run(['help', command]).stdout).toBe(folder.run([command, '--help']).stdout);
  });

  it('gives the version of the package', () => {
    expect(folder.run(['--version']).stdout.trim()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });
});

describe('the man page', () => {
  const page = readFileSync(join(dirname(dirname(PROGRAM)), 'dist', 'man', 'verbatim.1'), 'utf8');
  const text = page.replace(/\\f[BR]/g, '').replace(/\\-/g, '-');

  it.each(COMMANDS)('says what the help of %s says', (command) => {
    const help = folder.run([command, '--help']).stdout;
    const options = help.match(/^ {2}(?:-\w, )?--[\w-]+/gm) ?? [];
    for (const option of options.filter((one) => !one.includes('--help'))) expect(text).toContain(`\n${option.trim()}`);
    for (const [, example = ''] of help.matchAll(/^ {2}(\$ .*)$/gm)) {
      expect(text).toContain(
        example.replace(/[^\0-~]/g, (sign) => `\\[u${sign.charCodeAt(0).toString(16).toUpperCase()}]`),
      );
    }
    expect(help.match(/^ {2}\$ /gm)?.length).toBeGreaterThan(0);
  });

  it('holds signs of ASCII only, and no line that roff would take for an instruction of its own', () => {
    expect(page).toMatch(/^[\n -~]+$/);
    const macros = new Set(page.match(/^[.'].*$/gm)?.map((line) => line.split(' ')[0]));
    expect([...macros].sort()).toEqual(['.PP', '.RE', '.RS', '.SH', '.SS', '.TH', '.TP', '.br', '.fi', '.nf']);
  });

  it('is the one the package names', () => {
    expect(JSON.parse(readFileSync('package.json', 'utf8')).man).toBe('./dist/man/verbatim.1');
  });
});

describe('a pipe that is closed early', () => {
  it.each([
    ['explain', `"${process.execPath}" "${PROGRAM}" explain | head -1; echo "\${PIPESTATUS[0]}"`],
    [
      'verify',
      `"${process.execPath}" "${PROGRAM}" verify doctored.txt --against a.txt --format json | head -1; echo "\${PIPESTATUS[0]}"`,
    ],
  ])('ends %s quietly', (_, script) => {
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder.path, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n').at(-1)).toMatch(/^[01]$/);
  });
});

describe('completion', () => {
  it('of bash offers commands, options, values and codes', () => {
    const script = folder.run(['completion', 'bash']).stdout;
    const complete = (...words: string[]) => {
      const line = `${script}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _verbatim; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return execFileSync('bash', ['-c', line], { cwd: folder.path, encoding: 'utf8' }).trim().split('\n');
    };
    expect(complete('verbatim', 'ver')).toEqual(['verify']);
    expect(complete('verbatim', 'verify', '--ag')).toEqual(['--against']);
    expect(complete('verbatim', 'verify', '--format', 'j')).toEqual(['json', 'junit']);
    expect(complete('verbatim', 'verify', '--against', 'a')).toEqual(['a.txt']);
    expect(complete('verbatim', 'explain', 'word-om')).toEqual(['word-omitted']);
    expect(complete('verbatim', 'verify', '--allow', 'un')).not.toContain('unreadable');
  });

  it.each(['zsh', 'fish'])('of %s names every command and option', (shell) => {
    const script = folder.run(['completion', shell]).stdout;
    for (const word of [...COMMANDS, 'against', 'amend', 'not-evaluated']) expect(script).toContain(word);
  });
});

describe('quotes', () => {
  it('judges an article against a transcript', () => {
    folder.write('good.md', 'She laughed: “I stayed because somebody had to keep the light burning.”\n');
    folder.write('bad.md', 'She laughed: “I stayed because nobody had to keep the light burning.”\n');
    expect(folder.run(['quotes', 'good.md', '--against', 'a.txt']).status).toBe(0);
    const { status, stdout } = folder.run([
      'quotes',
      'good.md',
      'bad.md',
      'none.md',
      '--against',
      'a.txt',
      '--format',
      'json',
    ]);
    const { format, articles } = JSON.parse(stdout);
    expect(format).toBe('verbatim-quotes/1');
    expect(articles.map(({ article, pass }: { article: string; pass: boolean }) => [article, pass])).toEqual([
      ['good.md', true],
      ['bad.md', false],
      ['none.md', false],
    ]);
    expect(articles[1].quotations[0].verdict).toBe('altered');
    expect(status).toBe(2);
  });

  it('takes the verdicts’ own names for --allow and --deny', () => {
    folder.write('loose.md', 'She laughed: “I stayed, because somebody had to keep the light burning.”\n');
    const run = (...args: string[]) => folder.run(['quotes', 'loose.md', '--against', 'a.txt', ...args]).status;
    expect([run(), run('--deny', 'repunctuated'), run('--deny', 'quotation-repunctuated')]).toEqual([0, 1, 1]);
    expect(folder.run(['quotes', 'bad.md', '--against', 'a.txt', '--allow', 'altered']).status).toBe(0);
    expect(folder.run(['quotes', 'bad.md', '--against', 'a.txt', '--allow', 'spliced']).status).toBe(1);
  });

  it('needs no transcript with --within', () => {
    expect(folder.run(['quotes', 'good.md', '--within']).status).toBe(0);
    expect(folder.run(['quotes', 'good.md', '--within', '--against', 'a.txt']).stderr).toMatch(
      /--within needs no transcript/,
    );
  });
});

describe('init', () => {
  it('finds transcripts and the pages that republish them, and writes what the other commands read', () => {
    const paragraphs = INTERVIEW.split('\n\n').map((text) => `<p>${text.trim()}</p>`);
    const page = `<!doctype html><title>x</title><body><main>${paragraphs.slice(0, 4).join('')}<div class="promo"><p>Read the story of the harbour next.</p></div>${paragraphs.slice(4).join('')}</main>`;
    const site = new Folder({
      'texts/a.txt': INTERVIEW,
      'site/a.html': page,
      'README.md': '# A repository\n\nWords about it.\n',
    });
    const { status, stderr } = site.run(['init']);
    const config = JSON.parse(readFileSync(join(site.path, 'verbatim.config.json'), 'utf8'));
    expect(config).toMatchObject({
      texts: ['texts/*.txt'],
      copies: [{ copy: 'site/a.html', transcript: 'texts/a.txt' }],
    });
    expect(config.furniture).toEqual([expect.stringContaining('promo')]);
    expect(stderr).toMatch(/1 transcript found/);
    expect(stderr).toMatch(/promo/);
    expect(status).toBe(0);
    expect(site.run(['manifest']).status).toBe(0);
    expect(site.run(['check']).status).toBe(0);
    expect(site.run(['init']).stderr).toMatch(/is there already/);
    site.remove();
  });

  it('writes nothing with --dry-run', () => {
    expect(JSON.parse(folder.run(['init', '--dry-run']).stdout)).toHaveProperty('texts');
    expect(existsSync(join(folder.path, 'verbatim.config.json'))).toBe(false);
  });
});
