// Builds `dist/`: the library as modules with their types (the compiler), and the command line as a bundle (esbuild) in
// which every format's library is a chunk of its own, loaded when a file of that format is read.
//
// The same sources give the same bytes: names of chunks come from their content, and nothing holds a date or a path.
import { spawn } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// Built aside and put in place whole, so that a failed build leaves the last good one.
const dist = join(root, 'node_modules', '.verbatim-build');
const { engines, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const target = `node${engines.node.replace(/[^\d.]/g, '')}`;

/** Modules and types of everything the library exports, by the compiler. */
function library() {
  const require = createRequire(import.meta.url);
  const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
  const child = spawn(
    process.execPath,
    [compiler, '-p', join(root, 'src', 'tsconfig.library.json'), '--outDir', dist],
    {
      stdio: 'inherit',
    },
  );
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => (code === 0 ? done() : failed(new Error('the compiler found errors'))));
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

/**
 * CommonJS libraries that are loaded on demand: the bundler gives `await import('x')` nothing but a default, where Node
 * gives names too. A module in between gives the names that Node gives.
 */
const namedExports = {
  name: 'named-exports',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^[^.#/]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === 'seen' || isBuiltin(path)) return null;
      const found = await resolve(path, { kind, resolveDir, pluginData: 'seen' });
      return (await formatOf(found.path)) === 'cjs' ? { path, namespace: 'named', pluginData: found.path } : null;
    });
    onLoad({ filter: /.*/, namespace: 'named' }, async ({ path, pluginData }) => {
      const names = Object.keys(await import(path)).filter(
        (name) => /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default',
      );
      const contents = `import * as all from ${JSON.stringify(pluginData)};export default all.default;export const {${names}}=all;`;
      return { contents, resolveDir: root };
    });
  },
};

/** Whether the bundler takes a file for a CommonJS module (`cjs`) or a standard one (`esm`). */
async function formatOf(file) {
  const alone = { entryPoints: [file], write: false, metafile: true, outdir: dist, bundle: true, external: ['*'] };
  const { metafile } = await build({ ...alone, platform: 'node', logLevel: 'silent' });
  return Object.values(metafile.inputs)[0]?.format;
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

/**
 * Bundles, and rewrites the chunks as CommonJS modules: the bundler splits standard modules only, and Node starts a program
 * of CommonJS modules sooner.
 */
async function bundleCommonJs(options) {
  const { outputFiles } = await build({ ...options, write: false });
  await mkdir(options.outdir, { recursive: true });
  await writeFile(join(options.outdir, 'package.json'), '{ "type": "commonjs" }\n');
  await Promise.all(outputFiles.map(async ({ path, text }) => writeFile(path, await commonJs(text, options))));
}

async function commonJs(text, { banner }) {
  const source = text.replace(banner.js, '');
  const moduleUrl = `const moduleUrl=require('node:url').pathToFileURL(__filename).href;`;
  const { code } = await transform(source, {
    format: 'cjs',
    platform: 'node',
    target,
    minifySyntax: true,
    minifyWhitespace: true,
    define: { 'import.meta.url': 'moduleUrl' },
    supported: { 'dynamic-import': false },
    banner: source.includes('import.meta.url') ? moduleUrl : '',
  });
  return code;
}

/** PDFs are left to the command line: what reads them is larger than all the rest. */
const withoutPdf = {
  name: 'without-pdf',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/pdf\/index\.ts$/ }, () => ({ path: join(root, 'src/page/no-pdf.ts') }));
  },
};

/** The program of the reader's page, with the core, in one script. */
function readerPage() {
  return build({
    entryPoints: [join(root, 'src/page/reader.ts')],
    outdir: join(dist, 'page'),
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    conditions: ['source'],
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    plugins: [withoutPdf],
    logLevel: 'warning',
  });
}

/** The command line, with everything it needs. */
function commandLine() {
  return bundleCommonJs({
    entryPoints: ['cli/main', 'cli/check/copy-worker', 'repository/hash-worker'].map((name) =>
      join(root, 'src', `${name}.ts`),
    ),
    entryNames: '[name]',
    outdir: join(dist, 'cli'),
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    chunkNames: '[name]-[hash]',
    platform: 'node',
    format: 'esm',
    target,
    conditions: ['source'],
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    // The user's own: see `src/render/chromium.ts`.
    external: ['playwright-core'],
    plugins: [namedExports],
    // Bundled CommonJS libraries ask for Node's own modules.
    banner: {
      js: "import{createRequire as verbatimCreateRequire}from'node:module';const require=verbatimCreateRequire(import.meta.url);",
    },
    logLevel: 'warning',
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
  readerPage(),
  commandLine(),
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
}
