/** What a page draws, in the order it is drawn: glyphs, painted areas, annotations. */
import type { HiddenBy } from '../document.ts';
import type { Font } from './font.ts';
import type { Box } from './geometry.ts';
import type { Shape } from './path.ts';

/** Red, green and blue, 0 to 255; `null` where the colour is not one (a pattern, a picture). */
export type Colour = readonly [number, number, number] | null;

/** The clips in force, innermost first. */
export interface Clip {
  readonly shape: Shape;
  /** What all clips together leave at most. */
  readonly box: Box;
  readonly outer: Clip | null;
}

/** The colour that a point of the page is painted in, where it is known. */
export type Look = (x: number, y: number) => Colour;

/** One of the colours that letters are drawn in: the inside, or the outline. */
export interface Coat {
  readonly colour: Colour;
  /** 0 is transparent, 1 opaque. */
  readonly alpha: number;
}

/** How a run of glyphs is inked. */
export interface Ink {
  readonly coats: readonly Coat[];
  /** How the ink mixes with what is beneath, as pdf.js names it. */
  readonly blend: string;
  /** Why it is not known how the ink shows; `null` when it is. */
  readonly unsure: string | null;
  readonly clip: Clip | null;
  /** The text rendering mode (ISO 32000-1, 9.3.6). */
  readonly mode: number;
  /** Inside optional content that is switched off. */
  readonly off: boolean;
  /** Inside marked content tagged `Artifact`. */
  readonly artifact: boolean;
  /** The turn of the innermost marked content among those of the page itself; -1 outside. */
  readonly mark: number;
  /** Index of the annotation it belongs to; -1 for the page itself. */
  readonly annotation: number;
}

/** One glyph on the page; lengths in points. */
export interface Glyph {
  /** What it is read as; U+FFFD where it shows something and is read as nothing. */
  readonly text: string;
  readonly code: number;
  readonly font: Font;
  readonly ink: Ink;
  /** Where the glyph begins and ends on its baseline. */
  readonly x: number;
  readonly y: number;
  readonly endX: number;
  readonly endY: number;
  /** The direction of the baseline, a unit vector. */
  readonly ux: number;
  readonly uy: number;
  /** Height of the em. */
  readonly size: number;
  /** The smaller of the em's height and width. */
  readonly smallest: number;
  /** A letter whose shape in the font is empty. */
  readonly blank: boolean;
  /** Its turn among everything drawn on the page. */
  readonly order: number;
  hidden: HiddenBy | null;
  /** Why what is drawn may not be what is read. */
  doubt: string | null;
  /** Text laid over it that is not the page's own. */
  covered: string | null;
}

/** Something painted over an area of the page. */
export interface Area {
  readonly shape: Shape;
  readonly colour: Colour;
  /** The colours of one that has many; `null` where it has none or they cannot be had. */
  readonly look: Look | null;
  /** `maybe`: a picture with a mask, a pattern: what it covers is not known. */
  readonly opaque: 'yes' | 'maybe';
  readonly clip: Clip | null;
  readonly order: number;
  readonly annotation: number;
}

export interface Drawn {
  readonly glyphs: Glyph[];
  readonly areas: Area[];
  /** The annotations drawn, by their identifiers in the file. */
  readonly annotations: string[];
  /** Words that are shown and are no text of the page: where, and by what. */
  readonly foreign: { readonly box: Box; readonly by: string }[];
  /** The largest share of the page that one picture takes. */
  picture: number;
}

/** The part of the page a glyph's ink takes up, roughly. */
export function glyphBox(glyph: Glyph): Box {
  const { x, y, endX, endY, size, ux, uy } = glyph;
  const upX = uy * size;
  const upY = -ux * size;
  const xs = [x - 0.2 * upX, x + 0.7 * upX, endX - 0.2 * upX, endX + 0.7 * upX];
  const ys = [y - 0.2 * upY, y + 0.7 * upY, endY - 0.2 * upY, endY + 0.7 * upY];
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}
