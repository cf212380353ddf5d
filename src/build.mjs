// Builds `dist/`: the library as modules with their types (the compiler), and the command line as a bundle (esbuild) in
// which every format's library is a chunk of its own, loaded when a file of that format is read.
//
// The same sources give the same bytes: names of chunks come from their content, and nothing holds a date or a path.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const { engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const target = `node${engines.node.replace(/[^\d.]/g, '')}`;

/** Modules and types of everything the library exports, by the compiler. */
function library() {
  const require = createRequire(import.meta.url);
  const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
  const child = spawn(process.execPath, [compiler, '-p', join(root, 'src', 'tsconfig.library.json')], {
    stdio: 'inherit',
  });
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

/** The command line, with everything it needs. */
function commandLine() {
  return build({
    entryPoints: [join(root, 'src/cli/main.ts')],
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
    // Bundled CommonJS libraries ask for Node's own modules.
    banner: { js: "import{createRequire as $r}from'node:module';const require=$r(import.meta.url);" },
    logLevel: 'warning',
  });
}

rmSync(dist, { recursive: true, force: true });
const parts = await Promise.allSettled([library(), browserPorts(), commandLine()]);
for (const { reason } of parts.filter((part) => part.status === 'rejected')) {
  console.error(`build: ${reason.message.split('\n')[0]}`);
  process.exitCode = 1;
}
