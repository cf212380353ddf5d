/**
 * The article as it reads, each quotation marked in its place, with a note beside it.
 *
 * A quotation is underlined, begins with a sign and its number, and one that is not as it was said begins with its verdict
 * too, so that nothing depends on a colour. Prose without quotations stays as it is; long stretches of it are folded.
 */
import type { ArticleResult, QuotationResult } from '../../../quote/quotes-report.ts';
import { shown } from '../../escape.ts';
import { Anchors } from '../../html/anchors.ts';
import { affordable, type FoldRule, fold, stretches, wordsIn } from '../../html/fold.ts';
import { element, joined, type Markup, NOTHING } from '../../html/markup.ts';
import { SIGNS } from '../../html/page.ts';
import { markedWords } from '../../html/words.ts';
import { counted } from '../../number.ts';
import type { ArticleBlock, ArticleText, QuotedRange } from '../article-text.ts';
import { COUNTED, quoteOutcome } from '../coverage.ts';
import { quotedWords } from './marks.ts';
import { marginNote } from './note.ts';

/** Quotations of one article that are shown in their place; a page with more would not open in a moment. */
const SHOWN = 2_000;
const RULES = { plain: { least: 3, context: 1 } } as const satisfies Record<string, FoldRule>;
const NO_NAMES = new Anchors(1, 0, new Set());

/** The names of quotations in the article with this number of the report. */
export function quotationNames(article: number, quotation: number): { readonly back: string; readonly id: string } {
  return { back: `q${article}-${quotation + 1}`, id: `n${article}-${quotation + 1}` };
}

/** What the blocks are drawn from. `placed` are the quotations that have a name already. */
interface Drawing {
  readonly article: ArticleResult;
  readonly number: number;
  readonly placed: Set<number>;
}

function sign(quotation: QuotationResult, index: number, { number }: Drawing): Markup {
  const outcome = quoteOutcome(quotation);
  const word = quotation.verdict === 'verbatim' ? '' : ` ${COUNTED[quotation.verdict]}`;
  const spoken = quotation.verdict === 'verbatim' ? element('span', { class: 'vh' }, ' verbatim') : NOTHING;
  return element(
    'a',
    { class: `sign ${outcome}`, href: `#${quotationNames(number, index).id}` },
    `${SIGNS[outcome]} ${index + 1}${word}`,
    spoken,
  );
}

/** The quoted words; a quotation's first stretch has its sign and name. */
function quoted(block: ArticleBlock, range: QuotedRange, drawing: Drawing): Markup {
  const quotation = drawing.article.quotations[range.quotation];
  const words = block.text.slice(range.start, range.end);
  if (quotation === undefined) return { html: element('span', {}, shown(words)).html };
  const isFirst = !drawing.placed.has(range.quotation);
  drawing.placed.add(range.quotation);
  const marked = markedWords(quotedWords(quotation, block, range), 'copy', NO_NAMES);
  return element(
    'span',
    {
      class: `quoted ${quoteOutcome(quotation)}`,
      id: isFirst ? quotationNames(drawing.number, range.quotation).back : null,
    },
    isFirst ? sign(quotation, range.quotation, drawing) : NOTHING,
    marked,
  );
}

function blockMarkup(block: ArticleBlock, drawing: Drawing): Markup {
  const pieces: Markup[] = [];
  const notes: Markup[] = [];
  let at = 0;
  for (const range of block.quoted) {
    if (range.start < at || range.end > block.text.length) continue;
    const quotation = drawing.article.quotations[range.quotation];
    const isNew = quotation !== undefined && !drawing.placed.has(range.quotation);
    pieces.push(joined([shown(block.text.slice(at, range.start))]), quoted(block, range, drawing));
    if (isNew) {
      notes.push(marginNote(quotation, range.quotation + 1, quotationNames(drawing.number, range.quotation)));
    }
    at = range.end;
  }
  pieces.push(joined([shown(block.text.slice(at))]));
  const words = element('p', { class: `in ${block.kind}`, dir: 'auto' }, joined(pieces));
  const kind = `block${notes.length > 0 ? ' noted' : ''}${block.isSetOff ? ' apart' : ''}`;
  return element(
    'div',
    { class: kind },
    words,
    notes.length === 0 ? NOTHING : element('div', { class: 'notes' }, ...notes),
  );
}

/** The whole article, or its beginning where it quotes too often to be shown. */
export function articleMarkup(text: ArticleText, article: ArticleResult, number: number): Markup {
  const blocks = text.blocks.filter((block) => block.text.trim() !== '');
  const shownBlocks = affordable(
    blocks.map(({ quoted: ranges }) => ranges.length),
    SHOWN,
  );
  const some = blocks.slice(0, shownBlocks);
  const drawing: Drawing = { article, number, placed: new Set() };
  // The first block says what the article is.
  const kinds = some.map((block, index) => (index > 0 && block.quoted.length === 0 ? 'plain' : 'open'));
  const parts = stretches(kinds, RULES).map(({ from, to, fold: kind }) => {
    const own = some.slice(from, to);
    const markup = joined(
      own.map((block) => blockMarkup(block, drawing)),
      '\n',
    );
    return kind === 'open' ? markup : fold(foldTitle(own), markup);
  });
  const rest = blocks.length - some.length;
  const cut = `From here on the article is not shown: ${counted(rest, 'more paragraph')}. --format json lists every quotation.`;
  return element('div', { class: 'article' }, ...parts, rest === 0 ? NOTHING : element('p', { class: 'soft' }, cut));
}

function foldTitle(blocks: readonly ArticleBlock[]): string {
  const words = blocks.reduce((sum, { text }) => sum + wordsIn(text), 0);
  return `${counted(blocks.length, 'paragraph')} without a quotation (${counted(words, 'word')})`;
}

/** The quotations alone, for an article whose text is not at hand. */
export function textOfQuotations({ quotations }: ArticleResult): ArticleText {
  const blocks = quotations.map(({ text, place }, index): ArticleBlock => {
    const words = `“${text}”`;
    const range = { start: 0, end: words.length, quotation: index };
    return { index: -1, kind: 'paragraph', text: words, place, isSetOff: false, quoted: [range] };
  });
  return { blocks };
}
