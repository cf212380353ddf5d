/** Before the counted run: the program that tests run is built once more, legibly, and made to write down what V8 counts of it. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setup as copyProgram } from '../cli/copy-program.ts';

const RECORDER = resolve('test/coverage/recorder.cjs');

/** Where runs of `program` write their counts. */
export const countsOf = (program) => join(dirname(program), '..', 'counts');

/** Where the scripts of `program` stand. */
export const partsOf = (program) => join(dirname(program), '..', 'dist', 'cli');

export function setup(project) {
  const remove = copyProgram(project);
  const { program } = project.getProvidedContext();
  rmSync(join(partsOf(program), 'main.compiled'));
  execFileSync(process.execPath, ['test/coverage/legible.mjs', partsOf(program)]);
  const record = `require(${JSON.stringify(RECORDER)})(${JSON.stringify(countsOf(program))});`;
  writeFileSync(program, readFileSync(program, 'utf8').replace('\n', `\n${record}\n`));
  return remove;
}
