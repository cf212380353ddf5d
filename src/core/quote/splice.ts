/**
 * Tells a splice from a changed quotation: every word was said, in pieces, at different places.
 *
 * `“I have no evidence. The keepers disappeared.”` may be two true sentences from two answers. Each piece is the longest run
 * that stands somewhere; a piece must be long enough to be recognised, or any sentence could be pieced together from "of
 * the" and "in a".
 */

import type { Occurrences } from './occurrences.ts';
import type { Pattern } from './pattern.ts';
import { placesIn } from './run-places.ts';

/** One piece of a splice. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** The shortest piece, and the least average length of all of them, in words. */
const SHORTEST = 3;
const AVERAGE = 4;
/** Words left out inside one passage: up to so many it is an omission, and shown as one. */
const OMISSION = 12;

/** The pieces a quotation was put together from; `null` when it is no splice. */
export function spliceOf(index: Occurrences, pattern: Pattern): readonly Piece[] | null {
  const run = pattern.words.map(({ key }) => index.stream.vocabulary.get(key) ?? -1);
  const pieces: Piece[] = [];
  for (let from = 0; from < run.length; ) {
    const last = pieces.at(-1);
    const piece = longestAt(index, run, from, last === undefined ? 0 : last.at + last.to - last.from);
    if (piece === null) return null;
    pieces.push(piece);
    from = piece.to;
  }
  if (run.length / pieces.length < AVERAGE) return null;
  return pieces.some((piece, i) => i > 0 && isElsewhere(index, pieces[i - 1]!, piece)) ? pieces : null;
}

/** The longest run from word `from` on that stands anywhere; among equals the first behind `after`. */
function longestAt(index: Occurrences, run: readonly number[], from: number, after: number): Piece | null {
  const { words } = index.stream;
  let best: Piece | null = null;
  for (const at of placesIn(index, run, from)) {
    let length = 0;
    // The 0 behind each transcript ends every run.
    while (words[at + length] === run[from + length]) length++;
    if (length < SHORTEST) continue;
    const longer = best === null || length > best.to - best.from;
    const nearer = best !== null && length === best.to - best.from && best.at < after && at >= after;
    if (longer || nearer) best = { from, to: from + length, at };
  }
  return best;
}

/** Whether a piece comes from another place than the one before it: another passage, backwards, or far on. */
function isElsewhere({ stream }: Occurrences, a: Piece, b: Piece): boolean {
  const end = a.at + a.to - a.from;
  return stream.passage[end - 1] !== stream.passage[b.at] || b.at < end || b.at - end > OMISSION;
}
