/** What `verbatim manifest --withdraw` does: takes a text's digests out for good, with or without a cleaned text in its place. */
import { resolve } from 'node:path';
import type { Manifest, ManifestEntry } from '../core/seal/entry.ts';
import { current } from '../core/seal/manifest-change.ts';
import { withdraw } from '../core/seal/manifest-withdraw.ts';
import { withLock } from '../repository/lock.ts';
import { loadManifest, type ManifestFile, saveManifest } from '../repository/manifest-file.ts';
import { locateInRoot, manifestPath } from '../repository/paths.ts';
import { RunError } from '../repository/run-error.ts';
import { refusal } from './change-manifest.ts';
import { type GatherOptions, gatherText } from './gather-texts.ts';
import { dayOf, type ManifestOptions, today } from './manifest-options.ts';
import type { Session } from './session.ts';

/** Withdraws the texts in `files`, all or none. */
export async function withdrawTexts(
  files: readonly string[],
  reason: string,
  target: ManifestFile,
  gathering: GatherOptions,
  options: ManifestOptions,
  session: Session,
): Promise<void> {
  if (files.length === 0) throw new RunError('--withdraw needs the text to withdraw: name its file');
  await withLock(target.path, target.shown, async () => {
    let manifest = loadManifest(target);
    const told: string[] = [];
    for (const name of files) {
      const file = resolve(session.cwd, name);
      const path = manifestPath(target.root, file);
      const cleaned = await cleanedText(manifest, path, file, gathering, session);
      const result = withdraw(manifest, path, reason, dayOf(options) ?? today(), cleaned);
      if (result.kind === 'refused') throw new RunError(`${path}: ${refusal(result).text}`);
      manifest = result.manifest;
      told.push(`${path}: withdrawn${cleaned === null ? '' : ', and the cleaned text sealed'}\n`);
    }
    if (options.dryRun !== true) saveManifest(target, manifest);
    session.stdout.write(`${told.join('')}${options.dryRun === true ? 'Nothing was written.' : farewell(target)}\n`);
  });
}

function farewell(target: ManifestFile): string {
  return `Written to ${target.shown}. Older versions in the repository’s history still hold what was withdrawn.`;
}

/** What now stands at the path, if anything does. It must not be what is being withdrawn. */
async function cleanedText(
  manifest: Manifest,
  path: string,
  file: string,
  gathering: GatherOptions,
  session: Session,
): Promise<ManifestEntry | null> {
  if (locateInRoot(gathering.root, path) === null) return null;
  const { entry } = await gatherText(file, gathering, session);
  if (current(manifest).get(path)?.digest !== entry.digest) return entry;
  throw new RunError(`${path}: the file still holds the words that are to be withdrawn: clean it or delete it first`);
}
