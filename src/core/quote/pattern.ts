/**
 * A quotation as something to be found: its words, and between them the signs by which an editor says "here I changed
 * something".
 *
 * `“[T]hey left … my brother [Ivan] at home”` is the words `They left my brother at home`, with a bracketed capital in the
 * first, an ellipsis before the third, and a bracket before the fifth. Without this reading every bracket would be a
 * changed word, and every ellipsis a splice.
 */
import { isPunctuation, isWord } from '../canon/classes.ts';
import { type Tokens, tokenise } from '../canon/tokenise.ts';

/** One word that must be found. */
export interface PatternWord {
  /** As the article has it, brackets taken away: `They`. */
  readonly text: string;
  /** In lower case, as it is looked up. */
  readonly key: string;
  /** What the article writes, brackets and all: `[T]hey`. */
  readonly written: string;
  readonly bracketedCapital: boolean;
  /** Half-open span in the quotation's text. */
  readonly start: number;
  readonly end: number;
}

/** Words an editor put in brackets. */
export interface PatternBracket {
  /** With the brackets, as written, and where that begins in the quotation's text. */
  readonly written: string;
  readonly start: number;
  /** The words inside, as written, in lower case. */
  readonly words: readonly string[];
  /** For `want[ed]` and `[un]happy`: the letters outside the brackets, which the transcript's word must share. */
  readonly stem: { readonly text: string; readonly side: 'before' | 'after' } | null;
  readonly sic: boolean;
}

/** What stands between two words, before the first, or behind the last. */
export interface Joint {
  /** Punctuation tokens outside brackets. */
  readonly signs: readonly string[];
  /** The ellipsis as written: `…`, `...`, `[…]`; `null` if there is none. */
  readonly ellipsis: string | null;
  /** Where the ellipsis begins in the quotation's text. */
  readonly ellipsisStart: number;
  readonly brackets: readonly PatternBracket[];
  /** Marks of the transcript, quoted with the rest: `( * )`. */
  readonly marks: readonly string[];
}

export interface Pattern {
  readonly text: string;
  readonly words: readonly PatternWord[];
  /** `joints[i]` stands before word `i`; the last one behind the last word. */
  readonly joints: readonly Joint[];
}

const SIC = new Set(['sic', 'so', 'так']);
/** A quotation's bracket longer than this is text, not an editor's insertion. In tokens. */
const MAX_BRACKET = 40;

const APOSTROPHES = "'’ʼ‘＇";

function isLetter(text: string): boolean {
  return /^\p{L}\p{M}*$/u.test(text);
}

interface Loose {
  signs: string[];
  ellipsis: string | null;
  ellipsisStart: number;
  brackets: PatternBracket[];
  marks: string[];
}

class Parser {
  readonly words: PatternWord[] = [];
  readonly joints: Loose[] = [];
  #joint: Loose = loose();
  readonly #text: string;
  readonly #tokens: Tokens;
  readonly #marks: ReadonlySet<string>;

  constructor(text: string, marks: ReadonlySet<string>) {
    this.#text = text;
    this.#tokens = tokenise(text);
    this.#marks = marks;
  }

  parse(): Pattern {
    const { length } = this.#tokens.text;
    for (let t = 0; t < length; ) t = this.#takeMark(t) ?? this.#takeBracket(t) ?? this.#takeToken(t);
    this.joints.push(this.#joint);
    return { text: this.#text, words: this.words, joints: this.joints };
  }

  /** A mark of the transcripts, quoted as it stands there. */
  #takeMark(t: number): number | null {
    const { text } = this.#tokens;
    if (text[t] !== '(' && text[t] !== '[') return null;
    for (const mark of this.#marks) {
      const parts = mark.split(' ');
      if (!parts.every((part, i) => text[t + i] === part)) continue;
      this.#joint.marks.push(mark);
      return t + parts.length;
    }
    return null;
  }

  /** Square brackets, and round ones around nothing but an ellipsis or `sic`. */
  #takeBracket(t: number): number | null {
    const { text } = this.#tokens;
    const opener = text[t];
    if (opener !== '[' && opener !== '(') return null;
    const end = this.#closing(t, opener === '[' ? ']' : ')');
    if (end === null) return null;
    const inside = text.slice(t + 1, end);
    if (inside.length === 1 && inside[0] === '…') {
      this.#setEllipsis(t, end);
      return end + 1;
    }
    const words = inside.filter((token) => !isPunctuation(token)).map((word) => word.toLowerCase());
    const sic = SIC.has(words.join(' '));
    if (opener === '(' && !sic) return null;
    return this.#takeGlued(t, end, words) ?? this.#addBracket(t, end, words, null, sic);
  }

