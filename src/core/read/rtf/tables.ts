/** The tables at the head of an RTF file: fonts, colours and styles. */
import type { Colour } from '../office/unseen.ts';
import { charsetPage } from './code-pages.ts';
import type { Look, ParagraphState } from './state.ts';

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

/** Entries of one table; a file with more is not a document. */
const MAX_ENTRIES = 10_000;

export class Tables {
  readonly fonts = new Map<number, Font>();
  /** `null` is the automatic colour. */
  readonly colours: (Colour | null)[] = [];
  readonly styles = new Map<number, Style>();
  #font: Font | null = null;
  #style: Style | null = null;
  #colour: Colour | null = null;

  /** Takes a control word of the font table. */
  fontControl(word: string, value: number | null): void {
    if (word === 'f' && value !== null && this.fonts.size < MAX_ENTRIES) {
      this.#font = { name: '', page: null, symbols: false };
      this.fonts.set(value, this.#font);
    } else if (this.#font !== null && word === 'fcharset') {
      this.#font.page = charsetPage(value ?? 0);
      this.#font.symbols = value === 2;
    } else if (this.#font !== null && word === 'cpg') this.#font.page = value;
  }

  fontText(text: string): void {
    if (this.#font !== null && this.#font.name.length < 64) this.#font.name += text.replace(';', '');
  }

  /** Takes a control word of the colour table. */
  colourControl(word: string, value: number | null): void {
    const shift = { red: 16, green: 8, blue: 0 }[word];
    if (shift === undefined) return;
    const level = Math.min(255, Math.max(0, value ?? 0));
    this.#colour = ((this.#colour ?? 0) & ~(0xff << shift)) | (level << shift);
  }

  colourText(text: string): void {
    for (const sign of text) {
      if (sign !== ';' || this.colours.length >= MAX_ENTRIES) continue;
      this.colours.push(this.#colour);
      this.#colour = null;
    }
  }

  /** Takes a control word of the style sheet. */
  styleControl(word: string, value: number | null): void {
    if ((word === 's' || word === 'cs' || word === 'ds') && value !== null && this.styles.size < MAX_ENTRIES) {
      this.#style = { name: '', base: -1, look: {}, paragraph: {} };
      this.styles.set(value, this.#style);
    } else if (word === 'sbasedon' && this.#style !== null) this.#style.base = value ?? -1;
  }

  /** Takes what a control word in the style sheet says of the words, or of the paragraphs, of the present style. */
  styleLook(look: Partial<Look>, paragraph: Partial<ParagraphState>): void {
    if (this.#style === null) return;
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
    if (this.#style !== null && this.#style.name.length < 64) this.#style.name += text.replace(';', '').toLowerCase();
  }
}
