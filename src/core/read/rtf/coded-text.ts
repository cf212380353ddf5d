/** Collects the bytes and signs of a text, and decodes the bytes once they make characters. */
import { Refusal } from '../../refusal.ts';
import { symbol } from '../office/symbols.ts';
import type { CodePage } from './code-pages.ts';

/** How the bytes that come now are to be read. */
export interface Coding {
  /** Number of the code page. */
  readonly page: number;
  /** The symbol font whose signs they are, '' for none. */
  readonly symbols: string;
}

const UTF_8 = 65001;

export class CodedText {
  readonly #pages: ReadonlyMap<number, CodePage>;
  #bytes: number[] = [];
  #text = '';

  constructor(pages: ReadonlyMap<number, CodePage>) {
    this.#pages = pages;
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
    this.#bytes.push(byte);
    const page = this.#page(coding);
    const last = this.#bytes.length === 1 || !page.leads(this.#bytes[0] ?? 0);
    if (last && !page.leads(byte)) this.#decode(coding);
    else if (this.#bytes.length >= wanted(this.#bytes[0] ?? 0, coding)) this.#decode(coding);
  }

  #decode(coding: Coding): void {
    if (this.#bytes.length === 0) return;
    const bytes = this.#bytes;
    this.#bytes = [];
    const signs = (): string => bytes.map((byte) => symbol(coding.symbols, 0xf000 + byte)).join('');
    this.#text += coding.symbols === '' ? this.#page(coding).decode(bytes) : signs();
  }

  #page({ page }: Coding): CodePage {
    const found = this.#pages.get(page) ?? this.#pages.get(1252);
    if (found === undefined) throw new Refusal('unknown-encoding', 'no decoder for windows-1252');
    return found;
  }
}

/** Two bytes are a character in all code pages but UTF-8, where up to four are. */
function wanted(first: number, { page }: Coding): number {
  if (page !== UTF_8 || first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}
