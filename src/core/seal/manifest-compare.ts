/**
 * What a pull request does to a manifest, line by line: the append-only rule, made checkable.
 *
 * Lines are compared under their path, because a path's lines stay together and in the order of sealing. A line may be added
 * behind those that are there. A line that is gone is a removal, or an edit if another stands in for it, or a withdrawal if
 * a new tombstone does.
 */
import { lineOf, type Manifest, type ManifestEntry, type ManifestRecord, type Tombstone } from './entry.ts';
import { serialiseRecord } from './manifest-write.ts';

/** One change. `line` counts in the new manifest, `baseLine` in the old one. */
export type ManifestChange =
  | { readonly kind: 'added'; readonly path: string; readonly line: number }
  | {
      readonly kind: 'superseding';
      readonly path: string;
      readonly line: number;
      readonly supersedes: string;
      readonly reason: string;
    }
  | { readonly kind: 'removed'; readonly path: string; readonly baseLine: number }
  | { readonly kind: 'edited'; readonly path: string; readonly baseLine: number; readonly line: number }
  | { readonly kind: 'reordered'; readonly path: string; readonly baseLine: number; readonly line: number }
  | {
      readonly kind: 'withdrawn';
      readonly path: string;
      readonly line: number;
      readonly baseLines: readonly number[];
      readonly day: string;
      readonly reason: string;
    };

/** Whether the append-only rule allows a change. A withdrawal is allowed, and is to be said loudly. */
export function isAllowed(change: ManifestChange): boolean {
  return change.kind === 'added' || change.kind === 'superseding' || change.kind === 'withdrawn';
}

/** A record with its spelling and its line. */
interface Line<R extends ManifestRecord = ManifestRecord> {
  readonly record: R;
  readonly text: string;
  readonly line: number;
}

/** Every change from `base` to `head`, by path. Both have been parsed, so each is sound in itself. */
export function compareManifests(base: Manifest, head: Manifest): readonly ManifestChange[] {
  const [before, after] = [linesByPath(base), linesByPath(head)];
  const changes: ManifestChange[] = [];
  for (const [path, lines] of before) changes.push(...comparePath(path, lines, after.get(path) ?? []));
  for (const [path, lines] of after) if (!before.has(path)) changes.push(...comparePath(path, [], lines));
  return changes;
}

function linesByPath(manifest: Manifest): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  manifest.entries.forEach((record, index) => {
    const line = { record, text: serialiseRecord(record), line: lineOf(index) };
    const group = groups.get(record.path);
    if (group === undefined) groups.set(record.path, [line]);
    else group.push(line);
  });
  return groups;
}

/** One path's lines before and after, paired off by their spelling. */
interface Pairing {
  readonly kept: readonly (readonly [Line, Line])[];
  readonly gone: readonly Line[];
  readonly fresh: readonly Line[];
}

function comparePath(path: string, before: readonly Line[], after: readonly Line[]): readonly ManifestChange[] {
  const { kept, gone, fresh } = pair(before, after);
  const [goneStones, goneSeals] = parted(gone);
  const [freshStones, freshSeals] = parted(fresh);
  const stones = freshStones.slice(goneStones.length);
  const withdrawn = stones.length > 0;
  return [
    ...replaced(path, goneStones, freshStones),
    ...(withdrawn ? withdrawals(path, stones, goneSeals) : replaced(path, goneSeals, freshSeals)),
    ...additions(path, withdrawn ? freshSeals : freshSeals.slice(goneSeals.length), kept),
    ...shuffles(path, kept),
  ];
}

/** Tombstones and sealed lines apart. */
function parted(lines: readonly Line[]): readonly [Line<Tombstone>[], Line<ManifestEntry>[]] {
  const stones: Line<Tombstone>[] = [];
  const seals: Line<ManifestEntry>[] = [];
  for (const { record, ...rest } of lines) {
    if (record.kind === 'withdrawn') stones.push({ record, ...rest });
    else seals.push({ record, ...rest });
  }
  return [stones, seals];
}

/** Lines that are gone: edited as far as others stand in for them, then removed. */
function replaced(path: string, gone: readonly Line[], fresh: readonly Line[]): ManifestChange[] {
  return gone.map(({ line: baseLine }, index) => {
    const standIn = fresh[index];
    return standIn === undefined
      ? { kind: 'removed', path, baseLine }
      : { kind: 'edited', path, baseLine, line: standIn.line };
  });
}

/** New tombstones; the first of them accounts for all sealed lines that are gone. */
function withdrawals(path: string, stones: readonly Line<Tombstone>[], gone: readonly Line[]): ManifestChange[] {
  return stones.map(({ record: { day, reason }, line }, index) => {
    const baseLines = index === 0 ? gone.map((one) => one.line) : [];
    return { kind: 'withdrawn', path, line, baseLines, day, reason };
  });
}

/** New lines. One that stands before a line that was there is out of the order of sealing. */
function additions(path: string, fresh: readonly Line<ManifestEntry>[], kept: Pairing['kept']): ManifestChange[] {
  const last = kept.at(-1);
  return fresh.map(({ record: { supersedes, reason }, line }) => {
    if (last !== undefined && line < last[1].line) return { kind: 'reordered', path, baseLine: last[0].line, line };
    if (supersedes === undefined) return { kind: 'added', path, line };
    return { kind: 'superseding', path, line, supersedes, reason };
  });
}

/** Kept lines that stand in another order than before. */
function shuffles(path: string, kept: Pairing['kept']): ManifestChange[] {
  const changes: ManifestChange[] = [];
  let latest = 0;
  for (const [old, now] of kept) {
    if (old.line < latest) changes.push({ kind: 'reordered', path, baseLine: old.line, line: now.line });
    latest = Math.max(latest, old.line);
  }
  return changes;
}

function pair(before: readonly Line[], after: readonly Line[]): Pairing {
  const waiting = new Map<string, Line[]>();
  for (const line of before.toReversed()) {
    const same = waiting.get(line.text);
    if (same === undefined) waiting.set(line.text, [line]);
    else same.push(line);
  }
  const kept: (readonly [Line, Line])[] = [];
  const fresh: Line[] = [];
  for (const line of after) {
    const old = waiting.get(line.text)?.pop();
    if (old === undefined) fresh.push(line);
    else kept.push([old, line]);
  }
  const found = new Set(kept.map(([old]) => old));
  return { kept, fresh, gone: before.filter((line) => !found.has(line)) };
}
