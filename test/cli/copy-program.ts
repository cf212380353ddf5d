/** Before all tests: a copy of the built program, so that a build that runs meanwhile takes nothing away from under them. */
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the program to run; '' when it is not built. */
    readonly program: string;
  }
}

const PARTS = ['bin', 'dist', 'package.json'] as const;

/** Makes the copy, and gives what takes it away again. It stands below `node_modules`, where packages are found. */
export function setup({ provide }: TestProject): () => void {
  const folder = resolve('node_modules', `.verbatim-test-${process.pid}`);
  const built = existsSync('dist/cli/main.js');
  if (built) for (const part of PARTS) cpSync(part, join(folder, part), { recursive: true });
  provide('program', built ? join(folder, 'bin', 'verbatim.js') : '');
  return () => rmSync(folder, { recursive: true, force: true });
}
