/**
 * Styles of an OpenDocument text (ODF 1.3, part 3, 16): defaults of a family, named styles each with a parent, and automatic
 * styles that stand for formatting by hand. Content and page styles each have automatic styles of their own under the same names.
 */
import type { BlockKind } from '../document.ts';
import type { Placing } from '../office/anchored.ts';
import { hasWords, isWordedBullet } from '../office/list-labels.ts';
import type { Colour } from '../office/unseen.ts';
import type { Attributes } from '../xml-events/index.ts';
import {
  groundOf,
  inside,
  lengthOf,
  percent,
  type TextProperties,
  textProperties,
  unquoted,
} from './text-properties.ts';

interface Style {
  parent: string;
  text: TextProperties;
  /** The ground of the paragraph, section, cell, table or box. */
  ground?: Colour | null;
  list?: string;
  place?: PlaceProperties;
}

/** What a style says of where a paragraph, row or box stands. */
export interface PlaceProperties {
  /** Height of the paragraph's lines or of the row, exactly, in points. */
  exact?: number;
  /** Space before the paragraph's left edge, in points. */
  indent?: number;
  placing?: Placing;
  /** Whether the box is placed by the page. */
  byPage?: boolean;
}

const NAMED_KINDS: readonly (readonly [RegExp, BlockKind])[] = [
  [/^(Title|Subtitle|Heading(_20_\d+)?)$/, 'heading'],
  [/Caption$/, 'caption'],
  [/^Quotations$/, 'quote'],
];

/** The styles in force in one part of the document. */
export class Styles {
  readonly #styles: Map<string, Style>;
  /** Levels of list styles that put words before their items, as `style level`. */
  readonly #labels: Set<string>;
  readonly #faces: Map<string, string>;
  readonly #texts = new Map<string, TextProperties>();
  readonly #places = new Map<string, PlaceProperties>();

  constructor(common: Styles | null = null) {
    this.#styles = new Map(common === null ? [] : common.#styles);
    this.#labels = new Set(common === null ? [] : common.#labels);
    this.#faces = new Map(common === null ? [] : common.#faces);
  }

  /** The style of that family and name, made when there is none yet; a default style has the name ''. */
  define(family: string, name: string, parent: string): Style {
    const style: Style = { parent, text: {} };
    this.#styles.set(`${family} ${name}`, style);
    return style;
  }

  /** A font under the name that styles give it. */
  face(name: string, family: string): void {
    this.#faces.set(name, unquoted(family));
  }

  /** The font that styles mean by this name. */
  family(name: string): string {
    return this.#faces.get(name) ?? name;
  }

  label(list: string, level: string): void {
    this.#labels.add(`${list} ${level}`);
  }

  /** Whether items of this list have words put before them. */
  labels(list: string, level: number): boolean {
    return this.#labels.has(`${list} ${level}`);
  }

