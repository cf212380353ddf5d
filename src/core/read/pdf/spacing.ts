/**
 * Decides where the spaces are: many producers draw none, and move on instead.
 *
 * A gap of a sixth of an em is a space, a smaller one is kerning. In a letterspaced heading (`C H A P T E R  O N E`) every
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

/** The narrowest space, in ems. */
const SPACE = 0.17;
/** Gaps from here on, in ems, make a line letterspaced if most of its gaps are so wide. */
const SPACED_OUT = 0.1;
/** The share of a line's gaps that must be wide. */
const MOST = 0.6;
/** Fewer gaps than these tell nothing. */
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

function narrowestSpace(gaps: readonly number[]): number {
  const known = gaps.filter((gap) => gap !== 0).sort((a, b) => a - b);
  const wide = known.filter((gap) => gap >= SPACED_OUT).length;
  if (known.length < FEW || wide < MOST * gaps.length) return SPACE;
  return Math.max(SPACE, 1.6 * known[Math.floor(known.length * 0.4)]!);
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
