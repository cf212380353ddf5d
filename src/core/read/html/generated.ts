/** What the `content` property of `::before` and `::after` puts into the text. */
import { decodeEscapes, stringEnd } from './css/syntax.ts';
import { attribute, type Element } from './tree.ts';

/** Nesting of quotation marks, kept over the whole page as browsers do. */
export interface QuoteDepth {
  depth: number;
}

/** The text of a `content` value, and whether part of it (a counter, an image) was not worked out. */
export interface Generated {
  readonly text: string;
  readonly unknown: string | null;
}

const QUOTES = ['“', '”', '‘', '’'];
const TERM =
  /\s*(?:(open-quote|close-quote|no-open-quote|no-close-quote)|attr\(\s*([^\s,()]+)[^()]*\)|([-\w]+)(\()?|(["'])|(\/)|(.))/isy;

/** Evaluates a `content` value for a generated box of `element`. */
export function generate(
  value: string,
  element: Element,
  quotes: { readonly style: string | null; readonly state: QuoteDepth },
): Generated {
  if (/^(?:none|normal|initial|unset|inherit)$/i.test(value)) return { text: '', unknown: null };
  const pieces: string[] = [];
  let unknown: string | null = null;
  TERM.lastIndex = 0;
  for (let match = TERM.exec(value); match !== null; match = TERM.exec(value)) {
    const [, quote, name, word, bracket, string, slash] = match;
    const at = TERM.lastIndex;
    if (slash !== undefined) break;
    if (quote !== undefined) pieces.push(quotationMark(quote.toLowerCase(), quotes));
    else if (name !== undefined) pieces.push(attribute(element, decodeEscapes(name).toLowerCase()) ?? '');
    else if (string !== undefined) {
      const end = stringEnd(value, at - 1);
      pieces.push(decodeEscapes(value.slice(at, value[end - 1] === string ? end - 1 : end)));
      TERM.lastIndex = end;
    } else if (word !== undefined) {
      unknown = word.toLowerCase();
      if (bracket !== undefined) TERM.lastIndex = behindBracket(value, at);
    }
  }
  return { text: pieces.join(''), unknown };
}

function quotationMark(word: string, quotes: { readonly style: string | null; readonly state: QuoteDepth }): string {
  const { state } = quotes;
  const opens = word.endsWith('open-quote');
  if (!opens) state.depth = Math.max(0, state.depth - 1);
  const level = state.depth;
  if (opens) state.depth++;
  if (word.startsWith('no-') || quotes.style === 'none') return '';
  const marks = ownMarks(quotes.style);
  const pair = Math.min(level, marks.length / 2 - 1) * 2;
  const [open = '', close = ''] = marks.slice(pair, pair + 2);
  return opens ? open : close;
}

/** The marks of a `quotes` value, in pairs from the outermost. */
function ownMarks(style: string | null): readonly string[] {
  const strings = [...(style ?? '').matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/gs)].map(
    ([, double = '', single = '']) => decodeEscapes(double + single),
  );
  return strings.length >= 2 && strings.length % 2 === 0 ? strings : QUOTES;
}

function behindBracket(value: string, from: number): number {
  let depth = 1;
  for (let at = from; at < value.length; at++) {
    if (value[at] === '(') depth++;
    else if (value[at] === ')' && --depth === 0) return at + 1;
  }
  return value.length;
}
