/**
 * Breaks text into lines of a terminal, counting the columns that characters take up.
 *
 * Problem: `'漢字'.length` is 2 and takes four columns, `'й'` written as two code points takes one. Counting code units
 * breaks Chinese at half the width and lets marks of the Devanagari run over. Here a wide or full-width character (UAX #11)
 * and an emoji count 2, a combining mark or joiner 0, everything else 1.
 *
 * Text comes in spans, each with its paint. Words are broken at spaces only, and one longer than a line is cut between
 * characters (never before a combining mark), unless the span is to be kept whole: a place such as `page.html:12:40` must
 * stay something that can be clicked. An isolate that is open at the end of a line is closed there and opened again on the
 * next, because a terminal treats each line as a paragraph of its own. No line begins with `::`, which would be a command
 * in a log of continuous integration.
 */

/** Draws text in a colour or weight; returns it with the codes around it. */
export type Brush = (text: string) => string;

/** Text of one kind. `keep` forbids a cut inside its words. */
export interface Span {
  readonly text: string;
  readonly brush?: Brush;
  readonly keep?: 'whole';
}

/** Where the lines stand: the width in columns, and what the first and every further line begin with. */
export interface Layout {
  readonly width: number;
  readonly first: string;
  readonly rest: string;
}

/** Below this width lines would hold hardly a word; the text then runs over rather than down. */
export const LEAST_WIDTH = 20;

const ZERO = /[\p{Mn}\p{Me}\p{Cf}]/u;
const EMOJI = /\p{Emoji_Presentation}/u;

/** First and last code points of East Asian Wide and Full-width stretches, ascending. */
const WIDE = [
  0x1100, 0x115f, 0x2e80, 0x303e, 0x3041, 0xa4cf, 0xa960, 0xa97f, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19,
  0xfe30, 0xfe6f, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x16fe0, 0x18dff, 0x1aff0, 0x1b2ff, 0x1f200, 0x1f2ff, 0x20000,
  0x3fffd,
] as const;

function isWide(code: number): boolean {
  if (code < 0x1100) return false;
  for (let i = 0; i < WIDE.length; i += 2) if (code <= WIDE[i + 1]!) return code >= WIDE[i]!;
  return false;
}

/** Columns one character takes up. */
function columnsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (ZERO.test(character)) return 0;
  return isWide(code) || EMOJI.test(character) ? 2 : 1;
}

/** Columns a text takes up on a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

/** A stretch without a break, which may be made of several spans. */
interface Word {
  readonly pieces: Span[];
  width: number;
}

/** Cuts the spans at their spaces. Spans that meet without a space make one word. */
function wordsOf(spans: readonly Span[]): Word[] {
  const words: Word[] = [];
  let open: Word | null = null;
  for (const span of spans) {
    for (const part of span.text.split(/( +)/u)) {
      if (part === '') continue;
      if (part.startsWith(' ')) {
        open = null;
        continue;
      }
      if (open === null) {
        open = { pieces: [], width: 0 };
        words.push(open);
      }
      open.pieces.push({ ...span, text: part });
      open.width += displayWidth(part);
    }
  }
  return words;
}

/** The first stretch of `text` that fits into `room` columns (one character at least), and the rest. */
function cut(text: string, room: number): readonly [string, string] {
  let width = 0;
  let at = 0;
  for (const character of text) {
    width += columnsOf(character);
    if (width > room && at > 0) break;
    at += character.length;
  }
  return [text.slice(0, at), text.slice(at)];
}

/** Fills lines with pieces; knows only how much room is left. */
class Lines {
  readonly lines: Span[][] = [[]];
  #room: number;
  readonly #full: number;

  constructor(width: number) {
    this.#room = width;
    this.#full = width;
  }

  get #line(): Span[] {
    return this.lines[this.lines.length - 1]!;
  }

  #break(): void {
    this.lines.push([]);
    this.#room = this.#full;
  }

  #append(piece: Span, width: number): void {
    this.#line.push(piece);
    this.#room -= width;
  }

  /** Adds a word, with the space before it if one is due. */
  add(word: Word): void {
    const isFirst = this.#line.length === 0;
    const fits = word.width + (isFirst ? 0 : 1) <= this.#room;
    const isCut = word.width > this.#full && !word.pieces.some((piece) => piece.keep === 'whole');
    if (!fits && !isFirst && (!isCut || this.#room < 2)) this.#break();
    if (this.#line.length > 0) this.#append({ text: ' ', ...brushBetween(this.#line.at(-1), word.pieces[0]) }, 1);
    for (const piece of word.pieces) {
      if (isCut) this.#addCut(piece);
      else this.#append(piece, displayWidth(piece.text));
    }
  }

  #addCut(piece: Span): void {
    let rest = piece.text;
    while (rest !== '') {
      if (this.#room < 1) this.#break();
      const [head, tail] = cut(rest, this.#room);
      this.#append({ ...piece, text: head }, displayWidth(head));
      rest = tail;
    }
  }
}

/** A space inside one colour is painted with it. */
function brushBetween(before: Span | undefined, after: Span | undefined): { readonly brush?: Brush } {
  return before?.brush !== undefined && before.brush === after?.brush ? { brush: before.brush } : {};
}

/** Joins neighbours of one colour, so that codes do not stand around every word. */
function paint(line: readonly Span[]): string {
  let out = '';
  for (let i = 0; i < line.length; ) {
    const { brush } = line[i]!;
    let text = '';
    while (i < line.length && line[i]!.brush === brush) text += line[i++]!.text;
    out += brush === undefined ? text : brush(text);
  }
  return out;
}

/** Isolates still open after `line`, with `open` before it. */
function isolatesAfter(line: readonly Span[], open: number): number {
  let count = open;
  for (const { text } of line) {
    for (const character of text) {
      if (character === '\u2068') count++;
      else if (character === '\u2069') count = Math.max(0, count - 1);
    }
  }
  return count;
}

/** The line with a space between the colons it would begin with. */
function guarded(line: readonly Span[]): readonly Span[] {
  const [head, ...tail] = line;
  if (head === undefined || !/^\u2068*:/u.test(head.text)) return line;
  return [{ ...head, text: head.text.replace(/^\u2068*:(?=:|$)/u, '$&\u00A0') }, ...tail];
}

/** The spans as painted lines. An empty text gives one line that holds `first` alone. */
export function wrap(spans: readonly Span[], layout: Layout): string[] {
  const indent = Math.max(displayWidth(layout.first), displayWidth(layout.rest));
  const lines = new Lines(Math.max(LEAST_WIDTH, layout.width - indent));
  for (const word of wordsOf(spans)) lines.add(word);
  let open = 0;
  return lines.lines.map((line, index) => {
    const before = '\u2068'.repeat(open);
    open = isolatesAfter(line, open);
    return `${index === 0 ? layout.first : layout.rest}${before}${paint(guarded(line))}${'\u2069'.repeat(open)}`;
  });
}
