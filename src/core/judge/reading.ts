/** Quotes the spot of a finding from either witness, with a few words around it. */
import { placeOf } from '../read/place.ts';
import type { Witness } from '../structure/transcript.ts';
import type { Reading } from './finding.ts';
import { atSpot } from './spot.ts';

/** UTF-16 code units quoted on either side, and of the words themselves. */
const AROUND = 60;
const MOST = 600;

/** The tokens from `from` to `to` (half open) of `witness` as they stand in their blocks; an empty range is the spot before `from`. */
export function readingOf(witness: Witness, from: number, to: number): Reading {
  if (witness.tokens.length === 0) return { text: '', before: '', after: '', place: null };
  const empty = from >= to;
  const anchor = Math.min(from, witness.tokens.length - 1);
  const block = witness.block[anchor]!;
  const { text } = witness.document.blocks[block]!;
  const start = anchor < from ? witness.end[anchor]! : witness.start[anchor]!;
  const last = empty ? anchor : lastInBlock(witness, block, to - 1);
  const end = empty ? start : witness.end[last]!;
  const reading = {
    text: empty ? '' : clip(wholeText(witness, from, to)),
    before: oneLine(text.slice(wordStart(text, Math.max(0, start - AROUND)), start)),
    after: oneLine(text.slice(end, wordEnd(text, Math.min(text.length, end + AROUND)))),
    place: hasPlaces(witness) ? placeOf(witness.document, witness.document.blocks[block]!, start) : null,
  };
  return atSpot(reading, { from, to });
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
