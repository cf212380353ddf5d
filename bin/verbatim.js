#!/usr/bin/env node
// Most runs are over before code that the engine optimises pays for its compiling; long runs still get theirs, a little later.
if (process.versions.node.startsWith('20.')) require('node:v8').setFlagsFromString('--interrupt-budget=1000000');

require('../dist/cli/main.js')
  .main(process.argv.slice(2))
  .then((exit) => {
    process.exitCode = exit;
  });
