/**
 * Branch coverage of the whole: what vitest counts of the sources that tests import, and what V8 counted of the built program in
 * the processes that tests start (`recorder.cjs`). The command line runs in those alone.
 *
 * Not counted: a process that a signal ends, because V8's counts are lost with it, or that a test leaves no room on the disk; a
 * thread that is ended before its work is done; and what runs in a page (`src/page`, `src/render/in-page`), where nobody asks
 * the browser for its counts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { mergeProcessCovs } from '@bcoe/v8-coverage';
import v8 from '@vitest/coverage-v8';
import { convert } from 'ast-v8-to-istanbul';
import { parseAstAsync } from 'vitest/node';
import { addBranches } from './branches.mjs';
import { countsOf, partsOf } from './program.mjs';
import { report } from './rooms.mjs';

/** The program and its threads; the libraries beside them are not ours. */
const PARTS = ['main.js', 'copy-worker.js', 'hash-worker.js'];

/** What all processes and threads counted of the scripts they ran. */
function countsIn(folder) {
  let merged = { result: [] };
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
    const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    merged = mergeProcessCovs([merged, { result: result.filter(({ url }) => PARTS.includes(basename(url))) }]);
  }
  return merged.result;
}

/** The counts of a built script, by the sources it was built from. */
function sourcesOf(script, functions) {
  const code = readFileSync(script, 'utf8');
  const sourceMap = JSON.parse(readFileSync(`${script}.map`, 'utf8'));
  return convert({ code, sourceMap, ast: parseAstAsync(code), coverage: { functions, url: `file://${script}` } });
}

async function addRuns(map, program) {
  for (const { url, functions } of countsIn(countsOf(program))) {
    const sources = await sourcesOf(join(partsOf(program), basename(url)), functions);
    for (const path of map.files()) if (path in sources) addBranches(map.fileCoverageFor(path).data, sources[path]);
  }
}

export default {
  ...v8,
  async getProvider() {
    const provider = await v8.getProvider();
    const { initialize, generateCoverage } = provider;
    let program = () => '';
    return Object.assign(provider, {
      initialize(vitest) {
        initialize.call(provider, vitest);
        program = () => vitest.getRootProject().getProvidedContext().program;
      },
      async generateCoverage(context) {
        const map = await generateCoverage.call(provider, context);
        await addRuns(map, program());
        return map;
      },
      generateReports: async (map) => report(map),
    });
  },
};
