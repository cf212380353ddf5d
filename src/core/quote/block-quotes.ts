/** Block quotes: a block the format sets as a quotation needs no marks. */
import type { Block, Document } from '../read/document.ts';
import type { MarkedQuotation } from './paragraphs.ts';

/** More words than this name no source. In UTF-16 code units. */
const LONGEST_CREDIT = 120;
/** A source line under a block quote: `— Denis Sokolov`. */
const SOURCE_LINE = /(?:^|\s+)[—–―]\s*\p{Lu}[^\n.!?]{1,60}$/u;

/**
 * Every `quote` block as one quotation, except where marks show which of its words are quoted: it begins with a mark, or
 * most of its text stands between marks.
 */
export function blockQuotations(document: Document, marked: readonly MarkedQuotation[]): readonly MarkedQuotation[] {
  const inside = new Map<number, { covered: number; leads: boolean }>();
  for (const { stretches, block, offset } of marked) {
    for (const { block: index, start, end } of stretches) {
      const before = inside.get(index) ?? { covered: 0, leads: false };
      const leads = before.leads || block !== index || isBlank(document, index, offset);
      inside.set(index, { covered: before.covered + end - start, leads });
    }
  }
  const quotations: MarkedQuotation[] = [];
  for (const [index, { kind, text, setOff }] of document.blocks.entries()) {
    if (kind !== 'quote' || setOff?.by === 'footer') continue;
    const within = inside.get(index);
    if (within !== undefined && (within.leads || within.covered * 2 > text.length)) continue;
    const end = endOfWords(document.blocks[index]!);
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

/**
 * Where the quoted words of a block quote end and those begin that name its source. What the format calls the source is
 * believed only on a line of its own or behind a finished sentence: the last words of a sentence belong to the quotation.
 */
function endOfWords({ text, credit }: Block): number {
  if (credit !== undefined && text.length - credit <= LONGEST_CREDIT) {
    const words = text.slice(0, credit).replace(/[—–―\s]+$/u, '');
    if (/(?:^|[.!?…"”’»“])$/u.test(words) || /[\n—–―]\s*$/u.test(text.slice(0, credit))) return words.length;
  }
  return text.length - (SOURCE_LINE.exec(text.slice(-LONGEST_CREDIT))?.[0].length ?? 0);
}

function isBlank(document: Document, index: number, to: number): boolean {
  return document.blocks[index]!.text.slice(0, to).trim() === '';
}
