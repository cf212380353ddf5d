/** What the words just before a quotation make of it: the title of a work, or a term that nobody said. */
import { TERM_CUES, TITLE_CUES } from './lexicon.ts';
import type { Cue } from './quotation.ts';

/** How many words before the mark are looked at: "his novel", "the so-called Russian". */
const WORDS_BEFORE = 3;

/** The cue in the last words of `before`, the nearest one first. */
export function cueBefore(before: string): Cue {
  const words =
    before
      .slice(-80)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*|[,.:;]/gu) ?? [];
  for (const word of words.slice(-WORDS_BEFORE).reverse()) {
    if (/[.:;]/.test(word)) return null;
    if (TERM_CUES.has(word)) return 'term';
    if (TITLE_CUES.has(word)) return 'title';
  }
  return null;
}
