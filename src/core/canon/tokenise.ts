/** From the text of one block to the tokens of `verbatim-text/1` as strings, each with its span in the given text. */
import { scan } from './scan.ts';
import { textOfSpan } from './span-text.ts';

/** Tokens of one block, with half-open spans in UTF-16 code units of the text they were taken from. */
export interface Tokens {
  /** The canonical text of each token. */
  readonly text: readonly string[];
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

/**
 * The tokens of one block. Any string is accepted; half a surrogate pair is a sign like another here, and is refused where
 * tokens are digested. Spans ascend and do not overlap, except that the tokens of one code point or cluster that becomes
 * several (ﷺ) all have its span.
 */
export function tokenise(text: string): Tokens {
  const spans = scan(text);
  const row: string[] = [];
  for (let i = 0; i < spans.count; i++) row.push(textOfSpan(spans, i));
  spans.toGiven();
  return { text: row, start: spans.start.slice(0, spans.count), end: spans.end.slice(0, spans.count) };
}
