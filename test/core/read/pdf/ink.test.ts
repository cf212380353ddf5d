/** What a word is inked with, what lies under it and what lies over it decide whether it is seen (ISO 32000-1, 8 and 11). */
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../../src/core/read/document.ts';
import { readPdf } from '../../../../src/core/read/pdf/index.ts';
import { buildPdf, lines, type Parts } from './build.ts';

type Means = Omit<Parts, 'pages'>;
type Row = [what: string, content: string, means?: Means];

/** A sentence with a word in the middle that is drawn by `trick`, between x = 41.7 and x = 55.6 on the baseline y = 200. */
function sentence(trick: string): string {
  return `BT /F1 10 Tf 20 200 Td (I did ) Tj ${trick} (sign it.) Tj ET`;
}
const NOT = '(not ) Tj';
const PLAIN = sentence(NOT);
/** The place of the word as a rectangle, and as the unit square of pictures. */
const PLACE = '40 194 18 14 re';
const SQUARE = '18 0 0 14 40 194 cm';
/** The same three stretches of the sentence, the middle one by itself. */
const apart = (word: string): string =>
  `BT /F1 10 Tf 20 200 Td (I did ) Tj ET ${word} BT /F1 10 Tf 58.36 200 Td (sign it.) Tj ET`;
/** So far that twice as far is no number. */
const FAR = `1${'0'.repeat(200)}`;
const WORD = 'BT /F1 10 Tf 41.68 200 Td (not ) Tj ET';

async function read(content: string, means: Means = {}): Promise<Document> {
  return readPdf(buildPdf({ ...means, pages: [content] }));
}

/** The seen words; the hidden ones with what hides them; the doubtful ones with what is doubtful about them. */
async function look(content: string, means: Means = {}): Promise<readonly string[]> {
  const { blocks, hidden, caveats } = await read(content, means);
  return [
    blocks.map(({ text }) => text).join(' | '),
    ...hidden.map(({ text, by }) => `${text}: ${by}`),
    ...caveats.map(({ detail, at }) =>
      at === null ? detail : `${blocks[at.block]?.text.slice(at.start, at.end)}: ${detail}`,
    ),
  ];
}

const SEEN = ['I did not sign it.'];
const hiddenBy = (by: string): readonly string[] => ['I did sign it.', `not: ${by}`];
const doubtful = (why: string): readonly string[] => ['I did not sign it.', `not: ${why}`];
const state = (entries: string): Means => ({
  resources: `/ExtGState<</S<<${entries}>>/N<</BM/Normal/ca 1/CA 1/SMask/None>>>>`,
});

