/** The texts to seal: which files they are, and each one read, structured and digested. */
import { relative, resolve } from 'node:path';
import { read } from '../core/read/index.ts';
import { Refusal } from '../core/refusal.ts';
import type { ManifestEntry } from '../core/seal/entry.ts';
import { seal } from '../core/seal/seal.ts';
import { structure } from '../core/structure/structure.ts';
import type { Transcript } from '../core/structure/transcript.ts';
import type { Config } from '../repository/config.ts';
import { isGlob, matchingFiles } from '../repository/glob.ts';
import { isInside, locateInRoot, manifestPath, shownPath } from '../repository/paths.ts';
import { readFileOnce } from '../repository/read-file.ts';
import { RunError } from '../repository/run-error.ts';
import { type BreakReading, settleBreaks } from './breaks.ts';
import { refusedLine } from './refused.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';

/** One text that can be sealed. */
export interface Sealing {
  /** Absolute path of its file, and its name in messages. */
  readonly file: string;
  readonly shown: string;
  readonly entry: ManifestEntry;
  readonly transcript: Transcript;
}

/** How texts are gathered. */
export interface GatherOptions {
  /** The folder the manifest's paths count from. */
  readonly root: string;
  readonly settings: Settings;
  readonly breaks: BreakReading | null;
  /** The day to record, or `null` for none. */
  readonly day: string | null;
}

/** The absolute paths of the files that `patterns` name, or else the configuration; without repetition, in the order given. */
export async function filesToSeal(
  patterns: readonly string[],
  config: { readonly config: Config; readonly root: string } | null,
  session: Session,
): Promise<readonly string[]> {
  if (patterns.length === 0) return configuredFiles(config);
  const files: string[] = [];
  for (const pattern of patterns) files.push(...(await filesOf(pattern, session.cwd)));
  return [...new Set(files)];
}

async function configuredFiles(
  found: { readonly config: Config; readonly root: string } | null,
): Promise<readonly string[]> {
  if (found === null || found.config.texts.length === 0) {
    throw new RunError('no texts are named: give their files, or list them under “texts” in verbatim.config.json');
  }
  const paths = await matchingFiles(found.root, found.config.texts);
  return paths.map((path) => resolve(found.root, path));
}

/** A name that a file really has is that file, whatever signs are in it. */
async function filesOf(pattern: string, cwd: string): Promise<readonly string[]> {
  const literal = resolve(cwd, pattern);
  if (!isGlob(pattern) || locateInRoot(cwd, relative(cwd, literal)) !== null) return [literal];
  const found = await matchingFiles(cwd, [pattern]);
  if (found.length === 0) throw new RunError(`${pattern}: no file matches`);
  return found.map((path) => resolve(cwd, path));
}

/** Reads and seals one file. What keeps it from being sealed ends the run's sealing, as a line that says what to do. */
export async function gatherText(file: string, options: GatherOptions, session: Session): Promise<Sealing> {
  const shown = shownPath(file, session.cwd);
  const path = pathBelow(file, shown, options.root);
  try {
    const { bytes, sha256 } = readFileOnce(file);
    const { furniture, conventions } = options.settings;
    const document = settleBreaks(await read(bytes, { name: path, furniture }), options.breaks, shown);
    const transcript = structure(document, conventions);
    const day = options.day === null ? {} : { sealed: options.day };
    const entry = seal(transcript, { path, size: bytes.length, sha256, ...day });
    return { file, shown, entry, transcript };
  } catch (error) {
    if (error instanceof Refusal) throw new RunError(refusedLine(shown, error));
    throw error;
  }
}

function pathBelow(file: string, shown: string, root: string): string {
  if (!isInside(root, file))
    throw new RunError(`${shown}: lies outside the manifest’s folder, so it cannot be sealed there`);
  const path = manifestPath(root, file);
  if (locateInRoot(root, path) === 'outside') {
    throw new RunError(`${shown}: is a link that leads out of the manifest’s folder, so it cannot be sealed there`);
  }
  return path;
}
