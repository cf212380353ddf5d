/** The manifest as a file: where it is, what is in it, and how it is put in place. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../core/refusal.ts';
import { EMPTY_MANIFEST, type Manifest } from '../core/seal/entry.ts';
import { ManifestError, type ManifestProblem } from '../core/seal/manifest-error.ts';
import { parseManifestBytes } from '../core/seal/manifest-parse.ts';
import { serialiseManifest } from '../core/seal/manifest-write.ts';
import { folderHolding } from './config-file.ts';
import { readBytesOnce } from './read-file.ts';
import { expected, RunError } from './run-error.ts';
import { writeFileWhole } from './write-file.ts';

export const MANIFEST_NAME = 'verbatim-manifest.jsonl';

/** Problems shown of one broken manifest; the rest is counted. */
const SHOWN_PROBLEMS = 10;

/** A manifest's file: its absolute path, the folder its paths count from, and its name for messages. */
export interface ManifestFile {
  readonly path: string;
  readonly root: string;
  readonly shown: string;
}

/** The file at the absolute `path`. */
export function manifestAt(path: string, shown: string): ManifestFile {
  return { path, root: dirname(path), shown };
}

/** The nearest manifest at or above the folder `from`; `null` when there is none. */
export function findManifest(from: string): ManifestFile | null {
  const root = folderHolding(MANIFEST_NAME, from);
  return root === null ? null : manifestAt(join(root, MANIFEST_NAME), MANIFEST_NAME);
}

/** The manifest in `file`. A broken one ends the run, with the lines that are broken. */
export function loadManifest(file: ManifestFile): Manifest {
  return manifestIn(manifestBytes(file), file.shown);
}

/** The manifest in `bytes`, which messages call `shown`. A broken one ends the run, with the lines that are broken. */
export function manifestIn(bytes: Uint8Array, shown: string): Manifest {
  try {
    return parseManifestBytes(bytes);
  } catch (error) {
    throw brokenManifest(shown, expected(error, ManifestError).problems);
  }
}

/** The manifest in `file`, or an empty one where the file is yet to be made. */
export function loadOrBegin(file: ManifestFile): Manifest {
  return existsSync(file.path) ? loadManifest(file) : EMPTY_MANIFEST;
}

/** The bytes of `file`. */
export function manifestBytes(file: ManifestFile): Uint8Array {
  try {
    return readBytesOnce(file.path);
  } catch (error) {
    const { reason, detail } = expected(error, Refusal);
    if (reason !== 'missing') throw new RunError(`${file.shown} cannot be read (${detail})`);
    throw new RunError(
      `there is no ${file.shown}: seal texts with “verbatim manifest FILE”, or say what to hold texts against with --against or --manifest`,
    );
  }
}

/** Puts `manifest` in place of the file, whole or not at all. */
export function saveManifest(file: ManifestFile, manifest: Manifest): void {
  writeFileWhole(file.path, serialiseManifest(manifest), basename(file.shown));
}

function brokenManifest(shown: string, problems: ManifestError['problems']): RunError {
  const said = ({ line, code, detail }: ManifestProblem) => `${shown}:${line}: ${code}: ${detail}`;
  const [first, ...rest] = problems;
  const more = problems.length - SHOWN_PROBLEMS;
  const remedy = 'restore these lines from an older version of the file; what it vouches for is not certain until then';
  return new RunError(
    said(first),
    ...rest.slice(0, SHOWN_PROBLEMS - 1).map(said),
    ...(more > 0 ? [`… and ${more} more`] : []),
    remedy,
  );
}
