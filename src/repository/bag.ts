/**
 * A whole bag (RFC 8493): copies of the sealed texts below `data/`, their manifest, and the tag manifest over the rest.
 * Every text is held against its seal while it is copied; a bag of texts that changed would vouch for the wrong words.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '#port/sha256';
import { Refusal } from '../core/refusal.ts';
import type { ManifestEntry } from '../core/seal/entry.ts';
import { BAG_DECLARATION, toBagitManifest, toSha256sum } from '../core/seal/export.ts';
import { undoneOnInterrupt } from './interrupt.ts';
import { locateInRoot } from './paths.ts';
import { type FileBytes, readFileOnce } from './read-file.ts';
import { errorCode, errorName, expected, RunError } from './run-error.ts';

/** Makes the bag in the new folder `folder` from the texts below `root`; a bag that cannot be whole is taken away again. */
export function makeBag(folder: string, shown: string, root: string, entries: readonly ManifestEntry[]): void {
  begin(folder, shown);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const settled = undoneOnInterrupt(remove);
  try {
    for (const entry of entries) copyText(join(folder, 'data'), root, entry);
    writeTags(folder, entries);
  } catch (error) {
    remove();
    throw error instanceof RunError ? error : new RunError(`cannot write ${shown} (${errorName(error)})`);
  } finally {
    settled();
  }
}

function begin(folder: string, shown: string): void {
  try {
    mkdirSync(folder);
    mkdirSync(join(folder, 'data'));
  } catch (error) {
    const why = errorCode(error) === 'EEXIST' ? 'it is there already: name a new folder' : errorCode(error);
    throw new RunError(`cannot make the folder ${shown}: ${why}`);
  }
}

function copyText(data: string, root: string, entry: ManifestEntry): void {
  const target = join(data, ...entry.path.split('/'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, sealedBytes(root, entry), { flag: 'wx' });
}

function sealedBytes(root: string, entry: ManifestEntry): Uint8Array {
  const file = locateInRoot(root, entry.path);
  if (file === null || file === 'outside')
    throw new RunError(`${entry.path}: the sealed text is not there; run “verbatim check”`);
  const read = readable(file, entry);
  if (read.sha256 === entry.sha256) return read.bytes;
  throw new RunError(`${entry.path}: changed since it was sealed; run “verbatim check”`);
}

function readable(file: string, { path }: ManifestEntry): FileBytes {
  try {
    return readFileOnce(file);
  } catch (error) {
    throw new RunError(`${path}: cannot be read (${expected(error, Refusal).reason})`);
  }
}

function writeTags(folder: string, entries: readonly ManifestEntry[]): void {
  const tags = new Map([
    ['bagit.txt', BAG_DECLARATION],
    ['manifest-sha256.txt', toBagitManifest(entries)],
  ]);
  const sums = [...tags].map(([path, text]) => ({ path, sha256: sha256(new TextEncoder().encode(text)) }));
  tags.set('tagmanifest-sha256.txt', toSha256sum(sums));
  for (const [name, text] of tags) writeFileSync(join(folder, name), text);
}