describe('letters mixed with their ground', () => {
  /** Greys from 0, black, to 1, white. What shows is the formula of the mode in ISO 32000-1, 11.3.5, told in each row. */
  test.each<[mode: string, ground: number, ink: number, 'seen' | 'hidden', why: string]>([
    ['Normal', 1, 0, 'seen', 'black on white'],
    ['Multiply', 1, 0, 'seen', '1 · 0'],
    ['Multiply', 0.5, 1, 'hidden', '0.5 · 1'],
    ['Screen', 1, 0, 'hidden', '1 + 0 − 1 · 0'],
    ['Screen', 0.5, 1, 'seen', '0.5 + 1 − 0.5 · 1'],
    ['Overlay', 1, 0, 'hidden', '1 − 2 · 0 · 1'],
    ['Overlay', 0.25, 0, 'seen', '2 · 0.25 · 0'],
    ['HardLight', 1, 0, 'seen', '2 · 1 · 0'],
    ['HardLight', 1, 0.75, 'hidden', '1 − 2 · 0 · 0.25'],
    ['SoftLight', 1, 0, 'hidden', '1 − 1 · 1 · 0'],
    ['SoftLight', 0.5, 0, 'seen', '0.5 − 0.5 · 0.5 = 0.25'],
    ['SoftLight', 1, 1, 'hidden', '1 + (√1 − 1)'],
    ['SoftLight', 0.5, 1, 'seen', '√0.5 = 0.71'],
    ['SoftLight', 0.1, 1, 'seen', '((16 · 0.1 − 12) · 0.1 + 4) · 0.1 = 0.3'],
    ['Darken', 0.5, 1, 'hidden', 'min(0.5, 1)'],
    ['Darken', 1, 0, 'seen', 'min(1, 0)'],
    ['Lighten', 1, 0, 'hidden', 'max(1, 0)'],
    ['Lighten', 0.5, 1, 'seen', 'max(0.5, 1)'],
    ['ColorDodge', 1, 0.5, 'hidden', 'min(1, 1 / 0.5)'],
    ['ColorDodge', 0, 1, 'hidden', '0 stays 0'],
    ['ColorDodge', 0.5, 1, 'seen', '1'],
    ['ColorDodge', 0.5, 0, 'hidden', '0.5 / 1'],
    ['ColorBurn', 1, 0, 'hidden', '1 stays 1'],
    ['ColorBurn', 0.5, 0, 'seen', '0'],
    ['ColorBurn', 0.5, 1, 'hidden', '1 − 0.5 / 1'],
    ['ColorBurn', 0.75, 0.5, 'seen', '1 − 0.25 / 0.5 = 0.5'],
    ['Difference', 1, 0, 'hidden', '|1 − 0|'],
    ['Difference', 1, 1, 'seen', '|1 − 1|'],
    ['Exclusion', 0.5, 1, 'hidden', '0.5 + 1 − 2 · 0.5 · 1'],
    ['Exclusion', 1, 1, 'seen', '1 + 1 − 2'],
    ['Hue', 1, 0, 'hidden', 'the lightness of the ground'],
    ['Saturation', 1, 0, 'hidden', 'the lightness of the ground'],
    ['Color', 1, 0, 'hidden', 'the lightness of the ground'],
    ['Luminosity', 1, 0, 'seen', 'the lightness of the ink'],
  ])('%s, on %d, of %d: %s', async (mode, ground, ink, expected) => {
    const content = `${ground} g ${PLACE} f 0 g ${sentence(`/S gs ${ink} g ${NOT} /N gs 0 g`)}`;
    expect(await look(content, state(`/BM/${mode}`))).toEqual(expected === 'seen' ? SEEN : hiddenBy('colour'));
  });

  test('a form is mixed as a whole', async () => {
    const form = (group: string): Means => ({
      resources: '/XObject<</X 100 0 R>>/ExtGState<</S<</BM/Screen>>>>',
      objects: {
        100: [
          `/Type/XObject/Subtype/Form/BBox[0 0 400 400]/Matrix[1 0 0 1 1 0]${group}/Resources<</Font<</F1 3 0 R>>>>`,
          WORD,
        ],
      },
    });
    expect(await look(apart('q /S gs /X Do Q'), form('/Group<</S/Transparency>>'))).toEqual(hiddenBy('colour'));
    expect(await look(apart('/X Do'), form('/Group<</S/Transparency>>'))).toEqual(SEEN);
    expect(await look(apart('/X Do'), form(''))).toEqual(SEEN);
  });
});

describe('letters and their outlines', () => {
  test.each<[what: string, trick: string, expected: readonly string[], means?: Means]>([
    ['white inside a thin black outline', `2 Tr 0.2 w 1 g ${NOT}`, SEEN],
    ['black inside a thin white outline', `2 Tr 0.2 w 1 G ${NOT}`, SEEN],
    ['white inside a thin white outline', `2 Tr 0.2 w 1 g 1 G ${NOT}`, hiddenBy('colour')],
    ['black under a broad white outline', `2 Tr 4 w 1 G ${NOT}`, hiddenBy('colour')],
    ['black under a broad white outline that is transparent', `/S gs 2 Tr 4 w 1 G ${NOT}`, SEEN, state('/CA 0.2')],
    ['an outline as broad as the state says', `/S gs 2 Tr 1 G ${NOT}`, hiddenBy('colour'), state('/LW 4')],
  ])('%s', async (_, trick, expected, means) => {
    expect(await look(sentence(`${trick} 0 Tr 1 w 0 g 0 G`), means)).toEqual(expected);
  });
});

