/** Characters of symbol fonts by what they look like: `w:sym` gives them as numbers of the font. */

/** The Symbol font from 0x20 and from 0xA0, by its published encoding (Adobe, Symbol to Unicode). */
const SYMBOL_LOW = ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼';
const SYMBOL_HIGH =
  '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\u{f8ff}⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭';

const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x4a, '☺'],
  [0x4b, '😐'],
  [0x4c, '☹'],
  [0x6c, '●'],
  [0x6e, '■'],
  [0x76, '❖'],
  [0xa7, '▪'],
  [0xa8, '◻'],
  [0xd8, '➢'],
  [0xdf, '←'],
  [0xe0, '→'],
  [0xe1, '↑'],
  [0xe2, '↓'],
  [0xe8, '➔'],
  [0xfb, '✘'],
  [0xfc, '✔'],
]);

const SYMBOL_FONT = /^(symbol|wingdings|webdings|zapf ?dingbats|mt extra|marlett|bookshelf symbol)/i;

/** Whether letters set in this font show as something else. */
export function isSymbolFont(font: string): boolean {
  return SYMBOL_FONT.test(font);
}

/** What character number `code` of `font` shows; a private-use character when that is not known. */
export function symbol(font: string, code: number): string {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^symbol$/i.test(font)) return SYMBOL_LOW[low - 0x20] ?? SYMBOL_HIGH[low - 0xa0] ?? privateUse(low);
  if (/^wingdings$/i.test(font)) return WINGDINGS.get(low) ?? privateUse(low);
  if (isSymbolFont(font) || low !== code) return privateUse(low);
  return Number.isInteger(code) && code > 0x1f && code < 0xd800 ? String.fromCharCode(code) : '\ufffd';
}

function privateUse(low: number): string {
  return low >= 0 && low <= 0xff ? String.fromCharCode(0xf000 + low) : '\ufffd';
}
