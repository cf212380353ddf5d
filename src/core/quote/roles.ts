/** What a quotation is in its article: a headline, a pull quote, a caption, or part of the body. */
import { isWord } from '../canon/classes.ts';
import { tokenise } from '../canon/tokenise.ts';
import type { Block, Document } from '../read/document.ts';
import { CREDITS } from './lexicon.ts';
import type { MarkedQuotation } from './paragraphs.ts';
import type { QuotationRole } from './quotes-report.ts';

/** A pull quote is short; a longer paragraph between marks is the body's. In words. */
const PULL_QUOTE_WORDS = 60;
/** Longer texts need not be looked at for that, in code units. */
const PULL_QUOTE_LENGTH = 1_200;
/** Lines before the first paragraph of running text are the title's, if they are no longer than this, in words. */
const TITLE_WORDS = 40;

/** What every block of an article is, and which quotations stand alone in theirs. */
export interface BlockRoles {
  readonly kinds: readonly ('body' | 'headline' | 'caption' | 'box')[];
}

/** Reads the roles of the blocks off kinds, containers, credit lines and the place before the first paragraph. */
export function blockRoles(document: Document): BlockRoles {
  const lead = firstParagraph(document);
  return { kinds: document.blocks.map((block, index) => kindOf(block, index < lead)) };
}

function kindOf(block: Block, aboveTheText: boolean): 'body' | 'headline' | 'caption' | 'box' {
  if (block.kind === 'heading') return 'headline';
  if (block.kind === 'caption' || /figcaption|figure/.test(block.container) || endsInCredit(block.text))
    return 'caption';
  if (aboveTheText) return 'headline';
  return block.setOff !== null || /pull-?quote/i.test(block.selector + block.container) ? 'box' : 'body';
}

/** The index of the first block of running text; 0 where there is no title above it. */
function firstParagraph(document: Document): number {
  if (document.format !== 'text') return 0;
  const lead = document.blocks.findIndex(({ text }) => wordCount(text) > TITLE_WORDS);
  return Math.max(0, lead);
}

function wordCount(text: string): number {
  return tokenise(text).text.filter(isWord).length;
}

/** `… May 24, 2023. VIACHESLAV RATYNSKYI (REUTERS)` */
function endsInCredit(text: string): boolean {
  if (text.length > 600) return false;
  const ending = /\(([^()\n]{2,40})\)\s*$/.exec(text)?.[1] ?? /^\s*([\p{L}]{2,12})\s*[:/]/u.exec(text)?.[1] ?? '';
  return ending
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => CREDITS.has(word));
}

/** Whether nothing but a quotation stands in its block, and it is short enough to be pulled out. */
export function standsAlone(document: Document, marked: MarkedQuotation): boolean {
  if (marked.block !== marked.endBlock) return false;
  const { text } = document.blocks[marked.block]!;
  if (text.length > PULL_QUOTE_LENGTH) return false;
  const around = text.slice(0, marked.offset) + text.slice(marked.endOffset);
  if (/[\p{L}\p{N}]/u.test(stripSource(around))) return false;
  return wordCount(text) <= PULL_QUOTE_WORDS;
}

/** Takes a source line away: `— Denis Sokolov`. */
function stripSource(around: string): string {
  return around.replace(/^\s*[—–―-]\s*[^\n.!?]{1,60}$/u, '');
}

/** The role of a quotation in a block of `kind`; what stands alone in the flow is for `echoes` to decide. */
export function roleOf(kind: BlockRoles['kinds'][number], alone: boolean): QuotationRole {
  if (kind === 'headline' || kind === 'caption') return kind;
  return kind === 'box' && alone ? 'pull-quote' : 'body';
}
