/** Takes a text out of a manifest for good: the one edit of lines there is, because a digest that stays can betray a person. */
import type { Manifest, ManifestEntry, ManifestRecord, Tombstone } from './entry.ts';
import { type Chain, lineage, link } from './manifest-chain.ts';
import { addEntry, headAt, type RefusedChange } from './manifest-change.ts';
import { isDay } from './manifest-fields.ts';

/** What came of a withdrawal. `removed` holds the lines that are gone, the newest first. */
export type Withdrawn =
  | { readonly kind: 'withdrawn'; readonly manifest: Manifest; readonly removed: readonly ManifestEntry[] }
  | RefusedChange;

/**
 * Takes a text out for good: its line and all it superseded become one tombstone for each path. A `cleaned` text is sealed
 * as a first one: a line that named the old digest would let anyone try names against it.
 */
export function withdraw(
  manifest: Manifest,
  path: string,
  reason: string,
  day: string,
  cleaned: ManifestEntry | null = null,
): Withdrawn {
  if (!isDay(day)) return { kind: 'refused', why: 'bad-day' };
  if (reason.trim() === '') return { kind: 'refused', why: 'no-reason' };
  const chain = link(manifest.entries);
  const removed = lineage(manifest.entries, chain, newestOf(manifest, chain, path));
  if (removed.length === 0) return { kind: 'refused', why: 'not-sealed' };
  const buried = { entries: bury(manifest, new Set(removed), reason, day) };
  if (cleaned === null) return { kind: 'withdrawn', manifest: buried, removed };
  const added = addEntry(buried, cleaned);
  if (added.kind === 'refused') return added;
  return { kind: 'withdrawn', manifest: added.manifest, removed };
}

/**
 * The index of the line in force at `path`, or -1. Where the text has moved away, the line that stands there belongs to the
 * moved text, and that one's newest line is meant.
 */
function newestOf(manifest: Manifest, chain: Chain, path: string): number {
  const head = headAt(manifest, chain, path);
  if (head !== -1) return head;
  let at = manifest.entries.findLastIndex((record) => record.kind === 'sealed' && record.path === path);
  while (at !== -1 && chain.newer[at] !== -1) at = chain.newer[at]!;
  return at;
}

/** The records with one tombstone a path in place of the first line removed there. */
function bury(manifest: Manifest, removed: ReadonlySet<ManifestRecord>, reason: string, day: string): ManifestRecord[] {
  const marked = new Set<string>();
  const left: ManifestRecord[] = [];
  for (const record of manifest.entries) {
    if (!removed.has(record)) left.push(record);
    else if (!marked.has(record.path)) {
      marked.add(record.path);
      left.push({ kind: 'withdrawn', path: record.path, day, reason } satisfies Tombstone);
    }
  }
  return left;
}
