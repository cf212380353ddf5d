/**
 * Boxes and pictures that are anchored in a paragraph and can stand anywhere on the page.
 *
 * With words in it, in the line or over it, such a box can put a `not` into a sentence; in front of the text it can cover one.
 * One that is anchored between words of a paragraph and does not keep clear of them is doubtful there.
 */
import type { BlockDraft } from './block-draft.ts';

/** Where a box stands: in the line as a letter does, over or under the text, or so that the text keeps clear of it. */
export type Placing = 'in the line' | 'in front' | 'behind' | 'apart';

/** So few words beside a line can be read as part of it. */
const FEW_WORDS = 3;
/** Code units of a box's words that are kept to count them. */
const MAX_KEPT = 200;

/** `kept` and `more`, no longer than is needed to tell a few words from many. */
export function keptWords(kept: string, more: string): string {
  return (kept + more.slice(0, MAX_KEPT)).slice(0, MAX_KEPT);
}

/** Notes in the paragraph around a seen box with these words what it may do to the paragraph's own. */
export function doubtAnchored(draft: BlockDraft | null, placing: Placing, words: string): void {
  const count = words.match(/\S+/g)?.length ?? 0;
  if (placing === 'in front') draft?.doubtInside('covered', 'a box in front of the text');
  else if (count > 0 && (placing === 'in the line' || count <= FEW_WORDS))
    draft?.doubtInside('drawn-otherwise', 'a box beside the words');
}
