// Bundles the command line so that it starts soon: all of it is one CommonJS script, whose parts run when they are needed;
// libraries that one format or option alone uses stand apart in `lib/`; and so that nothing is done before it is needed,
// Node's own larger modules are loaded at their first use.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build, transform } from 'esbuild';

/** Modules of Node that every start has loaded already. */
const AT_HAND = ['buffer', 'events', 'fs', 'module', 'path', 'process', 'url', 'util', 'vm'];

/** Bundles what stands in `root` for the Node `target`, to `outdir`; `more` are options of the bundler for the program itself. */
export async function commandLine(root, outdir, target, more = {}) {
  const apart = new Set();
  await mkdir(outdir, { recursive: true });
  await writeFile(join(outdir, 'package.json'), '{ "type": "commonjs" }\n');
  await programs({ root, outdir, target, apart, more });
  await asOneScript(join(outdir, 'main.js'));
  await libraries([...apart].sort(), { root, outdir: join(outdir, 'lib'), target });
}

const COMMON = {
  bundle: true,
  platform: 'node',
  conditions: ['source'],
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/** The program and those of its threads. Names of libraries that they load on demand are added to `apart`. */
function programs({ root, outdir, target, apart, more }) {
  return build({
    ...COMMON,
    entryPoints: ['cli/main', 'cli/check/copy-worker', 'repository/hash-worker'].map((name) =>
      join(root, 'src', `${name}.ts`),
    ),
    entryNames: '[name]',
    outdir,
    absWorkingDir: root,
    format: 'cjs',
    target,
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: "const moduleUrl=require('node:url').pathToFileURL(__filename).href;" },
    plugins: [librariesApart(apart), builtinsOnDemand],
    ...more,
  });
}

/**
 * Makes the program a script of ASCII signs that is one function, as `bin/verbatim.js` runs it: it takes half the memory and
 * is read in half the time. The bundler leaves other signs in patterns.
 */
async function asOneScript(file) {
  const text = await readFile(file, 'utf8');
  const ascii = text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  await writeFile(file, `(function(exports,require,module,__filename){${ascii}\n})`);
}

/** Takes libraries that are loaded on demand out of the bundle. */
function librariesApart(names) {
  return {
    name: 'libraries-apart',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[^.#/]/ }, ({ path, kind }) => {
        if (kind !== 'dynamic-import' || isBuiltin(path)) return null;
        // The user's own: see `src/render/chromium.ts`.
        if (path === 'playwright-core') return { path, external: true };
        names.add(path);
        return { path, namespace: 'apart' };
      });
      onResolve({ filter: /^\.\/lib\//, namespace: 'apart' }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: /.*/, namespace: 'apart' }, ({ path }) => {
        const file = JSON.stringify(`./lib/${path}.js`);
        return { contents: `export * from ${file};export {default} from ${file};` };
      });
    },
  };
}

/** Modules of Node whose loading would be felt: 2 to 4 ms each for child_process, crypto and worker_threads, in a run of 60. */
const builtinsOnDemand = {
  name: 'builtins-on-demand',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?[a-z_/]+$/ }, ({ path, namespace }) => {
      const name = path.replace(/^node:/, '');
      if (namespace === 'on-demand' || !isBuiltin(path) || AT_HAND.includes(name)) return null;
      return { path: name, namespace: 'on-demand' };
    });
    onLoad({ filter: /.*/, namespace: 'on-demand' }, async ({ path }) => {
      const names = JSON.stringify(Object.keys(await import(`node:${path}`)).filter((name) => name !== 'default'));
      const getter = `get:()=>require('node:${path}')[name],enumerable:true`;
      return { contents: `for(const name of ${names})Object.defineProperty(exports,name,{${getter}});` };
    });
  },
};

/**
 * The libraries, with the parts they share as chunks of their own. The bundler splits standard modules only, so they are
 * bundled as such and rewritten as CommonJS.
 */
async function libraries(names, { root, outdir, target }) {
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: Object.fromEntries(names.map((name) => [name, `all:${name}`])),
    outdir,
    absWorkingDir: root,
    splitting: true,
    chunkNames: '[name]-[hash]',
    format: 'esm',
    target,
    plugins: [allNames(root)],
    // Bundled CommonJS libraries ask for Node's own modules.
    banner: { js: BANNER },
    write: false,
  });
  await mkdir(outdir, { recursive: true });
  await Promise.all(outputFiles.map(async ({ path, text }) => writeFile(path, await commonJs(text, target))));
}

const BANNER =
  "import{createRequire as verbatimCreateRequire}from'node:module';const require=verbatimCreateRequire(import.meta.url);";

/** A library under all the names that Node gives it: the bundler gives `import('x')` of a CommonJS library a default alone. */
function allNames(root) {
  return {
    name: 'all-names',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^all:/ }, ({ path }) => ({ path: path.slice('all:'.length), namespace: 'all' }));
      onLoad({ filter: /.*/, namespace: 'all' }, async ({ path }) => {
        const names = Object.keys(await import(path)).filter((name) => /^[A-Za-z_$][\w$]*$/.test(name));
        return { contents: `export {${names}} from ${JSON.stringify(path)};`, resolveDir: root };
      });
    },
  };
}

async function commonJs(text, target) {
  const source = text.replace(BANNER, '');
  const { code } = await transform(source, {
    format: 'cjs',
    platform: 'node',
    target,
    minify: true,
    define: { 'import.meta.url': 'moduleUrl' },
    supported: { 'dynamic-import': false },
    banner: source.includes('import.meta.url')
      ? `const moduleUrl=require('node:url').pathToFileURL(__filename).href;`
      : '',
  });
  return code;
}
