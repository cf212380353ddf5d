/** Which findings are marked on words, and as what; all others concern a row as a whole. */
import type { FindingCode } from '../../judge/codes.ts';
import type { Finding } from '../../judge/finding.ts';
import { type Spot, spotOf } from '../../judge/reading.ts';
import type { ChangeKind } from '../html/side-by-side.ts';

const KINDS: Partial<Readonly<Record<FindingCode, ChangeKind>>> = {
  'word-substituted': 'replaced',
  'word-omitted': 'left-out',
  'word-added': 'added',
  'word-division': 'replaced',
  'punctuation-changed': 'signs',
  'case-changed': 'signs',
  'words-moved': 'moved',
  'mark-removed': 'mark',
  'mark-filled': 'mark',
  'mark-added': 'mark',
  'notice-changed': 'replaced',
  'passage-shortened': 'left-out',
  'matter-differs': 'replaced',
  'look-alike-letter': 'other',
  'drawn-otherwise': 'other',
  'ambiguous-break': 'other',
};

/** A finding with its number in the judgement and where its words stand in either witness. */
export interface Located {
  readonly index: number;
  readonly finding: Finding;
  /** What its words are marked as; `null` where it concerns a row. */
  readonly kind: ChangeKind | null;
  readonly sealed: Spot | null;
  readonly copy: Spot | null;
}

/** The findings of `all` that stand somewhere in the texts; those that are not among `known` have other tokens. */
export function located(all: readonly Finding[], known: ReadonlySet<Finding>): readonly Located[] {
  return all.flatMap((finding, index) => {
    if (!known.has(finding)) return [];
    const [sealed, copy] = [spotOf(finding.sealed), spotOf(finding.copy)];
    if (sealed === null && copy === null && finding.passage === null) return [];
    return [{ index, finding, kind: KINDS[finding.code] ?? null, sealed, copy }];
  });
}
