/** Single aspects of a look, each worked out from the declarations in force and the look around. */
import { isSymbolFont } from '../office/symbols.ts';
import { type Colour, over, parseColour, TRANSPARENT, WHITE } from './css/colour.ts';
import { parseLength } from './css/length.ts';
import { familyName } from './css/sheet.ts';
import { callsOf, splitOutside } from './css/syntax.ts';
import { type Values, WIDE } from './css/values.ts';
import type { Display, Look, PageStyle } from './look.ts';

/** Boxes into which the line through the words around them does not go on. */
export function standsApart(values: Values, display: Display): boolean {
  const position = values.get('position');
  const float = values.get('float') ?? 'none';
  return display === 'inline-box' || position === 'absolute' || position === 'fixed' || float !== 'none';
}

/** Whether a box can lie over words beside it. */
export function covers(values: Values, display: Display): boolean {
  const position = values.get('position');
  const painted =
    values.get('background-image') === 'some' ||
    !/^(?:none|)$/.test(values.get('backdrop-filter') ?? '') ||
    !/^(?:transparent|)$/.test(values.get('background-color') ?? '');
  return display !== 'block' && (position === 'absolute' || position === 'fixed') && painted;
}

const BLOCKISH = /^(?:block|list-item|flow-root|flex|grid|table.*|-webkit-box|-webkit-flex|-moz-box|flow|math)$/;

/** The box a value of `display` makes, and how it lays its children out. */
export function displayOf(
  values: Values,
  around: Pick<Look, 'display' | 'items'>,
): { readonly display: Display; readonly items: Look['items'] } {
  const value = values.get('display');
  if (value === undefined || value === 'inherit') return around;
  const reverse = values.get('flex-direction')?.endsWith('-reverse') ?? false;
  const items = /flex|-box/.test(value) ? (reverse ? 'reverse' : 'forward') : /grid/.test(value) ? 'forward' : 'flow';
  return { display: outer(value), items };
}

function outer(value: string): Display {
  if (value === 'none' || value === 'contents') return value;
  if (value === 'inline' || /^ruby/.test(value)) return 'inline';
  if (/inline/.test(value)) return 'inline-box';
  return value.split(' ').some((part) => BLOCKISH.test(part)) ? 'block' : 'inline';
}

const SIZE_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    'xx-small': 9,
    'x-small': 10,
    small: 13,
    medium: 16,
    large: 18,
    'x-large': 24,
    'xx-large': 32,
    'xxx-large': 48,
    initial: 16,
  }),
);

/** The font size in pixels. */
export function sizeOf(around: Look, values: Values): number {
  const value = values.get('font-size');
  const zoom = parseLength(values.get('zoom') ?? '1', { em: 1, percent: 1 }) ?? 1;
  const scale = zoom <= 0 ? 1 : zoom;
  if (value === undefined) return around.fontSize * scale;
  const known = SIZE_WORDS.get(value);
  if (known !== undefined) return known * scale;
  if (value === 'smaller') return (around.fontSize / 1.2) * scale;
  if (value === 'larger') return around.fontSize * 1.2 * scale;
  return (parseLength(value, { em: around.fontSize, percent: around.fontSize }) ?? around.fontSize) * scale;
}

/** Whether the box is visible, for all its ancestors say. */
export function visibilityOf(value: string | undefined, around: boolean): boolean {
  if (value === 'visible' || value === 'initial') return true;
  return value === 'hidden' || value === 'collapse' ? false : around;
}

/** The opacity of the box itself, 0–1. */
export function opacityOf(values: Values): number {
  const filters = callsOf(values.get('filter') ?? '').filter(({ name }) => name === 'opacity');
  return filters.reduce((product, { args }) => product * share(args.join()), share(values.get('opacity') ?? '1'));
}

/** An amount between none and all of it, 0–1; all where it is not worked out. */
function share(amount: string): number {
  return Math.min(1, Math.max(0, parseLength(amount, { em: 1, percent: 1 }) ?? 1));
}

/** A colour in force; `null` where it is not worked out. */
export function colourOf(value: string | undefined, around: Colour | null, initial: Colour | null): Colour | null {
  if (value === undefined || value === 'inherit' || value === 'unset' || value === 'currentcolor') return around;
  if (value === 'initial') return initial;
  return parseColour(value);
}

/** What lies behind the words. */
export function groundOf(around: Look, values: Values, colour: Colour | null): Pick<Look, 'ground' | 'groundSure'> {
  const value = values.get('background-color');
  const image = values.get('background-image') === 'some';
  if (values.get('background-clip') === 'text' && (image || value !== undefined))
    return { ground: null, groundSure: true };
  const own =
    value === undefined || WIDE.has(value) ? TRANSPARENT : value === 'currentcolor' ? colour : parseColour(value);
  if (own === null) return { ground: null, groundSure: true };
  const ground = own.alpha === 0 ? around.ground : over(own, around.ground ?? WHITE);
  return { ground, groundSure: !image && (around.groundSure || own.alpha === 1) };
}

/** What becomes of white space. */
export function whiteSpaceOf(value: string | undefined, around: Look['whiteSpace']): Look['whiteSpace'] {
  if (value === undefined || value === 'inherit' || value === 'unset') return around;
  if (value === 'pre-line') return 'keep-lines';
  return value === 'pre' || value === 'pre-wrap' || value === 'break-spaces' ? 'keep' : 'collapse';
}

/** Weights from here on are bold (CSS Fonts 4). */
const BOLD = 600;

/** Whether the words are bold. */
export function boldnessOf(value: string | undefined, around: boolean): boolean {
  if (value === undefined || value === 'inherit' || value === 'unset') return around;
  return value.startsWith('bold') || Number(value) >= BOLD;
}

/** Whether the words are raised or lowered against the line. */
export function raises(values: Values, fontSize: number): boolean {
  const align = values.get('vertical-align') ?? '';
  if (align === 'super' || align === 'sub') return true;
  const moved = [align];
  if (values.get('position') === 'relative') moved.push(values.get('top') ?? '', values.get('bottom') ?? '');
  return moved.some((value) => Math.abs(parseLength(value, { em: fontSize, percent: fontSize }) ?? 0) >= RAISED);
}

/** Off the line by as many pixels as this, a digit reads as an exponent or a note's number. */
const RAISED = 3;

/** The font that the value asks for and that can draw other letters: one that the page brings, or one of symbols; '' for none. */
export function tellingFont(values: Values, page: PageStyle): string | null {
  const value = values.get('font-family');
  if (value === undefined) return null;
  const families = splitOutside(value, ',').map(familyName);
  return families.find((family) => page.fonts.has(family)) ?? families.slice(0, 1).find(isSymbolFont) ?? '';
}
