/**
 * Which line supersedes which.
 *
 * A line that corrects another stands later under the same path, so it supersedes the line before it there. A line that
 * moves a text names the path it came from, and supersedes the first line under that path that has the digest it names and
 * is not superseded yet. So a text may move away and come back, and identical files at two paths are never confused.
 */
import type { ManifestEntry, ManifestRecord } from './entry.ts';

/** The supersessions of a list of records, by index. */
export interface Chain {
  /** For each record, the index of the one it supersedes, or -1. */
  readonly older: Int32Array;
  /** For each record, the index of the one that supersedes it, or -1. */
  readonly newer: Int32Array;
  /** Records that name something to supersede that is not there. */
  readonly dangling: readonly number[];
}

/** Links records, which are in the order of the file. */
export function link(records: readonly ManifestRecord[]): Chain {
  const older = new Int32Array(records.length).fill(-1);
  const newer = new Int32Array(records.length).fill(-1);
  const dangling: number[] = [];
  const join = (index: number, target: number | undefined): void => {
    if (target === undefined) dangling.push(index);
    else {
      older[index] = target;
      newer[target] = index;
    }
  };
  const moves: (readonly [number, string])[] = [];
  const latest = new Map<string, { readonly index: number; readonly record: ManifestRecord }>();
  for (const [index, record] of records.entries()) {
    const before = latest.get(record.path);
    latest.set(record.path, { index, record });
    if (record.supersedes === undefined) continue;
    if (record.moved === undefined) join(index, before?.record.sha256 === record.supersedes ? before.index : undefined);
    else if (record.moved === record.path) dangling.push(index);
    else moves.push([index, moveKey(record.moved, record.supersedes)]);
  }
  const chain: Chain = { older, newer, dangling };
  const waiting = linesToMove(records, chain);
  for (const [index, key] of moves) join(index, waiting.get(key)?.pop());
  return chain;
}

/** What a moved line looks for, as one key; no path holds LF. */
function moveKey(path: string, sha256: string): string {
  return `${sha256}\n${path}`;
}

/** The lines that a move can supersede, the last first, so that the first is taken from the end. */
function linesToMove(records: readonly ManifestRecord[], chain: Chain): Map<string, number[]> {
  const waiting = new Map<string, number[]>();
  for (const { index, entry } of heads(records, chain).toReversed()) {
    const key = moveKey(entry.path, entry.sha256);
    const same = waiting.get(key);
    if (same === undefined) waiting.set(key, [index]);
    else same.push(index);
  }
  return waiting;
}

/** The lines that nothing supersedes, and where they stand. */
export function heads(
  records: readonly ManifestRecord[],
  chain: Chain,
): { readonly index: number; readonly entry: ManifestEntry }[] {
  return records.flatMap((entry, index) =>
    entry.kind === 'sealed' && chain.newer[index] === -1 ? [{ index, entry }] : [],
  );
}

/** The line at `index` and those that it supersedes, directly and through others, the newest first; none for -1. */
export function lineage(records: readonly ManifestRecord[], chain: Chain, index: number): ManifestEntry[] {
  const found: ManifestRecord[] = [];
  for (let at = index; at !== -1; at = chain.older[at]!) found.push(records[at]!);
  return found.filter((record) => record.kind === 'sealed');
}

/** Lines that supersede one another in a ring, so that none of them is the newest. */
export function ringed(records: readonly ManifestRecord[], chain: Chain): number[] {
  const reached = new Uint8Array(records.length);
  for (const head of heads(records, chain)) {
    for (let at = head.index; at !== -1; at = chain.older[at]!) reached[at] = 1;
  }
  return records.flatMap((record, index) => (record.kind === 'sealed' && reached[index] === 0 ? [index] : []));
}
