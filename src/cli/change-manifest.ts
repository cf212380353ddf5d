/** Puts texts into a manifest and says of each what became of it. */
import type { Manifest, ManifestEntry } from '../core/seal/entry.ts';
import { current, type Outcome, type RefusedChange, sealAll } from '../core/seal/manifest-change.ts';
import { locateInRoot } from '../repository/paths.ts';
import { EXIT, type Exit } from './exit.ts';

/** What became of one text. */
export interface Told {
  readonly kind: 'sealed' | 'unchanged' | 'refused';
  readonly path: string;
  /** What was done or what to do, fit for the person. */
  readonly text: string;
  readonly exit: Exit;
}

/** The manifest with all the texts, and what became of each; `reason` is that of `--amend`, or `null`. */
export function changeManifest(
  manifest: Manifest,
  entries: readonly ManifestEntry[],
  reason: string | null,
  root: string,
): { readonly manifest: Manifest; readonly told: readonly Told[] } {
  const originOf = originsBelow(root, manifest);
  const requests = entries.map((entry) => {
    const origin = originOf(entry);
    return { entry, reason, origin, from: origin ?? entry.path };
  });
  const changed = sealAll(manifest, requests);
  const told = requests.map(({ entry, origin }, i) => tellOne(entry.path, origin, reason, changed.outcomes[i]!));
  return { manifest: changed.manifest, told };
}

/** For a text that is new at its path, the path it was sealed under when it has gone from there: the same bytes, and no file any more. */
function originsBelow(root: string, manifest: Manifest): (entry: ManifestEntry) => string | null {
  const sealed = current(manifest);
  const byBytes = new Map<string, string[]>();
  for (const [path, { sha256 }] of sealed) {
    const paths = byBytes.get(sha256);
    if (paths === undefined) byBytes.set(sha256, [path]);
    else paths.push(path);
  }
  return ({ path, sha256 }) => {
    if (sealed.has(path)) return null;
    return byBytes.get(sha256)?.find((other) => locateInRoot(root, other) === null) ?? null;
  };
}

function tellOne(path: string, origin: string | null, reason: string | null, outcome: Outcome): Told {
  if (origin !== null && reason === null) {
    const text = `was sealed as ${origin}, which is gone: record the move with --amend "reason"`;
    return { kind: 'refused', path, text, exit: EXIT.failed };
  }
  switch (outcome.kind) {
    case 'refused':
      return { kind: 'refused', path, ...refusal(outcome) };
    case 'unchanged':
      return { kind: 'unchanged', path, text: 'sealed already', exit: EXIT.passed };
    case 'added':
      return { kind: 'sealed', path, text: 'sealed', exit: EXIT.passed };
    case 'superseded': {
      const text = origin === null ? 'sealed anew; the older line stays' : `sealed here; it was ${origin}`;
      return { kind: 'sealed', path, text, exit: EXIT.passed };
    }
  }
}

/** Why a change was refused, and what to do. A sealed text that changed was judged and does not pass; the rest is wrong usage. */
export function refusal(refused: RefusedChange): { readonly text: string; readonly exit: Exit } {
  switch (refused.why) {
    case 'changed': {
      const words =
        refused.words === 'same'
          ? 'its bytes changed since it was sealed, its words did not'
          : 'its words changed since it was sealed';
      return { text: `${words}: restore the file, or seal the change with --amend "reason"`, exit: EXIT.failed };
    }
    case 'unsafe-path':
      return {
        text: `this name cannot stand in a manifest (${refused.problem}): rename the file`,
        exit: EXIT.notJudged,
      };
    case 'path-twin':
      return {
        text: `some systems take it for ${refused.other}, which is sealed: rename one of them`,
        exit: EXIT.notJudged,
      };
    case 'already-sealed':
      return { text: `${refused.other} is sealed already`, exit: EXIT.notJudged };
    case 'not-sealed':
      return { text: 'it is not sealed: seal it first, without --amend or --withdraw', exit: EXIT.notJudged };
    case 'no-reason':
      return { text: 'say why: the reason is recorded', exit: EXIT.notJudged };
    case 'bad-day':
      return { text: 'give the day as YYYY-MM-DD', exit: EXIT.notJudged };
  }
}
