/**
 * Dialogue set with dashes, as in Spanish, French, Russian or Polish: a paragraph that begins with a dash is speech.
 *
 * A dash begins lists and asides too, so it counts only where the article shows the convention: several paragraphs begin
 * with one, and the format has not made a list of them. The narrator's words are cut out: `—No lo sé —dijo Ana—. Ya veremos.`
 * gives `No lo sé` and `Ya veremos.`; French sets them off by a comma and a verb of saying alone (`— Je ne sais pas, dit Anne.`).
 */
import type { Document, Range } from '../read/document.ts';
import { dialogueAsides } from './asides.ts';
import type { MarkedQuotation } from './paragraphs.ts';

/** How many paragraphs must begin with a dash before a dash is taken for speech. */
const SHOWN = 2;

const LEADING_DASH = /^\s*[—–―]\s*(?=[\p{L}\p{N}¿¡«“"(…])/u;

/** The spoken stretches of every paragraph of dashed dialogue; none where the article does not show the convention. */
export function dialogueQuotations(document: Document): readonly MarkedQuotation[] {
  const found: { readonly index: number; readonly text: string; readonly from: number }[] = [];
  for (const [index, block] of document.blocks.entries()) {
    const lead = block.kind === 'paragraph' && block.setOff === null ? LEADING_DASH.exec(block.text) : null;
    if (lead !== null) found.push({ index, text: block.text, from: lead[0].length });
  }
  if (found.length < SHOWN) return [];
  return found.flatMap(({ index, text, from }) => speechOf(index, text, from));
}

function speechOf(block: number, text: string, from: number): MarkedQuotation[] {
  const speech: Range[] = [];
  let start = from;
  for (const aside of dialogueAsides(text.slice(from))) {
    if (from + aside.start < start) continue;
    speech.push({ start, end: from + aside.start });
    start = from + aside.end;
  }
  speech.push({ start, end: text.length });
  return speech.flatMap(({ start: begin, end }) => stretch(block, text, begin, end));
}

/** The words from `from` to `to` without the signs that end the aside before them; nothing where there are no words. */
function stretch(block: number, text: string, from: number, to: number): MarkedQuotation[] {
  const words = text.slice(from, to);
  if (!/\p{L}/u.test(words)) return [];
  const start = from + words.search(/[^\s.,]/);
  return [{ stretches: [{ block, start, end: to }], block, offset: start, endBlock: block, endOffset: to }];
}
