/**
 * The words of a quotation as one text, with the way back to where they stand in the article.
 *
 * A hyphen at a line end may belong to the word or not. The transcript's vocabulary decides which reading is tried: the one
 * that is a word there. It only chooses what is looked up; the words found must still be equal.
 */
import type { Block, Break, Document, Place } from '../read/document.ts';
import { placeOf } from '../read/place.ts';
import type { Quotation } from './quotation.ts';
import type { ArticleSpan, Spot } from './spots.ts';

interface Piece {
  /** Where the piece begins in the text, and in its block. */
  readonly at: number;
  readonly block: number;
  readonly offset: number;
}

export interface QuotedText {
  readonly text: string;
  /** Where an offset of the text stands in the article. */
  readonly placeAt: (offset: number) => Place;
  /** The stretch of the article that a range of the text is. */
  readonly spanOf: (start: number, end: number) => ArticleSpan;
}

/** The text of `quotation` in `document`; `known` says whether a word, in lower case, occurs in a transcript. */
export function quotedText(
  document: Document,
  { stretches }: Pick<Quotation, 'stretches'>,
  known: (word: string) => boolean,
): QuotedText {
  const pieces: Piece[] = [];
  let text = '';
  for (const { block, start, end } of stretches) {
    const from = document.blocks[block]!;
    if (text !== '') text += '\n';
    let at = start;
    for (const one of from.breaks) {
      if (one.start < at || one.end > end || one.kind !== 'hyphen') continue;
      const cut = cutAt(from, one, known);
      pieces.push({ at: text.length, block, offset: at });
      text += from.text.slice(at, cut.from);
      at = cut.to;
    }
    pieces.push({ at: text.length, block, offset: at });
    text += from.text.slice(at, end);
  }
  return {
    text,
    placeAt: (offset) => placeIn(document, pieces, offset),
    spanOf: (start, end) => spanIn(pieces, start, end),
  };
}

/** What is left out of the text at a break: hyphen and line end, the line end alone, or nothing. */
function cutAt({ text }: Block, one: Break, known: (word: string) => boolean): { from: number; to: number } {
  const before = /[\p{L}\p{M}\p{N}]+$/u.exec(text.slice(Math.max(0, one.start - 40), one.start))?.[0] ?? '';
  const after = /^[\p{L}\p{M}\p{N}]+/u.exec(text.slice(one.end, one.end + 40))?.[0] ?? '';
  if (known(`${before}${after}`.toLowerCase())) return { from: one.start, to: one.end };
  if (known(`${before}-${after}`.toLowerCase())) return { from: one.start + 1, to: one.end };
  return { from: one.end, to: one.end };
}

function spotIn(pieces: readonly Piece[], offset: number): Spot {
  const piece = pieces[pieces.findLastIndex(({ at }) => at <= offset)]!;
  return { block: piece.block, offset: piece.offset + offset - piece.at };
}

function placeIn(document: Document, pieces: readonly Piece[], offset: number): Place {
  const spot = spotIn(pieces, offset);
  return placeOf(document, document.blocks[spot.block]!, spot.offset);
}

/** The end is that of the last character: behind a break the next one stands elsewhere. */
function spanIn(pieces: readonly Piece[], start: number, end: number): ArticleSpan {
  const from = spotIn(pieces, start);
  if (end <= start) return { from, to: from };
  const last = spotIn(pieces, end - 1);
  return { from, to: { block: last.block, offset: last.offset + 1 } };
}
