/**
 * Where the words of readings stand. A finding is data for reports and carries places that people find; what marks words
 * inside the article, or inside the transcript's words beside it, needs offsets, and asks for them here.
 */
import type { Reading } from '../judge/finding.ts';
import type { Range } from '../read/document.ts';
import { textOf } from './gaps.ts';
import type { QuotationSource } from './quotes-report.ts';
import type { Stream } from './stream.ts';

/** An offset in the text of one of the article's blocks. */
export interface Spot {
  readonly block: number;
  readonly offset: number;
}

/** A stretch of the article, which may run on over several blocks. */
export interface ArticleSpan {
  readonly from: Spot;
  readonly to: Spot;
}

/** A half-open range of words of the row. */
interface Words {
  readonly stream: Stream;
  readonly from: number;
  readonly to: number;
}

const inArticle = new WeakMap<Reading, ArticleSpan>();
const inRow = new WeakMap<Reading | QuotationSource, Words>();

/** Gives back `reading`, whose words are those of `span`. */
export function atSpan(reading: Reading, span: ArticleSpan): Reading {
  inArticle.set(reading, span);
  return reading;
}

/** Gives back `words`, which are those from word `from` up to word `to` of the row. */
export function atWords<T extends Reading | QuotationSource>(words: T, stream: Stream, from: number, to: number): T {
  inRow.set(words, { stream, from, to });
  return words;
}

/** Where in the article a reading stands; `null` where it was not made from the article's words. */
export function spanOf(reading: Reading): ArticleSpan | null {
  return inArticle.get(reading) ?? null;
}

/** The part of a source's text that is the reading; an empty range where words are missing. `null` where it is elsewhere. */
export function rangeIn(source: QuotationSource, reading: Reading): Range | null {
  const whole = inRow.get(source);
  const part = inRow.get(reading);
  if (whole === undefined || part === undefined || part.stream !== whole.stream) return null;
  const { stream, from } = whole;
  if (part.from < from || part.to > whole.to) return null;
  const end = textOf(stream, from, part.to).length;
  return { start: end - textOf(stream, part.from, part.to).length, end };
}

/** What the transcript has before and after a source's words in their passages, with all its signs. */
export function contextOf(source: QuotationSource): { readonly before: string; readonly after: string } {
  const known = inRow.get(source);
  if (known === undefined) return source;
  const { stream, from, to } = known;
  return { before: besideWord(stream, from, 'before'), after: besideWord(stream, to - 1, 'after') };
}

function besideWord(stream: Stream, at: number, side: 'before' | 'after'): string {
  const { source, passage } = stream.passages[stream.passage[at]!]!;
  const { witness, passages } = stream.sources[source]!.transcript;
  const { from, to } = passages[passage]!;
  const token = stream.token[at]!;
  const { text } = witness.document.blocks[witness.block[token]!]!;
  return side === 'before'
    ? text.slice(witness.start[from], witness.start[token])
    : text.slice(witness.end[token], witness.end[to - 1]);
}
