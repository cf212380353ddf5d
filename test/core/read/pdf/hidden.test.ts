import { describe, expect, test } from 'vitest';
import type { Document, HiddenBy } from '../../../../src/core/read/document.ts';
import { readPdf } from '../../../../src/core/read/pdf/index.ts';
import { buildPdf, type Parts } from './build.ts';

/** A sentence with a word in the middle that is drawn by `trick`; the text position then stands behind it. */
function sentence(trick: string): string {
  return `BT /F1 10 Tf 20 200 Td (I did ) Tj ${trick} (sign the letter.) Tj ET`;
}

async function read(content: string, parts: Omit<Parts, 'pages'> = {}): Promise<Document> {
  return readPdf(buildPdf({ ...parts, pages: [content] }));
}

function words({ blocks }: Document): string {
  return blocks.map(({ text }) => text).join(' | ');
}

describe('words that are not seen', () => {
  const tricks: readonly [string, HiddenBy, string, Omit<Parts, 'pages'>?][] = [
    ['invisible render mode', 'render-mode', sentence('3 Tr (not ) Tj 0 Tr')],
    ['text that only clips', 'render-mode', sentence('7 Tr (not ) Tj 0 Tr')],
    ['white on the white page', 'colour', sentence('1 g (not ) Tj 0 g')],
    ['nearly white', 'colour', sentence('0.96 0.97 0.95 rg (not ) Tj 0 g')],
    ['white in CMYK', 'colour', sentence('0 0 0 0 k (not ) Tj 0 g')],
    ['outlined in white', 'colour', sentence('1 Tr 1 G (not ) Tj 0 Tr 0 G')],
    ['black on black', 'colour', `0 g 44 195 16 14 re f ${sentence('0 g (not ) Tj')}`],
    ['transparent', 'colour', sentence('/T gs (not ) Tj /O gs'), { resources: '/ExtGState<</T<</ca 0>>/O<</ca 1>>>>' }],
    ['a hundredth of a point', 'size', sentence('/F1 0.01 Tf (not ) Tj /F1 10 Tf')],
    ['squeezed to nothing', 'size', sentence('0.5 Tz (not ) Tj 100 Tz')],
    ['shrunk by the matrix', 'size', sentence('0.01 0 0 0.01 46 200 Tm (not ) Tj 1 0 0 1 46 200 Tm')],
    ['above the page', 'position', sentence('1 0 0 1 46 900 Tm (not ) Tj 1 0 0 1 46 200 Tm')],
    [
      'outside the crop box',
      'position',
      sentence('1 0 0 1 20 20 Tm (not ) Tj 1 0 0 1 46 200 Tm'),
      { page: '/CropBox[0 100 400 400]' },
    ],
    [
      'outside the clip',
      'clip',
      'BT /F1 10 Tf 20 200 Td (I did ) Tj ET q 0 0 1 1 re W n BT /F1 10 Tf 46 200 Td (not ) Tj ET Q BT /F1 10 Tf 46 200 Td (sign the letter.) Tj ET',
    ],
    [
      'in an empty clip',
      'clip',
      'BT /F1 10 Tf 20 200 Td (I did ) Tj ET q 46 190 0 20 re W n BT /F1 10 Tf 46 200 Td (not ) Tj ET Q BT /F1 10 Tf 46 200 Td (sign the letter.) Tj ET',
    ],
    [
      'outside the box of a form',
      'clip',
      'BT /F1 10 Tf 20 200 Td (I did ) Tj ET /X Do BT /F1 10 Tf 46 200 Td (sign the letter.) Tj ET',
      {
        resources: '/XObject<</X 100 0 R>>',
        objects: {
          100: [
            '/Type/XObject/Subtype/Form/BBox[0 0 5 5]/Resources<</Font<</F1 3 0 R>>>>',
            'BT /F1 10 Tf 46 200 Td (not ) Tj ET',
          ],
        },
      },
    ],
    [
      'under a white box',
      'paint',
      `BT /F1 10 Tf 20 200 Td (I did ) Tj (not ) Tj ET 1 g 44 196 17 14 re f 0 g BT /F1 10 Tf 64 200 Td (sign the letter.) Tj ET`,
    ],
    [
      'under a thick white line',
      'paint',
      `BT /F1 10 Tf 20 200 Td (I did ) Tj (not ) Tj ET 1 G 14 w 44 203 m 61 203 l S BT /F1 10 Tf 64 200 Td (sign the letter.) Tj ET`,
    ],
    [
      'under a picture',
      'paint',
      `BT /F1 10 Tf 20 200 Td (I did ) Tj (not ) Tj ET q 17 0 0 14 44 196 cm /I Do Q BT /F1 10 Tf 64 200 Td (sign the letter.) Tj ET`,
      {
        resources: '/XObject<</I 100 0 R>>',
        objects: {
          100: ['/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8', '\u00FF'],
        },
      },
    ],
    [
      'in a font whose letters are empty',
      'render-mode',
      sentence('/F2 10 Tf (not ) Tj /F1 10 Tf'),
      {
        fonts: {
          F2: '<</Type/Font/Subtype/Type3/FontBBox[0 0 750 750]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 32/LastChar 116/Widths[250 '.concat(
            '500 '.repeat(84),
            ']/Encoding<</Differences[32/space 110/n/o 116/t]>>/CharProcs<</space 100 0 R/n 100 0 R/o 100 0 R/t 100 0 R>>/Resources<<>>>>',
          ),
        },
        objects: { 100: ['', '500 0 d0'] },
      },
    ],
    [
      'in a font that has no drawing of its letters',
      'render-mode',
      sentence('/F2 10 Tf (not ) Tj /F1 10 Tf'),
      {
        fonts: {
          F2: '<</Type/Font/Subtype/Type3/FontBBox[0 0 0 0]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 32/LastChar 116/Widths[250 '.concat(
            '500 '.repeat(84),
            ']/Encoding<</Differences[32/space 110/n/o 116/t]>>/CharProcs<</space 100 0 R>>/Resources<<>>>>',
          ),
        },
        objects: { 100: ['', '250 0 d0'] },
      },
    ],
    [
      'on a layer that is off',
      'layer',
      sentence('/OC /L BDC (not ) Tj EMC'),
      {
        resources: '/Properties<</L 100 0 R>>',
        catalog: '/OCProperties<</OCGs[100 0 R]/D<</OFF[100 0 R]/Order[100 0 R]>>>>',
        objects: { 100: '<</Type/OCG/Name(layer)>>' },
      },
    ],
  ];

  test.each(tricks)('%s', async (_, by, content, parts) => {
    const document = await read(content, parts);
    expect(words(document)).toBe('I did sign the letter.');
    expect(document.hidden).toEqual([{ text: 'not', by, block: 0, offset: 5, source: null, hint: false }]);
  });

  test('hidden words on a line of their own between two lines of a paragraph', async () => {
    const document = await read(
      'BT /F1 10 Tf 12 TL 20 200 Td (We were told to) Tj T* 3 Tr (never) Tj 0 Tr T* (go there again.) Tj ET',
    );
    expect(document.hidden).toMatchObject([{ text: 'never', by: 'render-mode', block: 0 }]);
  });

  test('hidden words drawn elsewhere between two lines of a paragraph', async () => {
    const document = await read(
      'BT /F1 10 Tf 12 TL 20 200 Td (We were told to) Tj 3 Tr 1 0 0 1 20 30 Tm (never) Tj 0 Tr 1 0 0 1 20 188 Tm (go there again.) Tj ET',
    );
    expect(words(document)).toBe('We were told to\ngo there again.');
    expect(document.hidden).toMatchObject([{ text: 'never', by: 'render-mode', block: 0, offset: 15 }]);
  });

  test('hidden words before all others belong to no block', async () => {
    const document = await read('BT /F1 10 Tf 20 300 Td 3 Tr (secret) Tj 0 Tr 0 -100 Td (Open words.) Tj ET');
    expect(document.hidden).toMatchObject([{ text: 'secret', block: -1, offset: null }]);
  });
});

