/** The article as it reads, with the place of each of its quotations, for a report that marks them there. */
import type { Block, Document, Range } from '../read/document.ts';
import { placeOf } from '../read/place.ts';
import type { ArticleBlock, ArticleText, QuotedRange } from '../report/quotes/article-text.ts';
import { findQuotations } from './find.ts';
import { CLOSERS } from './marks.ts';

/** The text of `document`. Its quotations have the numbers that `judgeArticle` lists them by. Linear in the text. */
export function articleText(document: Document): ArticleText {
  const ranges = new Map<number, QuotedRange[]>();
  for (const [quotation, one] of findQuotations(document).quotations.entries()) {
    for (const stretch of one.stretches) {
      const quoted = ranges.get(stretch.block) ?? [];
      quoted.push({ ...withMarks(document.blocks[stretch.block]!.text, stretch), quotation });
      ranges.set(stretch.block, quoted);
    }
  }
  return { blocks: document.blocks.map((block, i) => blockOf(document, block, i, ranges.get(i) ?? [])) };
}

function blockOf(document: Document, block: Block, index: number, quoted: readonly QuotedRange[]): ArticleBlock {
  const place = placeOf(document, block, 0);
  return { index, kind: block.kind, text: block.text, place, isSetOff: block.setOff !== null, quoted };
}

/** Longer signs first, for `''` is two of `'`. */
const byLength = (signs: Iterable<string>): readonly string[] => [...signs].sort((a, b) => b.length - a.length);
const OPENING = byLength(CLOSERS.keys());
const CLOSING = byLength([...CLOSERS.values()].flat());

/** The stretch with the marks around it, also where they are opened again at a paragraph. */
function withMarks(text: string, { start, end }: Range): Range {
  const opening = OPENING.find((sign) => text.endsWith(sign, start)) ?? '';
  const closing = CLOSING.find((sign) => text.startsWith(sign, end)) ?? '';
  return { start: start - opening.length, end: end + closing.length };
}
