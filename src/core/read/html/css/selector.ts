/**
 * Selectors (Selectors 4): compounds of type, class, id and attribute, their four combinations, the counted children,
 * `:not()`, `:is()`, `:where()`, `:has()`, and the pseudo-elements that can change what words are seen.
 *
 * Everything else is said to be unsupported, never guessed at. States a page at rest is not in (`:hover`) match nothing.
 */
import { type Nth, parseNth } from './nth.ts';
import { decodeEscapes, findOutside, splitOutside } from './syntax.ts';

/** A test of one attribute: `[name]`, `[name=value]` and its kin. */
export interface AttributeTest {
  readonly name: string;
  /** `=`, `~=` and its kin; '' asks for the attribute alone. */
  readonly operator: string;
  readonly value: string;
  readonly anyCase: 'any-case' | 'exact';
}

/** What an element must be besides its names; `never` for what no page at rest is, `anchor` for what `:has()` starts from. */
export type State = 'root' | 'link' | 'empty' | 'checked' | 'only-child' | 'only-of-type' | 'never' | 'anchor';

/** `:nth-child()` and its kin. */
export interface Counted {
  readonly nth: Nth;
  readonly from: 'front' | 'back';
  readonly among: 'all' | 'type';
}

/** One compound selector: `div.note[hidden]`. */
export interface Compound {
  readonly tag: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
  readonly attributes: readonly AttributeTest[];
  readonly states: readonly State[];
  readonly counted: readonly Counted[];
  /** Languages of which the element must have one (`:lang`), each list by itself. */
  readonly languages: readonly (readonly string[])[];
  /** Lists of which one selector must match (`:is`, `:where`), none may (`:not`), or one must from here (`:has`). */
  readonly groups: readonly Group[];
  /** Whether it asks for nothing but type, id and classes. */
  readonly plain: boolean;
}

export interface Group {
  readonly kind: 'is' | 'not' | 'has';
  readonly of: readonly Selector[];
}

/** How a compound is tied to the next one: ` `, `>`, `+` or `~`. */
export type Combinator = 'descendant' | 'child' | 'next' | 'later';

/** Boxes of an element that have styles of their own. */
export type PseudoElement = 'before' | 'after' | 'first-line' | 'first-letter' | 'marker';

/** A complex selector, its compounds from left to right. */
export interface Selector {
  readonly compounds: readonly Compound[];
  /** How each compound but the last is tied to the next one. */
  readonly combinators: readonly Combinator[];
  readonly pseudo: PseudoElement | null;
  /** Ids, then classes, attributes and pseudo-classes, then types, in one number. */
  readonly specificity: number;
}

