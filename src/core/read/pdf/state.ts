/** The graphics state of a page while it is drawn (ISO 32000-1, 8.4 and 9.3). */
import type { Clip, Colour } from './drawn.ts';
import type { Font } from './font.ts';
import { IDENTITY, type Matrix } from './geometry.ts';

/** What a pattern shows. */
export type Pattern = 'paint' | 'words';

export interface State {
  ctm: Matrix;
  clip: Clip | null;
  fill: Colour;
  fillAlpha: number;
  /** What is filled with instead of a colour: a pattern, or one that shows words. */
  fillPattern: Pattern | null;
  stroke: Colour;
  strokeAlpha: number;
  strokePattern: Pattern | null;
  /** Alpha of the transparency groups around. */
  groupAlpha: number;
  blend: string;
  /** How the transparency groups around mix with what is beneath. */
  groupBlend: string;
  masked: boolean;
  /** The next picture brings a mask of its own. */
  maskedPicture: boolean;
  /** Drawing into a soft mask, not onto the page. */
  inMask: boolean;
  lineWidth: number;
  font: Font | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  text: Matrix;
  line: Matrix;
}

/** The blend mode in which ink lies over the ground as it is. */
export const NORMAL = 'source-over';
const BLACK: Colour = [0, 0, 0];

export function initialState(ctm: Matrix): State {
  return {
    ctm,
    clip: null,
    fill: BLACK,
    fillAlpha: 1,
    fillPattern: null,
    stroke: BLACK,
    strokeAlpha: 1,
    strokePattern: null,
    groupAlpha: 1,
    blend: NORMAL,
    groupBlend: NORMAL,
    masked: false,
    maskedPicture: false,
    inMask: false,
    lineWidth: 1,
    font: null,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    text: IDENTITY,
    line: IDENTITY,
  };
}

/** The colour of pdf.js's `#rrggbb`; `null` for anything else. */
export function colourOf(value: unknown): Colour {
  if (typeof value !== 'string' || !/^#[0-9a-f]{6}$/iu.test(value)) return null;
  const number = Number.parseInt(value.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}
