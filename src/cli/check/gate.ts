/** What `check` compares with: the base, if there is one, and the configuration that governs. */
import type { TextResult } from '../../core/judge/judgement.ts';
import type { Policy } from '../../core/judge/policy.ts';
import type { Manifest } from '../../core/seal/entry.ts';
import { CONFIG_NAME, type Config, EMPTY_CONFIG } from '../../repository/config.ts';
import { governing, loosenings } from '../../repository/config-compare.ts';
import { findConfig } from '../../repository/config-file.ts';
import { MANIFEST_NAME, type ManifestFile } from '../../repository/manifest-file.ts';
import { expected, RunError } from '../../repository/run-error.ts';
import { fileFinding, textRow } from '../findings.ts';
import { type Session, say } from '../session.ts';
import { type Base, loadBase, manifestFindings } from './base-rows.ts';

export interface Gate {
  readonly base: Base | null;
  /** Why the base asked for cannot be compared with; `null` when it can, or none was asked for. */
  readonly baseMissing: string | null;
  readonly head: Config;
  /** The configuration that governs. */
  readonly config: Config;
}

/** The gate of the repository whose manifest is `file`. */
export async function gateOf(file: ManifestFile, revision: string | undefined, session: Session): Promise<Gate> {
  const head = headConfig(file);
  if (revision === undefined) return { base: null, baseMissing: null, head, config: head };
  try {
    const base = await loadBase(file.root, revision);
    return { base, baseMissing: null, head, config: governing(base.config, head) };
  } catch (error) {
    for (const line of expected(error, RunError).lines) say(session, line);
    return { base: null, baseMissing: `“${revision}”`, head, config: head };
  }
}

function headConfig(file: ManifestFile): Config {
  const found = findConfig(file.root);
  if (found === null) return EMPTY_CONFIG;
  if (found.root === file.root) return found.config;
  throw new RunError(`${CONFIG_NAME} and ${file.shown} stand in different folders: put them side by side`);
}

/** The rows about the manifest's lines and the configuration, against the base. */
export function gateRows({ base, baseMissing, head }: Gate, manifest: Manifest, policy: Policy): readonly TextResult[] {
  if (baseMissing !== null)
    return [textRow(MANIFEST_NAME, [fileFinding('base-missing', { detail: baseMissing })], policy)];
  if (base === null) return [];
  const loosened = loosenings(base.config, head).map((detail) => fileFinding('config-loosened', { detail }));
  return [
    textRow(MANIFEST_NAME, manifestFindings(base, manifest), policy),
    ...(loosened.length === 0 ? [] : [textRow(CONFIG_NAME, loosened, policy)]),
  ];
}