describe('letters of odd sizes and places', () => {
  test.each<[what: string, content: string, expected: readonly string[]]>([
    ['no width at all', sentence(`0 Tz ${NOT} 100 Tz`), hiddenBy('size')],
    ['a size of nothing', sentence(`/F1 0 Tf ${NOT} /F1 10 Tf`), hiddenBy('size')],
    [
      'turned twice around, by its size and its matrix',
      sentence(`-1 0 0 -1 41.68 200 Tm /F1 -10 Tf ${NOT} 1 0 0 1 58.36 200 Tm /F1 10 Tf`),
      SEEN,
    ],
    [
      'a size that is no number',
      apart(`q ${FAR} 0 0 ${FAR} 0 0 cm BT /F1 10 Tf ${FAR} 0 0 ${FAR} 0 0 Tm (not ) Tj ET Q`),
      ['I did sign it.', 'not: size'],
    ],
    [
      'a place that is no number',
      apart(`q ${FAR} 0 0 ${FAR} 0 0 cm BT /F1 10 Tf ${FAR} ${FAR} Td (not ) Tj ET Q`),
      ['I did sign it.', 'not: position'],
    ],
    ['a rise that is no number', sentence(`/x Ts ${NOT}`), SEEN],
    ['a state restored that was not saved', `Q Q ${PLAIN}`, SEEN],
    ['a font that a state brings', sentence(`/F1 0.1 Tf /S gs ${NOT} /F1 10 Tf`), SEEN],
  ])('%s', async (_, content, expected) => {
    expect(await look(content, state('/Font[3 0 R 10]/LC 1'))).toEqual(expected);
  });
});

