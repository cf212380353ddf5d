/**
 * Plain text: paragraphs between blank lines.
 *
 * White space at both ends of a line is left out of the text, so that a line of a block begins with its first word: a label
 * that is set in stands where any label stands. U+2029 ends a paragraph, every other line end ends a line.
 */
import type { Block, Document } from '../document.ts';
import { lineStarts } from '../place.ts';
import { SeenText } from '../seen-text.ts';
import { hyphenBreaks, innerLineStarts } from './breaks.ts';
import { isWhiteSpace } from './white-space.ts';

const PARAGRAPH_SEPARATOR = 0x2029;

/** A text has thousands of blocks, which share what is the same in most. */
const PLACE = { by: 'line' } as const;
const NONE: readonly never[] = [];

/** Reads plain text. Never fails: text without a word gives no blocks. */
export function readText(source: string): Document {
  const lines = lineStarts(source);
  const blocks: Block[] = [];
  let open = new Paragraph();
  for (let line = 0; line < lines.length; line++) {
    const from = lines[line]!;
    const to = lines[line + 1] ?? source.length;
    const isLast = !open.add(source, from, to) || source.charCodeAt(to - 1) === PARAGRAPH_SEPARATOR;
    if (!isLast) continue;
    open.closeInto(blocks);
    open = new Paragraph();
  }
  open.closeInto(blocks);
  return { format: 'text', blocks, hidden: [], caveats: [], lines, metadata: new Map() };
}

/** One paragraph while its lines come in. */
class Paragraph {
  #seen = new SeenText();
  /** Where the white space begins that ends the last line. */
  #lineEnd = 0;

  /** Takes in the line of `source` from `from` to `to`, its end included; `false` when it is blank. */
  add(source: string, from: number, to: number): boolean {
    let [start, end] = [from, to];
    while (start < end && isWhiteSpace(source.charCodeAt(start))) start++;
    while (end > start && isWhiteSpace(source.charCodeAt(end - 1))) end--;
    if (start === end) return false;
    if (this.#seen.length > 0) this.#seen.append('\n', this.#lineEnd, start - this.#lineEnd);
    this.#seen.append(source.slice(start, end), start);
    this.#lineEnd = end;
    return true;
  }

  closeInto(blocks: Block[]): void {
    if (this.#seen.length === 0) return;
    const { text, origin } = this.#seen.build();
    blocks.push({
      kind: 'paragraph',
      text,
      origin,
      place: PLACE,
      container: '',
      selector: '',
      setOff: null,
      strong: NONE,
      lineStarts: text.includes('\n') ? innerLineStarts(text) : NONE,
      breaks: text.includes('\n') ? hyphenBreaks(text) : NONE,
      speaker: null,
    });
  }
}
