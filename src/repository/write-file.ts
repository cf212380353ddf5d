/**
 * Writes a file so that a reader, or a run killed at any moment, finds the old one whole or the new one whole: a temporary
 * file in the same folder, flushed to the disk, then renamed.
 */
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { undoneOnInterrupt } from './interrupt.ts';
import { isAlive } from './lock.ts';
import { errorCode, errorName, RunError } from './run-error.ts';

const DEFAULT_MODE = 0o666;

/** Writes `text` to `path`; `shown` is the name for messages. Links are followed; devices and pipes are written to as they are. */
export function writeFileWhole(path: string, text: string, shown: string): void {
  try {
    const target = targetOf(path);
    if (target.device) writeFileSync(target.path, text);
    else replace(target.path, text, target.mode);
  } catch (error) {
    throw new RunError(
      `cannot write ${shown} (${errorName(error)}): check that its folder exists and can be written to`,
    );
  }
}

function targetOf(path: string): { readonly path: string; readonly mode: number; readonly device: boolean } {
  try {
    const stats = statSync(path);
    return { path: realpathSync(path), mode: stats.mode & 0o777, device: !stats.isFile() };
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return { path, mode: DEFAULT_MODE, device: false };
  }
}

function replace(path: string, text: string, mode: number): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  sweep(path);
  const remove = () => rmSync(temporary, { force: true });
  const settled = undoneOnInterrupt(remove);
  try {
    const fd = openSync(temporary, 'wx', mode);
    try {
      writeFileSync(fd, text);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(temporary, path);
  } catch (error) {
    remove();
    throw error;
  } finally {
    settled();
  }
}

/** Takes away what runs that were killed while they wrote `path` left behind. */
function sweep(path: string): void {
  const lead = `.${basename(path)}.`;
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(lead) || !name.endsWith('.tmp')) continue;
    const owner = name.slice(lead.length, -'.tmp'.length);
    if (/^\d{1,10}$/.test(owner) && !isAlive(Number(owner))) rmSync(join(dirname(path), name), { force: true });
  }
}
