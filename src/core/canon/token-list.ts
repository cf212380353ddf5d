/**
 * Collects the tokens of one block at a time.
 *
 * A block may have one token or millions, and a text has thousands of blocks. Spans are gathered in two buffers that all
 * blocks share, and each block takes away arrays of exactly its size; giving each block buffers of its own took a third of
 * the time. Tokenising never waits, so no two blocks are ever gathered at once.
 */
import type { Tokens } from './tokenise.ts';

/** Tokens that fit before the buffers grow. */
const FIRST_CAPACITY = 4_096;
/** Buffers that one enormous block has made larger than this are let go again. */
const KEPT_CAPACITY = 1 << 16;

let starts = new Uint32Array(FIRST_CAPACITY);
let ends = new Uint32Array(FIRST_CAPACITY);

export class TokenList {
  readonly #text: string[] = [];
  #count = 0;

  /** Appends a token and gives back `end`, where reading goes on. */
  push(text: string, start: number, end: number): number {
    const index = this.#count++;
    if (index === starts.length) grow(index * 2);
    this.#text.push(text);
    starts[index] = start;
    ends[index] = end;
    return end;
  }

  /** The tokens in their final arrays. The list is not used again. */
  build(): Tokens {
    const tokens = { text: this.#text, start: starts.slice(0, this.#count), end: ends.slice(0, this.#count) };
    if (starts.length > KEPT_CAPACITY) {
      starts = new Uint32Array(FIRST_CAPACITY);
      ends = new Uint32Array(FIRST_CAPACITY);
    }
    return tokens;
  }
}

function grow(capacity: number): void {
  const [oldStarts, oldEnds] = [starts, ends];
  starts = new Uint32Array(capacity);
  ends = new Uint32Array(capacity);
  starts.set(oldStarts);
  ends.set(oldEnds);
}
