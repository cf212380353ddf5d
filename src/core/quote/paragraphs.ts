/**
 * Quotations between marks, through all blocks of an article.
 *
 * A quotation of several paragraphs opens at each and closes once. So a mark left open at a paragraph's end is kept in
 * mind, and the next paragraph of the same flow decides: if it begins with the same mark, the quotation goes on; if not,
 * the mark is unpaired and nothing is swallowed. Boxes and captions between the two do not count.
 */
import type { Block, Document } from '../read/document.ts';
import type { Mark } from './marks.ts';
import { type Pair, type PairedBlock, pairMarks } from './pair.ts';
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

/** Where a quotation begins, and its stretches in the paragraphs before. */
interface Begun {
  readonly block: number;
  readonly offset: number;
  readonly stretches: QuotedStretch[];
}

interface Pending extends Begun {
  readonly sign: string;
}

/** Kinds of block in which the flow of an article goes on. */
const FLOW: ReadonlySet<string> = new Set(['paragraph', 'quote', 'list-item', 'cue', 'preformatted']);
/** Of more marks left open in one paragraph none is believed. */
const MAX_OPEN = 2;

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
    const resumed = this.#resumed(block, paired);
    const adopted = this.#goOn(block, index, paired, resumed) ?? this.#begin(block, index, paired);
    for (const pair of paired.pairs) {
      if (pair.open !== resumed) this.#add({ block: index, offset: pair.open.start, stretches: [] }, index, pair);
    }
    const lost = [...paired.lost, ...paired.stray, ...paired.open.filter((mark) => mark !== adopted)];
    if (lost.length === 0) return;
    const offset = lost.reduce((least, { start }) => Math.min(least, start), block.text.length);
    this.unpaired.push({ block: index, offset, count: lost.length });
  }

  /** What is still open will not be closed any more. */
  giveUp(): void {
    const pending = this.#pending;
    if (pending !== null) this.unpaired.push({ block: pending.block, offset: pending.offset, count: 1 });
    this.#pending = null;
  }

  /** The mark with which this block takes the pending quotation up again; where it should and does not, that is given up. */
  #resumed(block: Block, { pairs, open }: PairedBlock): Mark | null {
    const pending = this.#pending;
    if (pending === null || !isFlow(block)) return null;
    if (block.container !== this.#document.blocks[pending.block]!.container) return null;
    const first = [pairs[0]?.open, open[0]].find((mark) => mark !== undefined && leads(block.text, mark));
    if (first?.sign === pending.sign || (pending.sign === '«' && first?.sign === '»')) return first;
    this.giveUp();
    return null;
  }

  /** Carries the pending quotation on; the mark that stays open, if one does. */
  #goOn({ text }: Block, index: number, { pairs, reopened }: PairedBlock, resumed: Mark | null): Mark | null {
    const pending = this.#pending;
    if (pending === null || resumed === null) return null;
    const pair = pairs.find(({ open }) => open === resumed);
    if (pair === undefined) {
      pending.stretches.push(...stretchesOf(index, resumed.end, text.length, reopened));
      return resumed;
    }
    this.#pending = null;
    this.#add(pending, index, pair);
    return null;
  }

  /** Keeps the outermost open mark in mind, unless whole quotations of its kind behind it show that it was forgotten. */
  #begin(block: Block, index: number, { pairs, open, reopened }: PairedBlock): Mark | null {
    const [mark] = open;
    if (mark === undefined || this.#pending !== null || !isFlow(block) || open.length > MAX_OPEN) return null;
    if (pairs.some(({ open: other }) => other.start > mark.start && other.sign === mark.sign)) return null;
    const stretches = stretchesOf(index, mark.end, block.text.length, reopened);
    this.#pending = { sign: mark.sign, block: index, offset: mark.start, stretches };
    return mark;
  }

  #add({ block, offset, stretches }: Begun, index: number, { open, close, reopened }: Pair): void {
    this.marked.push({
      stretches: [...stretches, ...stretchesOf(index, open.end, close.start, reopened)],
      block,
      offset,
      endBlock: index,
      endOffset: close.end,
    });
  }
}

/** Whether a quotation may go on from this block into the next, or from the one before into it. */
function isFlow({ kind, setOff }: Block): boolean {
  return setOff === null && FLOW.has(kind);
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
