/** Reads a file of a repository, and nothing outside it. */
import { join } from 'node:path';
import { Refusal } from '../core/refusal.ts';
import { locateInRoot } from './paths.ts';
import { type FileBytes, readFileOnce } from './read-file.ts';

/** The file at `path` below `root`. Throws `Refusal`, also for a link that leads out. */
export function readInRoot(root: string, path: string): FileBytes {
  const file = locateInRoot(root, path);
  if (file === 'outside') throw new Refusal('not-a-file', 'a link that leads out of the repository');
  return readFileOnce(file ?? join(root, path));
}
