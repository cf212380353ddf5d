/**
 * Markdown with raw HTML in it: rendered to HTML and read as HTML is, with every place led back to the Markdown.
 *
 * Raw HTML can open in one paragraph and close in another (`<div hidden>`, a blank line, words, `</div>`), so it cannot be read
 * piece by piece. What Markdown shows a reader then is what the rendered page shows.
 */
import type { Block, Document, HiddenText, Origin } from '../document.ts';
import { readHtml } from '../html/index.ts';
import { lineStarts, sourceOffset } from '../place.ts';
import type { Parsed } from './parse.ts';
import { renderHtml } from './render.ts';

/** Reads the document by way of HTML; `metadata` is left empty. Throws what the reader of HTML throws. */
export async function readViaHtml(parsed: Parsed, source: string, furniture: readonly string[]): Promise<Document> {
  const { html, origin, footnotesStart } = renderHtml(parsed);
  const page = await readHtml(html, { furniture });
  return {
    ...page,
    format: 'markdown',
    blocks: page.blocks.map((block) => ledBack(block, origin, footnotesStart)),
    hidden: page.hidden.map((words) => hiddenLedBack(words, origin)),
    lines: lineStarts(source),
    metadata: new Map(),
  };
}

function ledBack(block: Block, origin: Origin, footnotesStart: number): Block {
  if (block.origin === null) return block;
  const moved = { ...block, origin: composed(block.origin, block.text.length, origin) };
  const isNote = sourceOffset(block.origin, 0) >= footnotesStart;
  return isNote ? { ...moved, kind: 'note', setOff: { by: 'footnote' } } : moved;
}

function hiddenLedBack(words: HiddenText, origin: Origin): HiddenText {
  return words.source === null ? words : { ...words, source: sourceOffset(origin, words.source) };
}

/** From a block's text through the rendered page to the Markdown: segments end where those of either map do. */
function composed(block: Origin, length: number, page: Origin): Origin {
  const text: number[] = [];
  const source: number[] = [];
  for (let segment = 0; segment < block.text.length; segment++) {
    const from = block.text[segment]!;
    const to = block.text[segment + 1] ?? length;
    const inPage = block.source[segment]!;
    text.push(from);
    source.push(sourceOffset(page, inPage));
    for (let next = firstAbove(page.text, inPage); next < page.text.length; next++) {
      const at = from + page.text[next]! - inPage;
      if (at >= to) break;
      text.push(at);
      source.push(page.source[next]!);
    }
  }
  return { text: Uint32Array.from(text), source: Uint32Array.from(source) };
}

/** Index of the first value above `value`. */
function firstAbove(values: Uint32Array, value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
