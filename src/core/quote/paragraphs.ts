/**
 * Quotations between marks, through all blocks of an article.
 *
 * A quotation of several paragraphs opens at each and closes once. So a mark left open at a paragraph's end is kept in
 * mind, and the next paragraph of the same flow decides: if it begins with the same mark, the quotation goes on; if not,
 * the mark is unpaired and nothing is swallowed. Boxes and captions between the two do not count.
 */
import type { Block, Document } from '../read/document.ts';
import type { Mark } from './marks.ts';
import { type PairedBlock, pairMarks } from './pair.ts';
import type { QuotedStretch, Unpaired } from './quotation.ts';

/** The words between an opening and a closing mark. */
export interface MarkedQuotation {
  readonly stretches: readonly QuotedStretch[];
  /** Where the opening mark stands, and where the closing one ends. */
  readonly block: number;
  readonly offset: number;
  readonly endBlock: number;
  readonly endOffset: number;
}

export interface MarkedQuotations {
  readonly marked: readonly MarkedQuotation[];
  readonly unpaired: readonly Unpaired[];
}

interface Pending {
  readonly sign: string;
  readonly block: number;
  readonly offset: number;
  readonly stretches: QuotedStretch[];
}

/** Kinds of block in which the flow of an article goes on. */
const FLOW: ReadonlySet<string> = new Set(['paragraph', 'quote', 'list-item', 'cue', 'preformatted']);

class Paragraphs {
  readonly marked: MarkedQuotation[] = [];
  readonly unpaired: Unpaired[] = [];
  #pending: Pending | null = null;
  readonly #document: Document;

  constructor(document: Document) {
    this.#document = document;
  }

  take(block: Block, index: number): void {
    const paired = pairMarks(block.text);
    const resumed = this.#resumes(block, paired);
    if (resumed === null && this.#pending !== null && this.#sameFlow(block)) this.giveUp();
    const adopted = this.#goOn(index, paired, resumed) ?? this.#begin(block, index, paired);
    for (const pair of paired.pairs) {
      if (pair.open !== resumed) this.#add(index, pair.open, pair.close, pair.reopened, null);
    }
    const lost = [...paired.lost, ...paired.stray, ...paired.open.filter((mark) => mark !== adopted)];
    const offset = lost.reduce((least, { start }) => Math.min(least, start), block.text.length);
    if (lost.length > 0) this.unpaired.push({ block: index, offset, count: lost.length });
  }

  /** What is still open will not be closed any more. */
  giveUp(): void {
    const pending = this.#pending;
    if (pending !== null) this.unpaired.push({ block: pending.block, offset: pending.offset, count: 1 });
    this.#pending = null;
  }

  #sameFlow(block: Block): boolean {
    const pending = this.#pending;
    if (pending === null || block.setOff !== null || !FLOW.has(block.kind)) return false;
    return block.container === this.#document.blocks[pending.block]?.container;
  }

  /** The mark with which this block takes the pending quotation up again. */
  #resumes(block: Block, paired: PairedBlock): Mark | null {
    const pending = this.#pending;
    if (pending === null || !this.#sameFlow(block)) return null;
    const first = [paired.pairs[0]?.open, paired.open[0]].find((mark) => mark !== undefined && leads(block.text, mark));
    if (first === undefined) return null;
    return first.sign === pending.sign || (pending.sign === '«' && first.sign === '»') ? first : null;
  }

  /** Carries the pending quotation on; the mark that stays open, if one does. */
  #goOn(index: number, paired: PairedBlock, resumed: Mark | null): Mark | null {
    const pending = this.#pending;
    if (pending === null || resumed === null) return null;
    const pair = paired.pairs.find(({ open }) => open === resumed);
    if (pair !== undefined) {
      this.#pending = null;
      this.#add(index, resumed, pair.close, pair.reopened, pending);
      return null;
    }
    const { length } = this.#document.blocks[index]!.text;
    pending.stretches.push(...stretchesOf(index, resumed.end, length, paired.reopened));
    return resumed;
  }

  /** Keeps the outermost open mark in mind, unless whole quotations of its kind behind it show that it was forgotten. */
  #begin(block: Block, index: number, paired: PairedBlock): Mark | null {
    const mark = paired.open[0];
    if (mark === undefined || this.#pending !== null || block.setOff !== null || !FLOW.has(block.kind)) {
      return null;
    }
    if (paired.open.length > 2 || paired.pairs.some(({ open }) => open.start > mark.start && open.sign === mark.sign)) {
      return null;
    }
    const stretches = stretchesOf(index, mark.end, block.text.length, paired.reopened);
    this.#pending = { sign: mark.sign, block: index, offset: mark.start, stretches };
    return mark;
  }

  #add(index: number, open: Mark, close: Mark, reopened: readonly Mark[], pending: Pending | null): void {
    const stretches = stretchesOf(index, open.end, close.start, reopened);
    this.marked.push({
      stretches: [...(pending?.stretches ?? []), ...stretches],
      block: pending?.block ?? index,
      offset: pending?.offset ?? open.start,
      endBlock: index,
      endOffset: close.end,
    });
  }
}

/** Whether a mark is the first thing in its block. */
function leads(text: string, mark: Mark): boolean {
  return text.slice(0, mark.start).trim() === '';
}

function stretchesOf(block: number, from: number, to: number, reopened: readonly Mark[]): QuotedStretch[] {
  const stretches: QuotedStretch[] = [];
  let start = from;
  for (const mark of reopened) {
    stretches.push({ block, start, end: mark.start });
    start = mark.end;
  }
  stretches.push({ block, start, end: to });
  return stretches;
}

/** Every quotation between marks, in the order of their opening marks, and the marks without a partner. */
export function markedQuotations(document: Document): MarkedQuotations {
  const paragraphs = new Paragraphs(document);
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind !== 'running') paragraphs.take(block, index);
  }
  paragraphs.giveUp();
  const marked = paragraphs.marked.toSorted((a, b) => a.block - b.block || a.offset - b.offset);
  return { marked, unpaired: paragraphs.unpaired };
}
