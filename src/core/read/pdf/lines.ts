/**
 * Gathers the glyphs of a page into lines, in the order of the content stream.
 *
 * The stream's order is the order of reading in all but freak documents, also in columns; sorting by position is what runs
 * columns into each other. So a line ends where the baseline changes, and nothing is moved.
 */
import type { HiddenBy } from '../document.ts';
import { isAccent } from './accents.ts';
import type { Glyph } from './drawn.ts';
import { across, along, type HiddenRun, type Line, lineOf, type Sheet, textOf } from './line.ts';

/** Baselines nearer than this, in ems, are one. */
const SAME = 0.12;
/** Raised and lowered signs are smaller than this share of the line's size… */
const SMALL = 0.86;
/** …and not further than this, in ems, off its baseline. */
const OFF = 0.6;
/** Accents over capitals are drawn this much higher, in ems. */
const ACCENT_OFF = 0.35;
/** A step back further than this, in ems, begins a new line even on the same baseline. */
const BACK = 1.2;
/** The same glyph twice within this distance, in ems, is one, drawn again to look bolder. */
const AGAIN = 0.08;
/** Places in a row of the page: more than any page has. */
const ROW = 1 << 24;
/** An initial this many times larger than its word. */
const DROPPED = 1.7;

/** The lines of a page. Hidden words stand in the line they come behind; before the first line, in an empty one. */
export function linesOf(glyphs: readonly Glyph[], sheet: Sheet): Line[] {
  const gatherer = new Gatherer(sheet);
  for (const glyph of glyphs) gatherer.add(glyph);
  return gatherer.finish();
}

/** Hidden glyphs in a row, hidden in the same way. */
interface Run {
  readonly glyphs: Glyph[];
  readonly by: HiddenBy;
}

class Gatherer {
  readonly #sheet: Sheet;
  readonly #lines: Line[] = [];
  #glyphs: Glyph[] = [];
  /** The first glyph in the line's usual size. */
  #main: Glyph | null = null;
  #hidden: HiddenRun[] = [];
  /** Hidden glyphs met since the last seen one. */
  #runs: Run[] = [];
  /** The glyphs of the page by their places, in steps of `AGAIN`. */
  readonly #drawn = new Map<number, Glyph>();

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  add(glyph: Glyph): void {
    if (glyph.hidden !== null) this.#hide(glyph, glyph.hidden);
    else if (glyph.text.trim() === '') this.#addSpace(glyph);
    else if (!this.#isAgain(glyph)) this.#show(glyph);
  }

  finish(): Line[] {
    this.#placeRuns(null);
    return this.#lines;
  }

  #show(glyph: Glyph): void {
    const last = this.#glyphs.at(-1);
    if (last !== undefined && this.#main !== null && continues(this.#main, last, glyph)) this.#keepRuns(this.#runs);
    else {
      this.#placeRuns(glyph);
      this.#keepRuns(this.#runs);
    }
    this.#runs = [];
    if (this.#main !== null && last !== undefined && isInitial(this.#main, last, glyph)) this.#main = glyph;
    if (this.#main === null || (glyph.size > this.#main.size && this.#main.size < SMALL * glyph.size))
      this.#main = glyph;
    this.#glyphs.push(glyph);
  }

  /** White space belongs to the line it stands on; it never begins one. */
  #addSpace(glyph: Glyph): void {
    const last = this.#glyphs.at(-1);
    const run = this.#runs.at(-1);
    if (run !== undefined) run.glyphs.push(glyph);
    else if (last !== undefined && this.#main !== null && continues(this.#main, last, glyph)) this.#glyphs.push(glyph);
  }

  #hide(glyph: Glyph, by: HiddenBy): void {
    const run = this.#runs.at(-1);
    if (run !== undefined && run.by === by) run.glyphs.push(glyph);
    else this.#runs.push({ glyphs: [glyph], by });
  }

  /** Hidden words behind what the line holds so far. */
  #keepRuns(runs: readonly Run[]): void {
    for (const { glyphs, by } of runs) {
      const text = hiddenText(glyphs);
      if (text !== '') this.#hidden.push({ after: this.#glyphs.length, text, by });
    }
  }

  /** At the end of a line: hidden words on its baseline are its own, those on the next one's wait, others are a line by themselves. */
  #placeRuns(next: Glyph | null): void {
    const own = this.#runs.findIndex((run) => !isLevel(this.#main, run.glyphs[0]!));
    this.#keepRuns(own < 0 ? this.#runs : this.#runs.slice(0, own));
    const rest = own < 0 ? [] : this.#runs.slice(own);
    const waiting = rest.findIndex((run) => isLevel(next, run.glyphs[0]!));
    this.#endLine();
    this.#keepRuns(waiting < 0 ? rest : rest.slice(0, waiting));
    this.#endLine();
    this.#runs = waiting < 0 ? [] : rest.slice(waiting);
  }

