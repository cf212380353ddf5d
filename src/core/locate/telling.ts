/** The paragraphs of a copy by which its source can be looked up: their digests, as a manifest keeps them. */
import { digestTokens } from '../canon/digest.ts';
import { tokenise } from '../canon/tokenise.ts';
import type { Block, Document } from '../read/document.ts';
import { PASSAGE_DIGEST_LENGTH } from '../seal/entry.ts';
import { apparatusAt } from '../structure/apparatus.ts';

/** Tokens below which a paragraph ("Yes.") stands in too many texts to tell them apart. */
export const TELLING_TOKENS = 5;

/**
 * The digests of the copy's paragraphs, without their labels and timestamps; the longest paragraph's first. A paragraph with
 * half a surrogate pair has none.
 */
export function tellingDigests(copy: Document): readonly string[] {
  const lengths = new Map<string, number>();
  for (const block of copy.blocks) {
    for (const text of readings(block)) {
      const tokens = tokenise(text).text;
      if (tokens.length < TELLING_TOKENS || !tokens.every((token) => token.isWellFormed())) continue;
      lengths.set(digestTokens(tokens).slice(0, PASSAGE_DIGEST_LENGTH), tokens.length);
    }
  }
  return [...lengths].sort((a, b) => b[1] - a[1]).map(([digest]) => digest);
}

/** What looks like a label may be words: "Remember: never sign". */
function readings(block: Block): readonly string[] {
  const { content } = apparatusAt(block, 0);
  const said = block.text.slice(content);
  return said.trim() === block.text.trim() ? [said] : [said, block.text];
}
