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
/** In a plain text, lines above the first longer paragraph are the title's: at most so many blocks, each without a full stop. */
const TITLE_BLOCKS = 6;
const TITLE_WORDS = 40;
const ENDS_SENTENCE = /[.!?…]["”’»]*\s*$/u;

/** What a block is to the quotations in it. */
export type BlockRole = 'body' | 'headline' | 'caption' | 'box';

/** Reads the roles of the blocks off kinds, containers, credit lines and the place above the first paragraph. */
export function blockRoles(document: Document): readonly BlockRole[] {
  const lead = firstParagraph(document);
  return document.blocks.map((block, index) => blockRole(block, index < lead));
}

function blockRole(block: Block, aboveTheText: boolean): BlockRole {
  if (block.kind === 'heading') return 'headline';
  if (block.kind === 'caption' || /figcaption|figure/.test(block.container)) return 'caption';
  if (endsInCredit(block.text)) return 'caption';
  if (aboveTheText && !ENDS_SENTENCE.test(block.text.slice(-8))) return 'headline';
  return block.setOff !== null || /pull-?quote/i.test(block.selector + block.container) ? 'box' : 'body';
}

/** The index of the first block of running text; 0 where there is no title above it. */
function firstParagraph(document: Document): number {
  if (document.format !== 'text') return 0;
  const lead = document.blocks.slice(0, TITLE_BLOCKS + 1).findIndex(({ text }) => wordCount(text) > TITLE_WORDS);
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
    .split(/[^\p{L}]/u)
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
  return around.replace(/[—–―-][^\n.!?]{1,60}$/u, '');
}

/** The role of a quotation in a block of `kind`; what stands alone in the flow is for `echoes` to decide. */
export function roleOf(kind: BlockRole, alone: boolean): QuotationRole {
  if (kind === 'headline' || kind === 'caption') return kind;
  return kind === 'box' && alone ? 'pull-quote' : 'body';
}
