/**
 * What the HTML report needs besides the findings: both texts, aligned passage by passage.
 *
 * Rows stand in the order of the copy; an omitted passage stands where it would have stood, and a passage that moved has
 * two rows, one at each place, which name one another. All ranges are offsets in the text of their side (UTF-16 code
 * units, half open), ascending and without overlap.
 */
import type { Place, Range } from '../../read/document.ts';
import type { Role } from '../../structure/transcript.ts';

/** What happened to a stretch of words. */
export type ChangeKind = 'left-out' | 'added' | 'replaced' | 'signs' | 'moved' | 'mark' | 'hidden' | 'other';

/** A stretch that differs. An empty range says that something is missing here. */
export interface Change extends Range {
  readonly kind: ChangeKind;
  /** Index of the finding in the judgement's `findings`; `null` where it has none of its own. */
  readonly finding: number | null;
}

/** The words of one side of a row. */
export interface SideText {
  /** The words with their typography, without label. */
  readonly text: string;
  readonly speaker: string | null;
  readonly place: Place | null;
  readonly changes: readonly Change[];
  /** Signs that something was withheld, which are kept here. */
  readonly marks: readonly Range[];
  /** How many words and signs it has, where only its digest is known and not its words. */
  readonly withheld?: number;
}

/** How the two sides of a row belong together. */
export type Relation =
  | { readonly by: 'same' }
  | { readonly by: 'changed' }
  | { readonly by: 'omitted' }
  | { readonly by: 'added' }
  /** The passage stands elsewhere; `row` is the index of the row with its other place. */
  | { readonly by: 'moved'; readonly row: number }
  /** A figure, aside or the like; `what` says which. */
  | { readonly by: 'set-off'; readonly what: string }
  | { readonly by: 'interpolated'; readonly selector: string }
  /** Words of the page before or behind the interview, which are not judged. */
  | { readonly by: 'around' };

export interface SideBySideRow {
  readonly relation: Relation;
  /** The passage's role; `null` for a block that is not sealed. */
  readonly role: Role | null;
  readonly sealed: SideText | null;
  /** The blocks of the copy that give the passage; usually one. */
  readonly copy: readonly SideText[];
  /** Indexes of findings that concern the row as a whole. */
  readonly findings: readonly number[];
}

/** Both texts of one copy, aligned. */
export interface SideBySide {
  readonly rows: readonly SideBySideRow[];
  /** Whether the transcript itself is at hand, or only its digests. */
  readonly transcript: 'at-hand' | 'digests';
  /** Signs that something was withheld: how many are sealed, and how many the copy keeps. */
  readonly marks: { readonly sealed: number; readonly kept: number };
  /** What became of the legend and the terms of publication. */
  readonly notice: 'none' | 'kept' | 'changed' | 'removed';
}