describe('words that are seen', () => {
  const seen: readonly [string, string, Omit<Parts, 'pages'>?][] = [
    ['white on a dark box', `0 g 10 190 200 20 re f 1 g ${sentence('(not ) Tj')}`],
    ['on a coloured box painted before', `0.9 0.9 0.5 rg 10 190 200 20 re f 0 g ${sentence('(not ) Tj')}`],
    ['underlined', `${sentence('(not ) Tj')} 44 198.5 17 0.6 re f`],
    ['struck through by a thin line', `${sentence('(not ) Tj')} 0.5 w 44 203 m 61 203 l S`],
    [
      'under a highlighter',
      `${sentence('(not ) Tj')} /M gs 1 1 0 rg 44 196 17 14 re f`,
      { resources: '/ExtGState<</M<</BM/Multiply>>>>' },
    ],
    [
      'under a pale veil',
      `${sentence('(not ) Tj')} /V gs 1 0 0 rg 44 196 17 14 re f`,
      { resources: '/ExtGState<</V<</ca 0.2>>>>' },
    ],
    ['beside a white box', `${sentence('(not ) Tj')} 1 g 44 220 17 14 re f`],
    ['within a clip', `q 0 0 400 400 re W n ${sentence('(not ) Tj')} Q`],
    [
      'in a font that draws its letters by operators',
      sentence('/F2 10 Tf (not ) Tj /F1 10 Tf'),
      {
        fonts: {
          F2: '<</Type/Font/Subtype/Type3/FontBBox[0 0 750 750]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 32/LastChar 116/Widths[250 '.concat(
            '500 '.repeat(84),
            ']/Encoding<</Differences[32/space 110/n/o 116/t]>>/CharProcs<</space 101 0 R/n 100 0 R/o 100 0 R/t 100 0 R>>/Resources<<>>>>',
          ),
        },
        objects: { 100: ['', '500 0 d0 0 0 400 400 re f'], 101: ['', '250 0 d0'] },
      },
    ],
    [
      'on a layer that is on',
      sentence('/OC /L BDC (not ) Tj EMC'),
      {
        resources: '/Properties<</L 100 0 R>>',
        catalog: '/OCProperties<</OCGs[100 0 R]/D<</Order[100 0 R]>>>>',
        objects: { 100: '<</Type/OCG/Name(layer)>>' },
      },
    ],
    [
      'inside a frame',
      `${sentence('(not ) Tj')} 10 150 m 200 150 l 200 250 l 10 250 l h 15 155 m 15 245 l 195 245 l 195 155 l h f`,
    ],
  ];

  test.each(seen)('%s', async (_, content, parts) => {
    const document = await read(content, parts);
    expect(words(document)).toBe('I did not sign the letter.');
    expect(document.hidden).toEqual([]);
  });
});
