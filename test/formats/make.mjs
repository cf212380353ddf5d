/**
 * Makes every text of `fixtures/texts` into every format with the tools people use, and checks that each result verifies:
 * `npm run formats`. A tool that is not on this machine is said and left out. With `--keep`, small results are written to
 * `fixtures/formats`, where the plain tests read them without any tool.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { groffSource, htmlSource, markdownSource, subtitleSource, teiSource } from './sources.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const TEXTS = join(ROOT, 'fixtures/texts');
const KEPT = join(ROOT, 'fixtures/formats');
const MOST_BYTES = 60_000;
const MINUTE = 60_000;

const has = (tool) => spawnSync('which', [tool]).status === 0;

function run(folder, tool, args, options = {}) {
  const ran = spawnSync(tool, args, { cwd: folder, timeout: 3 * MINUTE, ...options });
  if (ran.status !== 0) throw new Error(`${tool} ${args.join(' ')}: ${ran.stderr ?? ran.error}`);
  return ran.stdout;
}

const pandoc = (to, ...more) => ({
  tool: 'pandoc',
  make: (folder, out) => run(folder, 'pandoc', ['-s', 'source.md', '-o', out, '-t', to, ...more]),
});

function office(filter, source) {
  return {
    tool: 'soffice',
    make(folder, out) {
      const extension = out.slice(out.lastIndexOf('.') + 1);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      run(folder, 'soffice', [
        profile,
        '--headless',
        '--convert-to',
        `${extension}:${filter}`,
        '--outdir',
        'out',
        source,
      ]);
      copyFileSync(join(folder, 'out', source.replace(/\.\w+$/u, `.${extension}`)), join(folder, out));
    },
  };
}

const chromium = {
  tool: 'chromium',
  make: (folder, out) =>
    run(folder, 'chromium', [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      `--user-data-dir=${folder}/browser`,
      '--no-pdf-header-footer',
      `--print-to-pdf=${folder}/${out}`,
      `file://${folder}/source.html`,
    ]),
};

const groff = {
  tool: 'groff',
  // Its own fonts have no Cyrillic.
  fits: (language) => language !== 'ru',
  make(folder, out) {
    writeFileSync(join(folder, out), run(folder, 'groff', ['-k', '-ms', '-Tpdf', 'source.ms']));
  },
};

const xelatex = {
  tool: 'xelatex',
  make: (folder, out) =>
    run(folder, 'pandoc', ['-s', 'source.md', '-o', out, '--pdf-engine=xelatex', '-V', 'mainfont=DejaVu Serif']),
};

const written = (source) => ({
  tool: null,
  make: (folder, out) => copyFileSync(join(folder, source), join(folder, out)),
});

/** What is made, by the name of the file. */
const PRODUCTS = {
  'page.html': written('source.html'),
  'note.md': written('source.md'),
  'voice.srt': written('source.srt'),
  'spoken.xml': written('source.xml'),
  'pandoc.html': pandoc('html5'),
  'pandoc.docx': pandoc('docx'),
  'pandoc.odt': pandoc('odt'),
  'pandoc.rtf': pandoc('rtf'),
  'pandoc.epub': pandoc('epub3'),
  'pandoc.docbook.xml': pandoc('docbook5'),
  'pandoc.md': pandoc('gfm', '--wrap=auto', '--columns=60'),
  'pandoc.txt': pandoc('plain', '--columns=60'),
  'office.docx': office('MS Word 2007 XML', 'source.html'),
  'office.odt': office('writer8', 'source.html'),
  'office.rtf': office('Rich Text Format', 'source.html'),
  'office.pdf': office('writer_web_pdf_Export', 'source.html'),
  'chromium.pdf': chromium,
  'groff.pdf': groff,
  'xelatex.pdf': xelatex,
};

function prepare(folder, text) {
  const sources = { md: markdownSource, html: htmlSource, ms: groffSource, srt: subtitleSource, xml: teiSource };
  for (const [extension, source] of Object.entries(sources)) {
    writeFileSync(join(folder, `source.${extension}`), source(text));
  }
}

/** What is wrong with a made file; '' when it verifies. */
function fault(folder, copy, text) {
  const args = [join(ROOT, 'bin/verbatim.js'), 'verify', copy, '--against', text, '--format', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (stdout === '') return stderr.trim();
  const [{ verdict, pass, findings }] = JSON.parse(stdout).results;
  if (pass && verdict === 'verbatim') return '';
  const failing = findings.filter(({ level }) => level === 'fail').slice(0, 5);
  return `${verdict}: ${failing.map(({ code, sealed, copy: now }) => `${code} “${sealed?.text}” → “${now?.text}”`).join('; ')}`;
}

function keep(folder, name, stem) {
  if (statSync(join(folder, name)).size >= MOST_BYTES) return;
  mkdirSync(join(KEPT, stem), { recursive: true });
  copyFileSync(join(folder, name), join(KEPT, stem, name));
}

function makeAll(file, keeping) {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-formats-'));
  const [stem, language] = file.split('.');
  let faults = 0;
  try {
    copyFileSync(join(TEXTS, file), join(folder, file));
    prepare(folder, readFileSync(join(TEXTS, file), 'utf8'));
    for (const [name, { tool, make, fits = () => true }] of Object.entries(PRODUCTS)) {
      if ((tool !== null && !has(tool)) || !fits(language)) {
        console.log(`- ${stem}/${name}: left out (${tool})`);
        continue;
      }
      make(folder, name);
      const wrong = fault(folder, name, file);
      console.log(`${wrong === '' ? '✓' : '✗'} ${stem}/${name}${wrong === '' ? '' : `: ${wrong}`}`);
      if (wrong !== '') faults++;
      else if (keeping) keep(folder, name, stem);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return faults;
}

if (!existsSync(join(ROOT, 'dist/cli/main.js'))) throw new Error('build it first: npm run build');
const keeping = process.argv.includes('--keep');
const texts = readdirSync(TEXTS).filter((name) => name.endsWith('.txt'));
const faults = texts.reduce((sum, file) => sum + makeAll(file, keeping), 0);
console.log(faults === 0 ? 'Every document verifies.' : `${faults} documents do not verify.`);
process.exitCode = faults === 0 ? 0 : 1;
