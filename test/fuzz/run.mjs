// Fuzzing: documents of every format broken at random, judged in child processes with a limit of time and memory.
//
//     npm run fuzz                        half a minute
//     npm run fuzz -- --seconds 600       longer
//     npm run fuzz -- --seed 12345        one case again; its file is written to fuzz-12345.*
import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const CASE_LIMIT = 15_000;
const HEAP = 512;
const FOUND = join('node_modules', '.verbatim-fuzz');

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '30' },
    seed: { type: 'string' },
    from: { type: 'string' },
    jobs: { type: 'string', default: '2' },
  },
});

const found = [];
let executions = 0;
let slowest = 0;

/** Runs seeds one after another in a child, and a new child after each that dies or hangs. */
function runner(nextSeed) {
  return new Promise((done) => {
    let child;
    let seed = null;
    let started = 0;
    let timer;
    const ask = () => {
      clearTimeout(timer);
      seed = nextSeed();
      if (seed === null) {
        child.removeAllListeners('exit');
        child.kill();
        done();
        return;
      }
      started = performance.now();
      timer = setTimeout(() => fail('hangs'), CASE_LIMIT);
      child.send(seed);
    };
    const fail = (fault) => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.kill('SIGKILL');
      if (seed !== null) found.push({ seed, fault });
      start();
    };
    const start = () => {
      seed = null;
      child = fork('test/fuzz/worker.mjs', {
        execArgv: [`--max-old-space-size=${HEAP}`],
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      });
      let told = '';
      child.stderr.on('data', (data) => {
        told = (told + data).slice(-2_000);
      });
      child.on('exit', (code, signal) => fail(`ends with ${code ?? signal}: ${told.trim().split('\n').at(-1) ?? ''}`));
      child.on('message', (message) => {
        if (message.seed !== undefined) {
          executions++;
          slowest = Math.max(slowest, performance.now() - started);
          if (message.fault !== null) found.push(message);
        }
        ask();
      });
    };
    start();
  });
}

async function save({ seed, fault }) {
  const { fileOf } = await import('./worker.mjs');
  const { name, bytes } = await fileOf(seed);
  mkdirSync(FOUND, { recursive: true });
  const path = join(FOUND, `${seed}-${name}`);
  writeFileSync(path, bytes);
  console.log(`seed ${seed}: ${fault}\n  input: ${path}`);
}

const first = Number(values.seed ?? values.from ?? Math.floor(Math.random() * 2 ** 31));
const until = performance.now() + Number(values.seconds) * 1_000;
let next = first;
const nextSeed = () => {
  if (values.seed !== undefined) return next === first ? next++ : null;
  return performance.now() < until && found.length < 50 ? next++ : null;
};
await Promise.all(Array.from({ length: values.seed === undefined ? Number(values.jobs) : 1 }, () => runner(nextSeed)));
for (const one of found) await save(one);
console.log(`${executions} executions from seed ${first}, ${found.length} faults, slowest ${Math.round(slowest)} ms`);
process.exitCode = found.length === 0 ? 0 : 1;
