/**
 * Puts accents that are drawn as signs of their own onto their letters.
 *
 * TeX's old fonts have no ü: the page draws `¨`, steps back and draws `u`. Read one by one that is `¨u`, another word.
 */
import type { Glyph } from './drawn.ts';
import type { Item } from './spacing.ts';

/** Spacing accents and the combining marks they stand for. */
const MARKS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  '\u00B4': '\u0301',
  '^': '\u0302',
  '\u02C6': '\u0302',
  '~': '\u0303',
  '\u02DC': '\u0303',
  '\u00AF': '\u0304',
  '\u02C9': '\u0304',
  '\u02D8': '\u0306',
  '\u02D9': '\u0307',
  '\u00A8': '\u0308',
  '\u02DA': '\u030A',
  '\u00B0': '\u030A',
  '\u02DD': '\u030B',
  '\u02C7': '\u030C',
  '\u00B8': '\u0327',
  '\u02DB': '\u0328',
};

/** Letters whose dot an accent takes the place of. */
const DOTLESS: Readonly<Record<string, string>> = { '\u0131': 'i', '\u0237': 'j' };

/** How far, in ems, an accent's middle may be from its letter's. */
const NEAR = 0.25;

/** Whether a glyph is an accent that may belong onto a letter. */
export function isAccent(text: string): boolean {
  return Object.hasOwn(MARKS, text);
}

/** The items, each accent that lies over a neighbouring letter joined with it. */
export function combineAccents(items: readonly Item[]): Item[] {
  if (!items.some(({ text }) => isAccent(text))) return [...items];
  const result: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const next = items[i + 1];
    const last = result.at(-1);
    if (isAccent(item.text) && next !== undefined && lies(item.glyph, next.glyph)) {
      result.push(joined(next, item));
      i += 1;
    } else if (isAccent(item.text) && last !== undefined && lies(item.glyph, last.glyph)) {
      result[result.length - 1] = joined(last, item);
    } else result.push(item);
  }
  return result;
}

function joined(letter: Item, accent: Item): Item {
  const base = DOTLESS[letter.text] ?? letter.text;
  return { text: (base + MARKS[accent.text]!).normalize('NFC'), glyph: letter.glyph, also: accent.glyph };
}

/** Whether the accent's middle is over the letter's. */
function lies(accent: Glyph | null, letter: Glyph | null): boolean {
  if (accent === null || letter === null || !/^\p{L}/u.test(letter.text)) return false;
  const middle = (glyph: Glyph): number =>
    ((glyph.x + glyph.endX) * letter.ux + (glyph.y + glyph.endY) * letter.uy) / 2;
  return Math.abs(middle(accent) - middle(letter)) < NEAR * letter.size;
}
