/**
 * Before the counted run: the program that tests run is built once more, in the same way, but legible and with maps to its
 * sources, and made to write down what V8 counts of it.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setup as copyProgram } from '../cli/copy-program.ts';

/** Nothing is taken out, so that every branch of a source is found in it. */
const LEGIBLE = { minify: false, treeShaking: false, sourcemap: 'external' };
const RECORDER = resolve('test/coverage/recorder.cjs');
const BUILDER = pathToFileURL(resolve('src/build/command-line.mjs')).href;

/** Where runs of `program` write their counts. */
export const countsOf = (program) => join(dirname(program), '..', 'counts');

/** Where the scripts of `program` stand. */
export const partsOf = (program) => join(dirname(program), '..', 'dist', 'cli');

export async function setup(project) {
  const remove = copyProgram(project);
  const { program } = project.getProvidedContext();
  rmSync(join(partsOf(program), 'main.compiled'));
  // Loaded by Node itself: it asks for modules by names that vite cannot foresee.
  const { commandLine } = await import(/* @vite-ignore */ BUILDER);
  await commandLine(resolve('.'), partsOf(program), `node${process.versions.node}`, LEGIBLE);
  const record = `require(${JSON.stringify(RECORDER)})(${JSON.stringify(countsOf(program))});`;
  writeFileSync(program, readFileSync(program, 'utf8').replace('\n', `\n${record}\n`));
  return remove;
}
