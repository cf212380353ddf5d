/** Ways to keep a word of a PDF from the eye, to give another in its stead, and to show one that cannot be read. */
import { type Apart, type MakeForm, type Means, SIZE } from '../read/pdf/typeset.ts';

/** Draws a word in a certain way; `Lie`, `Blank` and the other names stand for what `MEANS` holds. */
export type Way = (word: Apart, form: MakeForm) => string;

/** A little more than the place a word takes up, as the operands of `re`. */
function placeOf({ x, y, width }: Apart): string {
  return `${x - 1} ${y - 3} ${width + 2} ${SIZE + 2}`;
}

/** Paint of some kind over the word's place. */
const under =
  (paint: string): Way =>
  (word) =>
    `${word.show} q ${placeOf(word)} re W n ${paint} Q`;

/** A unit square laid over the word's place. */
const underSquare =
  (paint: string): Way =>
  (word) =>
    `${word.show} q ${word.width + 2} 0 0 ${SIZE + 2} ${word.x - 1} ${word.y - 3} cm ${paint} Q`;

const after =
  (state: string): Way =>
  ({ show }) =>
    `q ${state} ${show} Q`;

const written =
  (operators: (word: Apart) => string): Way =>
  (word) =>
    `q BT ${operators(word)} ET Q`;

const ALL = '0 0 400 400 re f';

/** The word is in the file, and not to be seen. */
export const HIDING: Readonly<Record<string, Way>> = {
  'render mode 3': after('3 Tr'),
  'render mode 7': after('7 Tr'),
  'white ink': after('1 g'),
  'nearly white ink': after('0.96 g'),
  'white ink of a named space': after('/Lab cs 100 0 0 sc'),
  'a white outline': after('1 Tr 1 G'),
  'a white outline over the letters': after('2 Tr 1 G 4 w'),
  'no alpha': after('/Clear gs'),
  'no alpha for the group around it': ({ show }, form) =>
    `q /Clear gs ${form(show, '/BBox[0 0 400 400]/Group<</S/Transparency>>')} Q`,
  'black that lightens': after('/Screen gs 0 g'),
  'white that darkens': after('/Multiply gs 1 g'),
  'ink that is a white shading': after('/Pattern cs /Shading scn'),
  'white ink on a white picture': (word, form) =>
    `${underSquare('/Picture Do')({ ...word, show: '' }, form)} ${after('1 g')(word, form)}`,
  'white ink on a white shading': (word, form) =>
    `${under('/Whitish sh')({ ...word, show: '' }, form)} ${after('1 g')(word, form)}`,
  'black on black': (word) => `0 g ${placeOf(word)} re f ${word.show}`,
  'paint over it': under(`1 g ${ALL}`),
  'a thick line over it': ({ show, x, y, width }) =>
    `${show} q 1 G 14 w ${x - 1} ${y + 3} m ${x + width + 1} ${y + 3} l S Q`,
  'a picture over it': underSquare('/Picture Do'),
  'an inline picture over it': underSquare('BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI'),
  'a stencil over it': underSquare('1 g BI /W 1 /H 1 /IM true /BPC 1 ID \x00 EI'),
  'a shading over it': under('/Whitish sh'),
  'a form over it': (word, form) => under(form(`1 g ${ALL}`))(word, form),
  'a group over it': (word, form) =>
    under(form(`1 g ${ALL}`, '/BBox[0 0 400 400]/Group<</S/Transparency>>'))(word, form),
  'a pattern over it': under(`/Pattern cs /White scn ${ALL}`),
  'a size of nothing': written(({ codes, x, y }) => `/T 0.05 Tf ${x} ${y} Td ${codes} Tj`),
  'a matrix of nothing': written(({ codes, x, y }) => `/T 10 Tf 0.01 0 0 0.01 ${x} ${y} Tm ${codes} Tj`),
  'a scale of nothing': written(({ codes, x, y }) => `/T 10 Tf 0.2 Tz ${x} ${y} Td ${codes} Tj`),
  'a clip beside it': after('0 0 1 1 re W n'),
  'two clips that leave nothing': after(`0 0 400 400 re W n 0 0 1 1 re W n`),
  'a clip of letters beside it': after('BT /F1 10 Tf 7 Tr 5 5 Td (x) Tj ET 0 Tr'),
  'the box of a form': ({ show }, form) => form(show, '/BBox[0 0 1 1]'),
  'a place beside the page': written(({ codes, y }) => `/T 10 Tf 900 ${y} Td ${codes} Tj`),
  'a place above the page': written(({ codes, x }) => `/T 10 Tf ${x} 900 Td ${codes} Tj`),
  'a rise off the page': written(({ codes, x, y }) => `/T 10 Tf ${x} ${y} Td 900 Ts ${codes} Tj`),
  'a layer that is off': ({ show }) => `/OC /Off BDC ${show} EMC`,
  'a layer that is off around others': ({ show }) => `/OC /Off BDC /Span BMC /OC /On BDC ${show} EMC EMC EMC`,
  'a membership of layers': ({ show }) => `/OC /Neither BDC ${show} EMC`,
  'a form on a layer that is off': ({ show }, form) => form(show, '/BBox[0 0 400 400]/OC 101 0 R'),
  'letters without ink': written(({ codes, x, y }) => `/Blank 10 Tf ${x} ${y} Td ${codes} Tj`),
};

