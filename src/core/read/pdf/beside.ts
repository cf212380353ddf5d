/**
 * Words that are shown on a page and are no text of it: an annotation's, a pattern's.
 *
 * Over the page's own words they hide them. In a gap between these they are read with them: `I did` [a stamp: `not`] `sign`.
 * In the margin they are a note in the margin.
 */
import { type Glyph, glyphBox } from './drawn.ts';
import { around, type Box } from './geometry.ts';

/** Marks the page's own glyphs beneath the box, or else the one it stands beside; returns whether there is any. */
export function markBeside(glyphs: readonly Glyph[], box: Box, by: string): boolean {
  const seen = glyphs.filter(({ ink, hidden, text }) => ink.annotation < 0 && hidden === null && text.trim() !== '');
  const beneath = seen.filter((glyph) => isIn(box, middleOf(glyph)));
  for (const glyph of beneath) glyph.covered = by;
  if (beneath.length > 0) return true;
  const middle = { x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 };
  const text = around(
    seen
      .filter(({ ink }) => !ink.artifact)
      .map(glyphBox)
      .flatMap(({ x0, y0, x1, y1 }) => [
        { x: x0, y: y0 },
        { x: x1, y: y1 },
      ]),
  );
  if (!isIn(text, middle)) return false;
  const distance = (glyph: Glyph): number => {
    const { x, y } = middleOf(glyph);
    return Math.abs(x - middle.x) + 4 * Math.abs(y - middle.y);
  };
  seen.reduce((nearest, glyph) => (distance(glyph) < distance(nearest) ? glyph : nearest)).covered = by;
  return true;
}

interface Middle {
  readonly x: number;
  readonly y: number;
}

function middleOf({ x, endX, y, size }: Glyph): Middle {
  return { x: (x + endX) / 2, y: y - 0.3 * size };
}

function isIn(box: Box, { x, y }: Middle): boolean {
  return x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1;
}
