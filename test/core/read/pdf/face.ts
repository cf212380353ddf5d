/** Fonts for a given text: each letter gets a code of its own, as in the subsets that programs embed. */

/**
 * `differences`: a simple font that names its glyphs, and nothing else says what they mean. `mapped`: a simple font with a
 * ToUnicode map and names that say nothing. `composite`: a font with two bytes a letter and a ToUnicode map.
 */
export type FontKind = 'differences' | 'mapped' | 'composite';

export interface Face {
  /** The font's dictionary. */
  readonly font: string;
  /** The objects it refers to. */
  readonly objects: Readonly<Record<number, string | readonly [string, string]>>;
  /** The codes of a text, in hexadecimal digits. */
  readonly codesOf: (text: string) => string;
  /** How many glyphs a text takes. */
  readonly lengthOf: (text: string) => number;
}

const DESCRIPTOR =
  '<</Type/FontDescriptor/FontName/Ours/Flags 32/FontBBox[0 -200 500 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80/MissingWidth 500>>';
const LIGATURES = /ffi|fi|fl/gu;
const LIGATURE: Readonly<Record<string, string>> = { ffi: '\uFB03', fi: '\uFB01', fl: '\uFB02' };
const NAMES: Readonly<Record<string, string>> = { ' ': 'space', '\uFB03': 'f_f_i', '\uFB01': 'fi', '\uFB02': 'fl' };
/** The first code of a simple font: the space. */
const FIRST = 32;

/** A font for the words; `ligatures` draws `fi` as one glyph. */
export function faceOf(kind: FontKind, words: readonly { readonly text: string }[], ligatures: boolean): Face {
  const glyphsOf = (text: string): string[] =>
    Array.from(ligatures ? text.replace(LIGATURES, (letters) => LIGATURE[letters]!) : text);
  const alphabet = [...new Set([' ', '-', ...words.flatMap(({ text }) => glyphsOf(text))])];
  const digits = kind === 'composite' ? 4 : 2;
  const codes = new Map(alphabet.map((letter, i) => [letter, hex(FIRST + i, digits)]));
  return {
    ...FONTS[kind](alphabet, [...codes.values()]),
    codesOf: (text) =>
      glyphsOf(text)
        .map((letter) => codes.get(letter)!)
        .join(''),
    lengthOf: (text) => glyphsOf(text).length,
  };
}

type Dictionaries = Pick<Face, 'font' | 'objects'>;

const FONTS: Readonly<Record<FontKind, (alphabet: readonly string[], codes: readonly string[]) => Dictionaries>> = {
  differences: (alphabet) => ({
    font: simple(alphabet.map((letter) => `/${NAMES[letter] ?? `uni${hex(letter.codePointAt(0)!, 4)}`}`)),
    objects: { 190: DESCRIPTOR },
  }),
  mapped: (alphabet, codes) => ({
    font: simple(
      alphabet.map((_, i) => `/g${i}`),
      '/ToUnicode 191 0 R',
    ),
    objects: { 190: DESCRIPTOR, 191: ['', toUnicode(alphabet, codes)] },
  }),
  composite: (alphabet, codes) => ({
    font: '<</Type/Font/Subtype/Type0/BaseFont/Ours/Encoding/Identity-H/DescendantFonts[192 0 R]/ToUnicode 191 0 R>>',
    objects: {
      190: DESCRIPTOR,
      191: ['', toUnicode(alphabet, codes)],
      192: '<</Type/Font/Subtype/CIDFontType2/BaseFont/Ours/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 190 0 R/DW 500>>',
    },
  }),
};

function simple(names: readonly string[], more = ''): string {
  const widths = '500 '.repeat(names.length);
  const encoding = `<</Type/Encoding/Differences[${FIRST} ${names.join('')}]>>`;
  return `<</Type/Font/Subtype/TrueType/BaseFont/Ours/FirstChar ${FIRST}/LastChar ${FIRST + names.length - 1}/Widths[${widths}]/FontDescriptor 190 0 R/Encoding${encoding}${more}>>`;
}

/** What each code is to be read as; ligatures as their letters. */
function toUnicode(alphabet: readonly string[], codes: readonly string[]): string {
  const rows = alphabet.map(
    (letter, i) => `<${codes[i]!}><${utf16(/[\uFB00-\uFB04]/u.test(letter) ? letter.normalize('NFKC') : letter)}>`,
  );
  const width = codes[0]!.length;
  const space = `1 begincodespacerange <${'0'.repeat(width)}><${'F'.repeat(width)}> endcodespacerange`;
  const blocks = Array.from({ length: Math.ceil(rows.length / 100) }, (_, i) => rows.slice(i * 100, (i + 1) * 100));
  return `begincmap ${space}\n${blocks.map((block) => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`).join('\n')}\nendcmap`;
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i), 4)).join('');
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
