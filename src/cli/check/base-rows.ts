/** The rows about the manifest and the configuration against those of the base: lines stay, and nothing is loosened on the way. */
import type { Finding } from '../../core/judge/finding.ts';
import { EMPTY_MANIFEST, type Manifest } from '../../core/seal/entry.ts';
import { compareManifests, type ManifestChange } from '../../core/seal/manifest-compare.ts';
import { ManifestError } from '../../core/seal/manifest-error.ts';
import { parseManifestBytes } from '../../core/seal/manifest-parse.ts';
import { CONFIG_NAME, type Config, EMPTY_CONFIG } from '../../repository/config.ts';
import { configFrom } from '../../repository/config-file.ts';
import { changedSince, commitOf, fileAt, mergeBase } from '../../repository/git.ts';
import { MANIFEST_NAME } from '../../repository/manifest-file.ts';
import { expected, RunError } from '../../repository/run-error.ts';
import { fileFinding } from '../findings.ts';

/** What the base revision holds. */
export interface Base {
  /** The manifest at the tip of the base branch, and at the commit this branch began from (`null` when the clone does not reach so far). */
  readonly manifest: Manifest;
  readonly origin: Manifest | null;
  readonly config: Config;
  /** Paths that differ from the commit this branch began from. */
  readonly changed: ReadonlySet<string>;
}

/** Reads the base `revision` of the repository below `root`. Throws `RunError` when it is not in this clone. */
export async function loadBase(root: string, revision: string): Promise<Base> {
  const tip = await commitOf(root, revision);
  const origin = await mergeBase(root, tip);
  const config = await fileAt(root, tip, CONFIG_NAME);
  return {
    manifest: await manifestIn(root, tip),
    origin: origin === null ? null : await manifestIn(root, origin),
    config: config === null ? EMPTY_CONFIG : configFrom(new TextDecoder().decode(config), `${CONFIG_NAME} at the base`),
    changed: new Set(await changedSince(root, origin ?? tip)),
  };
}

async function manifestIn(root: string, commit: string): Promise<Manifest> {
  const bytes = await fileAt(root, commit, MANIFEST_NAME);
  if (bytes === null) return EMPTY_MANIFEST;
  try {
    return parseManifestBytes(bytes);
  } catch (error) {
    const { message } = expected(error, ManifestError);
    throw new RunError(`${MANIFEST_NAME} at the base is broken (${message}): restore it there first`);
  }
}

/** What the checked-out manifest does to the base's lines. */
export function manifestFindings(base: Base, head: Manifest): readonly Finding[] {
  return compareManifests(base.manifest, head).map((change) => findingOf(change, base, head));
}

function findingOf(change: ManifestChange, base: Base, head: Manifest): Finding {
  const { path } = change;
  switch (change.kind) {
    case 'added':
      return fileFinding('line-added', { detail: path, line: change.line });
    case 'superseding':
      return fileFinding('text-superseded', { detail: path, reason: change.reason, line: change.line });
    case 'withdrawn':
      return fileFinding('text-withdrawn', { detail: path, reason: change.reason, line: change.line });
    case 'removed':
      return fileFinding('line-removed', { detail: removedDetail(path, base), line: nearest(change.baseLine, head) });
    case 'edited':
      return fileFinding('line-edited', { detail: editedDetail(path, base), line: change.line });
    case 'reordered':
      return fileFinding('line-moved', { detail: path, line: change.line });
  }
}

/** A removed line has no place any more; the nearest line that is left shows where it was. */
function nearest(line: number, head: Manifest): number {
  return Math.min(line, head.entries.length + 1);
}

function removedDetail(path: string, base: Base): string {
  const known = base.origin?.entries.some((record) => record.path === path) ?? true;
  return known ? path : `${path}, which was sealed on the base after this branch began: bring the branch up to date`;
}

function editedDetail(path: string, base: Base): string {
  return base.changed.has(path) ? `${path}, whose text was changed together with its line` : path;
}
