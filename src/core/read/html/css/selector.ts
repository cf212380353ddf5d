/**
 * Simple selectors: type, class, id, attribute, their compounds, and descendant and child combinations of those, with
 * `:root`, `:link`, `:first-child`, `:last-child`, `:not()`, `:is()`, `:where()` and the pseudo-elements `::before` and `::after`.
 *
 * Everything else is said to be unsupported, never guessed at. States a page at rest is not in (`:hover`) match nothing.
 */
import { decodeEscapes, findOutside, splitOutside } from './syntax.ts';

type Operator = '' | '=' | '~=' | '|=' | '^=' | '$=' | '*=';

/** A test of one attribute: `[name]`, `[name=value]` and its kin. */
export interface AttributeTest {
  readonly name: string;
  readonly operator: Operator;
  readonly value: string;
  readonly anyCase: 'any-case' | 'exact';
}

/** What an element must be besides its names; `never` for what no page at rest is. */
export type State = 'root' | 'link' | 'first-child' | 'last-child' | 'never';

/** One compound selector: `div.note[hidden]`. */
export interface Compound {
  readonly tag: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
  readonly attributes: readonly AttributeTest[];
  readonly states: readonly State[];
  /** Lists of which one compound must match (`:is`, `:where`), or none may (`:not`). */
  readonly groups: readonly { readonly kind: 'is' | 'not'; readonly of: readonly Compound[] }[];
}

/** A complex selector, its compounds from left to right. */
export interface Selector {
  readonly compounds: readonly Compound[];
  /** How each compound but the last is tied to the next one. */
  readonly combinators: readonly ('descendant' | 'child')[];
  readonly pseudo: 'before' | 'after' | null;
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
const STATES: Readonly<Record<string, State>> = {
  root: 'root',
  link: 'link',
  'any-link': 'link',
  'first-child': 'first-child',
  'last-child': 'last-child',
  visited: 'never',
};

/** Attribute tests longer than this are not evaluated. */
const LONGEST_TEST = 512;
const ID = 1_000_000;
const CLASS = 1_000;

/** Parses one complex selector (no commas); `null` where it uses anything beyond the simple ones. */
export function parseSelector(text: string): Selector | null {
  const parser = new Parser(text.trim());
  return parser.complex();
}

/** Parses a selector list; the second count is how many of its selectors are unsupported. */
export function parseSelectorList(text: string): {
  readonly selectors: readonly Selector[];
  readonly unsupported: number;
} {
  const parsed = splitOutside(text, ',').map(parseSelector);
  const selectors = parsed.filter((selector) => selector !== null);
  return { selectors, unsupported: parsed.length - selectors.length };
}

class Parser {
  #at = 0;
  #specificity = 0;
  #pseudo: 'before' | 'after' | null = null;

  constructor(private readonly text: string) {}

  complex(): Selector | null {
    const compounds: Compound[] = [];
    const combinators: ('descendant' | 'child')[] = [];
    while (this.#at < this.text.length) {
      if (this.#pseudo !== null) return null;
      const compound = this.compound();
      if (compound === null) return null;
      compounds.push(compound);
      if (this.#at >= this.text.length) break;
      const combinator = this.#combinator();
      if (combinator === null) return null;
      combinators.push(combinator);
    }
    if (compounds.length === 0 || combinators.length >= compounds.length) return null;
    return { compounds, combinators, pseudo: this.#pseudo, specificity: this.#specificity };
  }

  #combinator(): 'descendant' | 'child' | null {
    const from = this.#at;
    while (/[\s>]/.test(this.text[this.#at] ?? '')) this.#at++;
    const between = this.text.slice(from, this.#at).replaceAll(/\s/g, '');
    if (between === '>') return 'child';
    return between === '' && this.#at > from ? 'descendant' : null;
  }

  /** Parses one compound at the current place. */
  compound(): Compound | null {
    const parts: MutableCompound = { tag: null, id: null, classes: [], attributes: [], states: [], groups: [] };
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
    const [, name = '', operator = '', double, single, bare, flag] = match;
    parts.attributes.push({
      name: decodeEscapes(name).toLowerCase(),
      operator: isOperator(operator) ? operator : '',
      value: decodeEscapes(double ?? single ?? bare ?? ''),
      anyCase: flag?.toLowerCase() === 'i' ? 'any-case' : 'exact',
    });
    this.#specificity += CLASS;
    return true;
  }

  #pseudoPart(parts: MutableCompound): boolean {
    const element = this.text[this.#at] === ':';
    if (element) this.#at++;
    const name = this.#name()?.toLowerCase() ?? '';
    if (name === 'before' || name === 'after') {
      this.#pseudo = name;
      this.#specificity += 1;
      return this.#at >= this.text.length;
    }
    if (element) return false;
    if (this.text[this.#at] === '(') return this.#group(parts, name);
    const state = REST_STATES.has(name) ? 'never' : STATES[name];
    if (state === undefined) return false;
    parts.states.push(state);
    this.#specificity += CLASS;
    return true;
  }

  #group(parts: MutableCompound, name: string): boolean {
    if (name !== 'is' && name !== 'where' && name !== 'not') return false;
    const end = findOutside(this.text, this.#at + 1, ')');
    const list = parseSelectorList(this.text.slice(this.#at + 1, end));
    this.#at = end + 1;
    const simple = list.selectors.every((selector) => selector.compounds.length === 1 && selector.pseudo === null);
    if (list.unsupported > 0 || !simple) return false;
    parts.groups.push({
      kind: name === 'not' ? 'not' : 'is',
      of: list.selectors.map((selector) => selector.compounds[0]!),
    });
    if (name !== 'where') this.#specificity += Math.max(0, ...list.selectors.map((selector) => selector.specificity));
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
  groups: { kind: 'is' | 'not'; of: Compound[] }[];
}

function isOperator(text: string): text is Operator {
  return ['', '=', '~=', '|=', '^=', '$=', '*='].includes(text);
}