  #endLine(): void {
    if (this.#glyphs.length > 0 || this.#hidden.length > 0) {
      this.#lines.push(this.#glyphs.length > 0 ? lineOf(this.#glyphs, this.#hidden, this.#sheet) : this.#emptyLine());
    }
    this.#glyphs = [];
    this.#hidden = [];
    this.#main = null;
  }

  /** A line of nothing but hidden words. */
  #emptyLine(): Line {
    return {
      page: this.#sheet.page,
      text: '',
      start: 0,
      end: 0,
      baseline: 0,
      height: 0,
      ux: 1,
      uy: 0,
      size: 0,
      artifact: false,
      annotation: false,
      raised: false,
      strong: [],
      doubts: [],
      covered: [],
      hidden: this.#hidden.map(({ text, by }) => ({ text, by, offset: 0 })),
    };
  }

  /** Whether the same glyph stands at this place already. */
  #isAgain(glyph: Glyph): boolean {
    const step = Math.max(0.01, AGAIN * glyph.size);
    const [column, row] = [Math.round(glyph.x / step), Math.round(glyph.y / step)];
    // Beyond the safe integers counting on gets nowhere, and no two places can be told apart.
    if (!Number.isSafeInteger(column) || !Number.isSafeInteger(row)) return false;
    for (let x = column - 1; x <= column + 1; x++) {
      for (let y = row - 1; y <= row + 1; y++) {
        const other = this.#drawn.get(y * ROW + x);
        if (other !== undefined && other.text === glyph.text && Math.abs(other.size - glyph.size) < step) return true;
      }
    }
    this.#drawn.set(row * ROW + column, glyph);
    return false;
  }
}

/** Whether a glyph goes on with the line whose usual size is `main`'s and whose last glyph is `last`. */
function continues(main: Glyph, last: Glyph, glyph: Glyph): boolean {
  if (glyph.ux * main.ux + glyph.uy * main.uy < 0.99) return false;
  const size = Math.max(main.size, glyph.size);
  const gap = along(glyph, glyph.x, glyph.y) - along(glyph, last.endX, last.endY);
  const off = Math.abs(across(main, glyph.x, glyph.y) - across(main, main.x, main.y));
  if (glyph.font.vertical)
    return Math.abs(glyph.x - last.endX) < SAME * size && Math.abs(glyph.y - last.endY) < 2 * size;
  if (off <= SAME * Math.min(main.size, glyph.size))
    return gap > -BACK * size || isRightToLeft(glyph) || isRightToLeft(last);
  const near = gap > -0.7 * size && gap < size;
  if (near && (isAccent(glyph.text) || isAccent(last.text)) && off <= ACCENT_OFF * size) return true;
  if (near && off <= OFF * size && Math.min(main.size, glyph.size) < SMALL * size) return true;
  return near && gap < 0.4 * glyph.size && isInitial(main, last, glyph);
}

/** Whether two glyphs stand on one baseline. */
function isLevel(one: Glyph | null, other: Glyph): boolean {
  if (one === null) return false;
  return Math.abs(across(one, other.x, other.y) - across(one, one.x, one.y)) <= SAME * one.size;
}

/** A large initial with the rest of its word beside it. */
function isInitial(main: Glyph, last: Glyph, glyph: Glyph): boolean {
  if (main !== last || main.size < DROPPED * glyph.size || !/^\p{Lu}$/u.test(main.text)) return false;
  const up = across(main, main.x, main.y) - across(main, glyph.x, glyph.y);
  return /^\p{Ll}/u.test(glyph.text) && up > 0 && up < main.size;
}

function isRightToLeft({ text }: Glyph): boolean {
  return /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u.test(text);
}

/** The words of hidden glyphs, which may stand anywhere: a change of baseline is a space. */
function hiddenText(glyphs: readonly Glyph[]): string {
  const pieces: string[] = [];
  let line: Glyph[] = [];
  for (const glyph of glyphs) {
    const last = line.at(-1);
    if (
      last !== undefined &&
      Math.abs(across(last, glyph.x, glyph.y) - across(last, last.x, last.y)) > SAME * last.size
    ) {
      pieces.push(textOf(line));
      line = [];
    }
    line.push(glyph);
  }
  pieces.push(textOf(line));
  return pieces.join(' ').replace(/\s+/gu, ' ').trim();
}
