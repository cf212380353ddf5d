/** The thread of the runner: evaluates the bundle of tests with one mutant active, runs the tests that reach it, tells what came out. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { collected, inFile, run, vitestWords } from './words.mjs';

/** Properties run with one seed and fewer runs than in the test command: a mutant they miss by this counts as survived. */
const RUNS = 25;
const KEPT_DOCUMENTS = 4_000;

const { folder, clock } = workerData;
globalThis.__stryker__ ??= {};
const stryker = globalThis.__stryker__;
const shared = await import(pathToFileURL(join(folder, 'shared.mjs')).href);

fc.configureGlobal({ seed: 20_261_121, endOnFailure: true });
const require = createRequire(join(process.cwd(), 'package.json'));
const given = new Map([
  ['vitest', vitestWords],
  ['fast-check', { ...fc, default: { ...fc, assert: fewer }, assert: fewer, __esModule: true }],
  ['shared', { ...shared, read: readOnce }],
]);
const give = (name) => given.get(name) ?? require(name);

function fewer(property, options) {
  return fc.assert(property, { ...options, numRuns: Math.min(options?.numRuns ?? 100, RUNS) });
}

const documents = new Map();

function readOnce(bytes, options) {
  const key = createHash('sha1')
    .update(bytes)
    .update(JSON.stringify(options ?? null))
    .digest('base64');
  let document = documents.get(key);
  if (document === undefined) {
    document = shared.read(bytes, options);
    document.catch(() => undefined);
    if (documents.size < KEPT_DOCUMENTS) documents.set(key, document);
  }
  return document;
}

const source = readFileSync(join(folder, 'tests.js'), 'utf8');
const script = new Script(`(async (__given, __inFile) => {${source}\n})`, { filename: join(folder, 'tests.js') });
const load = () => collected(() => script.runInThisContext()(give, inFile));

async function dry() {
  Object.assign(stryker, { activeMutant: undefined, mutantCoverage: { static: {}, perTest: {} } });
  const tests = [];
  for (const [at, test] of (await load()).entries()) {
    tick(at);
    stryker.currentTestId = String(at);
    const start = performance.now();
    const failure = await failureOf(test);
    stryker.currentTestId = undefined;
    tests.push({ name: test.name, ms: performance.now() - start, failure });
  }
  const coverage = stryker.mutantCoverage;
  stryker.mutantCoverage = undefined;
  return { kind: 'dry', tests, coverage };
}

async function against({ mutant, early, hitLimit, tests }) {
  Object.assign(stryker, { activeMutant: early ? mutant : undefined, hitCount: 0, hitLimit });
  tick(-1);
  let all;
  try {
    all = await load();
  } catch (error) {
    return { kind: 'killed', at: tests[0] ?? 0, count: 0, failure: messageOf(error) };
  }
  stryker.activeMutant = mutant;
  for (const [count, at] of tests.entries()) {
    tick(at);
    const failure = all[at] === undefined ? 'the test is gone' : await failureOf(all[at]);
    if (stryker.hitCount > hitLimit) return { kind: 'late' };
    if (failure !== null) return { kind: 'killed', at, count: count + 1, failure };
  }
  return { kind: 'survived' };
}

async function failureOf(test) {
  try {
    await run(test);
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

const messageOf = (error) => String(error?.message ?? error).slice(0, 300) || 'no message';

function tick(at) {
  Atomics.store(clock, 1, at);
  Atomics.add(clock, 0, 1);
}

parentPort.on('message', async (job) => {
  parentPort.postMessage(job.kind === 'dry' ? await dry() : await against(job));
});
