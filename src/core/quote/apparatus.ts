/**
 * What a transcript's own brackets are: not the speaker's words, so a quotation may leave them out.
 *
 * `my family (*).` may be quoted as `my family.`: the mark says that something was withheld, the words on both sides are the
 * speaker's. Leaving it out is listed as a convention (`mark-left-out`), because a reader should know.
 */

import type { Transcript } from '../structure/transcript.ts';
import { STAGE_DIRECTIONS } from './lexicon.ts';

/** Square brackets in a transcript with at most so many tokens inside are apparatus: `[laughs]`, `[a town in the east]`. */
const BRACKET_TOKENS = 8;

/** Parentheses with at most so many tokens inside and one of these words are stage directions: `(laughs)`, `(both laugh)`. */
const DIRECTION_TOKENS = 3;

/** For each token of a transcript, 1 where it belongs to a mark, to short square brackets or to a stage direction. */
export function bracketed({ witness, marks }: Transcript): Uint8Array {
  const flags = new Uint8Array(witness.tokens.length);
  for (const { from, to } of marks) flags.fill(1, from, to);
  let open = -1;
  for (const [t, token] of witness.tokens.entries()) {
    if (token === '[' || token === '(') open = t;
    if (token !== ']' && token !== ')') continue;
    if (witness.block[open] === witness.block[t] && isApparatus(witness.tokens.slice(open, t + 1)))
      flags.fill(1, open, t + 1);
    open = -1;
  }
  return flags;
}

function isApparatus(tokens: readonly string[]): boolean {
  const inside = tokens.length - 2;
  if (tokens[0] === '[') return inside <= BRACKET_TOKENS && tokens.at(-1) === ']';
  return inside <= DIRECTION_TOKENS && tokens.some((token) => STAGE_DIRECTIONS.has(token.toLowerCase()));
}
