/** Ways a box and everything in it is kept from sight, whatever its descendants' styles say. */
import type { HiddenBy } from '../document.ts';
import { parseLength, VIEWPORT } from './css/length.ts';
import { shrinksToNothing, stepsOf } from './css/transform.ts';
import type { Values } from './css/values.ts';
import type { Display } from './look.ts';

/** Further out than this, in pixels, is off the page. */
const FAR = 500;
/** A box of at most this many pixels shows nothing. */
const NOTHING = 1;
/** Right of or below this many pixels nobody scrolls. */
const BEYOND = 5_000;

/** How the declarations of a box conceal it, or `null`. */
export function concealment(values: Values, display: Display, fontSize: number): HiddenBy | null {
  if (display === 'none') return 'style';
  const position = values.get('position') ?? 'static';
  const sized =
    display === 'block' ||
    display === 'inline-box' ||
    position === 'absolute' ||
    position === 'fixed' ||
    floats(values);
  if (sized && values.get('content-visibility') === 'hidden') return 'style';
  const length = (name: string, percent: number): number | null => {
    const value = values.get(name);
    return value === undefined ? null : parseLength(value, { em: fontSize, percent });
  };
  if (isClipped(values, position) || (sized && isShut(values, length))) return 'clip';
  const steps = sized ? stepsOf(values) : [];
  if (steps.some(shrinksToNothing)) return 'size';
  if (steps.some(({ name, args }) => name.startsWith('translate') && args.some(isFarShift))) return 'position';
  return isAway(position, sized, length) ? 'position' : null;
}

type Length = (name: string, percent: number) => number | null;

function floats(values: Values): boolean {
  const float = values.get('float');
  return float !== undefined && float !== 'none';
}

/** A box without extent that cuts off what does not fit. */
function isShut(values: Values, length: Length): boolean {
  const overflow = values.get('overflow') ?? 'visible';
  if (overflow === 'visible') return false;
  const { width, height } = VIEWPORT;
  const extents = [
    length('width', width),
    length('height', height),
    length('max-width', width),
    length('max-height', height),
  ];
  if (extents.some((extent) => extent !== null && extent <= NOTHING) || length('line-height', 1) === 0) return true;
  const indent = length('text-indent', width);
  return indent !== null && indent >= width / 2 && overflow !== 'auto';
}

/** `clip` and `clip-path` that leave nothing. */
function isClipped(values: Values, position: string): boolean {
  const clip = values.get('clip') ?? '';
  if ((position === 'absolute' || position === 'fixed') && clip.startsWith('rect(') && isEmptyRectangle(clip))
    return true;
  const path = values.get('clip-path') ?? '';
  const [, name = '', inside = ''] = /^([a-z]+)\((.*)\)/s.exec(path) ?? [];
  if (name === 'inset') return isFullInset(inside);
  if (name === 'circle' || name === 'ellipse') return /^\s*0(?:[a-z%]*)(?:\s|$)/.test(inside);
  if (name === 'polygon') return isFlatPolygon(inside);
  if (name === 'rect') return isEmptyRectangle(path);
  return name === 'xywh' && /^\s*\S+\s+\S+\s+0[a-z%]*(?:\s|$)|^\s*\S+\s+\S+\s+\S+\s+0[a-z%]*(?:\s|$)/.test(inside);
}

const UNIT = { em: 16, percent: 100 };

/** `auto` is the edge of the box: nought at the top and on the left, and unknown across from there. */
function isEmptyRectangle(clip: string): boolean {
  const [top, right, bottom, left] = clip
    .slice(clip.indexOf('(') + 1, clip.lastIndexOf(')'))
    .split(/[\s,]+/)
    .map((part) => parseLength(part, UNIT));
  return isFlat(top, bottom) || isFlat(left, right);
}

function isFlat(from: number | null | undefined, to: number | null | undefined): boolean {
  return to != null && to - (from ?? 0) <= NOTHING;
}

/** Insets that meet: half the box from each side, or further in than any line of words is wide. */
function isFullInset(inside: string): boolean {
  const sides = inside
    .split(/\bround\b/)[0]!
    .trim()
    .split(/\s+/)
    .map(share);
  const [top = 0, right = top, bottom = top, left = right] = sides;
  return top + bottom >= 100 || left + right >= 100;
}

/** How much of the box an inset takes, in per cent. */
function share(inset: string): number {
  const size = parseLength(inset, UNIT) ?? 0;
  return inset.endsWith('%') ? size : size >= FAR ? 100 : 0;
}

/** Whether all corners share a coordinate. */
function isFlatPolygon(inside: string): boolean {
  const corners = inside.split(',').map((corner) => corner.trim().split(/\s+/));
  return [0, 1].some((axis) => corners.every((corner) => corner[axis] === corners[0]?.[axis]));
}

/** Moved off the page. */
function isAway(position: string, sized: boolean, length: Length): boolean {
  const placed = position === 'static' ? [] : EDGES.map(([name, whole]) => length(name, whole));
  if (placed.some((distance) => distance !== null && (distance <= -FAR || distance >= BEYOND))) return true;
  const margins = [length('margin-left', VIEWPORT.width), sized ? length('margin-top', VIEWPORT.width) : null];
  return margins.some((margin) => margin !== null && margin <= -FAR);
}

const EDGES = [
  ['left', VIEWPORT.width],
  ['top', VIEWPORT.height],
  ['right', VIEWPORT.width],
  ['bottom', VIEWPORT.height],
] as const;

function isFarShift(part: string): boolean {
  const distance = parseLength(part, { em: 16, percent: 100 });
  if (distance === null) return false;
  return part.endsWith('%') ? distance <= -100 || distance >= 1_000 : distance <= -FAR || distance >= BEYOND;
}