/** Whether the word is to be seen cannot be told without drawing it. */
export const VEILING: Readonly<Record<string, Way>> = {
  'a soft mask': after('/Masked gs'),
  'a pattern of nothing': after('/Pattern cs /Nothing scn'),
  'a white pattern': after('/Pattern cs /White scn'),
  'an outline that is a pattern': after('1 Tr /Pattern CS /Nothing SCN'),
};

const marked = (list: string, content: string): string => `/Span ${list} BDC ${content} EMC`;
const NEVER = '<</ActualText (never)>>';

/** The word is seen, and whoever copies it or has it read aloud gets another. */
export const CONTRADICTING: Readonly<Record<string, Way>> = {
  'an actual text': ({ show }) => marked(NEVER, show),
  'an actual text of nothing': ({ show }) => marked('<</ActualText ()>>', show),
  'an actual text of the resources': ({ show }) => marked('/Never', show),
  'an actual text around a form': ({ show }, form) => marked(NEVER, form(show)),
  'glyphs of other names': written(({ codes, x, y }) => `/Lie 10 Tf ${x} ${y} Td ${codes} Tj`),
};

/** The word is seen, and is no text of the page. */
export const SHOWING: Readonly<Record<string, Way>> = {
  'a pattern': (word) => `q /Pattern cs /Words scn ${placeOf(word)} re f Q`,
};

const SPACE = '[/Lab<</WhitePoint[0.95 1 1.09]/Range[-100 100 -100 100]>>]';
const WHITE_SHADING =
  '<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 400 0]/Extend[true true]/Function<</FunctionType 2/Domain[0 1]/C0[1]/C1[1]/N 1>>>>';
const TILE = '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 400 400]/XStep 400/YStep 400';
const GREY = '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8';

/** What the ways name; the fonts `Lie` and `Blank` have the codes of a font of the kind `mapped`. */
export const MEANS: Means = {
  xobjects: { Picture: 110 },
  resources: `/ColorSpace<</Lab ${SPACE}>>/Shading<</Whitish ${WHITE_SHADING}>>/Pattern<</Nothing 111 0 R/White 112 0 R/Words 113 0 R/Shading<</PatternType 2/Shading ${WHITE_SHADING}>>>>/Properties<</Off 101 0 R/On 102 0 R/Neither 103 0 R/Never 104 0 R>>/ExtGState<</Clear<</ca 0/CA 0>>/Screen<</BM/Screen>>/Multiply<</BM/Multiply>>/Masked<</SMask<</S/Luminosity/G 114 0 R>>>>>>`,
  catalog: '/OCProperties<</OCGs[101 0 R 102 0 R]/D<</OFF[101 0 R]>>>>',
  fonts: {
    Lie: `<</Type/Font/Subtype/TrueType/BaseFont/Lie/FirstChar 32/LastChar 255/Widths[${'500 '.repeat(224)}]/FontDescriptor 190 0 R/Encoding<</Type/Encoding/Differences[32 ${'/x '.repeat(224)}]>>/ToUnicode 191 0 R>>`,
    Blank: `<</Type/Font/Subtype/Type3/FontBBox[0 0 500 800]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 32/LastChar 255/Widths[${'500 '.repeat(224)}]/Encoding<</Type/Encoding/Differences[32 ${'/x '.repeat(224)}]>>/CharProcs<</x 115 0 R>>/ToUnicode 191 0 R>>`,
  },
  objects: {
    101: '<</Type/OCG/Name(off)>>',
    102: '<</Type/OCG/Name(on)>>',
    103: '<</Type/OCMD/OCGs[101 0 R]/P/AllOn>>',
    104: NEVER,
    110: [GREY, '\xff'],
    111: [`${TILE}/Resources<<>>`, ''],
    112: [`${TILE}/Resources<<>>`, `1 g ${ALL}`],
    113: [
      `${TILE}/Resources<</Font<</F1 3 0 R>>>>`,
      Array.from({ length: 40 }, (_, i) => `BT /F1 9 Tf 0 ${10 * i} Td (never never never never never) Tj ET`).join(
        ' ',
      ),
    ],
    114: ['/Type/XObject/Subtype/Form/BBox[0 0 400 400]/Group<</S/Transparency/CS/DeviceGray>>', `0 g ${ALL}`],
    115: ['', '500 0 d0'],
  },
};
