/** Where the word begins that an ambiguous line end may have broken. */
import type { Witness } from './transcript.ts';

/**
 * The first token of the word that ends with token `from`, not before token `first`. An apostrophe in front of the line end
 * is no word by itself: Ukrainian breaks `дев'ять` as `дев'-⏎ять`.
 */
export function wordBefore({ tokens, start, end }: Witness, from: number, first: number): number {
  return tokens[from] === '"' && from > first && end[from - 1] === start[from] ? from - 1 : from;
}
