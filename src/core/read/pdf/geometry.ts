/**
 * The plane geometry a page needs: affine matrices, boxes, and areas bounded by straight lines.
 *
 * Device space here is the page as it is shown: points, origin at the top left, y downwards, rotation applied.
 */

/** An affine matrix `[a b c d e f]` as PDF writes it (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The matrix that applies `inner` first and `outer` afterwards. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [g, h, i, j, k, l] = outer;
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

export function transform(matrix: Matrix, x: number, y: number): Point {
  const [a, b, c, d, e, f] = matrix;
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** The four corners of a box, transformed. */
export function corners(matrix: Matrix, box: Box): Point[] {
  return [
    transform(matrix, box.x0, box.y0),
    transform(matrix, box.x1, box.y0),
    transform(matrix, box.x1, box.y1),
    transform(matrix, box.x0, box.y1),
  ];
}

/** The smallest upright box around `points`; an empty box for no points. */
export function around(points: readonly Point[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return { x0, y0, x1, y1 };
}

export function intersection(one: Box, other: Box): Box {
  return {
    x0: Math.max(one.x0, other.x0),
    y0: Math.max(one.y0, other.y0),
    x1: Math.min(one.x1, other.x1),
    y1: Math.min(one.y1, other.y1),
  };
}

/** The area of a box; 0 for an empty one. */
export function extent(box: Box): number {
  return Math.max(0, box.x1 - box.x0) * Math.max(0, box.y1 - box.y0);
}

/** Whether `x`, `y` lies within the closed polygons `rings`, by the non-zero winding rule or the even-odd rule (ISO 32000-1, 8.5.3.3). */
export function within(
  rings: readonly (readonly Point[])[],
  rule: 'winding' | 'even-odd',
  x: number,
  y: number,
): boolean {
  let winding = 0;
  let crossings = 0;
  for (const ring of rings) {
    let from = ring.at(-1);
    for (const to of ring) {
      if (from !== undefined && from.y > y !== to.y > y) {
        const at = from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x);
        if (at > x) {
          crossings += 1;
          winding += to.y > from.y ? 1 : -1;
        }
      }
      from = to;
    }
  }
  return rule === 'winding' ? winding !== 0 : crossings % 2 === 1;
}
