/**
 * The ways a manifest may grow, as pure functions: seal, amend, move. Lines are only ever added.
 *
 * Each gives a new manifest or says why not; none throws over what a person asked for.
 */
import type { Manifest, ManifestEntry, ManifestRecord } from './entry.ts';
import { type Chain, heads, lineage, link } from './manifest-chain.ts';
import { serialiseRecord } from './manifest-write.ts';
import { comparePaths, type PathProblem, pathProblem, twinKey } from './path.ts';

/** Why a manifest was not changed. */
export type RefusedChange =
  | { readonly kind: 'refused'; readonly why: 'unsafe-path'; readonly problem: PathProblem }
  /** Another path is sealed that some file systems take for this one. */
  | { readonly kind: 'refused'; readonly why: 'path-twin'; readonly other: string }
  /** The path is sealed with other contents, and no reason was given. */
  | {
      readonly kind: 'refused';
      readonly why: 'changed';
      readonly older: ManifestEntry;
      readonly words: 'same' | 'other';
    }
  | { readonly kind: 'refused'; readonly why: 'already-sealed'; readonly other: string }
  | { readonly kind: 'refused'; readonly why: 'not-sealed' | 'no-reason' | 'bad-day' };

/** What became of one request. `entry` is the line as it was added. */
export type Outcome =
  | { readonly kind: 'added'; readonly entry: ManifestEntry }
  | { readonly kind: 'superseded'; readonly entry: ManifestEntry; readonly older: ManifestEntry }
  | { readonly kind: 'unchanged' }
  | RefusedChange;

/** The same, with the manifest that came of it. */
export type Change = RefusedChange | (Exclude<Outcome, RefusedChange> & { readonly manifest: Manifest });

/** The lines in force by path: those that nothing supersedes. */
export function current(manifest: Manifest): Map<string, ManifestEntry> {
  return new Map(heads(manifest.entries, link(manifest.entries)).map(({ entry }) => [entry.path, entry]));
}

/** What the line in force at `path` superseded, directly and through others, wherever it stood; the newest first. */
export function history(manifest: Manifest, path: string): readonly ManifestEntry[] {
  const chain = link(manifest.entries);
  return lineage(manifest.entries, chain, headAt(manifest, chain, path)).slice(1);
}

/** A line that was superseded, with the reason of the line that superseded it. */
export interface OlderVersion {
  readonly entry: ManifestEntry;
  readonly reason: string;
}

/** For each line in force, by path, what it superseded, the newest first. */
export function olderVersions(manifest: Manifest): ReadonlyMap<string, readonly OlderVersion[]> {
  const chain = link(manifest.entries);
  const found = new Map<string, readonly OlderVersion[]>();
  for (const { index, entry } of heads(manifest.entries, chain)) {
    const lines = lineage(manifest.entries, chain, index);
    // A line with a reason is followed by the one that it supersedes.
    const older = lines.flatMap(({ reason }, i) => (reason === undefined ? [] : [{ entry: lines[i + 1]!, reason }]));
    found.set(entry.path, older);
  }
  return found;
}

/** A manifest of one text: its line in force, with all that it superseded. Empty when the path is not sealed. */
export function only(manifest: Manifest, path: string): Manifest {
  const chain = link(manifest.entries);
  const kept = new Set<ManifestRecord>(lineage(manifest.entries, chain, headAt(manifest, chain, path)));
  return { entries: manifest.entries.filter((record) => kept.has(record)) };
}

/** A text to seal. */
export interface Request {
  readonly entry: ManifestEntry;
  /** Why it supersedes what is sealed; `null` to seal only what is not sealed yet. */
  readonly reason: string | null;
  /** The path it moved from; its own when it has not moved. */
  readonly from?: string;
}

/** Seals many texts at once, in the time of one pass over the manifest. Outcomes come in the order of the requests. */
export function sealAll(
  manifest: Manifest,
  requests: readonly Request[],
): { readonly manifest: Manifest; readonly outcomes: readonly Outcome[] } {
  const sealed = current(manifest);
  const twins = new Map<string, string>();
  for (const path of sealed.keys()) twins.set(twinKey(path), path);
  const lines: ManifestEntry[] = [];
  const outcomes = requests.map((request) => {
    const outcome = refusedPath(twins, request) ?? outcomeOf(sealed, request);
    if (outcome.kind === 'added' || outcome.kind === 'superseded') {
      lines.push(outcome.entry);
      moveHead(sealed, twins, outcome.entry);
    }
    return outcome;
  });
  return { manifest: { entries: merged(manifest.entries, lines) }, outcomes };
}

