/** Collects the bytes and signs of a text, and decodes the bytes once they make characters. */
import { symbol } from '../office/symbols.ts';
import type { CodePage, CodePages } from './code-pages.ts';

/** How the bytes that come now are to be read. */
export interface Coding {
  /** Number of the code page. */
  readonly page: number;
  /** The symbol font whose signs they are, '' for none. */
  readonly symbols: string;
}

const USUAL = 1252;
const UTF_8 = 65001;

export class CodedText {
  readonly #pages: CodePages;
  #bytes: number[] = [];
  #text = '';
  readonly #onGuess: () => void;

  /** `onGuess` is called when bytes are read in another code page than theirs, which is not known here. */
  constructor(pages: CodePages, onGuess: () => void) {
    this.#pages = pages;
    this.#onGuess = onGuess;
  }

  /** Takes a byte. */
  byte(byte: number, coding: Coding): void {
    const waits = this.#bytes.length > 0 || byte >= 0x80 || coding.symbols !== '';
    if (!waits) this.#text += String.fromCharCode(byte);
    else this.#wait(byte, coding);
  }

  /** Takes text. */
  say(text: string, coding: Coding): void {
    this.#decode(coding);
    this.#text += text;
  }

  /** Gives all there is so far, and forgets it. */
  take(coding: Coding): string {
    this.#decode(coding);
    const text = this.#text;
    this.#text = '';
    return text;
  }

  #wait(byte: number, coding: Coding): void {
    const first = this.#bytes[0] ?? byte;
    this.#bytes.push(byte);
    const isWhole = !this.#page(coding).leads(first) || this.#bytes.length >= wanted(first, coding);
    if (isWhole) this.#decode(coding);
  }

  #decode(coding: Coding): void {
    if (this.#bytes.length === 0) return;
    const bytes = this.#bytes;
    this.#bytes = [];
    if (coding.symbols === '') this.#text += this.#page(coding).decode(bytes);
    else this.#text += bytes.map((byte) => symbol(coding.symbols, 0xf000 + byte)).join('');
    if (coding.symbols === '' && coding.page !== USUAL && !this.#pages.named.has(coding.page)) this.#onGuess();
  }

  #page({ page }: Coding): CodePage {
    return this.#pages.named.get(page) ?? this.#pages.usual;
  }
}

/** Two bytes are a character in all code pages but UTF-8, where up to four are. */
function wanted(first: number, { page }: Coding): number {
  if (page !== UTF_8 || first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}
