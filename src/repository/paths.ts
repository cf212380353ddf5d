/** Paths as people see them, and as the manifest keeps them: relative, with `/`, and never leaving their root. */
import { realpathSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** Whether `path` lies inside `root` (or is it); both are absolute. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/**
 * The name a report shows for `path`, given from the folder `cwd`: a relative path as it was given, an absolute one
 * relative to `cwd`, and by its last part alone when it lies elsewhere, because the folders above may name a person.
 */
export function shownPath(path: string, cwd: string): string {
  if (!isAbsolute(path)) return slashes(path);
  return isInside(cwd, path) ? slashes(relative(cwd, path)) || '.' : basename(path) || '/';
}

/** The manifest's path of `file` below `root`: `/` between its parts, NFC, as every machine would write it. */
export function manifestPath(root: string, file: string): string {
  return slashes(relative(root, resolve(root, file))).normalize('NFC');
}

/**
 * Where the manifest's `path` stands below `root`. Some file systems keep names in NFD, so both forms are looked for.
 * `null` when the file is missing; `'outside'` when a symbolic link leads out of `root`.
 */
export function locateInRoot(root: string, path: string): string | 'outside' | null {
  for (const form of new Set([path, path.normalize('NFC'), path.normalize('NFD')])) {
    const file = join(root, form);
    const real = realPath(file);
    if (real === null) continue;
    return isInside(realpathSync(root), real) ? file : 'outside';
  }
  return null;
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

function slashes(path: string): string {
  return path.split(sep).join('/');
}
