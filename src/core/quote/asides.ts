/** The narrator's words between dashes, inside a quotation or a line of dialogue: `«A, — сказал он. — B»`, `—A —dijo Ana—. B`. */
import { ASKING, SAYING } from './lexicon.ts';

/** A half-open stretch of narrator's words, with the dashes around it. */
export interface Aside {
  readonly start: number;
  readonly end: number;
}

/** Each captures the first word. */
const CLOSED = /\s[—–―]\s?(?=(\p{Ll}\p{L}*))[^—–―]{0,200}[—–―]/gu;
const TO_THE_END = /\s[—–―]\s?(?=(\p{Ll}\p{L}*))[^—–―]{0,200}$/gu;
const AFTER_COMMA = /[,!?…]\s(?=(\p{Ll}+))[^,.!?…]{0,80}(?:[,.]|$)/gu;

/** The asides with a dash on either side, as they interrupt a quotation between marks. */
export function closedAsides(text: string): readonly Aside[] {
  return matches(text, CLOSED);
}

/** All asides of a line of dialogue: between dashes, from a dash to the end, or set off by commas alone. */
export function dialogueAsides(text: string): readonly Aside[] {
  const all = [CLOSED, TO_THE_END, AFTER_COMMA].flatMap((pattern) => matches(text, pattern));
  return all.toSorted((a, b) => a.start - b.start);
}

const isVerb = (word: string): boolean => SAYING.has(word) || ASKING.has(word);

/** An aside is one only if it begins with a verb of saying; other dashes belong to the speaker's sentence. */
function matches(text: string, pattern: RegExp): Aside[] {
  const asides: Aside[] = [];
  for (const match of text.matchAll(pattern)) {
    if (isVerb(match[1]!.toLowerCase())) asides.push({ start: match.index, end: match.index + match[0].length });
  }
  return asides;
}
