/** Cuts the copy into pieces: stretches of one block that are one passage's, or nobody's. */
import { type Collation, TOKEN } from '../../align/collation.ts';
import type { Range } from '../../read/document.ts';
import type { Witness } from '../../structure/transcript.ts';

/** A stretch of one block. */
export interface Piece {
  readonly block: number;
  /** Half-open range of the copy's tokens. */
  readonly from: number;
  readonly to: number;
  /** The passage whose words these are; `null` for words that are not sealed. */
  readonly passage: number | null;
}

/** The pieces in the order of the copy. Labels and timestamps are in none. */
export function piecesOf({ copy, kind, owner }: Collation): readonly Piece[] {
  const pieces: Piece[] = [];
  let open: { block: number; from: number; to: number; passage: number | null } | null = null;
  for (let c = 0; c < kind.length; c++) {
    if (kind[c] !== TOKEN.passage && kind[c] !== TOKEN.foreign) continue;
    const block = copy.block[c]!;
    const passage = kind[c] === TOKEN.passage && owner[c] !== -1 ? owner[c]! : null;
    if (open !== null && open.block === block && open.passage === passage) open.to = c + 1;
    else {
      open = { block, from: c, to: c + 1, passage };
      pieces.push(open);
    }
  }
  return pieces;
}

/** The text of tokens that stand in one block, and where it begins in it. */
export function textOf(
  { document, block, start, end }: Witness,
  from: number,
  to: number,
): { readonly text: string; readonly offset: number } {
  if (from >= to) return { text: '', offset: 0 };
  const offset = start[from]!;
  return { text: document.blocks[block[from]!]!.text.slice(offset, end[to - 1]!), offset };
}

/**
 * The part of tokens `from` to `to` that lies among those of a stretch, as a range of the stretch's text; an empty range
 * stands before its first token, or at the stretch's end. `null` where they do not meet.
 */
export function rangeWithin(
  witness: Witness,
  stretch: { readonly from: number; readonly to: number },
  { from, to }: { readonly from: number; readonly to: number },
): Range | null {
  const base = witness.start[stretch.from]!;
  if (from >= to) {
    if (from < stretch.from || from > stretch.to) return null;
    const at = from < stretch.to ? witness.start[from]! - base : witness.end[stretch.to - 1]! - base;
    return { start: at, end: at };
  }
  const first = Math.max(from, stretch.from);
  const last = Math.min(to, stretch.to);
  return first < last ? { start: witness.start[first]! - base, end: witness.end[last - 1]! - base } : null;
}
