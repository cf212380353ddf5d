/** Styles under which words are seen, but not as, or not in the order, they are read. */
import { parseLength, VIEWPORT } from './css/length.ts';
import type { Values } from './css/properties.ts';
import type { Display, Look, Mark } from './look.ts';

/** What the marks of a box depend on besides its declarations. */
export interface OddityContext {
  readonly display: Display;
  /** In pixels. */
  readonly fontSize: number;
  /** The page's own font asked for: its name, `''` for a font of the reader's machine, `null` where none is asked for. */
  readonly font: string | null;
}

/** Inherited properties that redraw words: the values that change nothing, and the mark for any other. */
const INHERITED: readonly {
  readonly name: string;
  readonly plain: RegExp;
  readonly kind: Mark['kind'];
}[] = [
  { name: 'text-transform', plain: /^(?:none|full-width|math-auto)$/, kind: 'transformed' },
  { name: 'text-security', plain: /^none$/, kind: 'drawn-otherwise' },
  {
    name: 'letter-spacing',
    plain: /^(?:normal|\+?[\d.]+[a-z%]*|-0?\.[0-2]\d*(?:em|rem|px)|-[0-2](?:\.\d+)?px)$/,
    kind: 'drawn-otherwise',
  },
  {
    name: 'word-spacing',
    plain: /^(?:normal|\+?[\d.]+[a-z%]*|-0?\.[01]\d*em|-[0-2](?:\.\d+)?px)$/,
    kind: 'drawn-otherwise',
  },
];

/** The marks in force in a box, and the inherited values they come from. */
export function oddities(around: Look, values: Values, context: OddityContext): Pick<Look, 'marks' | 'inherited'> {
  const own = ownMarks(values, context);
  const changed = INHERITED.filter(({ name }) => differs(values.get(name), around.inherited.get(name)));
  const fontChanged = context.font !== null && context.font !== (around.inherited.get('font') ?? '');
  if (own.length === 0 && changed.length === 0 && !fontChanged)
    return { marks: around.marks, inherited: around.inherited };
  const inherited = new Map(around.inherited);
  let marks = [...around.marks, ...own];
  for (const { name, plain, kind } of changed) {
    const value = settle(values.get(name)!);
    inherited.set(name, value);
    marks = marks.filter(({ detail }) => !detail.startsWith(`${name}:`));
    if (value !== '' && !plain.test(value)) marks.push({ kind, detail: `${name}: ${value.slice(0, 40)}` });
  }
  if (fontChanged && context.font !== null) {
    inherited.set('font', context.font);
    marks = marks.filter(({ kind }) => kind !== 'font');
    if (context.font !== '') marks.push({ kind: 'font', detail: context.font.slice(0, 60) });
  }
  return { marks, inherited };
}

function settle(value: string): string {
  return /^(?:initial|unset|revert|revert-layer)$/.test(value) ? '' : value;
}

function differs(value: string | undefined, around: string | undefined): boolean {
  return value !== undefined && value !== 'inherit' && settle(value) !== (around ?? '');
}

