/** Glyphs whose name in the font says another letter than the one they are read as. */
import type { Glyph } from './drawn.ts';

/** Marks the glyphs that are drawn otherwise than they are read. */
export function markDoubts(glyphs: readonly Glyph[]): void {
  void glyphs;
}
