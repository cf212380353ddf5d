/**
 * Glyphs that are read as other letters than they show.
 *
 * A font may say that its glyph `g` is to be read as `n`: the page shows `gladly`, and every text extraction finds `not`.
 * Where the font names its glyphs, the names are held against what they are read as. Where it does not (most subsets do
 * not), nobody can tell without looking at the shapes, and the document says so.
 */
import type { Glyph } from './drawn.ts';
import { lettersOf } from './glyph-names.ts';

/** Fonts whose names of letters stand for pictures. */
const PICTURES = /dingbat|wingd|webd|symbol|emoji|icon|awesome/iu;
const WORD = /[\p{L}\p{N}]/u;

/** Marks the glyphs that are drawn otherwise than they are read, and those of which nobody can tell how they show. */
export function markDoubts(glyphs: readonly Glyph[]): void {
  for (const glyph of glyphs) {
    if (contradicts(glyph)) glyph.doubt = `glyph names of the font ${glyph.font.name}`;
    else if (glyph.ink.unsure !== null && WORD.test(glyph.text)) glyph.doubt ??= glyph.ink.unsure;
  }
}

function contradicts({ font, code, text }: Glyph): boolean {
  const name = font.names[code];
  if (typeof name !== 'string' || name === '' || font.type3 || PICTURES.test(font.name)) return false;
  const letters = lettersOf(name);
  if (letters === null || !WORD.test(letters)) return name === 'space' && WORD.test(text);
  return folded(letters) !== folded(text);
}

/** Letters without what is the same letter in another dress: case, compatibility forms, accents, invisible signs. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{Cf}\p{M}ı]/gu, (sign) => (sign === 'ı' ? 'i' : ''));
}
