// Builds `dist/`: the library as modules with their types (the compiler), and the command line as a bundle (esbuild).
//
// The same sources give the same bytes: names of chunks come from their content, and nothing holds a date or a path. Only
// what V8 has compiled of them differs from build to build; it is for this machine and never packed.
import { spawn } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { commandLine } from './build/command-line.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// Built aside and put in place whole, so that a failed build leaves the last good one.
const dist = join(root, 'node_modules', '.verbatim-build');
const { engines, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const target = `node${engines.node.replace(/[^\d.]/g, '')}`;

/** Modules and types of everything the library exports, by the compiler. */
function library() {
  const require = createRequire(import.meta.url);
  const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
  return run(compiler, ['-p', join(root, 'src', 'tsconfig.library.json'), '--outDir', dist], 'inherit');
}

/** Runs a script and waits for its end; what it says goes to `said`. */
function run(script, args, said) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', said, 'inherit'] });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => (code === 0 ? done() : failed(new Error(`${basename(script)} failed`))));
  });
}

/** The ports a browser uses, which the compiler of the Node side does not see. */
function browserPorts() {
  return build({
    entryPoints: [join(root, 'src/core/port/*.web.ts')],
    outdir: join(dist, 'core', 'port'),
    format: 'esm',
    target: 'es2023',
    logLevel: 'warning',
  });
}

/** What runs inside a page that `verify --render` looks at. */
function snapshotScript() {
  return build({
    entryPoints: { snapshot: join(root, 'src/render/in-page/snapshot.ts') },
    outdir: join(dist, 'render'),
    bundle: true,
    format: 'iife',
    globalName: 'verbatimSnapshot',
    target: 'es2022',
    minify: true,
    logLevel: 'warning',
  });
}

/** In the reader's page, what reads PDFs is a script of its own, which is larger than all the rest. */
const pdfApart = {
  name: 'pdf-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/pdf\/index\.ts$/ }, () => ({ path: join(root, 'src/page/pdf.ts') }));
  },
};

/** A script of the reader's page, with what it needs of the core. */
function pageScript(name, more) {
  return build({
    entryPoints: { [name]: join(root, 'src', 'page', `${name}.ts`) },
    outdir: join(dist, 'page'),
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    conditions: ['source'],
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    ...more,
  });
}

/** The man page, which the commands themselves give. */
async function manPage() {
  const maker = join(dist, 'man', 'make.mjs');
  const modules = ['program', 'man', 'session'].map((name) => `export * from './${name}.ts';`);
  await build({
    stdin: { contents: modules.join(''), resolveDir: join(root, 'src', 'cli'), loader: 'ts' },
    outfile: maker,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target,
    conditions: ['source'],
    logLevel: 'warning',
  });
  const { manPage, programOf, processSession } = await import(pathToFileURL(maker).href);
  rmSync(maker);
  await writeFile(join(dist, 'man', 'verbatim.1'), manPage(programOf(processSession(), version), version));
}

rmSync(dist, { recursive: true, force: true });
const parts = await Promise.allSettled([
  library(),
  browserPorts(),
  snapshotScript(),
  pageScript('reader', { plugins: [pdfApart] }),
  pageScript('pdf-part', { globalName: 'verbatimPdf' }),
  commandLine(root, join(dist, 'cli'), target),
  manPage(),
]);
const failures = parts.filter((part) => part.status === 'rejected');
for (const { reason } of failures) console.error(`build: ${reason.message.split('\n')[0]}`);
if (failures.length > 0) {
  process.exitCode = 1;
} else {
  const old = `${dist}-old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(join(root, 'dist'))) renameSync(join(root, 'dist'), old);
  renameSync(dist, join(root, 'dist'));
  rmSync(old, { recursive: true, force: true });
  await run(join(root, 'src', 'build', 'compile.cjs'), [], 'ignore');
}
