/**
 * Decides where the spaces are: many producers draw none, and move on instead.
 *
 * A gap of an eighth of an em is a space, a smaller one is kerning. In a letterspaced heading (`C H A P T E R  O N E`) every
 * gap is wider than that, so there a space is a gap clearly wider than the line's usual one.
 */
import type { Glyph } from './drawn.ts';

/** A piece of a line: a glyph's text, or a space that no glyph draws. */
export interface Item {
  readonly text: string;
  readonly glyph: Glyph | null;
  /** Another glyph that went into the same text (an accent). */
  readonly also: Glyph | null;
}

/** The narrowest space, in ems: in a tight line of Times set by TeX a space shrinks to 0.166. */
const SPACE = 0.12;
/** In a letterspaced line, a space is also this many times wider than a usual gap. */
const WIDER = 1.5;
/** Fewer gaps than these tell nothing of what is usual. */
const FEW = 4;

const SPACE_ITEM: Item = { text: ' ', glyph: null, also: null };

/** The glyphs, in their given order, with spaces where the gaps are. */
export function spacedItems(glyphs: readonly Glyph[]): Item[] {
  const gaps = glyphs.map((glyph, i) => gapBetween(glyphs[i - 1], glyph));
  const space = narrowestSpace(gaps);
  const items: Item[] = [];
  glyphs.forEach((glyph, i) => {
    const previous = glyphs[i - 1];
    if (previous !== undefined && (gaps[i]! > space || stepsOut(previous, glyph))) items.push(SPACE_ITEM);
    items.push({ text: readable(glyph), glyph, also: null });
  });
  return items;
}

/** The gap between two neighbours in ems; 0 beside a drawn space. */
function gapBetween(previous: Glyph | undefined, glyph: Glyph): number {
  if (previous === undefined || isSpace(previous.text) || isSpace(glyph.text)) return 0;
  const size = Math.max(previous.size, glyph.size);
  if (size === 0) return 0;
  const gap = (glyph.x - previous.endX) * glyph.ux + (glyph.y - previous.endY) * glyph.uy;
  if (!glyph.font.vertical) return gap / size;
  return Math.abs(glyph.y - previous.endY) / size;
}

/** The gap from which on it is a space, given all gaps of a line. */
function narrowestSpace(gaps: readonly number[]): number {
  if (gaps.length <= FEW) return SPACE;
  const usual = [...gaps].sort((one, other) => one - other)[Math.floor(gaps.length / 2)]!;
  return Math.max(SPACE, usual + SPACE, WIDER * usual);
}

/** Small raised digits and signs are tokens of their own; raised letters belong to their word (`1st`). */
function stepsOut(previous: Glyph, glyph: Glyph): boolean {
  const up = (glyph.y - previous.y) * glyph.ux - (glyph.x - previous.x) * glyph.uy;
  const raised = glyph.size < 0.85 * previous.size && up < -0.15 * previous.size;
  const lowered = previous.size < 0.85 * glyph.size && up > 0.15 * glyph.size;
  if (raised) return /[\p{L}\p{M}\p{N}]/u.test(previous.text) && /[^\p{L}\p{M}\s]/u.test(glyph.text);
  return lowered && /[\p{L}\p{M}\p{N}]/u.test(glyph.text) && /[^\p{L}\p{M}\s]/u.test(previous.text);
}

/** The glyph's text as it is seen: white space as a space, a drawn soft hyphen as a hyphen, a code without a meaning as U+FFFD. */
function readable(glyph: Glyph): string {
  const { text } = glyph;
  if (isSpace(text)) return ' ';
  if (text === '\u00AD' && (glyph.endX !== glyph.x || glyph.endY !== glyph.y)) return '-';
  return text.replace(/[\u0000-\u001F\u007F-\u009F]/gu, '\uFFFD');
}

function isSpace(text: string): boolean {
  return text !== '' && /^\s+$/u.test(text);
}
