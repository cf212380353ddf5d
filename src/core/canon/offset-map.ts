/**
 * Keeps a rewritten text and its map back to the text it came from.
 *
 * Dropping, expanding and normalising change lengths, and a finding must still point at the right column. Each
 * rewriting step gives a text in pieces; a piece is either copied, and its offsets advance together with the source's, or
 * changed, and then every offset in it stands for the whole stretch it came from. `e` + U+0301 → `é` is one changed piece.
 */

/** Pieces of a rewritten text, in order. */
export interface OffsetMap {
  /** Where each piece begins in the rewritten text. */
  readonly at: Uint32Array;
  /** Where it begins in the source. */
  readonly from: Uint32Array;
  /** Where it ends in the source, for a changed piece; 0 for a copied one. */
  readonly until: Uint32Array;
}

/** A rewritten text and the way back. */
export interface Rewritten {
  readonly text: string;
  readonly map: OffsetMap;
}

/** Builds a rewritten text from pieces that follow one another in the source. */
export class Rewriting {
  readonly #source: string;
  readonly #pieces: string[] = [];
  readonly #at: number[] = [];
  readonly #from: number[] = [];
  readonly #until: number[] = [];
  #length = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Takes the source from `start` to `end` as it is. */
  copy(start: number, end: number): void {
    if (end > start) this.#add(this.#source.slice(start, end), start, 0);
  }

  /** Puts `text` in place of the source from `start` to `end`. */
  replace(text: string, start: number, end: number): void {
    if (text !== '') this.#add(text, start, end);
  }

  #add(text: string, from: number, until: number): void {
    this.#pieces.push(text);
    this.#at.push(this.#length);
    this.#from.push(from);
    this.#until.push(until);
    this.#length += text.length;
  }

  build(): Rewritten {
    const map = {
      at: Uint32Array.from(this.#at),
      from: Uint32Array.from(this.#from),
      until: Uint32Array.from(this.#until),
    };
    return { text: this.#pieces.join(''), map };
  }
}

/** Turns ascending spans in the rewritten text into spans in its source, in place and in one pass. */
export function mapBack(map: OffsetMap, start: Uint32Array, end: Uint32Array): void {
  let first = 0;
  for (let i = 0; i < start.length; i++) {
    const from = start[i]!;
    const final = end[i]! - 1;
    first = pieceOf(map, from, first);
    const last = pieceOf(map, final, first);
    start[i] = map.from[first]! + (map.until[first] === 0 ? from - map.at[first]! : 0);
    end[i] = map.until[last] === 0 ? map.from[last]! + final + 1 - map.at[last]! : map.until[last]!;
  }
}

function pieceOf(map: OffsetMap, offset: number, begin: number): number {
  let piece = begin;
  while (piece + 1 < map.at.length && map.at[piece + 1]! <= offset) piece++;
  return piece;
}
