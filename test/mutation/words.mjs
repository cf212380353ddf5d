/** The words of the test files, for a thread that keeps the tests and runs each as often as it likes. `expect` is vitest's own. */
import { createRequire } from 'node:module';

const vitest = createRequire(createRequire(import.meta.url).resolve('vitest'));
const {
  chai,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
  ASYMMETRIC_MATCHERS_OBJECT,
} = await import(vitest.resolve('@vitest/expect'));
const { fn, restoreAllMocks, spyOn } = await import(vitest.resolve('@vitest/spy'));

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
const expect = Object.assign(
  (value, message) => chai.expect(value, message),
  chai.expect,
  globalThis[ASYMMETRIC_MATCHERS_OBJECT],
);
globalThis[GLOBAL_EXPECT] = expect;
setState({ assertionCalls: 0, isExpectingAssertions: false, testPath: '', currentTestName: '' }, expect);

let tests = [];
let suite = null;

const newSuite = (name) => ({ name, parent: suite, befores: [], afters: [] });
const pathOf = (one) => (one === null ? [] : [...pathOf(one.parent), one.name]);

function inSuite(name, fill) {
  const outer = suite;
  suite = newSuite(name);
  try {
    fill();
  } finally {
    suite = outer;
  }
}

function test(name, ...rest) {
  const run = rest.find((part) => typeof part === 'function');
  if (run === undefined) throw new Error(`${name} has no body`);
  tests.push({ name: [...pathOf(suite), name].join(' › '), suite, run });
}

/** `name` with `%s` and the like filled in from the row; the rows of a table need names that differ, no more. */
const filled = (name, row) =>
  row.reduce((text, value) => text.replace(/%[sdifjoO]/, () => String(value)), String(name));
const eachOf = (define) => (rows) => (name, body) => {
  for (const row of rows) {
    const values = Array.isArray(row) ? row : [row];
    define(filled(name, values), () => body(...values));
  }
};

const vitestWords = {
  describe: Object.assign(inSuite, { each: eachOf(inSuite) }),
  it: Object.assign(test, { each: eachOf(test) }),
  test,
  expect,
  vi: { fn, restoreAllMocks, spyOn },
  afterEach: (body) => suite.afters.push(body),
  beforeEach: (body) => suite.befores.push(body),
  afterAll: () => undefined,
};

/** What `fill` defines, in order: name and body of each test, with what runs before and after it. */
export async function collected(fill) {
  tests = [];
  await fill();
  return tests;
}

/** All that `load` defines at its top stands in a suite with the name of the file. */
export async function inFile(name, load) {
  suite = newSuite(name);
  await load();
  suite = null;
}

/** Runs one test to its end; throws what it throws. */
export async function run({ run: body, suite: own }) {
  const around = [];
  for (let one = own; one !== null; one = one.parent) around.unshift(one);
  for (const { befores } of around) for (const before of befores) await before();
  try {
    await body();
  } finally {
    for (const { afters } of around) for (const after of afters) await after();
  }
}

export { vitestWords };
