/** Files below a folder that match globs. The library is loaded only when there is a glob to match. */
import { MAX_DEPTH } from '../core/read/limits.ts';

/** Folders that hold other people's files, or nobody's. */
const LEFT_OUT = ['**/node_modules/**', '**/.git/**'];

/** Whether `pattern` is a glob and not a plain path. */
export function isGlob(pattern: string): boolean {
  return /[*?[\]{}!()]/.test(pattern);
}

/**
 * Paths (relative to `root`, with `/`, sorted) of the files that match one of `patterns`; a pattern with a leading `!`
 * takes files out again. Symbolic links to folders are not followed.
 */
export async function matchingFiles(root: string, patterns: readonly string[]): Promise<readonly string[]> {
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
  const unwanted = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  if (wanted.length === 0) return [];
  const { default: fastGlob } = await import('fast-glob');
  const found = await fastGlob([...wanted], {
    cwd: root,
    ignore: [...LEFT_OUT, ...unwanted],
    followSymbolicLinks: false,
    onlyFiles: true,
    unique: true,
    deep: MAX_DEPTH,
    suppressErrors: true,
  });
  return found.sort();
}
