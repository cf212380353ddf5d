/**
 * Words behind a picture that stands in the content stream itself (ISO 32000-1, 8.9.7).
 *
 * Nothing but `EI` ends such a picture, and its bytes may hold one by chance. pdf.js takes an `EI` with strange bytes behind it
 * for a part of the picture, and the words that follow with it; other viewers draw them.
 */
import { operationsOf } from './content.ts';

const SHOWS_TEXT: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"']);

/** Whether a page's content shows text more often than the `drawn` times that came to be drawn, a picture being among it. */
export function losesWords(content: string, drawn: number): boolean {
  if (!/\bID\b/u.test(content)) return false;
  let shown = 0;
  for (const { operator } of operationsOf(content)) if (SHOWS_TEXT.has(operator)) shown++;
  return shown > drawn;
}
