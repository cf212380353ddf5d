/** The program starts from what V8 compiled of it at the last build, and as well without. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Folder, INTERVIEW, PROGRAM } from './run.ts';

const LOAD = `require(${JSON.stringify(PROGRAM)}).load()`;
const SLOW = ['crypto', 'child_process', 'worker_threads', 'net', 'stream', 'v8'].map((name) => `NativeModule ${name}`);

const folder = new Folder({
  'interview.txt': INTERVIEW,
  'copy.txt': INTERVIEW.replace('not sign', 'sign'),
  'rejected.cjs': `console.log(${LOAD}.script.cachedDataRejected);`,
  'loaded.cjs': `${LOAD}.main(['verify', 'interview.txt', '--against', 'interview.txt']).then(() => {
      const loaded = ${JSON.stringify(SLOW)}.filter((name) => process.moduleLoadList.includes(name));
      require('node:fs').writeFileSync('loaded.json', JSON.stringify(loaded));
    });`,
});
afterAll(() => folder.remove());

function node(...args: readonly string[]): { readonly stdout: string; readonly status: number | null } {
  return spawnSync(process.execPath, args, { cwd: folder.path, encoding: 'utf8' });
}

describe('starting', () => {
  it('takes what was compiled', () => {
    expect(node('rejected.cjs').stdout).toBe('false\n');
  });

  it.each([
    ['nothing was built', {}],
    ['something else was built', { 'dist/cli/main.js': 'module.exports = {};' }],
  ])('says what to do where %s', (_, built) => {
    const checkout = new Folder({ ...built, 'bin/verbatim.cjs': readFileSync(PROGRAM, 'utf8') });
    const { status, stderr } = spawnSync(process.execPath, [join(checkout.path, 'bin/verbatim.cjs')], {
      encoding: 'utf8',
    });
    checkout.remove();
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^verbatim: the program cannot be loaded \(\w+\)\. In a checkout, run "npm run build"\.\n$/u,
    );
  });

  it('says the same where V8 does not take it', () => {
    const args = [PROGRAM, 'verify', 'copy.txt', '--against', 'interview.txt'];
    const { stdout, status } = node(...args);
    expect(stdout).toContain('altered');
    expect(node('--no-opt', ...args)).toMatchObject({ stdout, status });
  });

  it('loads none of the modules of Node that make a start slow where the bytes are the sealed ones', () => {
    expect(node('loaded.cjs').stdout).toBe('✓ interview.txt: verbatim. It is interview.txt, byte for byte\n');
    expect(node('-p', "require('node:fs').readFileSync('loaded.json', 'utf8')").stdout).toBe('[]\n');
  });
});
