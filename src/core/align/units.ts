/**
 * Units of a copy: its blocks, cut at their lines. A unit is the smallest stretch that can be foreign as a whole.
 */
import { isWord } from '../canon/classes.ts';
import type { Witness } from '../structure/transcript.ts';
import type { Pairs } from './tidy.ts';

export interface Unit {
  readonly block: number;
  /** Half-open range of tokens. */
  readonly from: number;
  readonly to: number;
  readonly opensBlock: boolean;
}

/** The units of `copy` that have tokens, in order. */
export function unitsOf(copy: Witness): readonly Unit[] {
  const units: Unit[] = [];
  for (const [block, { lineStarts }] of copy.document.blocks.entries()) {
    const last = copy.firstToken[block + 1]!;
    let from = copy.firstToken[block]!;
    let opensBlock = true;
    for (const lineStart of lineStarts) {
      let to = from;
      while (to < last && copy.end[to]! <= lineStart) to++;
      if (to === from) continue;
      units.push({ block, from, to, opensBlock });
      from = to;
      opensBlock = false;
    }
    if (from < last) units.push({ block, from, to: last, opensBlock });
  }
  return units;
}

/** The first token of a unit that has a partner, or -1. */
export function firstPaired({ toSealed }: Pairs, { from, to }: Unit): number {
  for (let c = from; c < to; c++) if (toSealed[c] !== -1) return c;
  return -1;
}

/** How many of the tokens from `from` to `to` are words. */
export function countWords(tokens: readonly string[], from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (isWord(tokens[i]!)) count++;
  return count;
}
