/** What `verbatim verify` does: puts the sealed texts on a shelf, judges each copy, reports. */
import { dirname } from 'node:path';
import type { CopyResult } from '../core/judge/judgement.ts';
import { shownPath } from '../repository/paths.ts';
import { emitReport } from './emit-report.ts';
import { readBytes } from './input.ts';
import { judgeCopy, judgeJoined } from './judge-copy.ts';
import { neededManifest } from './needed-manifest.ts';
import { openShelf } from './open-shelf.ts';
import type { PolicyOptions } from './policy-options.ts';
import type { ReportOptions } from './report-options.ts';
import { sealedFiles } from './sealed-files.ts';
import type { Session } from './session.ts';
import { type Settings, settingsFor } from './settings.ts';
import { type Shelf, shelfOf } from './shelf.ts';

/** What the command line says about judging copies. */
export interface VerifyOptions extends PolicyOptions, ReportOptions {
  readonly against?: readonly string[];
  readonly manifest?: string;
  /** Whether the copies are the pages of one. */
  readonly joined?: true;
}

/** Judges `copies` and writes the report. */
export async function verifyCopies(copies: readonly string[], options: VerifyOptions, session: Session): Promise<void> {
  const { shelf, settings } = await prepare(options, session);
  const named = copies.map((name) => ({ shown: shownPath(name, session.cwd), bytes: () => readBytes(name, session) }));
  const results: CopyResult[] = [];
  if (options.joined === true) results.push(await judgeJoined(named, shelf, settings, session));
  else for (const copy of named) results.push(await judgeCopy(copy, shelf, settings, session));
  await emitReport({ results }, options, [...copies, ...(options.against ?? [])], session);
}

async function prepare(
  options: VerifyOptions,
  session: Session,
): Promise<{ readonly shelf: Shelf; readonly settings: Settings }> {
  const { against = [] } = options;
  if (against.length > 0) {
    const settings = settingsFor(session.cwd, against, options);
    return { settings, shelf: shelfOf(await sealedFiles(against, settings, session)) };
  }
  const file = neededManifest(options.manifest, session);
  const settings = settingsFor(session.cwd, [dirname(file.path)], options);
  return { settings, shelf: openShelf(file, settings) };
}
