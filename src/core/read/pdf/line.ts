/** A line of a page: glyphs on one baseline, with the text they make. */
import type { HiddenBy, Range } from '../document.ts';
import { combineAccents } from './accents.ts';
import { logicalOrder } from './bidi.ts';
import type { Glyph } from './drawn.ts';
import { type Item, spacedItems } from './spacing.ts';

/** Hidden words at an offset of a line. */
export interface HiddenWords {
  readonly offset: number;
  readonly text: string;
  readonly by: HiddenBy;
}

/** A stretch of a line with something to be said about it. */
export interface Remark extends Range {
  readonly detail: string;
}

export interface Line {
  /** Counted from 1. */
  readonly page: number;
  readonly text: string;
  /** Where it begins and ends along its direction, and the place of its baseline across it; in points. */
  readonly start: number;
  readonly end: number;
  readonly baseline: number;
  /** The baseline's place on the page as a share of its height, for upright text. */
  readonly height: number;
  /** The direction of the baseline. */
  readonly ux: number;
  readonly uy: number;
  /** The em of most of its letters, in points. */
  readonly size: number;
  readonly artifact: boolean;
  /** Words of an annotation, not of the page itself. */
  readonly annotation: boolean;
  /** Begins with a small raised sign, as a note does. */
  readonly raised: boolean;
  readonly strong: readonly Remark[];
  readonly doubts: readonly Remark[];
  readonly covered: readonly Remark[];
  readonly hidden: readonly HiddenWords[];
}

/** Hidden words found after so many glyphs of a line. */
export interface HiddenRun {
  readonly after: number;
  readonly text: string;
  readonly by: HiddenBy;
}

/** The page a line stands on. */
export interface Sheet {
  readonly page: number;
  readonly height: number;
}

/** Where a point of the page lies along and across the direction of a glyph. */
export function along(glyph: Glyph, x: number, y: number): number {
  return x * glyph.ux + y * glyph.uy;
}

export function across(glyph: Glyph, x: number, y: number): number {
  return y * glyph.ux - x * glyph.uy;
}

/** The text of some glyphs on one baseline. */
export function textOf(glyphs: readonly Glyph[]): string {
  return spell(itemsOf(glyphs)).text;
}

/** The line of `glyphs`, which are at least one. */
export function lineOf(glyphs: readonly Glyph[], hidden: readonly HiddenRun[], sheet: Sheet): Line {
  const items = itemsOf(glyphs);
  const { text, ends } = spell(items);
  const first = glyphs[0]!;
  const main = mainOf(glyphs);
  const { size } = main;
  const starts = glyphs.map((glyph) => along(glyph, glyph.x, glyph.y));
  const stops = glyphs.map((glyph) => along(glyph, glyph.endX, glyph.endY));
  return {
    page: sheet.page,
    text,
    start: starts.reduce((least, value) => Math.min(least, value), Infinity),
    end: stops.reduce((most, value) => Math.max(most, value), -Infinity),
    baseline: across(main, main.x, main.y),
    height: main.y / sheet.height,
    ux: first.ux,
    uy: first.uy,
    size,
    artifact: glyphs.every(({ ink }) => ink.artifact),
    annotation: glyphs.some(({ ink }) => ink.annotation >= 0),
    raised: first.size < 0.85 * size && across(first, first.x, first.y) < across(main, main.x, main.y) - 0.1 * size,
    strong: stretches(items, ends, text, (glyph) => (glyph.font.bold ? 'bold' : null)),
    doubts: stretches(items, ends, text, (glyph) => glyph.doubt),
    covered: stretches(items, ends, text, (glyph) => glyph.covered),
    hidden: placed(hidden, glyphs, items, ends),
  };
}

function itemsOf(glyphs: readonly Glyph[]): Item[] {
  return combineAccents(logicalOrder(glyphs, spacedItems));
}

/** The text of the items, with white space made single, and where each item ends in it. */
function spell(items: readonly Item[]): { readonly text: string; readonly ends: readonly number[] } {
  const pieces: string[] = [];
  let length = 0;
  let space = false;
  const ends = items.map((item) => {
    if (item.text === ' ') space = true;
    else {
      const piece = (space && length > 0 ? ' ' : '') + item.text;
      pieces.push(piece);
      length += piece.length;
      space = false;
    }
    return length;
  });
  return { text: pieces.join(''), ends };
}

/** The first glyph in the size in which most of the letters are set. */
function mainOf(glyphs: readonly Glyph[]): Glyph {
  const sizes = new Map<number, { readonly first: Glyph; letters: number }>();
  for (const glyph of glyphs) {
    const known = sizes.get(glyph.size);
    const letters = glyph.text.trim().length;
    if (known === undefined) sizes.set(glyph.size, { first: glyph, letters });
    else known.letters += letters;
  }
  return [...sizes.values()].reduce((best, one) => (one.letters > best.letters ? one : best)).first;
}

/** The stretches of the text for whose glyphs `say` says the same. */
function stretches(
  items: readonly Item[],
  ends: readonly number[],
  text: string,
  say: (glyph: Glyph) => string | null,
): Remark[] {
  const remarks: Remark[] = [];
  let open: Remark | null = null;
  items.forEach(({ glyph, text: piece }, i) => {
    if (glyph === null || piece === ' ') return;
    const detail = say(glyph);
    const end = ends[i]!;
    if (open !== null && detail === open.detail) open = { ...open, end };
    else {
      if (open !== null) remarks.push(open);
      open = detail === null ? null : { start: end - piece.length, end, detail };
    }
  });
  if (open !== null) remarks.push(open);
  return remarks.filter(({ start, end }) => text.slice(start, end).trim() !== '');
}

/** Hidden words at the end of the glyph they come behind. */
function placed(
  hidden: readonly HiddenRun[],
  glyphs: readonly Glyph[],
  items: readonly Item[],
  ends: readonly number[],
): HiddenWords[] {
  if (hidden.length === 0) return [];
  const endOf = new Map<Glyph | null, number>();
  items.forEach((item, i) => {
    endOf.set(item.glyph, ends[i]!);
    if (item.also !== null) endOf.set(item.also, ends[i]!);
  });
  let end = 0;
  const endBehind = glyphs.map((glyph) => {
    end = endOf.get(glyph) ?? end;
    return end;
  });
  return hidden.map(({ after, text, by }) => ({ text, by, offset: endBehind[after - 1] ?? 0 }));
}