describe('patterns and shadings', () => {
  const shading = (from: string, to: string, extend = '/Extend[true true]'): string =>
    `<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 400 0]${extend}/Function<</FunctionType 2/Domain[0 1]/C0[${from}]/C1[${to}]/N 1>>>>`;
  const pattern = (inner: string): Means => ({
    resources: `/Pattern<</P<</PatternType 2/Shading ${inner}>>>>/Shading<</H ${inner}>>`,
  });
  const mesh =
    '<</ShadingType 1/ColorSpace/DeviceGray/Function<</FunctionType 4/Domain[0 1 0 1]/Range[0 1]/Length 5>>>>';
  const patterned = sentence(`/Pattern cs /P scn ${NOT} 0 g`);

  test.each<[what: string, content: string, expected: readonly string[], means: Means]>([
    ['letters in a shading that is white all over', patterned, hiddenBy('colour'), pattern(shading('1 1 1', '1 1 1'))],
    ['letters in a shading that is black all over', patterned, SEEN, pattern(shading('0 0 0', '0 0 0'))],
    ['letters in a shading of two colours', patterned, doubtful('pattern'), pattern(shading('0 0 0', '1 1 1'))],
    ['letters in a shading that ends', patterned, doubtful('pattern'), pattern(shading('0 0 0', '0 0 0', ''))],
    [
      'outlines in a shading of two colours',
      sentence(`1 Tr /Pattern CS /P SCN ${NOT} 0 Tr`),
      doubtful('pattern'),
      pattern(shading('0 0 0', '1 1 1')),
    ],
    [
      'a white shading over the word',
      `${PLAIN} q ${PLACE} W n /H sh Q`,
      hiddenBy('paint'),
      pattern(shading('1 1 1', '1 1 1')),
    ],
    [
      'a black shading under white letters',
      `q ${PLACE} W n /H sh Q ${sentence(`1 g ${NOT} 0 g`)}`,
      SEEN,
      pattern(shading('0 0 0', '0 0 0')),
    ],
    [
      'a white shading under white letters',
      `q ${PLACE} W n /H sh Q ${sentence(`1 g ${NOT} 0 g`)}`,
      hiddenBy('colour'),
      pattern(shading('1 1 1', '1 1 1')),
    ],
    [
      'a shading of many colours under white letters',
      `/H sh ${sentence(`1 g ${NOT} 0 g`)}`,
      SEEN,
      pattern(shading('0 0 0', '1 1 1')),
    ],
    ['a shading of unknown colours over the word', `${PLAIN} q ${PLACE} W n /H sh Q`, hiddenBy('paint'), pattern(mesh)],
    [
      'a shading of unknown colours under white letters',
      `q ${PLACE} W n /H sh Q ${sentence(`1 g ${NOT} 0 g`)}`,
      SEEN,
      pattern(mesh),
    ],
  ])('%s', async (_, content, expected, means) => {
    expect(await look(content, means)).toEqual(expected);
  });

  test('a shading over all of the page', async () => {
    await expect(read(`${PLAIN} /H sh`, pattern(shading('1 1 1', '1 1 1')))).rejects.toMatchObject({
      reason: 'no-text',
    });
  });

  const tile = (inner: string, resources = ''): Means => ({
    resources: '/Pattern<</P 100 0 R>>',
    objects: {
      100: [
        `/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 18 14]/XStep 18/YStep 14/Resources<</Font<</F1 3 0 R>>${resources}>>`,
        inner,
      ],
    },
  });

  test.each<[what: string, content: string, expected: readonly string[], means: Means]>([
    ['letters in a pattern of lines', patterned, doubtful('pattern'), tile('0 0 9 7 re f')],
    [
      'a pattern of words over the word',
      `${PLAIN} /Pattern cs /P scn ${PLACE} f`,
      ['I did sign it.', 'not: paint', 's: pattern'],
      tile('BT /F1 9 Tf 1 3 Td (now) Tj ET'),
    ],
    [
      'a pattern of lines over the word',
      `${PLAIN} /Pattern cs /P scn ${PLACE} f`,
      hiddenBy('paint'),
      tile('0 0 9 7 re f'),
    ],
  ])('%s', async (_, content, expected, means) => {
    expect(await look(content, means)).toEqual(expected);
  });
});

