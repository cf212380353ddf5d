/** The bytes that are hashed, as text: the form's name, LF, the tokens joined by one space, LF. */
import { Refusal } from '../refusal.ts';

/** The name of the form, which is part of what is hashed. */
export const CANONICAL_FORM = 'verbatim-text/1';

/** The serialisation of `tokens`, which are canonical: none is empty and none holds a space or LF. */
export function serialise(tokens: Iterable<string>): string {
  return `${CANONICAL_FORM}\n${[...tokens].join(' ')}\n`;
}

/** The tokens of a serialisation. Anything `serialise` cannot have written is refused as `damaged`. */
export function parseSerialisation(text: string): readonly string[] {
  const head = `${CANONICAL_FORM}\n`;
  if (!text.startsWith(head)) throw new Refusal('damaged', `the first line is not ${CANONICAL_FORM}`);
  const row = text.slice(head.length, -1);
  if (text.length === head.length || !text.endsWith('\n') || row.includes('\n')) {
    throw new Refusal('damaged', 'a canonical form has two lines');
  }
  if (row === '') return [];
  const tokens = row.split(' ');
  if (tokens.includes('')) throw new Refusal('damaged', 'an empty token');
  return tokens;
}
