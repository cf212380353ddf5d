/** The tables at the head of an RTF file: fonts, colours and styles. */
import { Refusal } from '../../refusal.ts';
import type { Colour } from '../office/unseen.ts';
import { charsetPage } from './code-pages.ts';
import type { Look, ParagraphState } from './state.ts';

const SYMBOL_CHARSET = 2;

interface Font {
  name: string;
  /** Its code page, or `null` for the file's. */
  page: number | null;
  /** Whether its letters are signs. */
  symbols: boolean;
}

interface Style {
  name: string;
  /** The style it is based on. */
  base: number;
  look: Partial<Look>;
  paragraph: Partial<ParagraphState>;
}

/** Entries of one table, and code units of a name in it. */
const MAX_ENTRIES = 10_000;
const MAX_NAME = 40;

/** Throws Refusal `too-large` for a table that no document has. */
export function refuseMore(entries: number): void {
  if (entries > MAX_ENTRIES) throw new Refusal('too-large', `more than ${MAX_ENTRIES} entries of a table`);
}

/** What stands before the first entry of a table belongs to one that nothing refers to. */
const newFont = (): Font => ({ name: '', page: null, symbols: false });
const newStyle = (): Style => ({ name: '', base: -1, look: {}, paragraph: {} });

export class Tables {
  readonly fonts = new Map<number, Font>();
  /** `null` is the automatic colour. */
  readonly colours: (Colour | null)[] = [];
  readonly styles = new Map<number, Style>();
  #font = newFont();
  #style = newStyle();
  #colour: Colour | null = null;

  /** Takes a control word of the font table. */
  fontControl(word: string, value: number): void {
    if (word === 'f') {
      this.#font = newFont();
      this.fonts.set(value, this.#font);
      refuseMore(this.fonts.size);
    } else if (word === 'fcharset') {
      this.#font.page = charsetPage(value);
      this.#font.symbols = value === SYMBOL_CHARSET;
    } else if (word === 'cpg') this.#font.page = value;
  }

  fontText(text: string): void {
    this.#font.name = lengthened(this.#font.name, text);
  }

  /** Takes a control word of the colour table. */
  colourControl(word: string, value: number): void {
    const shift = { red: 16, green: 8, blue: 0 }[word];
    if (shift === undefined) return;
    const level = Math.min(255, Math.max(0, value));
    this.#colour = ((this.#colour ?? 0) & ~(0xff << shift)) | (level << shift);
  }

  colourText(text: string): void {
    for (let end = text.indexOf(';'); end !== -1; end = text.indexOf(';', end + 1)) {
      this.colours.push(this.#colour);
      this.#colour = null;
    }
    refuseMore(this.colours.length);
  }

  /** Takes a control word of the style sheet. */
  styleControl(word: string, value: number): void {
    if (word === 's' || word === 'cs' || word === 'ds') {
      this.#style = newStyle();
      this.styles.set(value, this.#style);
      refuseMore(this.styles.size);
    } else if (word === 'sbasedon') this.#style.base = value;
  }

  /** Takes what a control word in the style sheet says of the words, or of the paragraphs, of the present style. */
  styleLook(look: Partial<Look>, paragraph: Partial<ParagraphState>): void {
    Object.assign(this.#style.look, look);
    Object.assign(this.#style.paragraph, paragraph);
  }

  /** The formatting that a style gives, with all it is based on; a circle ends where it closes. */
  styled(number: number): { readonly look: Partial<Look>; readonly paragraph: Partial<ParagraphState> } {
    const look: Partial<Look>[] = [];
    const paragraph: Partial<ParagraphState>[] = [];
    const met = new Set<Style>();
    for (let style = this.styles.get(number); style !== undefined && !met.has(style); ) {
      met.add(style);
      look.unshift(style.look);
      paragraph.unshift(style.paragraph);
      style = this.styles.get(style.base);
    }
    return { look: Object.assign({}, ...look), paragraph: Object.assign({}, ...paragraph) };
  }

  styleText(text: string): void {
    this.#style.name = lengthened(this.#style.name, text.toLowerCase());
  }
}

/** A name and what is added to it, without the sign that ends an entry. */
function lengthened(name: string, text: string): string {
  return (name + text.slice(0, MAX_NAME)).replace(';', '').slice(0, MAX_NAME);
}
