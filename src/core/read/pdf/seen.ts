/**
 * Tells which glyphs of a page a reader does not see, and why.
 *
 * The ugly outcome this prevents: `I did {not} sign it`, where `not` is in the file, is found by every text extraction, and
 * is drawn in white, a hundredth of a point high, under a white box, outside the clip or the page, in the invisible mode or
 * on a layer that is switched off. A reader of the page reads `I did sign it`.
 */
import type { HiddenBy } from '../document.ts';
import { type Clip, type Coat, type Colour, type Drawn, type Glyph, glyphBox } from './drawn.ts';
import { type Box, extent, intersection, type Point, within } from './geometry.ts';
import { Grid } from './grid.ts';
import { mixed } from './ink.ts';
import type { Shape } from './path.ts';
import { ALIKE } from './pictures.ts';

/** Ems lower or narrower than this, in points, are not legible. */
const LEGIBLE = 1;
/** The share of a glyph that must be left by its clip for it to be seen. */
const SHOWN = 0.3;
/** Sample points of a glyph, of six, that must be covered for it to be covered. */
const COVERED = 4;
/** Clips looked at around one glyph. */
const MAX_CLIPS = 32;
/** Glyphs of one unbroken address. */
const LONGEST = 60;
const ADDRESS = /[\p{L}\p{N}][./_:@][\p{L}\p{N}]/u;
const WHITE: Colour = [255, 255, 255];

/** The paint of one page. */
interface Paint {
  readonly page: Box;
  /** All of it: what may lie under a glyph. */
  readonly under: Grid;
  /** The opaque part: what may lie over one. */
  readonly over: Grid;
}

/** Marks the hidden glyphs of the page; returns `false` when there was too much paint to weigh it all. */
export function markHidden(drawn: Drawn, page: Box): boolean {
  const areas = drawn.areas.filter(({ annotation }) => annotation < 0);
  const paint: Paint = {
    page,
    under: new Grid(areas, page),
    over: new Grid(
      areas.filter(({ opaque }) => opaque === 'yes'),
      page,
    ),
  };
  for (const glyph of drawn.glyphs) glyph.hidden = hiddenBy(glyph, paint);
  showOverrun(drawn.glyphs);
  return !paint.under.exhausted && !paint.over.exhausted;
}

/** Marks the glyphs of the page that annotations, or paint that may be opaque, lie over. */
export function markCovered(drawn: Drawn, page: Box, over: readonly (string | null)[]): boolean {
  const areas = drawn.areas.filter(({ annotation, opaque }) =>
    annotation < 0 ? opaque === 'maybe' : over[annotation] !== null,
  );
  const grid = new Grid(areas, page);
  for (const glyph of drawn.glyphs) {
    if (glyph.hidden !== null || glyph.ink.annotation >= 0) continue;
    const area = grid.above(glyph.order, samples(glyph), COVERED / 2);
    if (area !== null) glyph.covered = area.annotation < 0 ? 'picture with a mask' : over[area.annotation]!;
  }
  return !grid.exhausted;
}

/**
 * An address that no rule could break, run over the edge of the page, stays one word: what is cut off plainly belongs to it.
 * A word of letters alone is not completed so: `can|not`, cut at the edge, reads `can`.
 */
function showOverrun(glyphs: readonly Glyph[]): void {
  for (let i = 1; i < glyphs.length; i++) {
    const [last, glyph] = [glyphs[i - 1]!, glyphs[i]!];
    if (glyph.hidden !== 'position' || last.hidden !== null || !isNext(last, glyph)) continue;
    let [from, to] = [i - 1, i + 1];
    while (from > 0 && i - from < LONGEST && isNext(glyphs[from - 1]!, glyphs[from]!)) from -= 1;
    while (to < glyphs.length && to - i < LONGEST && isNext(glyphs[to - 1]!, glyphs[to]!)) to += 1;
    const word = glyphs.slice(from, to);
    if (!ADDRESS.test(word.map(({ text }) => text).join(''))) continue;
    for (const cut of word) if (cut.hidden === 'position') cut.hidden = null;
  }
}

/** Whether two glyphs stand in one word. */
function isNext(last: Glyph, glyph: Glyph): boolean {
  const near = 0.12 * glyph.size;
  return (
    last.text.trim() !== '' &&
    glyph.text.trim() !== '' &&
    Math.abs(glyph.x - last.endX) < near &&
    Math.abs(glyph.y - last.endY) < near
  );
}

function hiddenBy(glyph: Glyph, { page, under, over }: Paint): HiddenBy | null {
  const { ink } = glyph;
  if (ink.off) return 'layer';
  if (ink.mode === 3 || ink.mode === 7 || glyph.blank) return 'render-mode';
  if (!(glyph.smallest >= LEGIBLE)) return 'size';
  const box = glyphBox(glyph);
  // Places so far off that they are no numbers are on no page either.
  if (!(shareIn(box, page) >= SHOWN)) return 'position';
  if (ink.clip !== null && clippedAway(glyph, box, ink.clip)) return 'clip';
  const points = samples(glyph);
  if (over.above(glyph.order, points, COVERED) !== null) return 'paint';
  return glyph.ink.coats.every((coat) => blendsIn(glyph, coat, { under, points })) ? 'colour' : null;
}

function clippedAway(glyph: Glyph, box: Box, clip: Clip): boolean {
  if (shareIn(box, clip.box) < SHOWN) return true;
  let current: Clip | null = clip;
  for (let i = 0; i < MAX_CLIPS && current !== null; i++) {
    if (pointsIn(current.shape, samples(glyph)) <= 6 - COVERED - 1) return true;
    current = current.outer;
  }
  return false;
}

/** Whether a coat of the glyph, laid over what was painted before it, cannot be told from it. */
function blendsIn(
  { ink, order }: Glyph,
  { colour, alpha }: Coat,
  { under, points }: { readonly under: Grid; readonly points: readonly Point[] },
): boolean {
  if (alpha * 255 <= ALIKE) return true;
  if (colour === null) return false;
  const fades = (ground: Colour): boolean => {
    if (ground === null) return false;
    const shown = mixed(ink.blend, ground, colour);
    return shown.every((channel, i) => Math.abs(channel - ground[i]!) * alpha <= ALIKE);
  };
  const area = under.below(order, points);
  const look = area?.look ?? null;
  if (look !== null) return points.filter(({ x, y }) => fades(look(x, y))).length >= COVERED;
  return fades(area === null ? WHITE : area.colour);
}

/** The share of `box` that lies in `other`. */
function shareIn(box: Box, other: Box): number {
  const whole = extent(box);
  if (whole === 0) return box.x0 >= other.x0 && box.x1 <= other.x1 && box.y0 >= other.y0 && box.y1 <= other.y1 ? 1 : 0;
  return extent(intersection(box, other)) / whole;
}

function pointsIn(shape: Shape, points: readonly Point[]): number {
  return points.filter(({ x, y }) => within(shape.rings, shape.rule, x, y)).length;
}

/** Six points in the part of a glyph where most of its ink is. */
function samples(glyph: Glyph): Point[] {
  const { x, y, endX, endY, ux, uy, size } = glyph;
  const points: Point[] = [];
  for (const along of [0.15, 0.5, 0.85]) {
    for (const up of [0.1, 0.35]) {
      points.push({ x: x + along * (endX - x) + up * size * uy, y: y + along * (endY - y) - up * size * ux });
    }
  }
  return points;
}
