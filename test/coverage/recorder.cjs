/**
 * Loaded first by the program whose runs are counted: writes what V8 counted of it, when the process ends, to `folder`. The
 * environment would not do (`NODE_V8_COVERAGE`): tests give their runs one of their own. Threads do inherit it, and there Node
 * writes by itself.
 */
const { mkdirSync, renameSync, writeFileSync } = require('node:fs');
const { Session } = require('node:inspector');
const { join } = require('node:path');

module.exports = function record(folder) {
  mkdirSync(folder, { recursive: true });
  process.env.NODE_V8_COVERAGE = folder;
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  process.on('exit', () => {
    session.post('Profiler.takePreciseCoverage', (_, { result }) => {
      const own = result.filter(({ url }) => url.includes('/dist/cli/'));
      const file = join(folder, `run-${process.pid}-${Date.now()}.json`);
      // Whole or not at all: a test may kill the run meanwhile.
      writeFileSync(`${file}.part`, JSON.stringify({ result: own }));
      renameSync(`${file}.part`, file);
    });
  });
};
