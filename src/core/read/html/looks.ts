/** From an element to its look: the browser's own style, the old presentational attributes, then the page's styles. */
import type { HiddenBy } from '../document.ts';
import { type BoxOf, Cascade, type Declared } from './css/cascade.ts';
import { expand } from './css/properties.ts';
import { parseSheets, type Sheet } from './css/sheet.ts';
import type { Values } from './css/values.ts';
import { BLOCK_ELEMENTS, BROWSER_STYLE, UNDRAWN_ELEMENTS } from './elements.ts';
import { type Display, hiddenBy, type Look, lookOf, type Mark, type PageStyle, plainLook, ROOT_LOOK } from './look.ts';
import type { PageSheet, SheetAt } from './survey.ts';
import { attribute, type Element } from './tree.ts';

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

/** Attributes of SVG elements that are properties. */
const SVG_ATTRIBUTES = ['display', 'visibility', 'opacity', 'font-size', 'fill'];

export class Looks {
  readonly #cascade: Cascade;
  readonly #page: PageStyle;
  readonly #plain = new WeakMap<Look, Map<Display, Look>>();
  /** The look around the root element. */
  readonly root: Look;

  constructor(sheet: Sheet, sheets: 'all-read' | 'some-unread') {
    this.#cascade = new Cascade(sheet);
    this.#page = { fonts: sheet.fonts };
    this.root = { ...ROOT_LOOK, groundSure: sheets === 'all-read' };
  }