/** Marks of the box itself. */
function ownMarks(values: Values, context: OddityContext): Mark[] {
  const marks: Mark[] = [];
  const mark = (kind: Mark['kind'], detail: string): void => {
    marks.push({ kind, detail });
  };
  if (overridesDirection(values)) mark('reordered', 'bidi-override');
  if (isRedrawn(values)) mark('drawn-otherwise', redrawnBy(values));
  if (values.has('line-clamp') && /^\d/.test(values.get('line-clamp')!)) mark('drawn-otherwise', 'line-clamp');
  if (isOneLine(values, context)) mark('covered', 'text-overflow');
  if (isCutOff(values, context)) mark('covered', 'overflow');
  const list = values.get('list-style');
  if (list !== undefined && /["']/.test(list)) mark('drawn-otherwise', 'list-style-type: string');
  if (Number(values.get('z-index') ?? 0) < 0 && values.get('position') !== undefined) mark('covered', 'z-index');
  if (context.display === 'inline' || context.display === 'inline-box') inlineMarks(values, context, mark);
  return marks;
}

/** Boxes of a fixed size, in pixels, that cut off what does not fit may cut off words. */
const LOW = 400;
const NARROW = 200;

function isCutOff(values: Values, { display, fontSize }: OddityContext): boolean {
  const overflow = values.get('overflow');
  if (display === 'inline' || (overflow !== 'hidden' && overflow !== 'clip')) return false;
  const within = (name: string, most: number): boolean => {
    const value = values.get(name) ?? '';
    const size = /%|v[hw]/.test(value) ? null : parseLength(value, { em: fontSize, percent: 0 });
    return size !== null && size < most;
  };
  return within('height', LOW) || within('max-height', LOW) || within('width', NARROW) || within('max-width', NARROW);
}

/** A line that is never broken and shows only what fits. */
function isOneLine(values: Values, { display }: OddityContext): boolean {
  const overflow = values.get('overflow');
  return (
    display === 'block' && values.get('white-space') === 'nowrap' && (overflow === 'hidden' || overflow === 'clip')
  );
}

type AddMark = (kind: Mark['kind'], detail: string) => void;

/** Marks that only make sense inside a line: a box moved within or out of it. */
function inlineMarks(values: Values, context: OddityContext, mark: AddMark): void {
  const value = values.get('display') ?? '';
  if (/flex|box/.test(value) && values.get('flex-direction')?.endsWith('-reverse'))
    mark('reordered', 'flex-direction: reverse');
  if (Number(values.get('order') ?? 0) !== 0) mark('reordered', 'order');
  if (values.get('float') === 'right' || values.get('float') === 'inline-end') mark('reordered', 'float: right');
  if (values.has('writing-mode') && !/^horizontal/.test(values.get('writing-mode')!))
    mark('drawn-otherwise', 'writing-mode');
  if (values.has('grid-place')) mark('reordered', 'grid placement');
  if (isShifted(values, context.fontSize)) mark('reordered', `position: ${values.get('position') ?? 'margin'}`);
  if (
    ['color', 'text-fill'].some((name) => /\(/.test(values.get(name) ?? '') && !/^(?:rgb|hsl)/.test(values.get(name)!))
  ) {
    mark('drawn-otherwise', 'colour not evaluated');
  }
  if (['font-size', 'opacity'].some((name) => isUnknown(values.get(name))))
    mark('drawn-otherwise', 'size not evaluated');
}

function isUnknown(value: string | undefined): boolean {
  return value !== undefined && /\(/.test(value) && parseLength(value, { em: 16, percent: 16 }) === null;
}

function overridesDirection(values: Values): boolean {
  const bidi = values.get('unicode-bidi');
  return bidi === 'bidi-override' || bidi === 'isolate-override';
}

/** Any turn, mirroring or shearing; a matrix that does none of them begins with the identity. */
const REDRAWING_TRANSFORM = /rotate[xyz3d]*\(\s*-?[1-9.]|scale[xy]?\(\s*-|matrix\((?!1, ?0, ?0, ?1,)|skew|perspective/;
const REDRAWING_FILTER =
  /blur|url\(|contrast\(\s*(?:0|\.)|invert\((?!\s*0*\.?0*%?\s*\))|brightness\(\s*(?:[2-9]|\d{2,}(?!\d?%)|[2-9]\d{2}|\d{4}|0*\.?0*%?\s*\))/;

function isRedrawn(values: Values): boolean {
  return redrawnBy(values) !== '';
}

function redrawnBy(values: Values): string {
  if (REDRAWING_FILTER.test(values.get('filter') ?? '')) return 'filter';
  const blend = values.get('mix-blend-mode');
  if (blend !== undefined && !/^(?:normal|initial|unset|inherit)$/.test(blend)) return 'mix-blend-mode';
  const mask = values.get('mask');
  if (mask !== undefined && mask !== 'none' && mask !== 'initial') return 'mask';
  if (REDRAWING_TRANSFORM.test(values.get('transform') ?? '')) return 'transform';
  const path = values.get('clip-path');
  return path !== undefined && /\(/.test(path) && values.get('display') !== 'block' ? 'clip-path' : '';
}

/** Further than this, in pixels, a block is not where it is read. */
const ELSEWHERE = 32;

/** What takes a block from its place among the blocks around it, or `null`. */
export function displacement(
  values: Values,
  { display, fontSize }: Pick<OddityContext, 'display' | 'fontSize'>,
): string | null {
  if (display !== 'block') return null;
  const position = values.get('position') ?? 'static';
  if (position === 'absolute' || position === 'fixed') return `position: ${position}`;
  if (values.has('grid-place') && /\d/.test(values.get('grid-place')!)) return 'grid placement';
  const far = (name: string): boolean => {
    const distance = parseLength(values.get(name) ?? '', { em: fontSize, percent: VIEWPORT.height });
    return distance !== null && Math.abs(distance) > ELSEWHERE;
  };
  if (position === 'relative' && (far('top') || far('bottom'))) return 'position: relative';
  return /^-/.test(values.get('margin-top') ?? '') && far('margin-top') ? 'margin-top' : null;
}

/** Sideways by more than this, in pixels, a word is somewhere else. */
const ASIDE = 3;

/** Taken out of its place in the line: sideways at all, or further up or down than a note sign is raised. */
function isShifted(values: Values, fontSize: number): boolean {
  const position = values.get('position') ?? 'static';
  if (position === 'absolute' || position === 'fixed') return true;
  const beyond = (name: string, most: number): boolean => {
    const value = values.get(name);
    return value !== undefined && Math.abs(parseLength(value, { em: fontSize, percent: VIEWPORT.width }) ?? 0) > most;
  };
  const aside = position === 'relative' && (beyond('left', ASIDE) || beyond('right', ASIDE));
  const off = position === 'relative' && (beyond('top', fontSize) || beyond('bottom', fontSize));
  const margin = values.get('margin-left');
  const pulled = margin !== undefined && (parseLength(margin, { em: fontSize, percent: VIEWPORT.width }) ?? 0) < -ASIDE;
  return aside || off || pulled;
}