  /** The text formatting of a style with all it inherits; for paragraphs with the defaults too. */
  text(family: string, name: string): TextProperties {
    const key = `${family} ${name}`;
    let text = this.#texts.get(key);
    if (text === undefined) {
      const base = family === 'paragraph' ? (this.#styles.get('paragraph ')?.text ?? {}) : {};
      text = this.#chain(family, name).reduce((outer, style) => merged(outer, style.text), base);
      this.#texts.set(key, text);
    }
    return text;
  }

  /** The ground that a style paints, itself or by what it inherits. */
  ground(family: string, name = ''): Colour | null {
    return this.#chain(family, name).findLast((style) => style.ground !== undefined)?.ground ?? null;
  }

  /** Where a style puts what is in it, with all it inherits. */
  place(family: string, name = ''): PlaceProperties {
    const key = `${family} ${name}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place: PlaceProperties = Object.assign({}, ...this.#chain(family, name).map((style) => style.place));
    this.#places.set(key, place);
    return place;
  }

  /** The list style that a paragraph style belongs to. */
  list(name: string): string {
    return this.#chain('paragraph', name).findLast((style) => style.list !== undefined)?.list ?? '';
  }

  /** What a paragraph of this style is, by the built-in styles it is based on. */
  kind(name: string): BlockKind | null {
    let next = name;
    for (let steps = 0; next !== '' && steps < MAX_CHAIN; steps++) {
      const kind = NAMED_KINDS.find(([names]) => names.test(next))?.[1];
      if (kind !== undefined) return kind;
      next = this.#styles.get(`paragraph ${next}`)?.parent ?? '';
    }
    return null;
  }

  /** The style and its ancestors, the most basic one first; longer chains than real ones are cut, so circles end. */
  #chain(family: string, name: string): Style[] {
    const chain: Style[] = [];
    for (let next = name; next !== '' && chain.length < MAX_CHAIN; ) {
      const style = this.#styles.get(`${family} ${next}`);
      if (style === undefined) break;
      chain.push(style);
      next = style.parent;
    }
    return chain.reverse();
  }
}

const MAX_CHAIN = 64;
/** Number formats of LibreOffice that are words. */
const SPELLED = /^(?:One|First|1st)/i;

/** A size in percent in a style that is not based on a size stays a share, of whatever it is used in. */
function merged(outer: TextProperties, inner: TextProperties): TextProperties {
  return outer.points === undefined && inner.share !== undefined ? { ...outer, ...inner } : inside(outer, inner);
}

/** Reads style definitions, as they stand in `office:styles` and `office:automatic-styles`. */
export class StyleReading {
  readonly styles: Styles;
  #style: Style | null = null;
  #list = '';

  constructor(common: Styles | null = null) {
    this.styles = new Styles(common);
  }

  open(name: string, attributes: Attributes): void {
    const local = attributes['style:name'] ?? '';
    const family = attributes['style:family'] ?? '';
    if (name === 'style:style') this.#define(family, local, attributes);
    else if (name === 'style:default-style') this.#style = this.styles.define(family, '', '');
    else if (name === 'style:font-face') this.styles.face(local, attributes['svg:font-family'] ?? local);
    else if (name === 'text:list-style') this.#list = local;
    else if (name === 'text:outline-style') this.#list = OUTLINE;
    else if (name.endsWith('-properties')) this.#properties(name, attributes);
    else if (LEVELS.has(name)) this.#level(attributes);
  }

  close(name: string): void {
    if (name === 'style:style' || name === 'style:default-style') this.#style = null;
  }

  #define(family: string, name: string, attributes: Attributes): void {
    const list = attributes['style:list-style-name'];
    this.#style = this.styles.define(family, name, attributes['style:parent-style-name'] ?? '');
    if (list !== undefined) this.#style.list = list;
  }

  #properties(name: string, attributes: Attributes): void {
    const style = this.#style;
    if (style === null) return;
    if (name === 'style:text-properties') style.text = textProperties(attributes);
    else {
      const filled = attributes['draw:fill'] === 'solid' ? attributes['draw:fill-color'] : undefined;
      const ground = groundOf(filled ?? attributes['fo:background-color']);
      if (ground !== undefined) style.ground = ground;
      style.place = { ...style.place, ...placeOf(attributes) };
    }
  }

  #level(attributes: Attributes): void {
    const { 'style:num-prefix': prefix = '', 'style:num-suffix': suffix = '', 'text:level': level = '' } = attributes;
    const pattern = (attributes['loext:num-list-format'] ?? '').replace(/%\d+%/g, '');
    const spelled = SPELLED.test(attributes['style:num-format'] ?? '');
    const worded = spelled || hasWords(prefix + suffix + pattern);
    if (worded || isWordedBullet(attributes['text:bullet-char'] ?? '', '')) this.styles.label(this.#list, level);
  }
}

/** Height, indent and wrap, as the properties of a paragraph, row or box give them. */
function placeOf(attributes: Attributes): PlaceProperties {
  const height = attributes['fo:line-height'] ?? attributes['style:row-height'];
  const share = percent(height);
  const exact = share === null ? lengthOf(height) : (share / 100) * LINE_POINTS;
  const indent = lengthOf(attributes['fo:margin-left']);
  const wrap = attributes['style:wrap'];
  const through = attributes['style:run-through'] === 'background' ? 'behind' : 'in front';
  const rel = attributes['style:horizontal-rel'];
  return {
    ...(exact === undefined ? {} : { exact }),
    ...(indent === undefined ? {} : { indent }),
    ...(wrap === undefined ? {} : { placing: wrap === 'run-through' ? through : 'apart' }),
    ...(rel === undefined ? {} : { byPage: rel.startsWith('page') && rel !== 'page-content' }),
  };
}

/** Height of an ordinary line, of which a share is given. */
const LINE_POINTS = 12;

/** The name under which the numbering of headings is kept; no list style can have it. */
export const OUTLINE = '\n';

const LEVELS = new Set(['text:list-level-style-number', 'text:list-level-style-bullet', 'text:outline-level-style']);
