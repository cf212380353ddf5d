/** Line ends at which it is not known whether a word goes on. */
import type { Break } from '../document.ts';

const HYPHENS = '-\u2010\u00AD';
const WORD = /[\p{L}\p{M}\p{N}]/u;
const DIGIT = /\p{N}/u;
/** Signs that join digits to one word, written out across the line end: `1.⏎000`, `1990–⏎1995`, `snake_⏎case`. */
const JOINS_DIGITS = /[.,:\u2012-\u2015]/u;
/** Addresses are broken anywhere. */
const ADDRESS = /:\/\/|www\.|@|\w\/\w/u;
/** How far around a line end an address is looked for. */
const REACH = 120;

/** What is ambiguous about the line end at `at` in `text`, whose line before ends there and whose next begins behind it. */
export function breakAt(text: string, at: number): Break | null {
  const before = characterBefore(text, at);
  const after = Array.from(text.slice(at + 1, at + 3))[0]!;
  const inner = characterBefore(text, at - before.length);
  if (HYPHENS.includes(before)) {
    return !/[\s\p{Pd}]/u.test(inner) && WORD.test(after)
      ? { kind: 'hyphen', start: at - before.length, end: at + 1 }
      : null;
  }
  return mayGoOn(inner, before, after) || isAddress(text, at) ? { kind: 'bare', start: at, end: at + 1 } : null;
}

function mayGoOn(inner: string, before: string, after: string): boolean {
  if (before === '_' || after === '_') return true;
  if (DIGIT.test(before)) return DIGIT.test(after) || JOINS_DIGITS.test(after);
  return JOINS_DIGITS.test(before) && DIGIT.test(inner) && DIGIT.test(after);
}

/** Whether the line end stands inside something like a web address. */
function isAddress(text: string, at: number): boolean {
  const near = text.slice(Math.max(0, at - REACH), at);
  const piece = near.slice(Math.max(near.lastIndexOf(' '), near.lastIndexOf('\n')) + 1);
  return ADDRESS.test(piece) && WORD.test(piece.slice(-1)) && WORD.test(text.slice(at + 1, at + 2));
}

function characterBefore(text: string, at: number): string {
  return Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? ' ';
}
