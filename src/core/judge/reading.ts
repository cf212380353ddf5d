/** Quotes the spot of a finding from either witness, with a few words around it. */
import type { Place } from '../read/document.ts';
import { placeOf } from '../read/place.ts';
import type { Witness } from '../structure/transcript.ts';
import type { Finding, Reading } from './finding.ts';

/** UTF-16 code units quoted on either side, and of the words themselves. */
const AROUND = 60;
const MOST = 600;

/** The tokens from `from` to `to` (half open) of `witness` as they stand in their blocks; an empty range is the spot before `from`. */
export function readingOf(witness: Witness, from: number, to: number): Reading {
  return witness.tokens.length === 0 ? NOTHING : new TokenReading(witness, from, to);
}

const NOTHING: Reading = { text: '', before: '', after: '', place: null };

/**
 * Tokens of a witness as a reading. Its words are quoted when they are looked at: a report shows a few dozen of a hundred
 * thousand differences. Until then it keeps its witness in memory; `plainReading` lets it go.
 */
class TokenReading implements Reading {
  readonly #witness: Witness;
  readonly from: number;
  readonly to: number;

  constructor(witness: Witness, from: number, to: number) {
    this.#witness = witness;
    this.from = from;
    this.to = to;
  }

  get text(): string {
    return this.from >= this.to ? '' : clip(wholeText(this.#witness, this.from, this.to));
  }

  get before(): string {
    const { text, start } = this.#span();
    return oneLine(text.slice(wordStart(text, Math.max(0, start - AROUND)), start));
  }

  get after(): string {
    const { text, end } = this.#span();
    return oneLine(text.slice(end, wordEnd(text, Math.min(text.length, end + AROUND))));
  }

  get place(): Place | null {
    const witness = this.#witness;
    if (!hasPlaces(witness)) return null;
    const { block, start } = this.#span();
    return placeOf(witness.document, witness.document.blocks[block]!, start);
  }

  toJSON(): Reading {
    return plainReading(this);
  }

  /** The block the words begin in, its text, and where they stand in it, as far as they do. */
  #span(): { readonly block: number; readonly text: string; readonly start: number; readonly end: number } {
    const witness = this.#witness;
    const { from, to } = this;
    const anchor = Math.min(from, witness.tokens.length - 1);
    const block = witness.block[anchor]!;
    const start = anchor < from ? witness.end[anchor]! : witness.start[anchor]!;
    const end = from >= to ? start : witness.end[lastInBlock(witness, block, to - 1)]!;
    return { block, text: witness.document.blocks[block]!.text, start, end };
  }
}

/** A reading as plain data, which needs no witness and can be sent to another thread. */
export function plainReading({ text, before, after, place }: Reading): Reading {
  return { text, before, after, place };
}

/** Findings with plain readings. */
export function plainFindings(findings: readonly Finding[]): readonly Finding[] {
  const plain = (reading: Reading | null): Reading | null => (reading === null ? null : plainReading(reading));
  return findings.map((finding) => ({ ...finding, sealed: plain(finding.sealed), copy: plain(finding.copy) }));
}

/** A half-open range of a witness's tokens; an empty one is the spot before its first. */
export interface Spot {
  readonly from: number;
  readonly to: number;
}

/**
 * The tokens of a reading; `null` where it was not made from tokens, or is plain. A finding carries places that people find;
 * what draws both texts side by side needs the tokens.
 */
export function spotOf(reading: Reading | null): Spot | null {
  return reading instanceof TokenReading ? reading : null;
}

/** A transcript that was recovered from digests has no file to point at. */
function hasPlaces({ document }: Witness): boolean {
  return document.lines.length > 0 || document.blocks[0]!.place.by !== 'line';
}

function lastInBlock(witness: Witness, block: number, token: number): number {
  return Math.min(token, witness.firstToken[block + 1]! - 1);
}

/** The words of a range that may run over several blocks. */
function wholeText(witness: Witness, from: number, to: number): string {
  const parts: string[] = [];
  for (let at = from; at < to && parts.length < 8; ) {
    const block = witness.block[at]!;
    const last = Math.min(to, witness.firstToken[block + 1]!);
    parts.push(witness.document.blocks[block]!.text.slice(witness.start[at]!, witness.end[last - 1]!));
    at = last;
  }
  return oneLine(parts.join(' '));
}

/** Every stretch of white space as one space. Most texts have nothing else, and looking is cheaper than replacing. */
function oneLine(text: string): string {
  return /[^\S ]| {2}/u.test(text) ? text.replace(/\s+/gu, ' ') : text;
}

function clip(text: string): string {
  return text.length <= MOST ? text : `${text.slice(0, wordEnd(text, MOST))}…`;
}

/** The start of the word behind `at`, looked for no further than half of what is quoted. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + AROUND / 2).indexOf(' ');
  return space === -1 ? safe(text, at) : at + space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const from = at - AROUND / 2;
  const space = text.slice(from, at + 1).lastIndexOf(' ');
  return space === -1 ? safe(text, at) : from + space;
}

/** Never between the halves of a surrogate pair. */
function safe(text: string, at: number): number {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 ? at - 1 : at;
}
