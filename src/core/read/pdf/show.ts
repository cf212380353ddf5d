/** Places the glyphs of a text-showing operator on the page (ISO 32000-1, 9.4.4). */
import { Refusal } from '../../refusal.ts';
import { type Glyph, glyphBox, type Ink } from './drawn.ts';
import type { Font } from './font.ts';
import { type Matrix, multiply, transform } from './geometry.ts';
import { field, list, text } from './given.ts';
import { lettersOf } from './glyph-names.ts';
import type { State } from './state.ts';
import type { Walk } from './walk.ts';

/** The rendering mode of recognised text under a scan. */
const INVISIBLE = 3;
/** What shows nothing: blanks and signs without ink. A soft hyphen shows where a line breaks at it. */
const NOTHING = /^(?:(?!\u00AD)[\s\p{Default_Ignorable_Code_Point}])*$/u;
const WORD = /[\p{L}\p{N}]/u;

/** What pdf.js says of one glyph. */
interface Shown {
  readonly unicode: string;
  readonly code: number;
  readonly width: number;
  readonly space: boolean;
  readonly blank: boolean;
}

/** Shows an array of glyphs and adjustments, and moves the text position on. */
export function showText(walk: Walk, glyphs: readonly unknown[]): void {
  if (walk.owner === 'page') walk.texts++;
  const { state } = walk;
  const { font } = state;
  if (font === null) return;
  // Such a font gives the gaps between its glyphs alone, so that its words would be missing from the text and nobody told.
  if (font.unknown && glyphs.every((item) => typeof item === 'number') && state.mode !== INVISIBLE)
    throw new Refusal('unknown-encoding', 'letters in a font that cannot be read');
  const ink = walk.ink();
  for (const item of glyphs) {
    if (typeof item === 'number') advance(state, font, (-item / 1000) * state.size);
    else showGlyph(walk, font, ink, shownOf(item, font));
  }
}

function showGlyph(walk: Walk, font: Font, ink: Ink, shown: Shown): void {
  const { state, drawn } = walk;
  const matrix = multiply([state.scale, 0, 0, 1, 0, state.rise], multiply(state.text, state.ctm));
  const width = shown.width * font.unit * state.size;
  const start = transform(matrix, 0, 0);
  const end = font.vertical ? transform(matrix, 0, width) : transform(matrix, width, 0);
  const em = Math.abs(state.size) * font.em;
  const [ux, uy] = direction(matrix, state.size);
  const glyph: Glyph = {
    text: shown.unicode,
    code: shown.code,
    font,
    ink,
    x: start.x,
    y: start.y,
    endX: end.x,
    endY: end.y,
    ux,
    uy,
    size: em * Math.hypot(matrix[2], matrix[3]),
    smallest: em * Math.min(Math.hypot(matrix[0], matrix[1]), Math.hypot(matrix[2], matrix[3])),
    blank: shown.blank,
    order: walk.next(),
    hidden: null,
    doubt: null,
    covered: null,
  };
  drawn.glyphs.push(glyph);
  if (state.mode >= 4) walk.clipLetter(glyphBox(glyph));
  advance(state, font, width + state.charSpacing + (shown.space ? state.wordSpacing : 0));
}

/** The unit vector in which the baseline runs. */
function direction(matrix: Matrix, size: number): readonly [number, number] {
  const length = Math.hypot(matrix[0], matrix[1]);
  if (length === 0) return [1, 0];
  const sign = size < 0 ? -1 : 1;
  return [(sign * matrix[0]) / length, (sign * matrix[1]) / length];
}

function advance(state: State, font: Font, by: number): void {
  const [x, y] = font.vertical ? [0, by] : [by * state.scale, 0];
  state.text = multiply([1, 0, 0, 1, x, y], state.text);
}

/** In vertical writing the displacement is downwards, and kept beside the width (ISO 32000-1, 9.7.4.3). */
function shownOf(item: unknown, font: Font): Shown {
  const read = text(field(item, 'unicode'));
  const code = Number(field(item, 'originalCharCode'));
  const inked = font.isInked(item);
  return {
    unicode: NOTHING.test(read) && (namesLetter(font, code) ?? inked) === true ? '\uFFFD' : read,
    code,
    width: Number(font.vertical ? list(field(item, 'vmetric'))[0] : field(item, 'width')),
    space: field(item, 'isSpace') === true,
    blank: inked === false && WORD.test(read),
  };
}

/**
 * Whether a simple font calls the glyph of a code a letter or a digit; `null` where the name says nothing. A code called a
 * space may have no glyph of its own, and then has the outline of what is missing.
 */
function namesLetter({ names, type3 }: Font, code: number): boolean | null {
  const name = names[code];
  if (typeof name !== 'string' || type3) return null;
  if (/^(?:nb|nonbreaking)?space$/u.test(name)) return false;
  const letters = lettersOf(name);
  return letters === null ? null : WORD.test(letters);
}
