/**
 * Whether words are in sight: big enough, of another colour than their ground, on the page, not cut off, not painted over.
 *
 * All rectangles are in the page's own pixels, whatever is scrolled to.
 */

/** A rectangle of the page. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What an element's words inherit from the boxes around them. */
export interface Surroundings {
  readonly opacity: number;
  /** What lies outside is cut off; `null` where nothing cuts. */
  readonly clip: Area | null;
  /** The clip in force at the nearest positioned box, which is the one that an absolutely placed box obeys. */
  readonly positionedClip: Area | null;
  /** Red, green and blue of the ground; `null` where it is a picture or cannot be told. */
  readonly ground: readonly number[] | null;
  /** Whether a box scrolls them, so that what is out of sight now can be brought into it. */
  readonly scrolls: boolean;
}

export const OPEN: Surroundings = {
  opacity: 1,
  clip: null,
  positionedClip: null,
  ground: [255, 255, 255],
  scrolls: false,
};

/** Letters of fewer pixels than this are not legible. */
const LEAST_SIZE = 3;
/** Share of opacity below which nobody sees letters. */
export const LEAST_OPACITY = 0.1;
/** Sum of the differences in red, green and blue below which letters vanish in their ground. */
const LEAST_CONTRAST = 24;

/** The surroundings of what stands in `element`, whose own are `around`. */
export function within(element: Element, style: CSSStyleDeclaration, around: Surroundings): Surroundings {
  const outer = style.position === 'fixed' ? null : style.position === 'absolute' ? around.positionedClip : around.clip;
  const cuts = /hidden|clip/.test(`${style.overflowX} ${style.overflowY}`) && element !== document.body;
  const clip = cuts ? intersection(outer, areaOf(element.getBoundingClientRect())) : outer;
  const opacity = around.opacity * Number(style.opacity);
  const positionedClip = style.position === 'static' ? around.positionedClip : clip;
  const scrolls = around.scrolls || isScroller(element, style);
  return { opacity, clip, positionedClip, ground: groundOf(style, around.ground), scrolls };
}

function isScroller(element: Element, { overflowX, overflowY }: CSSStyleDeclaration): boolean {
  const down = /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
  return down || (/auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1);
}

function groundOf(style: CSSStyleDeclaration, around: Surroundings['ground']): Surroundings['ground'] {
  if (style.backgroundImage !== 'none') return null;
  const colour = coloursOf(style.backgroundColor);
  if (colour === null) return null;
  const [red, green, blue, alpha = 1] = colour;
  if (alpha === 0) return around;
  return alpha === 1 ? [red!, green!, blue!] : null;
}

/** The numbers in `rgb(1, 2, 3)` and `rgba(1, 2, 3, 0.5)`; `null` for any other way to write a colour. */
function coloursOf(colour: string): readonly number[] | null {
  const inside = /^rgba?\(([^()]*)\)$/.exec(colour)?.[1];
  return inside === undefined ? null : inside.split(',').map(Number);
}

function intersection(one: Area | null, other: Area): Area {
  if (one === null) return other;
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/** A rectangle of the window as one of the page. */
export function areaOf({ left, top, right, bottom }: DOMRect): Area {
  return { left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY };
}

/** Whether the page is laid out for paper now. */
export const PAPER = matchMedia('print');

/** Paper is white: browsers leave out its grounds and darken what is written on it, unless they are told not to. */
export function isUncoloured(style: CSSStyleDeclaration): boolean {
  return PAPER.matches && style.getPropertyValue('print-color-adjust') !== 'exact';
}

/** Whether letters of this style can be seen at all, wherever they stand. */
export function isLegible(style: CSSStyleDeclaration, { opacity, ground }: Surroundings): boolean {
  if (style.visibility !== 'visible' || opacity < LEAST_OPACITY) return false;
  if (Number.parseFloat(style.fontSize) < LEAST_SIZE) return false;
  if (isUncoloured(style)) return true;
  const colour = coloursOf(style.getPropertyValue('-webkit-text-fill-color') || style.color);
  if (colour === null) return true;
  const alpha = colour[3] ?? 1;
  if (alpha < LEAST_OPACITY) return false;
  if (ground === null || alpha < 1) return true;
  return ground.reduce((sum, part, i) => sum + Math.abs(part - colour[i]!), 0) >= LEAST_CONTRAST;
}

/** How much of a line or word is in sight: all of it, nothing, or some. */
export function exposure(area: Area, { clip }: Surroundings): 'all' | 'some' | 'none' {
  const page = document.scrollingElement ?? document.documentElement;
  if (area.right - area.left < 1 || area.bottom - area.top < 1) return 'none';
  if (area.right <= 0 || area.bottom <= 0 || area.left >= page.scrollWidth || area.top >= page.scrollHeight)
    return 'none';
  if (clip === null) return 'all';
  const kept = intersection(clip, area);
  const wide = (kept.right - kept.left) / (area.right - area.left);
  const high = (kept.bottom - kept.top) / (area.bottom - area.top);
  if (wide <= 0 || high <= 0.4) return 'none';
  return wide > 0.98 && high > 0.6 ? 'all' : 'some';
}