describe('pictures', () => {
  const picture = (entries: string, data: string, more: Means['objects'] = {}): Means => ({
    resources: '/XObject<</I 100 0 R>>/ExtGState<</S<</BM/Multiply>>>>',
    objects: { 100: [`/Type/XObject/Subtype/Image${entries}`, data], ...more },
  });
  const BITS = '/Width 8/Height 2/ColorSpace/DeviceGray/BitsPerComponent 1';
  const RGB = '/Width 2/Height 1/ColorSpace/DeviceRGB/BitsPerComponent 8';
  const WHITE_MASK = {
    101: ['/Type/XObject/Subtype/Image/Width 2/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8', '\u00FF\u00FF'],
  } as const;
  const under = `q ${SQUARE} /I Do Q ${sentence(`1 g ${NOT} 0 g`)}`;

  test.each<[what: string, content: string, expected: readonly string[], means: Means]>([
    ['of black bits under white letters', under, SEEN, picture(BITS, '\u0000\u0000')],
    ['of white bits under white letters', under, hiddenBy('colour'), picture(BITS, '\u00FF\u00FF')],
    [
      'of bits, white in its lower half, where the letters are',
      `q 18 0 0 28 40 192 cm /I Do Q ${sentence(`1 g ${NOT} 0 g`)}`,
      hiddenBy('colour'),
      picture(BITS, '\u0000\u00FF'),
    ],
    ['of colours, black, under white letters', under, SEEN, picture(RGB, '\u0000\u0000\u0000\u0000\u0000\u0000')],
    [
      'of colours, white, under white letters',
      under,
      hiddenBy('colour'),
      picture(RGB, '\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF'),
    ],
    [
      'of colours with a mask, white, under white letters',
      under,
      hiddenBy('colour'),
      picture(`${RGB}/SMask 101 0 R`, '\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF', WHITE_MASK),
    ],
    ['of no size', `${PLAIN} q ${SQUARE} /I Do Q`, SEEN, picture('/ColorSpace/DeviceGray', '')],
    [
      'that is turned on an edge',
      `${PLAIN} q 18 14 18 14 40 194 cm /I Do Q`,
      SEEN,
      picture(RGB, '\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF'),
    ],
    [
      'laid over the word so that it darkens',
      `${PLAIN} q /S gs ${SQUARE} /I Do Q`,
      SEEN,
      picture(RGB, '\u00FF\u00FF\u00FF\u00FF\u00FF\u00FF'),
    ],
    [
      'that is a stencil with holes, over the word',
      `${PLAIN} q 1 g ${SQUARE} /I Do Q`,
      doubtful('picture with a mask'),
      picture('/ImageMask true/Width 8/Height 2/BitsPerComponent 1', '\u0055\u00AA'),
    ],
    [
      'that is a stencil without holes, over the word',
      `${PLAIN} q 1 g ${SQUARE} /I Do Q`,
      hiddenBy('paint'),
      picture('/ImageMask true/Width 1/Height 1/BitsPerComponent 1', '\u0000'),
    ],
  ])('%s', async (_, content, expected, means) => {
    expect(await look(content, means)).toEqual(expected);
  });

  test('the same one on many pages', async () => {
    const means = picture(RGB, '\u0000\u0000\u0000\u0000\u0000\u0000');
    const { blocks, hidden } = await readPdf(buildPdf({ ...means, pages: [under, under, under, under, under] }));
    expect(blocks.map(({ text }) => text)).toEqual(Array.from({ length: 5 }, () => 'I did not sign it.'));
    expect(hidden).toEqual([]);
  });

  test('so large that they are left out', async () => {
    const huge = picture('/Width 20000/Height 20000/ColorSpace/DeviceGray/BitsPerComponent 8', '\u00FF');
    expect(await look(`${PLAIN} q ${SQUARE} /I Do Q`, huge)).toEqual([...SEEN, 'large pictures were not weighed']);
  });
});

describe('soft masks', () => {
  const masked: Means = {
    resources: '/ExtGState<</S<</SMask<</S/Luminosity/G 100 0 R>>>>/N<</SMask/None>>>>',
    objects: {
      100: [
        '/Type/XObject/Subtype/Form/BBox[0 0 400 400]/Group<</S/Transparency/CS/DeviceGray>>/Resources<</Font<</F1 3 0 R>>>>',
        '1 g 0 0 400 400 re f',
      ],
    },
  };
  const words = (text: string): Means => ({
    ...masked,
    objects: { 100: [masked.objects![100]![0]!, `BT /F1 10 Tf 20 100 Td (${text}) Tj ET`] },
  });

  test.each<[what: string, content: string, expected: readonly string[], means: Means]>([
    ['letters behind one', sentence(`/S gs ${NOT} /N gs`), doubtful('soft mask'), masked],
    ['paint behind one, over the word', `${PLAIN} q /S gs 1 g ${PLACE} f Q`, doubtful('picture with a mask'), masked],
    ['paint behind one that is gone', `${PLAIN} q /S gs /N gs 1 g ${PLACE} f Q`, hiddenBy('paint'), masked],
    [
      'words in one are not drawn on the page',
      `${PLAIN} q /S gs Q`,
      ['I did not sign it.', 'now: render-mode'],
      words('now'),
    ],
  ])('%s', async (_, content, expected, means) => {
    expect(await look(content, means)).toEqual(expected);
  });
});

