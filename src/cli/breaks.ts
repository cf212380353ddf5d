/**
 * A hyphen at the end of a line in a text that is to be sealed: part of the word, or of the line only? A transcript is a
 * clean text, so nothing is guessed: either the person says which, or the places are listed and nothing is sealed.
 */
import type { Block, Document } from '../core/read/document.ts';
import { placeOf } from '../core/read/place.ts';
import { placeText } from '../core/report/place.ts';
import { RunError } from '../repository/run-error.ts';

/** `join` drops the hyphen, `keep` keeps it; both drop the line's end. */
export type BreakReading = 'join' | 'keep';

/** Places listed before the rest is only counted. */
const LISTED = 20;

/** `document` with its breaks read one way; throws a list of them where no way was given. */
export function settleBreaks(document: Document, reading: BreakReading | null, shown: string): Document {
  if (document.blocks.every(({ breaks }) => breaks.length === 0)) return document;
  if (reading === null) throw openBreaks(document, shown);
  return { ...document, blocks: document.blocks.map((block) => settleBlock(block, reading)) };
}

function openBreaks(document: Document, shown: string): RunError {
  const places = document.blocks.flatMap((block) =>
    block.breaks.map(({ start, end }) => {
      const around = block.text.slice(Math.max(0, start - 20), end + 20).replace(/ ?\n ?/gu, ' ⏎ ');
      return `  ${placeText(placeOf(document, block, start))}  ${around}`;
    }),
  );
  const more = places.length - LISTED;
  return new RunError(
    `${shown}: words are broken at the ends of lines, and nobody can tell how they are spelt:`,
    ...places.slice(0, LISTED),
    ...(more > 0 ? [`  … and ${more} more`] : []),
    'edit the text, or say --breaks join (drop the hyphens) or --breaks keep (they belong to the words)',
  );
}

/** The block without its breaks. Where its words stand in the file is asked of no text that is sealed. */
function settleBlock(block: Block, reading: BreakReading): Block {
  if (block.breaks.length === 0) return block;
  const cuts = block.breaks.map(({ start, end, kind }) => {
    const hyphen = kind === 'hyphen' && reading === 'keep' ? 1 : 0;
    return { start: start + hyphen, end };
  });
  return cutOut(block, cuts);
}

interface Cut {
  readonly start: number;
  readonly end: number;
}

function cutOut(block: Block, cuts: readonly Cut[]): Block {
  const starts = [0, ...cuts.map(({ end }) => end)];
  const ends = [...cuts.map(({ start }) => start), block.text.length];
  const moved = (offset: number) => movedOffset(offset, cuts);
  return {
    ...block,
    text: starts.map((start, i) => block.text.slice(start, ends[i])).join(''),
    origin: null,
    strong: block.strong.map(({ start, end }) => ({ start: moved(start), end: moved(end) })),
    lineStarts: block.lineStarts.filter((at) => !cuts.some(({ start, end }) => at > start && at <= end)).map(moved),
    breaks: [],
  };
}

function movedOffset(offset: number, cuts: readonly Cut[]): number {
  let moved = offset;
  for (const { start, end } of cuts) moved -= Math.max(0, Math.min(offset, end) - start);
  return moved;
}
