/** Block quotes: a block the format sets as a quotation needs no marks. */
import type { Document } from '../read/document.ts';
import type { MarkedQuotation } from './paragraphs.ts';

/** A source line under a block quote: `— Denis Sokolov`. */
const SOURCE_LINE = /\s*(?:^|\n|\s)[—–―]\s*\p{Lu}[^\n.!?]{1,60}$/u;

/**
 * Every `quote` block as one quotation, except where marks show which of its words are quoted: it begins with a mark, or
 * most of its text stands between marks.
 */
export function blockQuotations(document: Document, marked: readonly MarkedQuotation[]): readonly MarkedQuotation[] {
  const inside = new Map<number, { covered: number; leads: boolean }>();
  for (const { stretches, block, offset } of marked) {
    for (const { block: index, start, end } of stretches) {
      const before = inside.get(index) ?? { covered: 0, leads: false };
      const leads = before.leads || (block === index ? isBlank(document, index, offset) : start < 4);
      inside.set(index, { covered: before.covered + end - start, leads });
    }
  }
  const quotations: MarkedQuotation[] = [];
  for (const [index, { kind, text }] of document.blocks.entries()) {
    if (kind !== 'quote') continue;
    const { covered, leads } = inside.get(index) ?? { covered: 0, leads: false };
    if (leads || covered * 2 > text.length) continue;
    const end = text.length - (SOURCE_LINE.exec(text.slice(-120))?.[0].length ?? 0);
    if (/[\p{L}\p{N}]/u.test(text.slice(0, end))) {
      quotations.push({
        stretches: [{ block: index, start: 0, end }],
        block: index,
        offset: 0,
        endBlock: index,
        endOffset: end,
      });
    }
  }
  return quotations;
}

function isBlank(document: Document, index: number, to: number): boolean {
  return document.blocks[index]!.text.slice(0, to).trim() === '';
}
