/**
 * Paths as pdf.js hands them over: one flat array of drawing codes and coordinates, in user space.
 *
 * Curves are followed by their end points alone. That is enough to tell whether a filled shape lies over a letter.
 */
import { around, type Box, type Matrix, type Point, transform } from './geometry.ts';

/** The drawing codes of pdf.js's path buffers. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

/** Corners followed in one path: a page-sized outline of a map has more, and hides no word by itself. */
const MAX_POINTS = 2_000;

/** A painted or clipping shape on the page. */
export interface Shape {
  readonly rings: readonly (readonly Point[])[];
  readonly box: Box;
  readonly rule: 'winding' | 'even-odd';
}

/** How many numbers follow each code. */
function operands(code: number): number {
  if (code === MOVE || code === LINE) return 2;
  if (code === CURVE) return 6;
  return code === QUADRATIC ? 4 : 0;
}

/** The straight-sided rings of a path, in device space. */
export function ringsOf(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const rings: Point[][] = [];
  let ring: Point[] = [];
  let points = 0;
  for (let i = 0; i < path.length && points < MAX_POINTS; points++) {
    const code = path[i]!;
    const count = operands(code);
    if (code === MOVE && ring.length > 0) {
      rings.push(ring);
      ring = [];
    }
    if (code !== CLOSE && count >= 2) ring.push(transform(matrix, path[i + count - 1]!, path[i + count]!));
    i += count + 1;
  }
  if (ring.length > 0) rings.push(ring);
  return rings;
}

export function shapeOf(path: ArrayLike<number>, matrix: Matrix, rule: Shape['rule']): Shape {
  const rings = ringsOf(path, matrix);
  return { rings, box: around(rings.flat()), rule };
}

/** The shapes of thick strokes: each straight piece as a rectangle as broad as the line. */
export function strokeOf(path: ArrayLike<number>, matrix: Matrix, width: number): Shape {
  const rings: Point[][] = [];
  for (const ring of ringsOf(path, matrix)) {
    for (let i = 1; i < ring.length; i++) rings.push(bar(ring[i - 1]!, ring[i]!, width / 2));
  }
  return { rings, box: around(rings.flat()), rule: 'winding' };
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
