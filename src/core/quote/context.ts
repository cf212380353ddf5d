/** The context a reader should have: the words around a quotation in its transcript, and a warning where they turn it. */
import { gapBehind, textOf, tokenAt } from './gaps.ts';
import { TURNS_AFTER, TURNS_BEFORE } from './lexicon.ts';
import type { Stream } from './stream.ts';

/** The longest stretch shown on either side, in words. */
const SHOWN = 40;
const SENTENCE_END = new Set(['.', '!', '?', '。', '！', '？', '؟', '।']);

/** A word just outside a quotation that turns it. */
export interface Turning {
  readonly word: string;
  readonly side: 'before' | 'after';
  readonly at: number;
}

function endsBehind(stream: Stream, at: number): boolean {
  return gapBehind(stream, at).signs.some((sign) => SENTENCE_END.has(sign));
}

/** The rest of the sentence before word `from`, or the sentence before that if the quotation begins one. */
export function textBefore(stream: Stream, from: number): string {
  const { from: begin } = stream.passages[stream.passage[from]!]!;
  const least = Math.max(begin, from - SHOWN);
  let at = from;
  while (at > least && (at === from || !endsBehind(stream, at - 1))) at--;
  return textOf(stream, at, from);
}

/** The rest of the sentence from word `to` on, or the next one if the quotation ends one. */
export function textAfter(stream: Stream, to: number): string {
  const { to: end } = stream.passages[stream.passage[to - 1]!]!;
  const most = Math.min(end, to + SHOWN);
  let at = to;
  while (at < most && (at === to || !endsBehind(stream, at - 1))) at++;
  return textOf(stream, to, at);
}

/** The words that turn the quotation on either side: it stops just before "but", or starts just behind "not". */
export function turnings(stream: Stream, from: number, to: number): readonly Turning[] {
  const passage = stream.passages[stream.passage[from]!]!;
  const last = stream.passages[stream.passage[to - 1]!]!;
  const found: Turning[] = [];
  if (from > passage.from && !endsBehind(stream, from - 1)) {
    const word = tokenAt(stream, from - 1).toLowerCase();
    if (TURNS_BEFORE.has(word) || word.endsWith("n't")) found.push({ word, side: 'before', at: from - 1 });
  }
  if (to < last.to) {
    const word = tokenAt(stream, to).toLowerCase();
    if (TURNS_AFTER.has(word)) found.push({ word, side: 'after', at: to });
  }
  return found;
}
