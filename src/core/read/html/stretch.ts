/**
 * The text of one block in the making: white space collapsed as CSS does, every piece with its place in the source.
 *
 * White space is held back until the next word, so that none leads, trails, or stands double; hidden and struck words,
 * marks and bold stretches are kept as offsets into the text as it grows.
 */
import type { CaveatKind, HiddenBy, Range } from '../document.ts';
import { SeenText } from '../seen-text.ts';
import type { Look, Mark } from './look.ts';
import type { Chunk } from './text-source.ts';
import type { Element } from './tree.ts';

/** How a run of words is set. */
export interface Setting {
  readonly whiteSpace: Look['whiteSpace'];
  /** Number of the bold element the words stand in; 0 for none. */
  readonly strong: number;
  /** Whether the words name the source of a block quote. */
  readonly credit: boolean;
  readonly marks: readonly Mark[];
  readonly setOff: string | null;
}

/** Words kept from sight, where they would stand. */
export interface HiddenHere {
  readonly by: HiddenBy;
  readonly root: Element;
  /** Whether they would be a block of their own. */
  readonly apart: boolean;
  readonly offset: number;
  readonly source: number;
  readonly pieces: string[];
}

/** A caveat about a place between words. */
export interface Point {
  readonly kind: CaveatKind;
  readonly detail: string;
  readonly offset: number;
  /** Whether it only counts with words on both sides. */
  readonly inside: 'only-inside' | 'anywhere';
}

interface Stretched {
  start: number;
  end: number;
}

/** White space not yet written: nothing, a space (a `soft` one only to keep two words apart), or line breaks. */
interface Pending {
  readonly kind: 'space' | 'separator' | 'soft' | 'break';
  readonly source: number;
  readonly width: number;
  readonly lines: number;
}

const WORD_START = /^[\p{L}\p{M}\p{N}_]/u;
/** White space that collapses, or words with single spaces between them, which need no second look. */
const SPACE_OR_WORDS = /[ \t\n\r\f]+|[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*/g;
/** Line breaks in a row are kept up to an empty line. */
const MOST_BREAKS = 2;

export class Stretch {
  readonly #seen = new SeenText();
  #pending: Pending | null = null;
  #strongRun = 0;
  #written = false;
  setOff: string | null | undefined;
  readonly lineStarts: number[] = [];
  readonly strong: Stretched[] = [];
  /** Where the words begin that name the source of a block quote, if the text ends in such words. */
  credit: number | null = null;
  readonly marked = new Map<Mark, Stretched[]>();
  readonly hidden: HiddenHere[] = [];
  readonly points: Point[] = [];

  /** Length of the text so far; white space held back does not count. */
  get length(): number {
    return this.#seen.length;
  }

  /** Whether any words were written. */
  get hasWords(): boolean {
    return this.#written;
  }

  /** Appends a chunk of text in its setting. */
  add(chunk: Chunk, setting: Setting): void {
    const exact = chunk.width === chunk.text.length;
    if (!exact && chunk.width > 0 && chunk.text.trim() !== '')
      this.#words(chunk.text, chunk.source, chunk.width, setting);
    else if (setting.whiteSpace === 'keep') this.#kept(chunk, setting);
    else this.#collapsed(chunk, exact, setting);
  }

  #collapsed(chunk: Chunk, exact: boolean, setting: Setting): void {
    for (const match of chunk.text.matchAll(SPACE_OR_WORDS)) {
      const source = chunk.source + (exact ? match.index : 0);
      const width = exact ? match[0].length : chunk.width;
      if (!/^[ \t\n\r\f]/.test(match[0])) this.#words(match[0], source, width, setting);
      else if (setting.whiteSpace === 'keep-lines' && match[0].includes('\n')) this.lineBreak(source, width);
      else this.#hold({ kind: 'space', source, width, lines: 0 });
    }
  }

  /** A forced line break. */
  lineBreak(source: number, width = 0): void {
    const lines = this.#pending?.kind === 'break' ? this.#pending.lines : 0;
    this.#pending = { kind: 'break', source, width, lines: Math.min(MOST_BREAKS, lines + 1) };
  }

  /** Keeps what follows apart from the word before it. */
  separate(source: number): void {
    this.#hold({ kind: 'separator', source, width: 0, lines: 0 });
  }

  /** Keeps what follows apart from the word before it if it is a word too. */
  separateWords(source: number): void {
    this.#hold({ kind: 'soft', source, width: 0, lines: 0 });
  }

  #hold(pending: Pending): void {
    if (this.#pending === null || this.#pending.kind === 'soft' || this.#pending.kind === 'separator')
      this.#pending = pending;
  }

  #words(text: string, source: number, width: number, setting: Setting): void {
    this.#release(text);
    const start = this.#seen.length;
    this.#seen.append(text, source, width);
    if (!this.#written && text.trim() !== '') this.#written = true;
    this.#note(start, this.#seen.length, setting);
  }

  /** Writes the white space held back, if words stand before it. */
  #release(next: string): void {
    const pending = this.#pending;
    this.#pending = null;
    if (pending === null || this.#seen.length === 0) return;
    if (pending.kind === 'break') {
      this.#seen.append('\n'.repeat(pending.lines), pending.source, pending.width);
      this.lineStarts.push(this.#seen.length);
    } else if (pending.kind !== 'soft' || WORD_START.test(next)) {
      this.#seen.append(' ', pending.source, pending.width);
    }
  }

  /** Preformatted text: every space and line end is kept. */
  #kept(chunk: Chunk, setting: Setting): void {
    let at = 0;
    for (const line of chunk.text.split(/(?<=\n)/)) {
      this.#words(line, chunk.source + at, line.length, setting);
      at += line.length;
      if (line.endsWith('\n')) this.lineStarts.push(this.#seen.length);
    }
  }

  #note(start: number, end: number, setting: Setting): void {
    if (setting.strong !== 0) {
      stretchTo(this.strong, start, end, this.#strongRun === setting.strong ? 'goes-on' : 'new');
    }
    this.#strongRun = setting.strong;
    this.credit = setting.credit ? (this.credit ?? start) : null;
    for (const mark of setting.marks) {
      const ranges = this.marked.get(mark);
      if (ranges === undefined) this.marked.set(mark, [{ start, end }]);
      else stretchTo(ranges, start, end, 'goes-on');
    }
    if (this.setOff === undefined) this.setOff = setting.setOff;
    else if (setting.setOff === null) this.setOff = null;
  }

  /** The finished text. */
  build(): ReturnType<SeenText['build']> {
    return this.#seen.build();
  }
}

/** Extends the last range over a gap of white space, or opens a new one. */
function stretchTo(ranges: Stretched[], start: number, end: number, how: 'goes-on' | 'new'): void {
  const last = ranges[ranges.length - 1];
  if (how === 'goes-on' && last !== undefined && start <= last.end + MOST_BREAKS) last.end = end;
  else ranges.push({ start, end });
}

/** Ranges as they are handed out. */
export function frozen(ranges: readonly Stretched[]): readonly Range[] {
  return ranges.map(({ start, end }) => ({ start, end }));
}
