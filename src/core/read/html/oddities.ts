/** Styles under which words are seen, but not as, or not in the order, they are read. */
import { parseLength, VIEWPORT } from './css/length.ts';
import { callsOf } from './css/syntax.ts';
import { redraws, stepsOf } from './css/transform.ts';
import type { Values } from './css/values.ts';
import type { Display, Look, Mark } from './look.ts';

/** What the marks of a box depend on besides its declarations. */
export interface OddityContext {
  readonly display: Display;
  readonly items: Look['items'];
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
  return value === 'initial' ? '' : value;
}

/** Whether a value is other than the inherited one; the properties are inherited where they are unset. */
function differs(value = 'unset', around = ''): boolean {
  return value !== 'inherit' && value !== 'unset' && settle(value) !== around;
}

/** Marks of the box itself. */
function ownMarks(values: Values, context: OddityContext): Mark[] {
  const marks: Mark[] = [];
  const mark = (kind: Mark['kind'], detail: string): void => {
    marks.push({ kind, detail });
  };
  if (overridesDirection(values)) mark('reordered', 'bidi-override');
  const redrawing = redrawnBy(values);
  if (redrawing !== null) mark('drawn-otherwise', redrawing);
  if (/^\d/.test(values.get('line-clamp') ?? '')) mark('drawn-otherwise', 'line-clamp');
  if (isOneLine(values, context)) mark('covered', 'text-overflow');
  if (isCutOff(values, context)) mark('covered', 'overflow');
  if (/["']/.test(values.get('list-style') ?? '')) mark('drawn-otherwise', 'list-style-type: string');
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
  if (context.items === 'reverse') mark('reordered', 'flex-direction: reverse');
  if (/[1-9]/.test(values.get('order') ?? '')) mark('reordered', 'order');
  if (values.get('float') === 'right' || values.get('float') === 'inline-end') mark('reordered', 'float: right');
  if (/^(?:vertical|sideways|tb)/.test(values.get('writing-mode') ?? '')) mark('drawn-otherwise', 'writing-mode');
  if (values.has('grid-place')) mark('reordered', 'grid placement');
  if (isShifted(values, context.fontSize)) mark('reordered', `position: ${values.get('position') ?? 'margin'}`);
  if (['color', 'text-fill'].some((name) => /^(?!rgb|hsl).*\(/.test(values.get(name) ?? '')))
    mark('drawn-otherwise', 'colour not evaluated');
  if (['font-size', 'opacity'].some((name) => isUnknown(values.get(name))))
    mark('drawn-otherwise', 'size not evaluated');
}

function isUnknown(value = ''): boolean {
  return value.includes('(') && parseLength(value, { em: 16, percent: 16 }) === null;
}

function overridesDirection(values: Values): boolean {
  const bidi = values.get('unicode-bidi');
  return bidi === 'bidi-override' || bidi === 'isolate-override';
}

/** Filters under which letters are not seen as they are, by how much of them there is. */
const FILTERS: ReadonlyMap<string, (amount: number) => boolean> = new Map<string, (amount: number) => boolean>([
  ['blur', (amount) => amount !== 0],
  ['url', () => true],
  ['contrast', (amount) => amount < 1],
  ['invert', (amount) => amount > 0],
  ['brightness', (amount) => amount === 0 || amount >= 2],
]);

function isFiltered(filter: string): boolean {
  return callsOf(filter).some(({ name, args }) => {
    const amount = parseLength(args.join(), { em: 16, percent: 1 }) ?? 1;
    return FILTERS.get(name)?.(amount) ?? false;
  });
}

const NOTHING_SPECIAL = /^(?:none|normal|initial|unset|inherit|)$/;

/** The property by which letters are drawn otherwise, or `null`. */
function redrawnBy(values: Values): string | null {
  if (isFiltered(values.get('filter') ?? '')) return 'filter';
  for (const name of ['mix-blend-mode', 'mask']) if (!NOTHING_SPECIAL.test(values.get(name) ?? '')) return name;
  if (stepsOf(values).some(redraws)) return 'transform';
  return values.get('clip-path')?.includes('(') && values.get('display') !== 'block' ? 'clip-path' : null;
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
  if (/\d/.test(values.get('grid-place') ?? '')) return 'grid placement';
  const far = (name: string): boolean =>
    Math.abs(parseLength(values.get(name) ?? '', { em: fontSize, percent: VIEWPORT.height }) ?? 0) > ELSEWHERE;
  if (position === 'relative' && (far('top') || far('bottom'))) return 'position: relative';
  return /^-/.test(values.get('margin-top') ?? '') && far('margin-top') ? 'margin-top' : null;
}

/** Sideways by more than this, in pixels, a word is somewhere else. */
const ASIDE = 3;

/** Taken out of its place in the line: sideways at all, or further up or down than a note sign is raised. */
function isShifted(values: Values, fontSize: number): boolean {
  const position = values.get('position') ?? 'static';
  if (position === 'absolute' || position === 'fixed') return true;
  const by = (name: string): number =>
    parseLength(values.get(name) ?? '', { em: fontSize, percent: VIEWPORT.width }) ?? 0;
  const beyond = (name: string, most: number): boolean => position === 'relative' && Math.abs(by(name)) > most;
  const aside = beyond('left', ASIDE) || beyond('right', ASIDE);
  return aside || beyond('top', fontSize) || beyond('bottom', fontSize) || by('margin-left') < -ASIDE;
}