describe('paint over the word', () => {
  test.each<[mode: string, grey: number, 'covers' | 'lets through']>([
    ['Normal', 1, 'covers'],
    ['Multiply', 0, 'covers'],
    ['Multiply', 1, 'lets through'],
    ['Darken', 0, 'covers'],
    ['Darken', 1, 'lets through'],
    ['Screen', 1, 'covers'],
    ['Screen', 0, 'lets through'],
    ['Lighten', 1, 'covers'],
    ['Lighten', 0, 'lets through'],
    ['Difference', 1, 'lets through'],
  ])('%s of %d %s', async (mode, grey, expected) => {
    const content = `${PLAIN} /S gs ${grey} g ${PLACE} f`;
    expect(await look(content, state(`/BM/${mode}`))).toEqual(expected === 'covers' ? hiddenBy('paint') : SEEN);
  });

  test.each<Row>([
    [
      'of curves around it, an ellipse',
      `${PLAIN} 1 g 38.2 202 m 38.2 203.2 42.9 204.2 48.7 204.2 c 54.5 204.2 59.2 203.2 59.2 202 c 59.2 200.8 54.5 199.8 48.7 199.8 c 42.9 199.8 38.2 200.8 38.2 202 c h f`,
    ],
    ['of a thick line with a piece of no length', `${PLAIN} 1 G 16 w 40 202 m 40 202 l 60 202 l S`],
    ['as thick as the state says', `${PLAIN} /S gs 1 G 40 202 m 60 202 l S`, state('/LW 16')],
  ])('%s', async (_, content, means) => {
    expect(await look(content, means)).toEqual(hiddenBy('paint'));
  });

  test.each<Row>([
    ['of no shape', `${PLAIN} 1 g f`],
    ['of a curve that begins nowhere', `${PLAIN} 1 g 36 202 60 202 60 213 c f`],
    ['of one point', `${PLAIN} 1 G 16 w 48 202 m 48 202 l S`],
    ['at a place that is no number', `${PLAIN} 1 g q ${FAR} 0 0 ${FAR} 0 0 cm ${FAR} 0 1 1 re f Q`],
    ['outside of its clip', `${PLAIN} q 0 0 30 30 re W n 1 g ${PLACE} f Q`],
  ])('that covers nothing: %s', async (_, content, means) => {
    expect(await look(content, means)).toEqual(SEEN);
  });
});

describe('clips', () => {
  const FRAME = '10 150 m 390 150 l 390 250 l 10 250 l h 38 190 m 60 190 l 60 215 l 38 215 l h';

  test.each<[what: string, content: string, expected: readonly string[]]>([
    ['with a hole where the word is', apart(`q ${FRAME} W* n ${WORD} Q`), hiddenBy('clip')],
    [
      'within one with a hole where the word is',
      apart(`q ${FRAME} W* n 0 0 400 400 re W n ${WORD} Q`),
      hiddenBy('clip'),
    ],
    ['with a hole elsewhere', apart(`q ${FRAME} W* n Q ${WORD}`), SEEN],
    [
      'of letters that are elsewhere',
      apart(`q BT 7 Tr /F1 10 Tf 20 50 Td (${'i'.repeat(501)}) Tj ET ${WORD} Q`),
      ['I did sign it.', `${'i'.repeat(501)} not: render-mode`],
    ],
  ])('%s', async (_, content, expected) => {
    const found = await look(content);
    expect(found[0]).toBe(expected[0]);
    expect(found).toHaveLength(expected.length);
  });
});

describe('addresses that run over the edge of the page', () => {
  const at = (x: number, text: string): string => `BT /F1 10 Tf ${x} 200 Td (${text}) Tj ET ${lines('See there.')}`;

  test.each<[what: string, x: number, text: string, seen: string]>([
    ['are one word', 330, 'www.example.org/archive/2024', 'www.example.org/archive/2024\nSee there.'],
    ['and words of letters alone are not', 380, 'cannot', 'cann\nSee there.'],
  ])('%s', async (_, x, text, seen) => {
    expect((await look(at(x, text)))[0]).toBe(seen);
  });
});
