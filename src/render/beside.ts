/**
 * The style sheets and scripts that lie beside a saved page, in its own folder or below.
 *
 * A page may come from somebody who wants to know what else lies there: a script could write what it can read into the
 * page, and so into the report. So only sheets and scripts are handed over, which scripts cannot read as text, only where
 * the page asks for one, never a hidden file, and never anything that a link leads out of the folder to.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../core/refusal.ts';
import { locateInRoot } from '../repository/paths.ts';
import { readBytesOnce } from '../repository/read-file.ts';
import { expected } from '../repository/run-error.ts';
import { ADDRESS, type SavedFile, type SavedPage } from './saved-page.ts';

/** By what a page asks for. Browsers save scripts as `name.js.download`. */
const KINDS: Readonly<Record<string, { readonly name: RegExp; readonly type: string }>> = {
  stylesheet: { name: /\.css$/iu, type: 'text/css' },
  script: { name: /\.m?js(?:\.download)?$/iu, type: 'text/javascript' },
};

const MAX_FILE = 8 * 1024 * 1024;
const MAX_ALL = 64 * 1024 * 1024;

/** A page that lies in `folder`; `null` when it lies in none, as one from standard input does. */
export function pageInFolder(html: string, folder: string | null): SavedPage {
  if (folder === null) return { html, scripts: 'on', fileAt: () => null };
  let left = MAX_ALL;
  const fileAt = (address: string, kind: string): SavedFile | null => {
    const file = fileBeside(folder, address, kind, Math.min(MAX_FILE, left));
    left -= file?.body.length ?? 0;
    return file;
  };
  return { html, scripts: 'on', fileAt };
}

function fileBeside(folder: string, address: string, kind: string, most: number): SavedFile | null {
  const known = KINDS[kind];
  const path = pathOf(address);
  if (known === undefined || path === null || !known.name.test(path)) return null;
  const file = locateInRoot(folder, path);
  if (file === null || file === 'outside' || !isSmallFile(file, most)) return null;
  try {
    return { type: known.type, body: readBytesOnce(file) };
  } catch (error) {
    expected(error, Refusal);
    return null;
  }
}

/** The path that an address below the page's own names; `null` for any other, and for hidden files. */
function pathOf(address: string): string | null {
  const { origin, pathname } = new URL(address);
  if (origin !== new URL(ADDRESS).origin) return null;
  try {
    const parts = decodeURIComponent(pathname).slice(1).split('/');
    return parts.every((part) => /^[^.\\\0:][^\\\0:]*$/u.test(part)) ? join(...parts) : null;
  } catch {
    return null;
  }
}

function isSmallFile(file: string, most: number): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size <= most;
}
