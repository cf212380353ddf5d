/**
 * The few rules of CSS Syntax that finding rules and declarations needs: comments, strings, escapes, brackets.
 *
 * An escape may stand anywhere in a name (`d\69splay:n\6f ne` is `display:none`), and a brace or semicolon inside a string
 * or bracket divides nothing. All functions are one pass over their input.
 */

/** CSS without its comments, each replaced by nothing where it joins and by a space elsewhere; strings are left alone. */
export function withoutComments(css: string): string {
  if (!css.includes('/*')) return css;
  const pieces: string[] = [];
  let from = 0;
  for (let i = 0; i < css.length; i++) {
    const sign = css[i];
    if (sign === '"' || sign === "'") i = stringEnd(css, i) - 1;
    else if (sign === '\\') i++;
    else if (sign === '/' && css[i + 1] === '*') {
      pieces.push(css.slice(from, i), ' ');
      const end = css.indexOf('*/', i + 2);
      from = end < 0 ? css.length : end + 2;
      i = from - 1;
    }
  }
  pieces.push(css.slice(from));
  return pieces.join('');
}

/** The offset behind the string that opens at `from`; an unescaped line end breaks it off. */
export function stringEnd(css: string, from: number): number {
  const quote = css[from];
  for (let i = from + 1; i < css.length; i++) {
    const sign = css[i];
    if (sign === '\\') i++;
    else if (sign === quote) return i + 1;
    else if (sign === '\n') return i;
  }
  return css.length;
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

/** The offset of the first of `stops` at or behind `from` that no string, escape or bracket encloses; the length if none. */
export function findOutside(css: string, from: number, stops: string): number {
  const open: string[] = [];
  for (let i = from; i < css.length; i++) {
    const sign = css[i]!;
    if (open.length === 0 && stops.includes(sign)) return i;
    if (sign === '\\') i++;
    else if (sign === '"' || sign === "'") i = stringEnd(css, i) - 1;
    else if (sign === open[open.length - 1]) open.pop();
    else {
      const closer = CLOSERS.get(sign);
      if (closer !== undefined) open.push(closer);
    }
  }
  return css.length;
}

/** The parts of `css` between the outermost `separator` signs, trimmed. */
export function splitOutside(css: string, separator: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from <= css.length; ) {
    const end = findOutside(css, from, separator);
    parts.push(css.slice(from, end).trim());
    from = end + 1;
  }
  return parts;
}

/** The parts of a value between spaces, strings and brackets kept whole. */
export function spaced(value: string): string[] {
  return splitOutside(value.replaceAll(/[\t\r\n\f]/g, ' '), ' ').filter((part) => part !== '');
}

/** One function of a value: `scale(1, 2)`. */
export interface Call {
  /** Lower case; '' where it is no function. */
  readonly name: string;
  readonly args: readonly string[];
}

/** The functions of a value, one behind the other. */
export function callsOf(value: string): Call[] {
  return spaced(value).map((part) => {
    const open = part.indexOf('(');
    const args = splitOutside(part.slice(open + 1, part.endsWith(')') ? -1 : undefined), ',');
    return { name: part.slice(0, Math.max(0, open)), args };
  });
}

const ESCAPE = /\\(?:([0-9a-fA-F]{1,6})(?:\r\n|[ \t\r\n\f])?|(\r\n|[\s\S])|$)/g;

/** Text with its CSS escapes decoded; an escaped line end (inside strings) vanishes. */
export function decodeEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (_whole, hex: string | undefined, sign: string | undefined) => {
    if (hex === undefined) return sign === undefined || /[\r\n\f]/.test(sign) ? '' : sign;
    const code = Number.parseInt(hex, 16);
    const wrong = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
    return wrong ? '\uFFFD' : String.fromCodePoint(code);
  });
}

/** A statement of a style sheet: its prelude, and its block without the braces, or `null` where a semicolon ends it. */
export interface Statement {
  readonly prelude: string;
  readonly body: string | null;
}

/** The statements of a style sheet or of an at-rule's block, comments already taken out. */
export function* statements(css: string): Generator<Statement> {
  for (let at = 0; at < css.length; ) {
    const stop = findOutside(css, at, '{;}');
    const prelude = css
      .slice(at, stop)
      .replace(/<!--|-->/g, ' ')
      .trim();
    if (css[stop] === '{') {
      const end = findOutside(css, stop + 1, '}');
      yield { prelude, body: css.slice(stop + 1, end) };
      at = end + 1;
    } else {
      if (prelude.startsWith('@')) yield { prelude, body: null };
      at = stop + 1;
    }
  }
}
