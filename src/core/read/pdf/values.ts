/** The values that a PDF's objects are written in (ISO 32000-1, 7.3), as far as resources are looked up through them. */
import { Refusal } from '../../refusal.ts';
import type { FileObjects } from './file-objects.ts';

/** A name begins with `/`; strings and numbers are kept as they are written. */
export type Value = string | Reference | Dictionary | readonly Value[];
export type Dictionary = ReadonlyMap<string, Value>;
export interface Reference {
  readonly object: number;
}

/** The tokens of values and content streams (ISO 32000-1, 7.2); a string may hold anything, so of one the beginning alone. */
export const TOKEN = /%[^\r\n]*|<<|>>|<[0-9A-Fa-f\s]*>|[[\]]|\(|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/gu;
/** Dictionaries and arrays within each other, and nodes of the tree of pages. */
const MAX_NESTING = 100;
/** References that lead to references. */
const MAX_STEPS = 8;
const NOTHING: Dictionary = new Map();

/** Looks values up by the objects' numbers. */
export class Values {
  readonly #objects: FileObjects;
  readonly #known = new Map<number, Value | null>();

  constructor(objects: FileObjects) {
    this.#objects = objects;
  }

  /** The dictionary that `value` is or refers to; an empty one if it is none. */
  dictionary(value: Value | undefined): Dictionary {
    const found = this.resolved(value);
    return found instanceof Map ? found : NOTHING;
  }

  /** The items of the array that `value` is or refers to; a single value by itself. */
  items(value: Value | undefined): readonly Value[] {
    const found = this.resolved(value);
    if (Array.isArray(found)) return found;
    return value === undefined ? [] : [value];
  }

  /** `value`, or what it refers to. */
  resolved(value: Value | undefined): Value | null {
    let found = value ?? null;
    for (let step = 0; step < MAX_STEPS && isReference(found); step++) found = this.#read(found.object);
    return found;
  }

  #read(number: number): Value | null {
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    const [value = null] = parseValues(this.#objects.source(number));
    this.#known.set(number, value);
    return value;
  }
}

/** Whether a value refers to an object. */
export function isReference(value: Value | null | undefined): value is Reference {
  return typeof value === 'object' && value !== null && 'object' in value;
}

/** What a page has under `key`, itself or by the nodes of the tree around it (ISO 32000-1, 7.7.3.4). */
export function inherited(values: Values, page: Dictionary, key: string): Value | undefined {
  let node = page;
  for (let step = 0; step < MAX_NESTING && !node.has(key) && node.has('Parent'); step++) {
    node = values.dictionary(node.get('Parent'));
  }
  return node.get(key);
}

/**
 * The values in `source`.
 *
 * @throws Refusal `too-deep`
 */
export function parseValues(source: string): readonly Value[] {
  const open: Value[][] = [[]];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match !== null; match = TOKEN.exec(source)) {
    const [token] = match;
    const items = open.at(-1)!;
    if (token === '<<' || token === '[') open.push([]);
    else if ((token === '>>' || token === ']') && open.length > 1) {
      open.pop();
      open.at(-1)!.push(token === ']' ? items : paired(items));
    } else if (token === 'R') refer(items);
    else if (token === '(') {
      const end = stringEnd(source, match.index);
      items.push(source.slice(match.index, end));
      TOKEN.lastIndex = end;
    } else if (!token.startsWith('%')) items.push(token);
    if (open.length > MAX_NESTING) throw new Refusal('too-deep', 'values within values');
  }
  return open[0]!;
}

function paired(items: readonly Value[]): Dictionary {
  const entries = new Map<string, Value>();
  for (let i = 0; i + 1 < items.length; i += 2) {
    const key = items[i]!;
    if (typeof key === 'string') entries.set(key.slice(1), items[i + 1]!);
  }
  return entries;
}

/** `12 0 R`: the two numbers before become a reference. */
function refer(items: Value[]): void {
  const [number] = items.splice(-2);
  if (typeof number === 'string' && /^\d{1,10}$/u.test(number)) items.push({ object: Number(number) });
}

/** Behind the closing parenthesis of the string that begins at `start`. */
export function stringEnd(content: string, start: number): number {
  let depth = 0;
  for (let i = start; i < content.length; i++) {
    const character = content[i];
    if (character === '\\') i += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return content.length;
}