const NAME = /(?:[-_a-zA-Z0-9\u0080-\uffff]|\\(?:[0-9a-fA-F]{1,6}[ \t\r\n\f]?|[^\n0-9a-fA-F]))+/y;
const ATTRIBUTE =
  /^\s*((?:[-_:a-zA-Z0-9\u0080-\uffff]|\\.)+)\s*(?:([~|^$*]?=)\s*(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|([^\s"']+))\s*([iIsS])?\s*)?$/;
const REST_STATES: ReadonlySet<string> = new Set(
  'hover focus active focus-within focus-visible target target-within fullscreen modal popover-open user-invalid autofill'.split(
    ' ',
  ),
);
const STATES: ReadonlyMap<string, State> = new Map<string, State>([
  ['root', 'root'],
  ['link', 'link'],
  ['any-link', 'link'],
  ['only-child', 'only-child'],
  ['only-of-type', 'only-of-type'],
  ['empty', 'empty'],
  ['checked', 'checked'],
  ['scope', 'root'],
  ['visited', 'never'],
]);
const FIRST: Nth = { step: 0, offset: 1 };
const COUNTED: ReadonlyMap<string, Omit<Counted, 'nth'>> = new Map<string, Omit<Counted, 'nth'>>([
  ['first-child', { from: 'front', among: 'all' }],
  ['last-child', { from: 'back', among: 'all' }],
  ['first-of-type', { from: 'front', among: 'type' }],
  ['last-of-type', { from: 'back', among: 'type' }],
  ['nth-child', { from: 'front', among: 'all' }],
  ['nth-last-child', { from: 'back', among: 'all' }],
  ['nth-of-type', { from: 'front', among: 'type' }],
  ['nth-last-of-type', { from: 'back', among: 'type' }],
]);
const PSEUDO: ReadonlySet<string> = new Set(['before', 'after', 'first-line', 'first-letter', 'marker']);
const COMBINATORS: ReadonlyMap<string, Combinator> = new Map([
  ['', 'descendant'],
  ['>', 'child'],
  ['+', 'next'],
  ['~', 'later'],
]);
const ANCHOR: Compound = {
  tag: null,
  id: null,
  classes: [],
  attributes: [],
  states: ['anchor'],
  counted: [],
  languages: [],
  groups: [],
  plain: false,
};

/** Lists inside lists deeper than this are not evaluated. */
const MAX_LISTS = 6;

/** Attribute tests longer than this are not evaluated. */
const LONGEST_TEST = 512;
const ID = 1_000_000;
const CLASS = 1_000;

/** Parses one complex selector (no commas); `null` where it uses anything unsupported. `depth` counts lists around it. */
export function parseSelector(text: string, depth = 0): Selector | null {
  return new Parser(text.trim(), depth).complex([]);
}

/** Parses a selector of `:has()`, which may begin with a combinator: its first compound is the element it starts from. */
function parseRelative(text: string, depth: number): Selector | null {
  return new Parser(` ${text.trim()}`, depth).complex([ANCHOR]);
}

/** Parses a selector list; the second count is how many of its selectors are unsupported. */
export function parseSelectorList(text: string): {
  readonly selectors: readonly Selector[];
  readonly unsupported: number;
} {
  const parsed = splitOutside(text, ',').map((part) => parseSelector(part));
  const selectors = parsed.filter((selector) => selector !== null);
  return { selectors, unsupported: parsed.length - selectors.length };
}

class Parser {
  #at = 0;
  #specificity = 0;
  #pseudo: PseudoElement | null = null;

  constructor(
    private readonly text: string,
    private readonly depth: number,
  ) {}

  /** Parses all of the text as what follows `compounds`; a pseudo-element ends it. */
  complex(compounds: Compound[]): Selector | null {
    const combinators: Combinator[] = [];
    do {
      const combinator = compounds.length === 0 ? undefined : this.#combinator();
      const compound = combinator === null ? null : this.compound();
      if (compound === null) return null;
      if (combinator != null) combinators.push(combinator);
      compounds.push(compound);
    } while (this.#at < this.text.length);
    return { compounds, combinators, pseudo: this.#pseudo, specificity: this.#specificity };
  }

  #combinator(): Combinator | null {
    const from = this.#at;
    while (/[\s>+~]/.test(this.text.charAt(this.#at))) this.#at++;
    const between = this.text.slice(from, this.#at).trim();
    return this.#at > from ? (COMBINATORS.get(between) ?? null) : null;
  }

  /** Parses one compound at the current place. */
  compound(): Compound | null {
    const parts: MutableCompound = {
      tag: null,
      id: null,
      classes: [],
      attributes: [],
      states: [],
      counted: [],
      languages: [],
      groups: [],
      plain: false,
    };
    const from = this.#at;
    if (this.text[this.#at] === '*') this.#at++;
    else {
      const tag = this.#name();
      if (tag !== null) {
        parts.tag = tag.toLowerCase();
        this.#specificity += 1;
      }
    }
    while (this.#at < this.text.length && /[#.[:]/.test(this.text[this.#at]!)) {
      if (!this.#part(parts)) return null;
    }
    const { attributes, states, counted, languages, groups } = parts;
    parts.plain = [attributes, states, counted, languages, groups].every(({ length }) => length === 0);
    return this.#at > from ? parts : null;
  }

  #part(parts: MutableCompound): boolean {
    const sign = this.text[this.#at++];
    if (sign === '[') return this.#attribute(parts);
    if (sign === ':') return this.#pseudoPart(parts);
    const name = this.#name();
    if (name === null) return false;
    if (sign === '.') {
      parts.classes.push(name);
      this.#specificity += CLASS;
    } else {
      if (parts.id !== null && parts.id !== name) parts.states.push('never');
      parts.id = name;
      this.#specificity += ID;
    }
    return true;
  }

  #attribute(parts: MutableCompound): boolean {
    const end = findOutside(this.text, this.#at, ']');
    const inside = this.text.slice(this.#at, end).trim();
    const match = inside.length > LONGEST_TEST ? null : ATTRIBUTE.exec(inside);
    this.#at = end + 1;
    if (match === null) return false;
    const [, name = '', operator = '', double = '', single = '', bare = '', flag] = match;
    parts.attributes.push({
      name: decodeEscapes(name).toLowerCase(),
      operator,
      value: decodeEscapes(double + single + bare),
      anyCase: flag?.toLowerCase() === 'i' ? 'any-case' : 'exact',
    });
    this.#specificity += CLASS;
    return true;
  }

  #pseudoPart(parts: MutableCompound): boolean {
    const element = this.text[this.#at] === ':';
    if (element) this.#at++;
    const name = this.#name()?.toLowerCase() ?? '';
    if (isPseudoElement(name) && (element || name !== 'marker')) {
      this.#pseudo = name;
      this.#specificity += 1;
      return this.#at >= this.text.length;
    }
    if (element) return false;
    if (this.text[this.#at] === '(') return this.#functional(parts, name);
    const counted = name.startsWith('nth') ? undefined : COUNTED.get(name);
    const state = REST_STATES.has(name) ? 'never' : STATES.get(name);
    if (counted !== undefined) parts.counted.push({ ...counted, nth: FIRST });
    else if (state !== undefined) parts.states.push(state);
    else return false;
    this.#specificity += CLASS;
    return true;
  }

  #functional(parts: MutableCompound, name: string): boolean {
    const end = findOutside(this.text, this.#at + 1, ')');
    const inside = this.text.slice(this.#at + 1, end).trim();
    this.#at = end + 1;
    if (name === 'is' || name === 'where' || name === 'not' || name === 'has') return this.#group(parts, name, inside);
    this.#specificity += CLASS;
    if (name === 'lang') return parts.languages.push(splitOutside(inside, ',').map(languageOf)) > 0;
    const counted = name.startsWith('nth') ? COUNTED.get(name) : undefined;
    const nth = parseNth(inside);
    if (counted === undefined || nth === null) return false;
    parts.counted.push({ ...counted, nth });
    return true;
  }

  #group(parts: MutableCompound, name: 'is' | 'where' | 'not' | 'has', inside: string): boolean {
    if (this.depth >= MAX_LISTS) return false;
    const parse = name === 'has' ? parseRelative : parseSelector;
    const parsed = splitOutside(inside, ',').map((part) => parse(part, this.depth + 1));
    const selectors = parsed.flatMap((selector) => (selector === null || selector.pseudo !== null ? [] : [selector]));
    if (selectors.length < parsed.length) return false;
    parts.groups.push({ kind: name === 'where' ? 'is' : name, of: selectors });
    if (name !== 'where')
      this.#specificity += selectors.reduce((most, { specificity }) => Math.max(most, specificity), 0);
    return true;
  }

  #name(): string | null {
    NAME.lastIndex = this.#at;
    const match = NAME.exec(this.text)?.[0];
    if (match === undefined) return null;
    this.#at += match.length;
    return decodeEscapes(match);
  }
}

interface MutableCompound {
  tag: string | null;
  id: string | null;
  classes: string[];
  attributes: AttributeTest[];
  states: State[];
  counted: Counted[];
  languages: (readonly string[])[];
  groups: Group[];
  plain: boolean;
}

function isPseudoElement(name: string): name is PseudoElement {
  return PSEUDO.has(name);
}

function languageOf(text: string): string {
  return decodeEscapes(text.replace(/^["']|["']$/g, '')).toLowerCase();
}
