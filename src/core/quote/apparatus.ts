/**
 * What a transcript's own brackets are: not the speaker's words, so a quotation may leave them out.
 *
 * `my family (*).` may be quoted as `my family.`: the mark says that something was withheld, the words on both sides are the
 * speaker's. Leaving it out is listed as a convention (`mark-left-out`), because a reader should know.
 */
import type { Transcript } from '../structure/transcript.ts';

/** Square brackets in a transcript with at most so many tokens inside are apparatus: `[laughs]`, `[a town in the east]`. */
const BRACKET_TOKENS = 8;

/** For each token of a transcript, 1 where it belongs to a mark or to short square brackets. */
export function bracketed({ witness, marks }: Transcript): Uint8Array {
  const flags = new Uint8Array(witness.tokens.length);
  for (const { from, to } of marks) flags.fill(1, from, to);
  let open = -1;
  for (const [t, token] of witness.tokens.entries()) {
    if (token === '[') open = t;
    if (token !== ']' || open < 0) continue;
    if (t - open <= BRACKET_TOKENS + 1 && witness.block[open] === witness.block[t]) flags.fill(1, open, t + 1);
    open = -1;
  }
  return flags;
}
