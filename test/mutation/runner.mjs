/**
 * Runs the tests against mutated code for Stryker, in one thread that stays alive.
 *
 * A test runner that is made for people collects and transforms its files again for every mutant, and there are thirteen thousand.
 * Here all tests are bundled once, the bundle is evaluated anew for each mutant (so nothing that a module remembers leaks from
 * one into the next), documents are read once, and the tests that kill most for their time run first. The tests are the same
 * files, with the same `expect`; a mutant that only a slower or longer run would kill counts as survived.
 *
 * A mutant may never end. The thread tells which test it is in; when that takes far longer than it did on sound code, the
 * thread is ended and the mutant counts as timed out.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { bundle } from './bundle.mjs';

const FOLDER = '.mutation';
/** Milliseconds: to load the tests, for one test (and times its time on sound code), for the tests of other rooms on one mutant. */
const ALLOWED = { loading: 30_000, fixed: 1_500, times: 10, altogether: 2_000 };
const DRY_LIMIT = 15 * 60_000;

class ThreadRunner {
  static inject = ['options'];
  #tests;
  #files;
  #thread = null;
  #times = null;
  #wins = new Map();
  #clock = new Int32Array(new SharedArrayBuffer(8));

  constructor(options) {
    this.#tests = options.thread.tests;
    this.#files = { folder: resolve(FOLDER, String(process.pid)), times: resolve(FOLDER, 'times.json') };
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    await bundle(this.#tests, this.#files.folder);
  }

  async dryRun() {
    const told = await this.#ask({ kind: 'dry' }, () => DRY_LIMIT);
    if (told.kind !== 'dry') return { status: 'error', errorMessage: told.error ?? 'the tests take too long' };
    writeFileSync(this.#files.times, JSON.stringify(told.tests.map(({ name, ms }) => ({ name, ms }))));
    const tests = told.tests.map(({ name, ms, failure }, index) => ({
      id: String(index),
      name,
      timeSpentMs: ms,
      ...(failure === null ? { status: 0 } : { status: 1, failureMessage: failure }),
    }));
    return { status: 'complete', tests, mutantCoverage: told.coverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    const times = this.#timesOf();
    const tests = this.#inOrder(
      testFilter?.map(Number) ?? times.map((_, index) => index),
      times,
      roomOf(activeMutant.fileName),
    );
    const job = { kind: 'run', mutant: activeMutant.id, early: mutantActivation === 'static', hitLimit, tests };
    const told = await this.#ask(job, (at) =>
      at < 0 ? ALLOWED.loading : ALLOWED.fixed + ALLOWED.times * times[at].ms,
    );
    switch (told.kind) {
      case 'killed':
        this.#wins.set(told.at, (this.#wins.get(told.at) ?? 0) + 1);
        return { status: 'killed', killedBy: [String(told.at)], failureMessage: told.failure, nrOfTests: told.count };
      case 'survived':
        return { status: 'survived', nrOfTests: tests.length };
      case 'late':
        return { status: 'timeout' };
      default:
        return { status: 'error', errorMessage: told.error };
    }
  }

  async dispose() {
    await this.#thread?.terminate();
  }

  /** The times on sound code, as whichever process ran it wrote them down. */
  #timesOf() {
    this.#times ??= existsSync(this.#files.times) ? JSON.parse(readFileSync(this.#files.times, 'utf8')) : [];
    return this.#times;
  }

  /** Those that killed most for their time come first; then the tests of the mutant's own room; then the quick ones, for a while. */
  #inOrder(tests, times, room) {
    const cost = (at) => times[at].ms + (times[at].name.includes(room) ? 0 : 1_000);
    const worth = (at) => (this.#wins.get(at) ?? 0) / (2 + times[at].ms);
    const sorted = [...tests].sort((a, b) => worth(b) - worth(a) || cost(a) - cost(b));
    let spent = 0;
    return sorted.filter((at) => {
      if (times[at].name.includes(room)) return true;
      spent += times[at].ms;
      return spent < ALLOWED.altogether;
    });
  }

  /** The thread's answer to a job, or that it is late or died; then the next job has a new thread. */
  #ask(job, allowed) {
    this.#thread ??= new Worker(new URL('./thread.mjs', import.meta.url), {
      workerData: { folder: this.#files.folder, clock: this.#clock },
    });
    const thread = this.#thread;
    Atomics.store(this.#clock, 1, -1);
    return new Promise((done) => {
      let tick = Atomics.load(this.#clock, 0);
      let since = performance.now();
      const settle = (answer) => {
        clearInterval(watch);
        thread.off('message', settle).off('error', died);
        if (answer.kind !== 'late' && answer.kind !== 'died') return done(answer);
        this.#thread = null;
        thread.on('error', () => undefined);
        thread.terminate().then(() => done(answer));
      };
      const died = (error) => settle({ kind: 'died', error: String(error?.stack ?? error) });
      const watch = setInterval(() => {
        const now = Atomics.load(this.#clock, 0);
        if (now !== tick) [tick, since] = [now, performance.now()];
        else if (performance.now() - since > allowed(Atomics.load(this.#clock, 1))) settle({ kind: 'late' });
      }, 50);
      thread.on('message', settle).on('error', died);
      thread.postMessage(job);
    });
  }
}

const roomOf = (path) => /\/core\/[^/]+\//.exec(path)?.[0] ?? path;

export const strykerPlugins = [{ kind: 'TestRunner', name: 'thread', injectableClass: ThreadRunner }];

export const strykerValidationSchema = {
  properties: {
    thread: {
      title: 'ThreadRunnerOptions',
      type: 'object',
      required: ['tests'],
      properties: {
        tests: { description: 'Which test files are run, as globs.', type: 'array', items: { type: 'string' } },
      },
    },
  },
};
