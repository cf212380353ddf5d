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

/** How words are set, as far as it decides whether they are seen. */
export interface Looks {
  /** Set as hidden text (`w:vanish`, `text:display`, `\v`). */
  readonly vanished: boolean;
  /** `null` is the automatic colour, which any ground contrasts with. */
  readonly colour: Colour | null;
  /** The ground right behind the words: their highlight or shading, else the paragraph's, the cell's, the page's. */
  readonly ground: Colour;
  readonly points: number | null;
}

/** What keeps words of these looks from being seen; `null` when they are seen. */
export function unseenBy(looks: Looks): HiddenBy | null {
  if (looks.vanished) return 'vanish';
  if (looks.points !== null && looks.points <= LEAST_POINTS) return 'size';
  if (looks.colour !== null && contrast(looks.colour, looks.ground) < LEAST_CONTRAST) return 'colour';
  return null;
}

/** Contrast ratio of WCAG 2: 1 for equal colours, 21 for black on white. */
export function contrast(a: Colour, b: Colour): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
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
