/** A run under a marked home, user, host and time zone, over marked documents: the mark is in no byte that comes out. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DOCTORED, INTERVIEW, PROGRAM } from '../cli/run.ts';
import { docxOf, paragraph, relationship, relationships, run } from '../core/read/docx/make.ts';
import { odtOf, root } from '../core/read/odt/make.ts';
import { buildPdf, lines } from '../core/read/pdf/build.ts';

const MARK = 'Zqxmark';
const FORMATS = ['text', 'json', 'sarif', 'github', 'junit', 'markdown', 'html'] as const;

const base = mkdtempSync(join(tmpdir(), 'verbatim-privacy-'));
const home = join(base, `${MARK}-home`);
const work = join(home, `${MARK}-work`);
afterAll(() => rmSync(base, { recursive: true, force: true }));

const paragraphs = (text: string): readonly string[] => text.trim().split('\n\n');

const CORE = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${MARK}</dc:creator><cp:lastModifiedBy>${MARK}</cp:lastModifiedBy><dc:title>${MARK}</dc:title></cp:coreProperties>`;

function docx(text: string): Uint8Array {
  const body = paragraphs(text)
    .map((words) => paragraph(`<w:ins w:id="1" w:author="${MARK}">${run(words)}</w:ins>`))
    .join('');
  const type = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
  const main = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  return docxOf(
    body,
    {},
    {
      'docProps/core.xml': CORE,
      'docProps/app.xml': `<Properties><Company>${MARK}</Company></Properties>`,
      '_rels/.rels': relationships([
        relationship('main', 'word/text.xml', main),
        relationship('core', 'docProps/core.xml', type),
      ]),
    },
  );
}

function odt(text: string): Uint8Array {
  const body = paragraphs(text)
    .map((words) => `<text:p>${words}<office:annotation><dc:creator>${MARK}</dc:creator></office:annotation></text:p>`)
    .join('');
  const meta = `<office:meta><dc:creator>${MARK}</dc:creator><meta:initial-creator>${MARK}</meta:initial-creator></office:meta>`;
  return odtOf(body, '', { 'meta.xml': root('office:document-meta', meta) });
}

function html(text: string): string {
  const head = `<title>${MARK}</title><meta name="author" content="${MARK}"><link rel="author" href="file:///home/${MARK}"><link rel="stylesheet" href="file:///home/${MARK}/a.css">`;
  return `<!DOCTYPE html><html><head>${head}</head><body>${paragraphs(text)
    .map((words) => `<p data-author="${MARK}">${words}</p>`)
    .join('')}<!-- ${MARK} --></body></html>`;
}

const pdf = (text: string): Uint8Array =>
  buildPdf({
    pages: [lines(...paragraphs(text).map((words) => words.slice(0, 80)))],
    objects: { 100: `<</Author(${MARK})/Title(${MARK})/Creator(${MARK})/Subject(/home/${MARK})>>` },
    trailer: '/Info 100 0 R',
  });

const rtf = (text: string): string =>
  `{\\rtf1\\ansi{\\info{\\author ${MARK}}{\\operator ${MARK}}{\\title ${MARK}}}${paragraphs(text).join('\\par\n')}\\par}`;

const COPIES: Readonly<Record<string, string | Uint8Array>> = {
  'copy.txt': DOCTORED,
  'copy.docx': docx(DOCTORED),
  'copy.odt': odt(DOCTORED),
  'copy.html': html(DOCTORED),
  'copy.pdf': pdf(DOCTORED),
  'copy.rtf': rtf(DOCTORED),
  'copy.md': `---\nauthor: ${MARK}\n---\n\n${DOCTORED}`,
  'broken.docx': docx(DOCTORED).slice(0, 700),
  'broken.pdf': new TextEncoder().encode(`%PDF-1.7\n/Author(${MARK})`),
};

mkdirSync(join(work, 'texts'), { recursive: true });
writeFileSync(join(work, 'texts', 'interview.txt'), INTERVIEW);
for (const [name, content] of Object.entries(COPIES)) writeFileSync(join(work, name), content);

/** A host name of its own where the system lets us have one. */
const HOST = spawnSync('unshare', ['-u', 'hostname', MARK]).status === 0;

function ran(...args: readonly string[]): string {
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    USER: MARK,
    LOGNAME: MARK,
    USERNAME: MARK,
    HOSTNAME: MARK,
    TZ: `${MARK}-3`,
    LANG: `${MARK}.UTF-8`,
    TMPDIR: base,
    GIT_AUTHOR_NAME: MARK,
    GIT_COMMITTER_EMAIL: `${MARK}@example.org`,
    VERBATIM_MARK: MARK,
  };
  const command = [process.execPath, PROGRAM, ...args];
  const options = { cwd: work, env, encoding: 'utf8' } as const;
  const { stdout, stderr } = HOST
    ? spawnSync('unshare', ['-u', 'sh', '-c', `hostname ${MARK}; exec "$@"`, 'sh', ...command], options)
    : spawnSync(command[0] ?? '', command.slice(1), options);
  return stdout + stderr;
}

const others = Object.keys(COPIES);

describe('the mark is not told', () => {
  it('by the manifest', () => {
    expect(ran('manifest', 'texts/interview.txt', '--date', 'today')).not.toContain(MARK);
    expect(readFileSync(join(work, 'verbatim-manifest.jsonl'), 'utf8')).not.toContain(MARK);
    expect(ran('manifest', 'texts/interview.txt', '--dry-run')).not.toContain(MARK);
  });

  it.each(FORMATS)('by a report of verify: %s', (format) => {
    const out = ran('verify', ...others, '--format', format, '--against', 'texts/interview.txt');
    expect(out.length).toBeGreaterThan(200);
    expect(out).not.toContain(MARK);
  });

  it.each(FORMATS)('by names that are whole paths: %s', (format) => {
    const against = join(work, 'texts', 'interview.txt');
    const out = ran('verify', join(work, 'copy.txt'), '--against', against, '--format', format);
    expect(out.length).toBeGreaterThan(100);
    expect(out).not.toContain(MARK);
  });

  it.each(FORMATS)('by check: %s', (format) => {
    expect(ran('check', '--format', format)).not.toContain(MARK);
  });

  it.each([
    ['canon', 'copy.html'],
    ['canon', 'copy.docx'],
    ['quotes', 'copy.md', '--against', 'texts/interview.txt'],
    ['quotes', 'copy.docx', '--against', 'texts/interview.txt', '--format', 'html'],
    ['export'],
    ['verify', 'missing.txt', '--against', 'texts/interview.txt'],
    ['verify', '--against', 'texts', 'copy.txt'],
    ['manifest', '/proc/self/environ'],
    ['explain', 'personal-metadata'],
    ['init'],
  ])('by %s %s', (...args) => {
    expect(ran(...args)).not.toContain(MARK);
  });

  it('by a file the program wrote', () => {
    ran('verify', 'copy.docx', '--against', 'texts/interview.txt', '--format', 'html', '--output', 'report.html');
    const written = readdirSync(work).filter((name) => !others.includes(name) && statSync(join(work, name)).isFile());
    expect(written).toContain('report.html');
    for (const name of written) expect(readFileSync(join(work, name), 'latin1'), name).not.toContain(MARK);
  });

  it('is in the documents themselves', () => {
    const raw = execFileSync('unzip', ['-p', join(work, 'copy.docx'), 'docProps/core.xml'], { encoding: 'latin1' });
    expect(raw).toContain(MARK);
  });
});
