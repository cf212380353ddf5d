/** The colours of pictures and shadings, for telling whether letters over them can be read. */
import type { Colour, Look } from './drawn.ts';
import { type Matrix, transform } from './geometry.ts';
import { field, list } from './given.ts';
import { colourOf } from './state.ts';

/** How pdf.js lays out the pixels of a picture. */
const GREY_BITS = 1;
const RGB = 2;

/** The colours of a picture in the unit square of `matrix`; `null` where its pixels cannot be had. */
export function lookOfPicture(picture: unknown, matrix: Matrix): Look | null {
  const data = field(picture, 'data');
  const width = Number(field(picture, 'width'));
  const height = Number(field(picture, 'height'));
  const kind = Number(field(picture, 'kind'));
  const inverse = inverted(matrix);
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray) || inverse === null) return null;
  return (x, y) => {
    const { x: u, y: v } = transform(inverse, x, y);
    const column = Math.min(width - 1, Math.max(0, Math.floor(u * width)));
    const row = Math.min(height - 1, Math.max(0, Math.floor((1 - v) * height)));
    return pixel(data, kind, { width, column, row });
  };
}

interface Spot {
  readonly width: number;
  readonly column: number;
  readonly row: number;
}

function pixel(data: Uint8Array | Uint8ClampedArray, kind: number, { width, column, row }: Spot): Colour {
  if (kind === GREY_BITS) {
    const byte = data[row * ((width + 7) >> 3) + (column >> 3)]!;
    return (byte >> (7 - (column & 7))) & 1 ? [255, 255, 255] : [0, 0, 0];
  }
  const at = (row * width + column) * (kind === RGB ? 3 : 4);
  return [data[at]!, data[at + 1]!, data[at + 2]!];
}

function inverted([a, b, c, d, e, f]: Matrix): Matrix | null {
  const determinant = a * d - b * c;
  if (!Number.isFinite(1 / determinant)) return null;
  const [g, h, i, j] = [d / determinant, -b / determinant, -c / determinant, a / determinant];
  return [g, h, i, j, -(e * g + f * i), -(e * h + f * j)];
}

/** Channels (of 255) that are this near to each other look alike. */
export const ALIKE = 24;

/** The colour of a shading that has one all over; `null` for others. */
export function colourOfShading(shading: unknown): Colour {
  const [first, ...others] = stopsOf(shading).map(colourOf);
  if (first === undefined || first === null) return null;
  return others.every((colour) => colour !== null && isAlike(colour, first)) ? first : null;
}

/** Whether two colours cannot be told apart on a page. */
export function isAlike(one: NonNullable<Colour>, other: NonNullable<Colour>): boolean {
  return one.every((channel, i) => Math.abs(channel - other[i]!) <= ALIKE);
}

/** The colours of an axial or radial shading as pdf.js gives them: `#rrggbb` behind each place. */
function stopsOf(shading: unknown): readonly unknown[] {
  const parts = list(shading);
  return parts[0] === 'RadialAxial' ? list(parts[3]).map((stop) => list(stop)[1]) : [];
}
