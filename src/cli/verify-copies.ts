/** What `verbatim verify` does: puts the sealed texts on a shelf, judges each copy, reports. */
import { dirname, resolve } from 'node:path';
import type { Finding } from '../core/judge/finding.ts';
import type { CopyResult } from '../core/judge/judgement.ts';
import { passes } from '../core/judge/policy.ts';
import { plainFindings } from '../core/judge/reading.ts';
import type { Renderer } from '../render/renderer.ts';
import { manifestBytes } from '../repository/manifest-file.ts';
import { shownPath } from '../repository/paths.ts';
import { emitReport } from './emit-report.ts';
import { readBytes } from './input.ts';
import { type Copy, type JudgedCopy, judgeCopy, judgeJoined } from './judge-copy.ts';
import { neededManifest } from './needed-manifest.ts';
import type { PolicyOptions } from './policy-options.ts';
import type { ReportOptions } from './report-options.ts';
import { sealedFiles } from './sealed-files.ts';
import type { Session } from './session.ts';
import { type Settings, settingsFor } from './settings.ts';
import { type Shelf, shelfOf } from './shelf.ts';
import { allowedSigners, type SignerOptions, signatureNotes } from './signature.ts';

/** What the command line says about judging copies. */
export interface VerifyOptions extends PolicyOptions, ReportOptions, SignerOptions {
  readonly against?: readonly string[];
  readonly manifest?: string;
  /** Whether the copies are the pages of one. */
  readonly joined?: true;
  /** Whether pages are judged as a browser shows them, too. */
  readonly render?: true;
}

/** Judges `copies` and writes the report. */
export async function verifyCopies(copies: readonly string[], options: VerifyOptions, session: Session): Promise<void> {
  const { shelf, settings: plain, notes } = await prepare(options, session);
  const settings: Settings = options.format === 'html' ? { ...plain, shows: 'texts' } : plain;
  const named = copies.map((name) => ({
    shown: shownPath(name, session.cwd),
    bytes: () => readBytes(name, session),
    ...(name === '-' ? {} : { folder: dirname(resolve(session.cwd, name)) }),
  }));
  const results: JudgedCopy[] = [];
  if (options.joined === true) results.push(await judgeJoined(named, shelf, settings, session));
  else results.push(...(await judgeEach(named, options, shelf, settings, session)));
  const noted = results.map((row) => withNotes(row, notes, settings));
  const texts = results.map(({ sideBySide, findings }) => sideBySide?.(findings) ?? null);
  await emitReport({ results: noted }, options, [...copies, ...(options.against ?? [])], session, { texts });
}

async function judgeEach(
  copies: readonly Copy[],
  { render }: VerifyOptions,
  shelf: Shelf,
  settings: Settings,
  session: Session,
): Promise<readonly JudgedCopy[]> {
  const renderer = render === true ? await startRenderer(session) : null;
  const results: JudgedCopy[] = [];
  try {
    for (const copy of copies) {
      const row = await judgeCopy(copy, shelf, settings, session, renderer);
      // Of many copies the texts would be kept in memory to the end.
      const isKept = copies.length === 1 || settings.shows === 'texts';
      results.push(isKept ? row : { ...row, findings: plainFindings(row.findings) });
    }
  } finally {
    await renderer?.close();
  }
  return results;
}

/** Loaded when it is asked for: who does not render needs neither browser nor driver. */
async function startRenderer({ env }: Session): Promise<Renderer> {
  const { Renderer } = await import('../render/renderer.ts');
  return Renderer.start(env);
}

function withNotes(row: CopyResult, notes: readonly Finding[], { policy }: Settings): CopyResult {
  if (notes.length === 0) return row;
  const findings = [...row.findings, ...notes];
  return { ...row, findings, pass: row.pass && passes(findings, policy) };
}

/** What copies are held against, and what is to be said of it whatever the copy. */
interface Prepared {
  readonly shelf: Shelf;
  readonly settings: Settings;
  readonly notes: readonly Finding[];
}

async function prepare(options: VerifyOptions, session: Session): Promise<Prepared> {
  const { against = [] } = options;
  if (against.length > 0) {
    const settings = settingsFor(session.cwd, against, options);
    return { settings, shelf: shelfOf(await sealedFiles(against, settings, session)), notes: [] };
  }
  const file = neededManifest(options.manifest, session);
  const settings = settingsFor(session.cwd, [dirname(file.path)], options);
  const bytes = manifestBytes(file);
  const notes = await signatureNotes(file, bytes, allowedSigners(options, settings.signers, session));
  const { openShelf } = await import('./open-shelf.ts');
  return { settings, shelf: openShelf(file, bytes, settings), notes };
}