  #closing(t: number, closer: string): number | null {
    const { text } = this.#tokens;
    for (let i = t + 1; i <= t + MAX_BRACKET; i++) if (text[i] === closer) return i;
    return null;
  }

  /** A bracket that touches a word: `[T]he`, `want[ed]`, `[un]happy`. */
  #takeGlued(t: number, end: number, words: readonly string[]): number | null {
    const { text, start, end: ends } = this.#tokens;
    const behind = text[end + 1];
    const elided = this.#elidedBehind(end);
    if (elided !== null) return this.#takeElided(t, end, words, elided);
    if (words.length !== 1) return null;
    if (behind !== undefined && isWord(behind) && start[end + 1] === ends[end]) {
      const inside = text[t + 1]!;
      if (isLetter(inside)) this.#addWord(t, end + 1, inside + behind, true);
      else this.#addBracket(t, end + 1, words, { text: behind.toLowerCase(), side: 'after' }, false);
      return end + 2;
    }
    const last = this.words.at(-1);
    if (last === undefined || last.end !== start[t] || last.bracketedCapital) return null;
    this.words.pop();
    this.#joint = this.joints.pop()!;
    const first = last.start;
    const written = this.#text.slice(first, ends[end]);
    this.#joint.brackets.push({ written, start: first, words, stem: { text: last.key, side: 'before' }, sic: false });
    return end + 1;
  }

  /** The word behind an apostrophe that touches a bracket: `ai` in `[J]’ai`, `s` in `[Anna]’s`. */
  #elidedBehind(end: number): string | null {
    const { text, start, end: ends } = this.#tokens;
    const word = text[end + 2];
    if (word === undefined || !isWord(word)) return null;
    return start[end + 2] === ends[end + 1] && APOSTROPHES.includes(this.#text.charAt(ends[end]!)) ? word : null;
  }

  #takeElided(t: number, end: number, words: readonly string[], elided: string): number {
    const inside = this.#tokens.text[t + 1]!;
    if (isLetter(inside) && end === t + 2) this.#addWord(t, end + 2, `${inside}'${elided}`, true);
    else this.#addBracket(t, end + 2, words, null, false);
    return end + 3;
  }

  #addBracket(t: number, last: number, words: readonly string[], stem: PatternBracket['stem'], sic: boolean): number {
    this.#joint.brackets.push({ written: this.#slice(t, last), start: this.#tokens.start[t]!, words, stem, sic });
    return last + 1;
  }

  #setEllipsis(from: number, to: number): void {
    this.#joint.ellipsis = this.#slice(from, to);
    this.#joint.ellipsisStart = this.#tokens.start[from]!;
  }

  #takeToken(t: number): number {
    const token = this.#tokens.text[t]!;
    if (token === '…') this.#setEllipsis(t, t);
    else if (isPunctuation(token)) this.#joint.signs.push(token);
    else this.#addWord(t, t, token, false);
    return t + 1;
  }

  #addWord(from: number, to: number, text: string, bracketedCapital: boolean): void {
    this.joints.push(this.#joint);
    this.#joint = loose();
    const start = this.#tokens.start[from]!;
    const end = this.#tokens.end[to]!;
    this.words.push({ text, key: text.toLowerCase(), written: this.#slice(from, to), bracketedCapital, start, end });
  }

  #slice(from: number, to: number): string {
    return this.#text.slice(this.#tokens.start[from], this.#tokens.end[to]);
  }
}

function loose(): Loose {
  return { signs: [], ellipsis: null, ellipsisStart: 0, brackets: [], marks: [] };
}

/** Reads a quotation; `marks` are the transcripts' own, which are not the editor's. Linear in the text. */
export function patternOf(text: string, marks: ReadonlySet<string>): Pattern {
  return new Parser(text, marks).parse();
}
