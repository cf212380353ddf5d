/**
 * A block of an XML text, begun with its first word: its words with white space run together as XML means it, each word with its offset in the source.
 *
 * `co-<lb/>operation` is two lines of a manuscript and perhaps one word; the break is kept and marked, and comparing decides.
 */
import type { Block, BlockKind, Break, CaveatKind, HiddenBy, Range, SetOff } from '../document.ts';
import type { DraftCaveat, DraftHidden } from '../office/block-draft.ts';
import { SeenText } from '../seen-text.ts';

/** What a block is and where it stands. */
export interface XmlFrame {
  readonly kind: BlockKind;
  readonly container: string;
  readonly setOff: SetOff | null;
  readonly speaker: string | null;
}

const HYPHEN = /[-\u2010\u00ad]$/;

export class XmlBlock {
  readonly frame: XmlFrame;
  readonly caveats: DraftCaveat[] = [];
  readonly hidden: (DraftHidden & { readonly source: number })[] = [];
  readonly #seen = new SeenText();
  readonly #strong: Range[] = [];
  readonly #lineStarts: number[] = [];
  readonly #breaks: Break[] = [];
  /** Offset in the source of white space that waits for a word to follow. */
  #space = -1;
  #last = '';

  constructor(frame: XmlFrame) {
    this.frame = frame;
  }

  get length(): number {
    return this.#seen.length;
  }

  /** The last character, '' where white space follows it. */
  get last(): string {
    return this.#space === -1 ? this.#last : '';
  }

  /** Where the next word will begin, behind the white space that waits. */
  get next(): number {
    return this.#seen.length + (this.#spaceNeeded() ? 1 : 0);
  }

  /** Appends words and white space; `source` is where they stand. */
  say(text: string, source: number): void {
    const pattern = /[ \t\r\n]+|[^ \t\r\n]+(?: [^ \t\r\n]+)*/g;
    for (const { 0: piece, index } of text.matchAll(pattern)) {
      if (piece.charCodeAt(0) <= 0x20) this.#space = source + index;
      else this.#append(piece, source + index, piece.length);
    }
  }

  /** Appends text as it stands, line ends too. */
  keep(text: string, source: number): void {
    const lines = text.split('\n');
    let at = source;
    for (const [i, line] of lines.entries()) {
      if (i > 0) this.#endLine(at - 1);
      this.#append(line, at, line.length);
      at += line.length + 1;
    }
  }

  /** Appends a character that stands for `width` code units of the source. */
  sayReference(text: string, source: number, width: number): void {
    if (/^[ \t\r\n]+$/.test(text)) this.#space = source;
    else this.#append(text, source, width);
  }

  /** Something that is no word stands here: its neighbours do not touch. */
  part(source: number): void {
    this.#space = source;
  }

  /** A line ends; `inWord` when the source says that a word goes on in the next one. */
  breakLine(source: number, where: 'between words' | 'in a word' | 'unknown'): void {
    const hyphen = HYPHEN.test(this.#last) && this.#space === -1;
    const start = this.#seen.length - (hyphen ? 1 : 0);
    this.#space = -1;
    this.#endLine(source);
    if (hyphen) this.#breaks.push({ kind: 'hyphen', start, end: this.#seen.length });
    else if (where === 'in a word') this.#breaks.push({ kind: 'bare', start, end: this.#seen.length });
  }

  /** Notes that the words since `start` are bold. */
  embolden(start: number): void {
    if (start < this.#seen.length) this.#strong.push({ start, end: this.#seen.length });
  }

  /** Notes words that are in the file and not seen; `source` is where they stand. */
  hide(text: string, by: HiddenBy, source: number): void {
    this.hidden.push({ text, by, offset: this.#seen.length, source });
  }

  doubt(kind: CaveatKind, detail: string, start: number = this.length): void {
    this.caveats.push({ kind, detail, start, end: this.length, inside: false });
  }

  /** The finished block. */
  build(): Block {
    const { text, origin } = this.#seen.build();
    return {
      ...this.frame,
      text,
      origin,
      place: { by: 'line' },
      selector: '',
      strong: this.#strong,
      lineStarts: this.#lineStarts,
      breaks: this.#breaks,
    };
  }

  #append(text: string, source: number, width: number): void {
    if (text === '') return;
    if (this.#spaceNeeded()) this.#seen.append(' ', this.#space, 1);
    this.#space = -1;
    this.#seen.append(text, source, width);
    this.#last = text.slice(-1);
  }

  #spaceNeeded(): boolean {
    return this.#space !== -1 && this.#seen.length > 0 && this.#last !== '\n';
  }

  #endLine(source: number): void {
    this.#seen.append('\n', source, 1);
    this.#lineStarts.push(this.#seen.length);
    this.#last = '\n';
  }
}
