// Builds the command line to the folder that is named, in the same way as ever, but legible and with maps to its sources. Nothing
// is taken out, so that every branch of a source is found in it.
import { resolve } from 'node:path';
import { commandLine } from '../../src/build/command-line.mjs';

const options = { minify: false, treeShaking: false, sourcemap: 'external' };
await commandLine(resolve('.'), resolve(process.argv[2]), `node${process.versions.node}`, options);
