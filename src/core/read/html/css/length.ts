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

const TOKEN = /\s*(?:([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(%|[a-z]*)|(calc|min|max|clamp)?(\())/y;

const UNITS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  rem: ROOT_EM,
  vw: VIEWPORT.width / 100,
  vh: VIEWPORT.height / 100,
  dvw: VIEWPORT.width / 100,
  dvh: VIEWPORT.height / 100,
  svh: VIEWPORT.height / 100,
  lvh: VIEWPORT.height / 100,
  vmin: VIEWPORT.height / 100,
  vmax: VIEWPORT.width / 100,
};

/** The pixels of one number with its unit, or `null` for a unit that is none. A bare number stands for itself. */
function pixels(value: number, unit: string, scale: Scale): number | null {
  if (unit === '') return value;
  if (unit === '%') return (value / 100) * scale.percent;
  if (unit === 'em') return value * scale.em;
  if (unit === 'ex' || unit === 'ch') return (value * scale.em) / 2;
  const factor = UNITS[unit];
  return factor === undefined ? null : value * factor;
}

/** A length, percentage or bare number in pixels, lower case; `null` where it is something else or cannot be worked out. */
export function parseLength(text: string, scale: Scale): number | null {
  const simple = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(%|[a-z]*)$/.exec(text);
  if (simple !== null) return pixels(Number(simple[1]), simple[2] ?? '', scale);
  return /^(?:calc|min|max|clamp)\(/.test(text) ? new Arithmetic(text, scale).evaluate() : null;
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
    return this.#at >= this.text.trimEnd().length ? value : null;
  }

  #sum(): number | null {
    let total = this.#product();
    for (;;) {
      const sign = this.#sign('+-');
      if (total === null || sign === null) return total;
      const next = this.#product();
      total = next === null ? null : sign === '+' ? total + next : total - next;
    }
  }

  #product(): number | null {
    let total = this.#factor();
    for (;;) {
      const sign = this.#sign('*/');
      if (total === null || sign === null) return total;
      const next = this.#factor();
      total = next === null || (sign === '/' && next === 0) ? null : sign === '*' ? total * next : total / next;
    }
  }

  #sign(signs: string): string | null {
    const match = /\s*([-+*/])/y;
    match.lastIndex = this.#at;
    const found = match.exec(this.text);
    if (found === null || !signs.includes(found[1]!)) return null;
    this.#at = match.lastIndex;
    return found[1]!;
  }

  #factor(): number | null {
    TOKEN.lastIndex = this.#at;
    const match = TOKEN.exec(this.text);
    if (match === null) return null;
    this.#at = TOKEN.lastIndex;
    if (match[1] !== undefined) return pixels(Number(match[1]), match[2] ?? '', this.scale);
    return match[4] === '(' ? this.#bracket(match[3] ?? 'calc') : null;
  }

  #bracket(name: string): number | null {
    if (++this.#depth > MAX_BRACKETS) return null;
    const values: number[] = [];
    for (;;) {
      const value = this.#sum();
      if (value === null) return null;
      values.push(value);
      const next = /\s*([),])/y;
      next.lastIndex = this.#at;
      const sign = next.exec(this.text)?.[1];
      if (sign === undefined) return null;
      this.#at = next.lastIndex;
      if (sign === ')') break;
    }
    this.#depth--;
    return combine(name, values);
  }
}

function combine(name: string, values: readonly number[]): number | null {
  const [first = 0, second = 0, third = 0] = values;
  if (name === 'min') return values.reduce((least, value) => Math.min(least, value));
  if (name === 'max') return values.reduce((most, value) => Math.max(most, value));
  if (name === 'clamp') return Math.max(first, Math.min(second, third));
  return values.length === 1 ? first : null;
}
