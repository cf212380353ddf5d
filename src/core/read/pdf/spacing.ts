/**
 * Decides where the spaces are: many producers draw none, and move on instead.
 *
 * A gap of an eighth of an em is a space, a smaller one is kerning. In a letterspaced heading (`C H A P T E R  O N E`) every
 * gap is wider than that, so there a space is a gap clearly wider than the line's usual one.
 */
import { isAccent } from './accents.ts';
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
/** A gap that does not show, in ems. */
const NO_GAP = 0.04;
/** Fewer gaps than these tell nothing of what is usual. */
const FEW = 4;

const SPACE_ITEM: Item = { text: ' ', glyph: null, also: null };

/** A glyph that shows something, and what comes before it. */
interface Shown {
  readonly glyph: Glyph;
  readonly previous: Glyph | null;
  /** A space is drawn between the two. */
  readonly spaced: boolean;
  /** The gap between the two, in ems. */
  readonly gap: number;
}

/** The glyphs, in their given order, with spaces where the gaps are. */
export function spacedItems(glyphs: readonly Glyph[]): Item[] {
  const shown = shownOf(glyphs);
  const space = narrowestSpace(shown.filter(({ spaced }) => !spaced).map(({ gap }) => gap));
  return shown.flatMap((one): Item[] => {
    const item = { text: readable(one.glyph), glyph: one.glyph, also: null };
    return isSpaced(one, space) ? [SPACE_ITEM, item] : [item];
  });
}

function shownOf(glyphs: readonly Glyph[]): Shown[] {
  const shown: Shown[] = [];
  let spaced = false;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '' && glyph.text !== '') spaced = true;
    else {
      shown.push({ glyph, previous: shown.at(-1)?.glyph ?? null, spaced, gap: gapBefore(shown, glyph) });
      spaced = false;
    }
  }
  return shown;
}

/**
 * What counts is what shows. A space that is drawn and then stepped back over is none: a soft hyphen that is not needed comes
 * as such a space from some browsers, and `Groß va ter` would be another word.
 */
function isSpaced({ glyph, previous, spaced, gap }: Shown, space: number): boolean {
  if (previous === null) return false;
  if (spaced) return Math.abs(gap) > NO_GAP;
  return gap > space || stepsOut(previous, glyph);
}

/** The gap before a glyph in ems; behind an accent drawn over its letter it is that behind the letter. */
function gapBefore(shown: readonly Shown[], glyph: Glyph): number {
  const [last, before] = [shown.at(-1), shown.at(-2)];
  if (last === undefined) return 0;
  const gap = gapBetween(last.glyph, glyph);
  return before !== undefined && isAccent(last.glyph.text) ? Math.min(gap, gapBetween(before.glyph, glyph)) : gap;
}

/** The gap between two neighbours in ems. */
function gapBetween(previous: Glyph, glyph: Glyph): number {
  const size = Math.max(previous.size, glyph.size);
  if (size === 0) return 0;
  if (glyph.font.vertical) return Math.abs(glyph.y - previous.endY) / size;
  return ((glyph.x - previous.endX) * glyph.ux + (glyph.y - previous.endY) * glyph.uy) / size;
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

/** The glyph's text as it is seen: a drawn soft hyphen as a hyphen, a code without a meaning as U+FFFD. */
function readable(glyph: Glyph): string {
  const { text } = glyph;
  if (text === '\u00AD' && (glyph.endX !== glyph.x || glyph.endY !== glyph.y)) return '-';
  return text.replace(/[\u0000-\u001F\u007F-\u009F]/gu, '\uFFFD');
}
