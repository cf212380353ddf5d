/** The one decision, for all word processors, whether formatted words can be seen on the page. */
import type { HiddenBy } from '../document.ts';

/** A colour as 0xRRGGBB. */
export type Colour = number;

export const WHITE: Colour = 0xffffff;
export const BLACK: Colour = 0x000000;

/** The contrast of WCAG 2 below which letters and ground look the same; the palest grey in ordinary use on white has 1.3. */
const LEAST_CONTRAST = 1.2;
/** Letters of this size and below are a hairline on paper. */
const LEAST_POINTS = 1;
/** Letters narrowed to this share, in percent, are strokes. */
const LEAST_SCALE = 5;
/** Letters moved together by this much, in points, lie on one another. */
const LEAST_SPACING = -4;
/** Letters raised or lowered by this much, in points, stand on other lines or off the page. */
const MOST_SHIFTED = 72;

/** How words are set, as far as it decides whether they are seen. */
export interface Looks {
  /** Set as hidden text (`w:vanish`, `text:display`, `\v`). */
  readonly vanished: boolean;
  /** `null` is the automatic colour, which any ground contrasts with. */
  readonly colour: Colour | null;
  /** The ground right behind the words: their highlight or shading, else the paragraph's, the cell's, the page's. */
  readonly ground: Colour;
  readonly points: number | null;
  /** Width of the letters in percent of what it should be. */
  readonly scale?: number | undefined;
  /** Space put between letters, in points. */
  readonly spacing?: number | undefined;
  /** How far the letters are raised, or below zero lowered, in points. */
  readonly shift?: number | undefined;
}

/** What keeps words of these looks from being seen; `null` when they are seen. */
export function unseenBy(looks: Looks): HiddenBy | null {
  if (looks.vanished) return 'vanish';
  if (looks.points !== null && looks.points <= LEAST_POINTS) return 'size';
  if ((looks.scale ?? 100) <= LEAST_SCALE || (looks.spacing ?? 0) <= LEAST_SPACING) return 'size';
  if (Math.abs(looks.shift ?? 0) >= MOST_SHIFTED) return 'position';
  if (looks.colour !== null && contrast(looks.colour, looks.ground) < LEAST_CONTRAST) return 'colour';
  return null;
}

/** Lines and rows of exactly this height and less, in points, clip their letters away. */
const FLAT_POINTS = 2;
/** Wider than a page of A4, in points; what begins there stands on no ordinary page. */
const BEYOND_PAGE_POINTS = 650;

/** What keeps a whole paragraph, row or frame from the page: a height that is exactly this, or an indent. Both in points. */
export function placedAway(exactHeight: number | null, indent: number): HiddenBy | null {
  if (exactHeight !== null && Math.abs(exactHeight) <= FLAT_POINTS) return 'clip';
  return Math.abs(indent) >= BEYOND_PAGE_POINTS ? 'position' : null;
}

/** Where a box with words stands, in points; what is not known is absent. */
export interface Frame {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** From the left and upper edge of what it is placed by. */
  readonly left?: number | undefined;
  readonly top?: number | undefined;
  /** Whether it is placed by the page itself, or by something on it. */
  readonly by: 'page' | 'text';
}

/** Margins are narrower than this, in points: what lies farther before the text is not on the page. */
const MOST_MARGIN = 144;
/** No page is longer, in points (22 inches). */
const MOST_PAGE = 1584;

/** What keeps a box in this place from being seen. */
export function frameUnseenBy({ width, height, left = 0, top = 0, by }: Frame): HiddenBy | null {
  if (Math.min(width ?? FLAT_POINTS + 1, height ?? FLAT_POINTS + 1) <= FLAT_POINTS) return 'clip';
  const margin = by === 'page' ? 0 : MOST_MARGIN;
  const before = left + (width ?? 0) < -margin || top + (height ?? 0) < -margin;
  return before || left > MOST_PAGE || top > MOST_PAGE ? 'position' : null;
}

/** Contrast ratio of WCAG 2: 1 for equal colours, 21 for black on white. */
export function contrast(a: Colour, b: Colour): number {
  const [first, second] = [luminance(a), luminance(b)] as const;
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** `RRGGBB` with or without `#`; `null` for anything else, such as `auto`. */
export function hexColour(text: string | undefined): Colour | null {
  const digits = /^#?([0-9a-fA-F]{6})$/.exec(text?.trim() ?? '')?.[1];
  return digits === undefined ? null : Number.parseInt(digits, 16);
}

function luminance(colour: Colour): number {
  return 0.2126 * linear(colour >>> 16) + 0.7152 * linear((colour >>> 8) & 0xff) + 0.0722 * linear(colour & 0xff);
}

function linear(byte: number): number {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
