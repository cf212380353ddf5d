/** What `verbatim manifest` does: gathers the texts, shows or seals them, and says what was done. */
import { resolve } from 'node:path';
import { forTerminal, shownName } from '../core/report/escape.ts';
import { counted } from '../core/report/number.ts';
import type { Manifest, ManifestEntry } from '../core/seal/entry.ts';
import { only } from '../core/seal/manifest-change.ts';
import { serialiseManifest } from '../core/seal/manifest-write.ts';
import { findConfig, type LoadedConfig } from '../repository/config-file.ts';
import { withLock } from '../repository/lock.ts';
import {
  findManifest,
  loadManifest,
  loadOrBegin,
  MANIFEST_NAME,
  type ManifestFile,
  manifestAt,
  saveManifest,
} from '../repository/manifest-file.ts';
import { manifestPath, shownPath } from '../repository/paths.ts';
import { expected, RunError } from '../repository/run-error.ts';
import { changeManifest, type Told } from './change-manifest.ts';
import { emit } from './emit.ts';
import { EXIT } from './exit.ts';
import { filesToSeal, type GatherOptions, gatherText, type Sealing } from './gather-texts.ts';
import { listedFiles } from './listed-files.ts';
import { dayOf, type ManifestOptions } from './manifest-options.ts';
import { neededManifest } from './needed-manifest.ts';
import { previewLines } from './preview.ts';
import { progressOf } from './progress.ts';
import { note, type Session, say } from './session.ts';
import { settingsOf } from './settings.ts';
import { signManifest, warnOfSignature } from './signature.ts';
import { withdrawTexts } from './withdraw-texts.ts';

/** Seals the texts that `patterns` name, and signs the manifest if that is asked for; without texts it only signs. */
export async function sealTexts(
  patterns: readonly string[],
  options: ManifestOptions,
  session: Session,
): Promise<void> {
  const { sign } = options;
  const onlySigns = sign !== undefined && patterns.length === 0 && options.import === undefined;
  if (!onlySigns) await changeTexts(patterns, options, session);
  if (sign === undefined || options.dryRun === true || session.exit !== EXIT.passed) return;
  const target = targetOf(options, findConfig(session.cwd)?.root ?? session.cwd, session);
  session.stdout.write(await signManifest(target, sign, session));
}

async function changeTexts(patterns: readonly string[], options: ManifestOptions, session: Session): Promise<void> {
  if (options.only !== undefined) return printOne(options.only, options, session);
  const config = findConfig(session.cwd);
  const target = targetOf(options, config?.root ?? session.cwd, session);
  const gathering: GatherOptions = {
    root: target.root,
    settings: settingsOf(config?.config ?? null, {}),
    breaks: options.breaks ?? null,
    day: dayOf(options),
  };
  if (options.withdraw !== undefined)
    return withdrawTexts(patterns, options.withdraw, target, gathering, options, session);
  const files = await filesOf(patterns, options, config, session);
  if (files === null) return;
  const width = session.stdout.columns ?? 80;
  const show = (sealing: Sealing) => session.stdout.write(`${previewLines(sealing, width).join('\n')}\n`);
  const entries = await gatherAll(files, gathering, options.dryRun === true ? show : () => undefined, session);
  if (entries === null || options.dryRun === true) return;
  await withLock(target.path, target.shown, async () => apply(entries, options, target, session));
}

/** The files to seal; `null` when some have not the bytes of the list to import. */
async function filesOf(
  patterns: readonly string[],
  options: ManifestOptions,
  config: LoadedConfig | null,
  session: Session,
): Promise<readonly string[] | null> {
  if (options.import === undefined) return filesToSeal(patterns, config, session);
  const wanted = patterns.length === 0 ? [] : await filesToSeal(patterns, config, session);
  return listedFiles(options.import, wanted, session);
}

/** The manifest to write: the one named, the nearest, or a new one in `fresh`. */
function targetOf(options: ManifestOptions, fresh: string, session: Session): ManifestFile {
  const { output } = options;
  if (output !== undefined) return manifestAt(resolve(session.cwd, output), shownPath(output, session.cwd));
  return findManifest(session.cwd) ?? manifestAt(resolve(fresh, MANIFEST_NAME), MANIFEST_NAME);
}

/** Every text's line, or `null` when one cannot be sealed; each of those is named. Transcripts are let go one by one. */
async function gatherAll(
  files: readonly string[],
  options: GatherOptions,
  each: (sealing: Sealing) => void,
  session: Session,
): Promise<readonly ManifestEntry[] | null> {
  const entries: ManifestEntry[] = [];
  const progress = progressOf('texts', files.length, session);
  for (const file of files) {
    try {
      const sealing = await gatherText(file, options, session);
      each(sealing);
      entries.push(sealing.entry);
      progress.at(entries.length);
    } catch (error) {
      for (const line of expected(error, RunError).lines) say(session, line);
      note(session, EXIT.notJudged);
    }
  }
  progress.end();
  if (entries.length === files.length) return entries;
  if (files.length > 1) say(session, 'nothing was sealed');
  return null;
}

function apply(
  entries: readonly ManifestEntry[],
  options: ManifestOptions,
  target: ManifestFile,
  session: Session,
): void {
  const { manifest, told } = changeManifest(loadOrBegin(target), entries, options.amend ?? null, target.root);
  const refused = told.filter(({ kind }) => kind === 'refused');
  for (const { path, text, exit } of refused) {
    say(session, `${path}: ${text}`);
    note(session, exit);
  }
  if (refused.length > 0) {
    if (entries.length > 1) say(session, 'nothing was sealed');
    return;
  }
  if (told.some(({ kind }) => kind === 'sealed')) {
    saveManifest(target, manifest);
    if (options.sign === undefined) warnOfSignature(target, session);
  }
  session.stdout.write(summaryOf(told, target));
}

function summaryOf(told: readonly Told[], target: ManifestFile): string {
  const sealed = told
    .filter(({ kind }) => kind === 'sealed')
    .map(({ path, text }) => forTerminal(`${shownName(path)}: ${text}`));
  const unchanged = told.length - sealed.length;
  if (unchanged > 0) sealed.push(`${counted(unchanged, 'text is', 'texts are')} sealed already.`);
  if (unchanged < told.length) sealed.push(forTerminal(`Written to ${shownName(target.shown)}.`));
  return `${sealed.join('\n')}\n`;
}

/** Prints the manifest of one sealed text, with what it superseded. */
function printOne(file: string, options: ManifestOptions, session: Session): void {
  const source = neededManifest(undefined, session);
  const path = manifestPath(source.root, resolve(session.cwd, file));
  const part: Manifest = only(loadManifest(source), path);
  if (part.entries.length === 0)
    throw new RunError(`${shownPath(file, session.cwd)}: is not sealed in ${source.shown}`);
  emit(serialiseManifest(part), options.output, [source.path, file], session);
}
