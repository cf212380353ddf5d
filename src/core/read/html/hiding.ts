/** Ways a box and everything in it is kept from sight, whatever its descendants' styles say. */
import type { HiddenBy } from '../document.ts';
import { parseLength, VIEWPORT } from './css/length.ts';
import type { Values } from './css/properties.ts';
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
  if (sized && shrinksToNothing(values)) return 'size';
  return isAway(values, position, sized, length) ? 'position' : null;
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
  const extents = [length('width', 1280), length('height', 800), length('max-width', 1280), length('max-height', 800)];
  if (extents.some((extent) => extent !== null && extent <= NOTHING)) return true;
  const indent = length('text-indent', VIEWPORT.width);
  return indent !== null && indent >= VIEWPORT.width / 2 && overflow !== 'auto';
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

function isEmptyRectangle(clip: string): boolean {
  const [top, right, bottom, left] = clip
    .slice(clip.indexOf('(') + 1, clip.lastIndexOf(')'))
    .split(/[\s,]+/)
    .map((part) => parseLength(part, UNIT));
  if (top == null || bottom == null) return right != null && left != null && right - left <= NOTHING;
  return bottom - top <= NOTHING || (right != null && left != null && right - left <= NOTHING);
}

function isFullInset(inside: string): boolean {
  const parts = inside
    .split(/\bround\b/)[0]!
    .trim()
    .split(/\s+/)
    .map((part) => (part.endsWith('%') ? parseLength(part, UNIT) : null));
  const top = parts[0] ?? 0;
  const right = parts.length > 1 ? (parts[1] ?? 0) : top;
  const bottom = parts.length > 2 ? (parts[2] ?? 0) : top;
  const left = parts.length > 3 ? (parts[3] ?? 0) : right;
  return top + bottom >= 100 || left + right >= 100;
}

/** Whether all corners share a coordinate. */
function isFlatPolygon(inside: string): boolean {
  const corners = inside.split(',').map((corner) => corner.trim().split(/\s+/));
  return [0, 1].some((axis) => corners.every((corner) => corner[axis] === corners[0]?.[axis]));
}

/** `scale(0)`, `scaleX(0)`, `matrix(0, …)`, or a turn edge on. */
function shrinksToNothing(values: Values): boolean {
  if (/^(?:0*\.?0+%?)(?:\s|$)/.test(values.get('scale') ?? '')) return true;
  const transform = values.get('transform') ?? '';
  return (
    /scale(?:x|y|3d)?\(\s*0*\.?0+%?\s*[,)]/.test(transform) ||
    /scale\([^,()]*,\s*0*\.?0+%?\s*\)/.test(transform) ||
    /matrix\(\s*0*\.?0+\s*,\s*0*\.?0+\s*,/.test(transform) ||
    /rotate[xy]\(\s*[-+]?(?:90|270)deg\s*\)/.test(transform)
  );
}

/** Moved off the page. */
function isAway(values: Values, position: string, sized: boolean, length: Length): boolean {
  const far = (name: string, percent: number): boolean => {
    const distance = length(name, percent);
    return distance !== null && distance <= -FAR;
  };
  const beyond = (name: string): boolean => (length(name, VIEWPORT.width) ?? 0) >= BEYOND;
  if (position !== 'static') {
    if (
      far('left', VIEWPORT.width) ||
      far('top', VIEWPORT.height) ||
      far('right', VIEWPORT.width) ||
      far('bottom', VIEWPORT.height)
    )
      return true;
    if (beyond('left') || beyond('top') || beyond('right') || beyond('bottom')) return true;
  }
  if (far('margin-left', VIEWPORT.width) || (sized && far('margin-top', VIEWPORT.width))) return true;
  return sized && (isTranslatedAway(values.get('transform') ?? '') || isFarShift(values.get('translate') ?? ''));
}

function isTranslatedAway(transform: string): boolean {
  const match = /translate(?:x|y|3d)?\(([^()]*)\)/.exec(transform);
  return match !== null && isFarShift(match[1]!.replaceAll(',', ' '));
}

function isFarShift(shift: string): boolean {
  return shift.split(/\s+/).some((part) => {
    const distance = parseLength(part, { em: 16, percent: 100 });
    if (distance === null) return false;
    return part.endsWith('%') ? distance <= -100 || distance >= 1_000 : distance <= -FAR || distance >= BEYOND;
  });
}
