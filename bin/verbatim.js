#!/usr/bin/env node
// The program is one script, and `npm run build` keeps beside it what the V8 that built it has compiled of it: so it need
// not be compiled anew for every run. V8 takes nothing that another version of it has made; then it compiles as ever.
const { existsSync, readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const filename = join(__dirname, '..', 'dist', 'cli', 'main.js');
const compiled = join(__dirname, '..', 'dist', 'cli', 'main.compiled');

/** The program, and the script it is. */
function load() {
  const source = readFileSync(filename, 'latin1');
  const cachedData = existsSync(compiled) ? readFileSync(compiled) : undefined;
  const script = new Script(source, { filename, cachedData });
  const program = { exports: {} };
  script.runInThisContext()(program.exports, createRequire(filename), program, filename);
  return { main: program.exports.main, script };
}

/** The program, or null, with a word on standard error, where it was not built or was built from other sources. */
function loaded() {
  try {
    return load();
  } catch (error) {
    process.stderr.write(
      `verbatim: the program cannot be loaded (${error.name}). In a checkout, run "npm run build".\n`,
    );
    process.exitCode = 2;
    return null;
  }
}

if (require.main === module) {
  const program = loaded();
  // A run that ends before its work is done has judged nothing.
  process.exitCode = 2;
  program?.main(process.argv.slice(2)).then((exit) => {
    process.exitCode = exit;
  });
}

module.exports = { compiled, load };