/** Seals one text at a path that is not sealed yet. A path that is sealed with the same contents is left as it is. */
export function addEntry(manifest: Manifest, entry: ManifestEntry): Change {
  return sealOne(manifest, { entry, reason: null });
}

/** Supersedes the line at the entry's path, or at `from` when the text has moved, and says why. */
export function amend(manifest: Manifest, entry: ManifestEntry, reason: string, from: string = entry.path): Change {
  return sealOne(manifest, { entry, reason, from });
}

function sealOne(manifest: Manifest, request: Request): Change {
  const { manifest: changed, outcomes } = sealAll(manifest, [request]);
  const outcome = outcomes[0]!;
  return outcome.kind === 'refused' ? outcome : { ...outcome, manifest: changed };
}

function outcomeOf(sealed: ReadonlyMap<string, ManifestEntry>, request: Request): Outcome {
  return request.reason === null ? added(sealed, request.entry) : amended(sealed, request, request.reason);
}

function added(sealed: ReadonlyMap<string, ManifestEntry>, entry: ManifestEntry): Outcome {
  const older = sealed.get(entry.path);
  if (older === undefined) return { kind: 'added', entry: firstSealing(entry) };
  if (isSame(older, entry)) return { kind: 'unchanged' };
  return { kind: 'refused', why: 'changed', older, words: older.digest === entry.digest ? 'same' : 'other' };
}

function amended(sealed: ReadonlyMap<string, ManifestEntry>, request: Request, reason: string): Outcome {
  const { entry, from = entry.path } = request;
  const older = sealed.get(from);
  if (reason.trim() === '') return { kind: 'refused', why: 'no-reason' };
  if (older === undefined) return { kind: 'refused', why: 'not-sealed' };
  if (from === entry.path) {
    if (isSame(older, entry)) return { kind: 'unchanged' };
  } else if (sealed.has(entry.path)) return { kind: 'refused', why: 'already-sealed', other: entry.path };
  const moved = from === entry.path ? {} : { moved: from };
  return { kind: 'superseded', older, entry: { ...firstSealing(entry), supersedes: older.sha256, ...moved, reason } };
}

function refusedPath(twins: ReadonlyMap<string, string>, { entry, from }: Request): RefusedChange | null {
  const problem = pathProblem(entry.path);
  if (problem !== null) return { kind: 'refused', why: 'unsafe-path', problem };
  const other = twins.get(twinKey(entry.path));
  if (other === undefined || other === entry.path || other === from) return null;
  return { kind: 'refused', why: 'path-twin', other };
}

function moveHead(sealed: Map<string, ManifestEntry>, twins: Map<string, string>, entry: ManifestEntry): void {
  if (entry.moved !== undefined) {
    sealed.delete(entry.moved);
    twins.delete(twinKey(entry.moved));
  }
  sealed.set(entry.path, entry);
  twins.set(twinKey(entry.path), entry.path);
}

/** Puts each new line behind all others of its path. */
function merged(records: readonly ManifestRecord[], lines: readonly ManifestEntry[]): ManifestRecord[] {
  return [...records, ...lines].sort((a, b) => comparePaths(a.path, b.path));
}

/** The index of the line in force at `path`, or -1. */
export function headAt(manifest: Manifest, chain: Chain, path: string): number {
  return heads(manifest.entries, chain).find(({ entry }) => entry.path === path)?.index ?? -1;
}

/** The entry without a history: whatever it superseded elsewhere is not this manifest's. */
function firstSealing(entry: ManifestEntry): ManifestEntry {
  const { supersedes: _supersedes, moved: _moved, reason: _reason, ...rest } = entry;
  return rest;
}

/** Whether two entries seal the same, whenever and for whatever reason they were made. */
function isSame(a: ManifestEntry, b: ManifestEntry): boolean {
  return serialiseRecord(undated(a)) === serialiseRecord(undated(b));
}

function undated(entry: ManifestEntry): ManifestEntry {
  const { sealed: _sealed, ...rest } = firstSealing(entry);
  return rest;
}
