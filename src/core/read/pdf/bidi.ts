/**
 * From the order of the page to the order of reading, for lines that hold right-to-left script.
 *
 * Such lines are drawn from left to right by some producers and in reading order by others. So their glyphs are first put
 * in the order of the page, and then turned: the whole line if most of it runs right to left, and back again the stretches
 * (Latin words, numbers) that run left to right. This is UAX #9 the other way round, for one level of embedding.
 */
import type { Glyph } from './drawn.ts';
import type { Item } from './spacing.ts';

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const MARK = /^\p{M}+$/u;
const LEFT_TO_RIGHT = /[\p{L}\p{N}]/u;
const DIGIT = /^\p{Nd}+$/u;

type Direction = 'left' | 'right' | 'neutral';
type Spacing = (glyphs: readonly Glyph[]) => Item[];

/** The items of a line in reading order; `space` puts in the spaces. Lines without right-to-left script keep the stream's order. */
export function logicalOrder(glyphs: readonly Glyph[], space: Spacing): Item[] {
  if (!glyphs.some(({ text }) => RIGHT_TO_LEFT.test(text))) return space(glyphs);
  const items = space(byPlace(glyphs));
  const directions = items.map(directionOf);
  const leftward = directions.filter((direction) => direction === 'left').length;
  const rightward = directions.filter((direction) => direction === 'right').length;
  if (leftward < rightward) return turnRuns(items, 'left');
  return turnRuns(items.reverse(), 'right');
}

/** The glyphs as they stand on the page, each mark behind its letter. */
function byPlace(glyphs: readonly Glyph[]): Glyph[] {
  const clusters: Glyph[] = [];
  for (const glyph of glyphs) {
    const base = clusters.at(-1);
    if (base !== undefined && MARK.test(glyph.text))
      clusters[clusters.length - 1] = { ...base, text: base.text + glyph.text };
    else clusters.push(glyph);
  }
  const at = (glyph: Glyph): number =>
    Math.min(glyph.x * glyph.ux + glyph.y * glyph.uy, glyph.endX * glyph.ux + glyph.endY * glyph.uy);
  return clusters.sort((one, other) => at(one) - at(other));
}

/** Which way the item's text runs: `left` is right to left. */
function directionOf({ text }: Item): Direction {
  if (DIGIT.test(text)) return 'right';
  if (RIGHT_TO_LEFT.test(text)) return 'left';
  return LEFT_TO_RIGHT.test(text) ? 'right' : 'neutral';
}

/** Turns around every stretch that runs `way`, with the neutral items inside it. */
function turnRuns(items: readonly Item[], way: Direction): Item[] {
  const result: Item[] = [];
  let run: Item[] = [];
  let tail: Item[] = [];
  const flush = (): void => {
    result.push(...run.reverse(), ...tail);
    run = [];
    tail = [];
  };
  for (const item of items) {
    const direction = directionOf(item);
    if (direction === way) {
      run.push(...tail, item);
      tail = [];
    } else if (direction === 'neutral' && run.length > 0) tail.push(item);
    else {
      flush();
      result.push(item);
    }
  }
  flush();
  return result;
}
