/** What the transcript has around and between its words: signs, marks, and the text of a run. */

import type { Place } from '../read/document.ts';
import { placeOf } from '../read/place.ts';
import type { Stream } from './stream.ts';

/** What stands beside a word of the row besides words. */
export interface Gap {
  /** Punctuation tokens, in order. */
  readonly signs: readonly string[];
  /** Marks and bracketed apparatus, each as its tokens joined by spaces. */
  readonly apparatus: readonly string[];
}

/** Between word `at` and the next one of the row. */
export function gapBehind(stream: Stream, at: number): Gap {
  const here = stream.passages[stream.passage[at]!]!;
  const { witness, passages } = stream.sources[here.source]!.transcript;
  const from = stream.token[at]! + 1;
  if (at + 1 < here.to) return read(stream, here.source, witness.tokens, from, stream.token[at + 1]!);
  const rest = read(stream, here.source, witness.tokens, from, passages[here.passage]!.to);
  const lead = gapBefore(stream, at + 1);
  return { signs: [...rest.signs, ...lead.signs], apparatus: [...rest.apparatus, ...lead.apparatus] };
}

/** Between the passage's beginning, or the word before in it, and word `at`. */
export function gapBefore(stream: Stream, at: number): Gap {
  const here = stream.passages[stream.passage[at]!]!;
  const { witness, passages } = stream.sources[here.source]!.transcript;
  const from = at > here.from ? stream.token[at - 1]! + 1 : passages[here.passage]!.from;
  return read(stream, here.source, witness.tokens, from, stream.token[at]!);
}

function read(stream: Stream, source: number, tokens: readonly string[], from: number, to: number): Gap {
  const flags = stream.apparatus[source]!;
  const signs: string[] = [];
  const apparatus: string[] = [];
  let open: string[] = [];
  for (let t = from; t < to; t++) {
    const token = tokens[t]!;
    if (flags[t] === 0) signs.push(token);
    else open.push(token);
    if (open.length > 0 && (token === ')' || token === ']' || flags[t + 1] !== 1)) {
      apparatus.push(open.join(' '));
      open = [];
    }
  }
  return { signs, apparatus };
}

/** The canonical token of word `at`, with its capitals. */
export function tokenAt(stream: Stream, at: number): string {
  const { source } = stream.passages[stream.passage[at]!]!;
  return stream.sources[source]!.transcript.witness.tokens[stream.token[at]!]!;
}

/** The transcript's text from word `from` up to, not including, word `to`; paragraphs joined by LF. */
export function textOf(stream: Stream, from: number, to: number): string {
  const pieces: string[] = [];
  for (let at = from; at < to; ) {
    const index = stream.passage[at]!;
    const passage = stream.passages[index]!;
    const last = Math.min(to, passage.to) - 1;
    if (last < at) break;
    const { witness } = stream.sources[passage.source]!.transcript;
    const block = witness.block[stream.token[at]!]!;
    const { text } = witness.document.blocks[block]!;
    pieces.push(text.slice(witness.start[stream.token[at]!], witness.end[stream.token[last]!]));
    at = last + 1;
  }
  return pieces.join('\n');
}

/** Where word `at` stands in its transcript. */
export function placeAt(stream: Stream, at: number): Place {
  const { source } = stream.passages[stream.passage[at]!]!;
  const { witness } = stream.sources[source]!.transcript;
  const token = stream.token[at]!;
  return placeOf(witness.document, witness.document.blocks[witness.block[token]!]!, witness.start[token]!);
}
