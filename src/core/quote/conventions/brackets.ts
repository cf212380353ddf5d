/** Every bracket of a placed quotation, with the words of the transcript it stands for. */
import { gapBefore, gapBehind } from '../gaps.ts';
import type { PatternBracket } from '../pattern.ts';
import type { Placed, PlacedSegment } from '../place-pattern.ts';

export interface PlacedBracket {
  readonly bracket: PatternBracket;
  /** Half-open range of the row it stands for; empty for an insertion. */
  readonly from: number;
  readonly to: number;
}

/** The brackets in order, those of the transcript itself left out. */
export function placedBrackets(placed: Placed): readonly PlacedBracket[] {
  const found: PlacedBracket[] = [];
  for (const [j, { brackets, ellipsis }] of placed.pattern.joints.entries()) {
    for (const bracket of brackets) {
      if (literalAt(placed, j).includes(bracket.words.join(' '))) continue;
      // Beside an ellipsis, what was left out is the ellipsis's.
      const { from, to } = ellipsis === null ? rangeAt(placed, j, bracket) : emptyAt(placed, j);
      found.push({ bracket, from, to });
    }
  }
  return found;
}

/** The transcript's own brackets at a joint, as their words. */
function literalAt(placed: Placed, joint: number): string[] {
  const { stream } = placed;
  const { from } = emptyAt(placed, joint);
  const gap = joint === 0 ? gapBefore(stream, placed.from) : gapBehind(stream, from - 1);
  return gap.apparatus.map((one) =>
    one
      .toLowerCase()
      .replace(/[^\p{L}\p{N}'\- ]/gu, '')
      .trim(),
  );
}

/** The segment that holds word `word` of the pattern; segments follow one another without a gap. */
function segmentWith(segments: readonly PlacedSegment[], word: number): PlacedSegment {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (segments[middle]!.from <= word) low = middle;
    else high = middle - 1;
  }
  return segments[low]!;
}

/** Behind the last word before joint `joint`, in the row; before the first word at joint 0. */
function emptyAt({ segments }: Placed, joint: number): { from: number; to: number } {
  const before = segmentWith(segments, joint - 1);
  const at = before.at + joint - before.from;
  return { from: at, to: at };
}

function rangeAt(placed: Placed, joint: number, bracket: PatternBracket): { from: number; to: number } {
  const { segments, from, to, pattern } = placed;
  if (bracket.sic) return emptyAt(placed, joint);
  if (joint > 0 && joint < pattern.words.length) {
    return { from: emptyAt(placed, joint).from, to: segmentWith(segments, joint).at };
  }
  if (bracket.stem !== null) return joint === 0 ? { from: from - 1, to: from } : { from: to, to: to + 1 };
  return joint === 0 ? neighboursBefore(placed, bracket.words.length) : neighboursBehind(placed, bracket.words.length);
}

/**
 * At the edge of a quotation nobody can see whether a bracket was added or stands in place of words. It is taken to stand
 * for the rest of the clause, if that is hardly longer than the bracket: `[He is] happy` for `I am not happy`, `I signed [it]`
 * for `I signed nothing.` A longer rest is simply not quoted.
 */
const LONGER = 1;

function neighboursBefore({ stream, from }: Placed, count: number): { from: number; to: number } {
  const passage = stream.passages[stream.passage[from]!]!;
  let at = from;
  while (at > passage.from && from - at <= count + LONGER && gapBehind(stream, at - 1).signs.length === 0) at--;
  return from - at <= count + LONGER ? { from: at, to: from } : { from, to: from };
}

function neighboursBehind({ stream, to }: Placed, count: number): { from: number; to: number } {
  const passage = stream.passages[stream.passage[to - 1]!]!;
  let at = to;
  while (at < passage.to && at - to <= count + LONGER && gapBehind(stream, at - 1).signs.length === 0) at++;
  return at - to <= count + LONGER ? { from: to, to: at } : { from: to, to };
}
