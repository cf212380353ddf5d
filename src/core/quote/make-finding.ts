/** Builds the findings of a quotation, with both readings. */
import { type FindingCode, findingKind } from '../judge/codes.ts';
import type { Finding, Level, Reading } from '../judge/finding.ts';
import { placeAt, textOf } from './gaps.ts';
import type { QuotedText } from './quoted-text.ts';
import { atSpan, atWords } from './spots.ts';
import type { Stream } from './stream.ts';

/** Context shown on either side of a reading, in code units and words. */
const AROUND = 40;
const AROUND_WORDS = 6;

/** What a finding needs besides its code. */
export interface Facts {
  readonly level?: Level;
  readonly sealed?: Reading | null;
  readonly copy?: Reading | null;
  readonly speaker?: string | null;
  readonly passage?: number | null;
  readonly count?: number;
  readonly data?: Readonly<Record<string, string | number>>;
}

/** A finding of the level its kind has, unless told otherwise. */
export function finding(code: FindingCode, facts: Facts): Finding {
  const {
    level = findingKind(code).level,
    sealed = null,
    copy = null,
    speaker = null,
    passage = null,
    count = 1,
    data = {},
  } = facts;
  return { code, level, speaker, passage, sealed, copy, count, data };
}

/** What the quotation has from `start` to `end`; `words` where they are told otherwise than they stand there. */
export function copyReading(
  text: QuotedText,
  start: number,
  end: number,
  words = text.text.slice(start, end),
): Reading {
  const before = text.text.slice(Math.max(0, start - AROUND), start).trimStart();
  const after = text.text.slice(end, end + AROUND).trimEnd();
  return atSpan({ text: words, before, after, place: text.placeAt(start) }, text.spanOf(start, end));
}

/** The word at `at`, or the one before it behind a transcript's end. */
function wordAt({ words }: Stream, at: number): number {
  return at > 0 && words[at] === 0 ? at - 1 : at;
}

/** What the transcript has from word `from` up to word `to` of the row. */
export function sealedReading(stream: Stream, from: number, to: number, text = textOf(stream, from, to)): Reading {
  const at = wordAt(stream, from);
  const { from: begin, to: end } = stream.passages[stream.passage[at]!]!;
  const before = textOf(stream, Math.max(begin, from - AROUND_WORDS), from);
  const after = textOf(stream, to, Math.min(end, to + AROUND_WORDS));
  return atWords({ text, before, after, place: placeAt(stream, at) }, stream, from, to);
}

/** Speaker and passage of a word of the row, as a finding names them. */
export function whose(stream: Stream, at: number): { readonly speaker: string | null; readonly passage: number } {
  const { speaker, passage } = stream.passages[stream.passage[wordAt(stream, at)]!]!;
  return { speaker, passage };
}
