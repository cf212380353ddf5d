/** Which prefix stands for which namespace at the present element (Namespaces in XML 1.0), and what names become by it. */
import { Refusal } from '../../refusal.ts';

/** The attributes of an element by canonical name. */
export type Attributes = Readonly<Record<string, string>>;

/** From a namespace's address to the prefix the handlers see; `''` for none. */
export type Vocabulary = ReadonlyMap<string, string>;

/** Namespaces bound at once; an office document has about forty. More would make each further binding costly. */
const MAX_BINDINGS = 512;
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/** The namespaces that an element's attributes bind, or `null` when there are none. */
export function bindings(attributes: Record<string, string>): Map<string, string> | null {
  // Nearly no element binds any, and so none is listed before one is met.
  for (const name in attributes) if (isBinding(name)) return listedBindings(attributes);
  return null;
}

function isBinding(name: string): boolean {
  return name.startsWith('xmlns') && (name.length === 5 || name.charCodeAt(5) === 0x3a);
}

function listedBindings(attributes: Record<string, string>): Map<string, string> {
  const bound = Object.entries(attributes).filter(([name]) => isBinding(name));
  return new Map(bound.map(([name, address]) => [name.slice(6), address]));
}

/** The bindings in force, and the names met so far under them: most elements of a document share one scope. */
export class Scope {
  readonly bound: ReadonlyMap<string, string>;
  readonly #vocabulary: Vocabulary;
  readonly #elements = new Map<string, string>();
  readonly #attributes = new Map<string, string>();

  constructor(bound: ReadonlyMap<string, string>, vocabulary: Vocabulary) {
    this.bound = bound;
    this.#vocabulary = vocabulary;
  }

  elementName(name: string): string {
    const known = this.#elements.get(name);
    if (known !== undefined) return known;
    const canonical = this.#canonical(name, this.bound.get('') ?? '');
    this.#elements.set(name, canonical);
    return canonical;
  }

  /** The attributes under their canonical names; the same object where none changes. An attribute without prefix has no namespace. */
  attributes(attributes: Record<string, string>): Attributes {
    for (const name in attributes) {
      if (this.#attributeName(name) !== name) return this.#renamed(attributes);
    }
    return attributes;
  }

  #renamed(attributes: Record<string, string>): Attributes {
    const renamed: Record<string, string> = Object.create(null);
    for (const [name, value] of Object.entries(attributes)) renamed[this.#attributeName(name)] = value;
    return renamed;
  }

  #attributeName(name: string): string {
    const known = this.#attributes.get(name);
    if (known !== undefined) return known;
    const canonical = name.startsWith('xmlns') ? name : this.#canonical(name, '');
    this.#attributes.set(name, canonical);
    return canonical;
  }

  #canonical(name: string, fallback: string): string {
    const colon = name.indexOf(':');
    const local = name.slice(colon + 1);
    const address = colon === -1 ? fallback : this.#addressOf(name.slice(0, colon));
    if (address === '') return local;
    const prefix = address === XML_NAMESPACE ? 'xml' : (this.#vocabulary.get(address) ?? '?');
    return prefix === '' ? local : `${prefix}:${local}`;
  }

  #addressOf(prefix: string): string {
    if (prefix === 'xml') return XML_NAMESPACE;
    const address = this.bound.get(prefix);
    if (address === undefined) throw new Refusal('damaged', 'an XML part uses a prefix it does not bind');
    return address;
  }
}

/** The scopes of the open elements. */
export class Scopes {
  readonly #vocabulary: Vocabulary;
  readonly #stack: Scope[] = [];
  current: Scope;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.current = new Scope(new Map(), vocabulary);
  }

  /** Elements open now. */
  get depth(): number {
    return this.#stack.length;
  }

  open(bound: ReadonlyMap<string, string> | null): Scope {
    this.#stack.push(this.current);
    if (bound !== null) this.current = this.#narrowed(bound);
    return this.current;
  }

  #narrowed(bound: ReadonlyMap<string, string>): Scope {
    const all = new Map([...this.current.bound, ...bound]);
    if (all.size > MAX_BINDINGS) throw new Refusal('damaged', 'an XML part binds too many prefixes');
    return new Scope(all, this.#vocabulary);
  }

  close(): void {
    this.current = this.#stack[this.#stack.length - 1]!;
    this.#stack.length--;
  }
}
