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
  const byPath = groupByPath(records);
  const join = (index: number, target: number | undefined): void => {
    if (target === undefined) dangling.push(index);
    else {
      older[index] = target;
      newer[target] = index;
    }
  };
  const moves: number[] = [];
  for (const group of byPath.values()) {
    group.forEach((index, position) => {
      const record = records[index];
      if (record?.kind !== 'sealed' || record.supersedes === undefined) return;
      if (record.moved !== undefined) moves.push(index);
      else join(index, precedingLine(records, group[position - 1], record.supersedes));
    });
  }
  const waiting = linesToMove(records, newer);
  for (const index of moves) join(index, movedLine(records, waiting, index));
  return { older, newer, dangling };
}

function groupByPath(records: readonly ManifestRecord[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  records.forEach((record, index) => {
    const group = groups.get(record.path);
    if (group === undefined) groups.set(record.path, [index]);
    else group.push(index);
  });
  return groups;
}

function precedingLine(
  records: readonly ManifestRecord[],
  index: number | undefined,
  sha256: string,
): number | undefined {
  const record = index === undefined ? undefined : records[index];
  return record?.kind === 'sealed' && record.sha256 === sha256 ? index : undefined;
}

/** What a moved line looks for, as one key; no path holds LF. */
function moveKey(path: string, sha256: string): string {
  return `${sha256}\n${path}`;
}

/** The lines that a move can supersede, the last first, so that the first is taken from the end. */
function linesToMove(records: readonly ManifestRecord[], newer: Int32Array): Map<string, number[]> {
  const waiting = new Map<string, number[]>();
  for (let index = records.length - 1; index >= 0; index--) {
    const record = records[index];
    if (record?.kind !== 'sealed' || newer[index] !== -1) continue;
    const key = moveKey(record.path, record.sha256);
    const same = waiting.get(key);
    if (same === undefined) waiting.set(key, [index]);
    else same.push(index);
  }
  return waiting;
}

function movedLine(
  records: readonly ManifestRecord[],
  waiting: ReadonlyMap<string, number[]>,
  index: number,
): number | undefined {
  const record = records[index];
  if (record?.kind !== 'sealed' || record.moved === undefined || record.moved === record.path) return undefined;
  return waiting.get(moveKey(record.moved, record.supersedes ?? ''))?.pop();
}

/** The indices of the lines that nothing supersedes. */
export function heads(records: readonly ManifestRecord[], chain: Chain): number[] {
  const found: number[] = [];
  records.forEach((record, index) => {
    if (record.kind === 'sealed' && chain.newer[index] === -1) found.push(index);
  });
  return found;
}

/** The lines that the line at `index` supersedes, directly and through others, the newest first. */
export function olderLines(records: readonly ManifestRecord[], chain: Chain, index: number): ManifestEntry[] {
  const found: ManifestEntry[] = [];
  for (let at = chain.older[index] ?? -1; at !== -1; at = chain.older[at] ?? -1) {
    const record = records[at];
    if (record?.kind === 'sealed') found.push(record);
  }
  return found;
}

/** Lines that supersede one another in a ring, so that none of them is the newest. */
export function ringed(records: readonly ManifestRecord[], chain: Chain): number[] {
  const reached = new Uint8Array(records.length);
  for (const head of heads(records, chain)) {
    for (let at = head; at !== -1; at = chain.older[at] ?? -1) reached[at] = 1;
  }
  const rings: number[] = [];
  records.forEach((record, index) => {
    if (record.kind === 'sealed' && reached[index] === 0) rings.push(index);
  });
  return rings;
}