  /** The look of an element in a box that looks like `around`. */
  of(element: Element, around: Look): Look {
    const declared = this.#cascade.declared(element, 'element', around.variables);
    const base = browserValues(element);
    const display = defaultDisplay(element);
    if (declared === null && base === null) return this.#plainLook(element, around, display);
    const under = (own: Iterable<readonly [string, string]>): Look => {
      const values: Values = new Map([['display', display], ...(base ?? []), ...own]);
      if (element.namespaceURI === SVG) paintSvg(values);
      return lookOf(around, values, declared?.variables ?? around.variables, this.#page);
    };
    const look = this.#because(element, under(declared?.values ?? []), declared);
    return declared?.sure == null ? look : withDoubt(look, under(declared.sure));
  }

  /** The look of a generated box of an element, or `null` where the page makes none. */
  generated(element: Element, box: 'before' | 'after', around: Look): Look | null {
    const declared = this.#cascade.declared(element, box satisfies BoxOf, around.variables);
    if (declared === null) return null;
    return lookOf(around, new Map([['display', 'inline'], ...declared.values]), declared.variables, this.#page);
  }

  /** What the styles of its first line, first letter and list marker make of a box that looks like `look`. */
  marksOf(element: Element, look: Look): readonly Mark[] {
    if (!this.#cascade.speaksOfParts || look.display === 'inline' || look.display === 'contents') return [];
    return PARTS.flatMap((part) => {
      const declared = this.#cascade.declared(element, part, look.variables);
      if (declared === null) return [];
      if (part === 'marker') return isWorded(declared.values.get('content')) ? [drawnOtherwise(part)] : [];
      const inside = lookOf(look, new Map([...declared.values, ['display', 'inline']]), declared.variables, this.#page);
      const gained = inside.marks.filter((mark) => !look.marks.includes(mark));
      return hiddenBy(inside) !== null && hiddenBy(look) === null ? [drawnOtherwise(part)] : gained;
    });
  }

  #plainLook(element: Element, around: Look, display: Display): Look {
    let known = this.#plain.get(around);
    if (known === undefined) {
      known = new Map();
      this.#plain.set(around, known);
    }
    let look = known.get(display);
    if (look === undefined) {
      look =
        display === 'none'
          ? lookOf(around, new Map([['display', 'none']]), around.variables, this.#page)
          : plainLook(around, display);
      known.set(display, look);
    }
    return this.#because(element, look, null);
  }

  /** A box the browser itself leaves out is hidden by its attribute, not by a style of the page. */
  #because(element: Element, look: Look, declared: Declared | null): Look {
    if (look.display !== 'none' || look.concealed !== 'style' || declared?.values.get('display') === 'none')
      return look;
    return { ...look, concealed: undrawnBy(element) };
  }
}

const DOUBT: Mark = { kind: 'drawn-otherwise', detail: 'style that a browser may drop' };

/** Words that are hidden or redrawn where a browser drops what is doubtful are not surely seen. */
function withDoubt(look: Look, sure: Look): Look {
  const otherwise = hiddenBy(sure) !== null || sure.marks.length > look.marks.length;
  return otherwise && hiddenBy(look) === null ? { ...look, marks: [...look.marks, DOUBT] } : look;
}

const PARTS = ['first-line', 'first-letter', 'marker'] as const satisfies readonly BoxOf[];

function drawnOtherwise(part: string): Mark {
  return { kind: 'drawn-otherwise', detail: `::${part}` };
}

/** Whether a `content` value brings letters. */
function isWorded(content: string | undefined): boolean {
  return content !== undefined && /["']/.test(content) && /[\p{L}\p{N}]|\\/u.test(content);
}

/** SVG text is painted with `fill`, black unless told. */
function paintSvg(values: Values): void {
  const fill = values.get('fill');
  if (fill !== undefined) values.set('text-fill', fill === 'none' ? 'transparent' : fill);
}

function undrawnBy(element: Element): HiddenBy {
  if (attribute(element, 'hidden') !== null) return 'attribute';
  return element.tagName === 'dialog' || attribute(element, 'popover') !== null ? 'closed' : 'markup';
}

/** The box an element makes if no style says otherwise. */
function defaultDisplay(element: Element): Display {
  if (element.namespaceURI !== HTML) return 'inline';
  const tag = element.tagName;
  if (UNDRAWN_ELEMENTS.has(tag) || isHidden(element) || attribute(element, 'popover') !== null) return 'none';
  if (tag === 'dialog' && attribute(element, 'open') === null) return 'none';
  return BLOCK_ELEMENTS.has(tag) ? 'block' : 'inline';
}

/** `hidden` leaves no box; `hidden="until-found"` leaves one, without its content. */
function isHidden(element: Element): boolean {
  const hidden = attribute(element, 'hidden');
  return hidden !== null && hidden.toLowerCase() !== 'until-found';
}

type Pairs = (readonly [string, string])[];

/** The browser's own declarations and the presentational attributes, or `null` where there are none. */
function browserValues(element: Element): Pairs | null {
  const pairs: Pairs = element.tagName === 'svg' ? [['fill', 'black']] : [];
  const own = BROWSER_STYLE.get(element.tagName);
  if (own !== undefined) pairs.push(...own);
  if (element.attrs.length > 0) addAttributes(element, pairs);
  return pairs.length === 0 ? null : pairs;
}

function addAttributes(element: Element, pairs: Pairs): void {
  if (element.namespaceURI === SVG) {
    for (const name of SVG_ATTRIBUTES) addProperty(pairs, name, attribute(element, name));
    return;
  }
  const tag = element.tagName;
  if (tag === 'a' && attribute(element, 'href') !== null) pairs.push(['color', '#0000ee']);
  if (attribute(element, 'hidden')?.toLowerCase() === 'until-found') pairs.push(['content-visibility', 'hidden']);
  addProperty(pairs, 'direction', attribute(element, 'dir'));
  if (tag === 'font') addColour(pairs, 'color', attribute(element, 'color'));
  if (tag === 'body') addColour(pairs, 'color', attribute(element, 'text'));
  addColour(pairs, 'background-color', attribute(element, 'bgcolor'));
  if (attribute(element, 'background') !== null && /^(?:body|table|t[dhr])$/.test(tag))
    pairs.push(['background-image', 'some']);
  if (tag === 'textarea' && attribute(element, 'wrap') === 'off') pairs.push(['white-space', 'pre']);
}

function addProperty(pairs: Pairs, name: string, value: string | null): void {
  if (value !== null) pairs.push(...(expand(name, value) ?? []));
}

/** Old colour attributes may leave out the `#`. */
function addColour(pairs: Pairs, name: string, value: string | null): void {
  if (value === null) return;
  const trimmed = value.trim().toLowerCase();
  addProperty(pairs, name, /^(?:[0-9a-f]{3}|[0-9a-f]{6})$/.test(trimmed) ? `#${trimmed}` : trimmed);
}

/** The sheets of a page that are at hand, in document order. */
export function pageSheet(styles: readonly PageSheet[], sheetAt: SheetAt): Sheet {
  const read = styles.filter(({ element }) =>
    /^(?:text\/css)?$/.test((attribute(element, 'type') ?? '').trim().toLowerCase()),
  );
  return parseSheets(
    read.map(({ element, css }) => ({ css, media: attribute(element, 'media') ?? '' })),
    sheetAt,
  );
}
