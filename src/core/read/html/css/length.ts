/** Lengths in CSS pixels, with the simple arithmetic of `calc()`, `min()`, `max()` and `clamp()`. */

/** What relative lengths are relative to, in pixels. */
export interface Scale {
  /** Font size of the element (for `font-size` itself, of its parent). */
  readonly em: number;
  /** What a percentage is of. */
  readonly percent: number;
}

/** A window of ordinary size; only the sign and order of magnitude of what comes from it are used. */
export const VIEWPORT = { width: 1280, height: 800 };
const ROOT_EM = 16;
/** Brackets deeper than this are not worked out. */
const MAX_BRACKETS = 16;

const NUMBER = /[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?/.source;
const TOKEN = new RegExp(`\\s*(?:(${NUMBER})(%|[a-z]*)|(calc|min|max|clamp)?\\()`, 'y');
const SIMPLE = new RegExp(`^(${NUMBER})(%|[a-z]*)$`);
/** Only with white space around it is a sign a sum's, and not its number's. */
const PLUS = /\s+([-+])\s/y;
const TIMES = /\s*([*/])/y;
const NEXT = /\s*([),])/y;

/** Pixels of one of each unit; container units are taken for those of the window. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['px', 1],
  ['pt', 96 / 72],
  ['pc', 16],
  ['in', 96],
  ['cm', 96 / 2.54],
  ['mm', 96 / 25.4],
  ['q', 96 / 101.6],
  ['rem', ROOT_EM],
  ['rex', ROOT_EM / 2],
  ['rch', ROOT_EM / 2],
  ['rlh', ROOT_EM * 1.2],
  ...['v', 'dv', 'sv', 'lv', 'cq'].flatMap((of): [string, number][] => [
    [`${of}w`, VIEWPORT.width / 100],
    [`${of}i`, VIEWPORT.width / 100],
    [`${of}max`, VIEWPORT.width / 100],
    [`${of}h`, VIEWPORT.height / 100],
    [`${of}b`, VIEWPORT.height / 100],
    [`${of}min`, VIEWPORT.height / 100],
  ]),
]);
/** The same, in font sizes of the element. */
const EM_UNITS: ReadonlyMap<string, number> = new Map([
  ['em', 1],
  ['ex', 0.5],
  ['ch', 0.5],
  ['cap', 0.7],
  ['ic', 1],
  ['lh', 1.2],
]);

/** The pixels of one number with its unit, or `null` for a unit that is none. A bare number stands for itself. */
function pixels(value: number, unit: string, scale: Scale): number | null {
  if (unit === '%') return (value / 100) * scale.percent;
  const ems = EM_UNITS.get(unit);
  if (ems !== undefined) return value * ems * scale.em;
  const factor = UNITS.get(unit);
  return factor === undefined ? null : value * factor;
}

/** A length, percentage or bare number in pixels, lower case; `null` where it is something else or cannot be worked out. */
export function parseLength(text: string, scale: Scale): number | null {
  const [simple, number = '', unit = ''] = SIMPLE.exec(text) ?? [];
  if (simple !== undefined) return pixels(Number(number), unit, scale);
  return /^(?:calc|min|max|clamp)\(/.test(text) ? new Arithmetic(text.trimEnd(), scale).evaluate() : null;
}

/** A recursive-descent evaluator with bounded depth. */
class Arithmetic {
  #at = 0;
  #depth = 0;

  constructor(
    private readonly text: string,
    private readonly scale: Scale,
  ) {}

  evaluate(): number | null {
    const value = this.#factor();
    return this.#at === this.text.length ? value : null;
  }

  #sum(): number | null {
    let total = this.#product();
    for (let sign = this.#take(PLUS); total !== null && sign !== null; sign = this.#take(PLUS)) {
      const next = this.#product();
      if (next === null) return null;
      total = sign === '+' ? total + next : total - next;
    }
    return total;
  }

  #product(): number | null {
    let total = this.#factor();
    for (let sign = this.#take(TIMES); total !== null && sign !== null; sign = this.#take(TIMES)) {
      const next = this.#factor();
      if (next === null || (sign === '/' && next === 0)) return null;
      total = sign === '*' ? total * next : total / next;
    }
    return total;
  }

  /** Goes behind what `pattern` finds here; its first group, or `null` where it finds nothing. */
  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const [, sign = null] = pattern.exec(this.text) ?? [];
    if (sign !== null) this.#at = pattern.lastIndex;
    return sign;
  }

  #factor(): number | null {
    TOKEN.lastIndex = this.#at;
    const match = TOKEN.exec(this.text);
    if (match === null) return null;
    this.#at = TOKEN.lastIndex;
    const [, number, unit = '', name = 'calc'] = match;
    return number === undefined ? this.#bracket(name) : pixels(Number(number), unit, this.scale);
  }

  #bracket(name: string): number | null {
    if (++this.#depth > MAX_BRACKETS) return null;
    const values: number[] = [];
    for (let sign: string | null = ','; sign !== ')'; sign = this.#take(NEXT)) {
      const value = sign === null ? null : this.#sum();
      if (value === null) return null;
      values.push(value);
    }
    this.#depth--;
    return combine(name, values);
  }
}

function combine(name: string, values: readonly number[]): number | null {
  const [first = 0, second = 0, third = 0] = values;
  if (name === 'min') return values.reduce((least, value) => Math.min(least, value));
  if (name === 'max') return values.reduce((most, value) => Math.max(most, value));
  if (name === 'clamp') return values.length === 3 ? Math.max(first, Math.min(second, third)) : null;
  return values.length === 1 ? first : null;
}
