/** Two scripts for the thread: reading, which is not mutated and is loaded once, and all tests with the mutated code. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import fg from 'fast-glob';

const SHARED = ['src/core/read/index.ts', 'src/core/refusal.ts'];
const COMMON = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  packages: 'external',
  conditions: ['source'],
  logLevel: 'error',
};

/** Writes `shared.mjs` and `tests.js` into `folder`. `globs` name test files below the current folder. */
export async function bundle(globs, folder) {
  mkdirSync(folder, { recursive: true });
  await build({
    ...COMMON,
    stdin: { contents: SHARED.map((path) => `export * from './${path}';`).join('\n'), resolveDir: process.cwd() },
    format: 'esm',
    outfile: join(folder, 'shared.mjs'),
  });
  const tests = fg.sync(globs).sort();
  await build({
    ...COMMON,
    stdin: { contents: tests.map(suiteOf).join('\n'), resolveDir: process.cwd(), loader: 'ts' },
    format: 'esm',
    outfile: join(folder, 'tests.js'),
    plugins: [{ name: 'in-thread', setup: inThread }],
  });
}

const suiteOf = (path) => `await __inFile(${JSON.stringify(path)}, () => import('./${path}'));`;

/** Everything from outside is given by the thread, so that what is left is one function body with no imports. */
function inThread({ onResolve, onLoad }) {
  const shared = SHARED.map((path) => resolve(path));
  onResolve({ filter: /^[a-z@]/ }, ({ path }) => ({ path, namespace: 'given' }));
  onResolve({ filter: /\/(index|refusal)\.ts$/ }, ({ path, resolveDir }) =>
    shared.includes(resolve(resolveDir, path)) ? { path: 'shared', namespace: 'given' } : undefined,
  );
  onLoad({ filter: /.*/, namespace: 'given' }, ({ path }) => ({
    contents: `module.exports = __given(${JSON.stringify(path)});`,
  }));
  onLoad({ filter: /\.(ts|mjs)$/ }, ({ path }) => ({
    loader: path.endsWith('.ts') ? 'ts' : 'js',
    resolveDir: dirname(path),
    contents: readFileSync(path, 'utf8')
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(relative('.', path)))),
  }));
}
