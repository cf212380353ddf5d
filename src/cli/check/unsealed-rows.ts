/** The rows of texts that the configuration names and the manifest does not. */
import type { TextResult } from '../../core/judge/judgement.ts';
import type { Policy } from '../../core/judge/policy.ts';
import type { ManifestEntry } from '../../core/seal/entry.ts';
import { hashFiles } from '../../repository/fixity.ts';
import { matchingFiles } from '../../repository/glob.ts';
import { locateInRoot } from '../../repository/paths.ts';
import { fileFinding, textRow } from '../findings.ts';

/** What the rows are made from. */
export interface UnsealedRowsInput {
  readonly root: string;
  readonly globs: readonly string[];
  readonly entries: ReadonlyMap<string, ManifestEntry>;
  readonly policy: Policy;
}

/** One row for each text that is not sealed. One that is a sealed text under a new name is named as such. */
export async function unsealedRows({
  root,
  globs,
  entries,
  policy,
}: UnsealedRowsInput): Promise<readonly TextResult[]> {
  const paths = (await matchingFiles(root, globs)).filter((path) => !entries.has(path.normalize('NFC')));
  if (paths.length === 0) return [];
  const gone = new Map<string, string>();
  for (const { path, sha256 } of entries.values()) if (locateInRoot(root, path) === null) gone.set(sha256, path);
  const fixities = gone.size === 0 ? [] : hashFiles(paths.map((path) => `${root}/${path}`));
  return paths.map((path, i) => {
    const fixity = fixities[i];
    const origin = fixity !== undefined && 'sha256' in fixity ? gone.get(fixity.sha256) : undefined;
    const facts =
      origin === undefined ? {} : { detail: `it is ${origin} under a new name; seal the move with --amend` };
    return textRow(path.normalize('NFC'), [fileFinding('text-unsealed', facts)], policy);
  });
}
