/** What `verbatim check` does: the record against the manifest, the manifest against its base, the copies against the record. */
import type { TextResult } from '../core/judge/judgement.ts';
import type { Manifest, ManifestEntry } from '../core/seal/entry.ts';
import { current } from '../core/seal/manifest-change.ts';
import { ManifestError } from '../core/seal/manifest-error.ts';
import { parseManifestBytes } from '../core/seal/manifest-parse.ts';
import { CONFIG_NAME } from '../repository/config.ts';
import { MANIFEST_NAME, type ManifestFile, manifestBytes } from '../repository/manifest-file.ts';
import { expected, RunError } from '../repository/run-error.ts';
import { UnchangedSearch } from '../repository/unchanged.ts';
import { articleRows } from './check/declared-articles.ts';
import { type DeclaredCopy, declaredCopies } from './check/declared-copies.ts';
import { type Gate, gateOf, gateRows } from './check/gate.ts';
import { judgeDeclared } from './check/judge-declared.ts';
import { type SealedRowsInput, sealedRows } from './check/sealed-rows.ts';
import { textsOfFailing } from './check/texts-of-failing.ts';
import { unsealedRows } from './check/unsealed-rows.ts';
import { emitReport } from './emit-report.ts';
import { fileFinding, textRow } from './findings.ts';
import { ManifestShelf } from './manifest-shelf.ts';
import { neededManifest } from './needed-manifest.ts';
import type { PolicyOptions } from './policy-options.ts';
import { progressOf } from './progress.ts';
import type { ReportOptions } from './report-options.ts';
import { type Session, say } from './session.ts';
import { type Settings, settingsOf } from './settings.ts';
import { allowedSigners, type SignerOptions, signatureFindings } from './signature.ts';

/** What the command line says about checking a repository. */
export interface CheckOptions extends PolicyOptions, ReportOptions, SignerOptions {
  readonly base?: string;
  readonly changed?: true;
  readonly manifest?: string;
  readonly jobs?: number;
}

/** Checks the repository around the session's folder and writes the report. */
export async function checkRepository(options: CheckOptions, session: Session): Promise<void> {
  if (options.changed === true && options.base === undefined)
    throw new RunError('--changed needs --base: changed since when?');
  const file = neededManifest(options.manifest, session);
  const gate = await gateOf(file, options.base, session);
  const settings = settingsOf(gate.config, options);
  const bytes = manifestBytes(file);
  const signed = await signatureFindings(file, bytes, allowedSigners(options, settings.signers, session));
  const search = new UnchangedSearch(file.root, bytes, options.changed === true ? 1 : options.jobs);
  const manifest = manifestIn(file, bytes, session);
  if ('broken' in manifest) {
    const row = textRow(
      file.shown,
      [...manifest.broken.map(({ line, detail }) => fileFinding('manifest-broken', { line, detail })), ...signed],
      settings.policy,
    );
    return emitReport({ results: [], texts: [row] }, options, [file.path], session);
  }
  const signature = signed.length === 0 ? [] : [textRow(file.shown, signed, settings.policy)];
  const texts = [...signature, ...(await textRows(file, manifest, gate, settings, { ...options, search }, session))];
  const copies = await copiesToJudge(file, gate, options, session);
  const results = await judgeDeclared(file.root, copies, manifest, settings, options.jobs, session);
  const shelf = manifest.entries.length === 0 ? null : new ManifestShelf(manifest, file.root, settings);
  const articles = await articleRows(file.root, gate.config, shelf, changedOnly(gate, options), settings, session);
  const more =
    options.format === 'html'
      ? { manifest, texts: await textsOfFailing(results, copies, { root: file.root, manifest, settings }) }
      : {};
  await emitReport({ results, texts: [...texts, ...articles] }, options, [file.path], session, more);
}

function manifestIn(
  file: ManifestFile,
  bytes: Uint8Array,
  session: Session,
): Manifest | { readonly broken: ManifestError['problems'] } {
  try {
    return parseManifestBytes(bytes);
  } catch (error) {
    const { problems } = expected(error, ManifestError);
    say(session, `${file.shown}:${problems[0].line}: the manifest is broken; nothing it vouches for is certain`);
    return { broken: problems };
  }
}

async function textRows(
  file: ManifestFile,
  manifest: Manifest,
  gate: Gate,
  settings: Settings,
  options: CheckOptions & Pick<SealedRowsInput, 'search'>,
  session: Session,
): Promise<readonly TextResult[]> {
  const { root } = file;
  const { policy, furniture } = settings;
  const entries = current(manifest);
  const wanted = changedOnly(gate, options);
  const before = gate.base === null ? entries : current(gate.base.manifest);
  const isNew = ({ path, sha256 }: ManifestEntry) => before.get(path)?.sha256 !== sha256;
  const checked = [...entries.values()].filter((entry) => wanted(entry.path) || isNew(entry));
  const progress = progressOf('texts', checked.length, session);
  const sealed = await sealedRows({
    root,
    manifest,
    entries: checked,
    policy,
    furniture,
    search: options.search,
    progress: progress.at,
  });
  progress.end();
  const unsealed = await unsealedRows({ root, globs: gate.config.texts, entries, policy });
  const rows = [...sealed, ...unsealed.filter(({ text }) => wanted(text))];
  return [...gateRows(gate, manifest, policy), ...rows.sort((a, b) => (a.text < b.text ? -1 : 1))];
}

/** Whether a path is to be looked at: every one, or with `--changed` those that differ from the base. */
function changedOnly({ base }: Gate, options: CheckOptions): (path: string) => boolean {
  if (options.changed !== true || base === null) return () => true;
  const changed = new Set([...base.changed].map((path) => path.normalize('NFC')));
  return (path) => changed.has(path.normalize('NFC'));
}

async function copiesToJudge(
  file: ManifestFile,
  gate: Gate,
  options: CheckOptions,
  session: Session,
): Promise<readonly DeclaredCopy[]> {
  const copies = await declaredCopies(file.root, gate.config, session);
  const wanted = changedOnly(gate, options);
  if (wanted(CONFIG_NAME) || wanted(MANIFEST_NAME)) return copies;
  return copies.filter(({ path, transcript }) => wanted(path) || (transcript !== null && wanted(transcript)));
}
