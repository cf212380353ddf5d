/**
 * Paths as pdf.js hands them over: one flat array of drawing codes and coordinates, in user space.
 *
 * Curves are followed by a few of their points. That is enough to tell whether a filled shape lies over a letter.
 */
import { around, type Box, type Matrix, type Point, transform } from './geometry.ts';

/** The drawing codes of pdf.js's path buffers. */
const MOVE = 0;
const CURVE = 2;
/** How many numbers follow each code: move, line, curve, a curve that only letters have, close. */
export const OPERANDS: readonly number[] = [2, 2, 6, 4, 0];
/** Where on a curve its points are taken, as shares of it. */
const ON_CURVE = [0.25, 0.5, 0.75];

/** Pieces followed in one path: a page-sized outline of a map has some thousand. */
const MAX_PIECES = 10_000;

/** A painted or clipping shape on the page. */
export interface Shape {
  readonly rings: readonly (readonly Point[])[];
  readonly box: Box;
  readonly rule: 'winding' | 'even-odd';
  /** Its path is longer than it was followed. */
  readonly cut: boolean;
}

/** The straight-sided rings of a path, in device space. */
function ringsOf(path: ArrayLike<number>, matrix: Matrix): { readonly rings: Point[][]; readonly cut: boolean } {
  const rings: Point[][] = [];
  let ring: Point[] = [];
  let at = 0;
  for (let piece = 0; at < path.length && piece < MAX_PIECES; piece++) {
    const code = path[at]!;
    const count = OPERANDS[code]!;
    if (code === MOVE && ring.length > 0) {
      rings.push(ring);
      ring = [];
    }
    if (code === CURVE) ring.push(...onCurve(ring.at(-1), path, at + 1, matrix));
    if (count > 0) ring.push(transform(matrix, path[at + count - 1]!, path[at + count]!));
    at += count + 1;
  }
  if (ring.length > 0) rings.push(ring);
  return { rings, cut: at < path.length };
}

/** Points between the ends of the curve from `start` whose two control points and end are the six numbers at `at`. */
function onCurve(start: Point | undefined, path: ArrayLike<number>, at: number, matrix: Matrix): Point[] {
  if (start === undefined) return [];
  const points = [start, ...[0, 2, 4].map((i) => transform(matrix, path[at + i]!, path[at + i + 1]!))];
  return ON_CURVE.map((t) => {
    const weights = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
    const sum = (axis: 'x' | 'y'): number => points.reduce((total, point, i) => total + weights[i]! * point[axis], 0);
    return { x: sum('x'), y: sum('y') };
  });
}

export function shapeOf(path: ArrayLike<number>, matrix: Matrix, rule: Shape['rule']): Shape {
  const { rings, cut } = ringsOf(path, matrix);
  return { rings, box: around(rings.flat()), rule, cut };
}

/** The upright or slanted rectangle that is one ring. */
export function ringShape(ring: readonly Point[]): Shape {
  return { rings: [ring], box: around(ring), rule: 'winding', cut: false };
}

/** The shapes of thick strokes: each straight piece as a rectangle as broad as the line. */
export function strokeOf(path: ArrayLike<number>, matrix: Matrix, width: number): Shape {
  const lines = ringsOf(path, matrix);
  const rings: Point[][] = [];
  for (const ring of lines.rings) {
    for (let i = 1; i < ring.length; i++) rings.push(bar(ring[i - 1]!, ring[i]!, width / 2));
  }
  return { rings, box: around(rings.flat()), rule: 'winding', cut: lines.cut };
}

function bar(from: Point, to: Point, half: number): Point[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const dx = ((to.y - from.y) / length) * half;
  const dy = ((from.x - to.x) / length) * half;
  return [
    { x: from.x + dx, y: from.y + dy },
    { x: to.x + dx, y: to.y + dy },
    { x: to.x - dx, y: to.y - dy },
    { x: from.x - dx, y: from.y - dy },
  ];
}
