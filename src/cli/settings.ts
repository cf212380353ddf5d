/** What governs a run: the nearest configuration, and what the command line adds. */
import { resolve } from 'node:path';
import type { Policy } from '../core/judge/policy.ts';
import { type Conventions, NO_CONVENTIONS } from '../core/structure/transcript.ts';
import type { Config } from '../repository/config.ts';
import { findConfig } from '../repository/config-file.ts';
import { isInside } from '../repository/paths.ts';
import { type PolicyOptions, policyOf } from './policy-options.ts';

/** How documents are read, structured and judged in this run. */
export interface Settings {
  readonly policy: Policy;
  readonly conventions: Conventions;
  readonly furniture: readonly string[];
  /** Lines of allowed signers, as the configuration has them. */
  readonly signers: readonly string[];
  /** Whether the report shows the texts besides the findings. */
  readonly shows?: 'texts';
}

/**
 * The settings for judging copies from the folder `cwd` against the `transcripts` named by path. A configuration speaks for
 * the texts below its folder only: it does not govern transcripts that lie elsewhere. A copy never brings settings.
 */
export function settingsFor(cwd: string, transcripts: readonly string[], options: PolicyOptions): Settings {
  const found = findConfig(cwd);
  const governs = found !== null && transcripts.every((file) => isInside(found.root, resolve(cwd, file)));
  return settingsOf(governs ? found.config : null, options);
}

/** The settings of a configuration with the command line's additions. */
export function settingsOf(config: Config | null, options: PolicyOptions): Settings {
  return {
    policy: policyOf(options, config?.policy),
    conventions: config?.conventions ?? NO_CONVENTIONS,
    furniture: config?.furniture ?? [],
    signers: config?.signers ?? [],
  };
}
