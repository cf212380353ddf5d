import { zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../../src/core/read/pdf/index.ts';
import { buildPdf, lines, type Parts } from './build.ts';

const codeOf = (character: string): number => character.charCodeAt(0);
const form = (resources: string): string => `/Type/XObject/Subtype/Form/BBox[0 0 400 400]${resources}`;

/** Nine forms, each of which draws the next one ten times; the first is object 100. */
function forms(leaf = '0 0 1 1 re f '.repeat(10)): Record<number, [string, string]> {
  const objects: Record<number, [string, string]> = { 109: [form(''), leaf] };
  for (let i = 100; i < 109; i++) {
    objects[i] = [form(`/Resources<</XObject<</X ${i + 1} 0 R>>>>`), '/X Do '.repeat(10)];
  }
  return objects;
}

const TILE = '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9';
const STAMP = '<</Type/Annot/Subtype/Stamp/F 4/Rect[0 0 9 9]/AP<</N 100 0 R>>>>';
const DRAWS_FORMS = '/Resources<</XObject<</X 100 0 R>>>>';
const LETTER =
  '<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 97/LastChar 97/Widths[500]/Encoding<</Differences[97/a]>>/CharProcs<</a 150 0 R>>/Resources<</XObject<</X 100 0 R>>>>>>';

/** Two patterns in each of twenty steps, each filled with both of the next step's. */
function patterns(): Record<number, [string, string]> {
  const objects: Record<number, [string, string]> = {};
  for (let i = 100; i < 140; i++) {
    const next = i - (i % 2) + 2;
    const resources = i < 138 ? `/Resources<</Pattern<</P ${next} 0 R/Q ${next + 1} 0 R>>>>` : '/Resources<<>>';
    objects[i] = [TILE + resources, '/Pattern cs /P scn 0 0 9 9 re f /Q scn 0 0 9 9 re f'];
  }
  return objects;
}

/** Documents of a few kilobytes that unfold to gigabytes. */
const BOMBS: Readonly<Record<string, Omit<Parts, 'pages'> & { readonly draws: string }>> = {
  forms: { draws: '/X Do', resources: '/XObject<</X 100 0 R>>', objects: forms() },
  'forms of nothing but a comment': {
    draws: '/X Do',
    resources: '/XObject<</X 103 0 R>>',
    objects: forms(`%${'x'.repeat(100_000)}\n`),
  },
  'forms in a pattern': {
    draws: '/Pattern cs /P scn 0 0 9 9 re f',
    resources: '/Pattern<</P 150 0 R>>',
    objects: { ...forms(), 150: [TILE + DRAWS_FORMS, '/X Do'] },
  },
  'patterns in patterns': {
    draws: '/Pattern cs /P scn 0 0 9 9 re f',
    resources: '/Pattern<</P 100 0 R>>',
    objects: patterns(),
  },
  'forms in an annotation': { draws: '', page: '/Annots[150 0 R]', objects: { ...forms(), 150: STAMP } },
  'an annotation again and again': {
    draws: '',
    page: `/Annots[${'150 0 R '.repeat(5_000)}]`,
    objects: { 100: [form(''), '0 0 1 1 re f '.repeat(1_000)], 150: STAMP },
  },
  'forms in a letter': {
    draws: 'BT /F2 10 Tf (a) Tj ET',
    fonts: { F2: LETTER },
    objects: { ...forms(), 150: ['', '500 0 d0 /X Do'] },
  },
  'forms in a soft mask': {
    draws: '/M gs',
    resources: '/ExtGState<</M<</SMask<</S/Luminosity/G 150 0 R>>>>>>',
    objects: { ...forms(), 150: [form(`/Group<</S/Transparency/CS/DeviceGray>>${DRAWS_FORMS}`), '/X Do'] },
  },
};

describe('documents that cannot be read', () => {
  test.each([
    ['a page with a picture', 'q 400 0 0 400 0 0 cm /I Do Q'],
    ['an empty page', ''],
    ['a page whose text is all invisible', 'BT /F1 10 Tf 3 Tr 20 200 Td (recognised text) Tj ET'],
  ])('%s has no text', async (_, content) => {
    const picture = [
      '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8',
      '\u00FF',
    ] as const;
    const bytes = buildPdf({ pages: [content], resources: '/XObject<</I 100 0 R>>', objects: { 100: picture } });
    await expect(readPdf(bytes)).rejects.toMatchObject({ name: 'Refusal', reason: 'no-text' });
  });

  test('a password is needed', async () => {
    const key = '00'.repeat(32);
    const bytes = buildPdf({
      pages: [lines('I did not sign it.')],
      objects: { 100: `<</Filter/Standard/V 1/R 2/Length 40/P -4/O<${key}>/U<${key}>>>` },
      trailer: `/Encrypt 100 0 R/ID[<${key}><${key}>]`,
    });
    await expect(readPdf(bytes)).rejects.toMatchObject({ name: 'Refusal', reason: 'encrypted' });
  });

  test.each([
    ['nothing', ''],
    ['a header alone', '%PDF-1.7\n'],
    ['noise behind a header', `%PDF-1.7\n${'\u0000\u00FF<<>>'.repeat(100)}`],
  ])('%s is damaged', async (_, text) => {
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    await expect(readPdf(bytes)).rejects.toMatchObject({ name: 'Refusal', reason: 'damaged' });
  });

  const descendant =
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/Ours/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 6>>/FontDescriptor 101 0 R>>';
  const descriptor =
    '<</Type/FontDescriptor/FontName/Ours/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>';

  /** Viewers draw the words of such fonts; no text can be had from them. */
  const UNREADABLE_FONTS = [
    ['without a kind', '<</Type/Font/BaseFont/Helvetica>>'],
    ['without anything', '<<>>'],
    ['of two bytes without what it is made of', '<</Type/Font/Subtype/Type0/BaseFont/Ours/Encoding/Identity-H>>'],
    [
      'whose codes a table elsewhere explains',
      '<</Type/Font/Subtype/Type0/BaseFont/Ours/Encoding/90ms-RKSJ-H/DescendantFonts[100 0 R]>>',
    ],
  ] as const;

  test.each(UNREADABLE_FONTS)('letters in a font %s', async (_, source) => {
    for (const shown of ['(not) Tj', '[(n) 40 (ot)] TJ']) {
      const content = `${lines('I did sign it.')} BT /F2 10 Tf 20 300 Td ${shown} ET`;
      const objects = { 100: descendant, 101: descriptor };
      const bytes = buildPdf({ pages: [content], fonts: { F2: source }, objects });
      await expect(readPdf(bytes)).rejects.toMatchObject({ name: 'Refusal', reason: 'unknown-encoding' });
    }
  });

  test.each([
    ['that shows nothing', 'BT /F2 10 Tf ET'],
    ['whose words are recognised text under a scan', 'BT /F2 10 Tf 3 Tr 20 300 Td (not) Tj ET'],
  ])('such a font %s keeps no document from being read', async (_, more) => {
    const bytes = buildPdf({ pages: [`${lines('I did sign it.')} ${more}`], fonts: { F2: UNREADABLE_FONTS[0][1] } });
    expect((await readPdf(bytes)).blocks.map(({ text }) => text)).toEqual(['I did sign it.']);
  });

  const DRAWN_BEHIND = ' BT /F1 10 Tf 20 300 Td (Not at all.) Tj ET';

  /** Viewers step over all of these and draw the words behind them. */
  test.each([
    ['a string that closes and never opened', ')'],
    ['a path of too few numbers, again and again', 'l '.repeat(12)],
    ['more numbers than an operator takes', '1 '.repeat(40)],
    ['a pattern that is not there', '/Pattern cs /P scn'],
    ['a form that is not there', '/X Do'],
    ['a picture that goes on behind its end', 'BI /W 1 /H 1 /BPC 8 /CS /G ID x EI\u0000'],
  ])('a page that breaks off before its words end, at %s', async (_, fault) => {
    const bytes = buildPdf({ pages: [`${lines('I did sign it.')} ${fault}${DRAWN_BEHIND}`] });
    await expect(readPdf(bytes)).rejects.toMatchObject({ name: 'Refusal', reason: 'damaged' });
  });

  test.each([
    ['an operator that nobody knows', 'frobnicate'],
    ['a picture', 'BI /W 1 /H 1 /BPC 8 /CS /G ID x EI'],
    ['a picture with an end in it', 'BI /W 5 /H 1 /BPC 8 /CS /G ID  EI\u00FF\u0080 EI'],
    ['the beginning of a picture alone', 'ID'],
  ])('words behind %s are read', async (_, step) => {
    const document = await readPdf(buildPdf({ pages: [`${lines('I did sign it.')} ${step}${DRAWN_BEHIND}`] }));
    expect(document.blocks.map(({ text }) => text)).toEqual(['I did sign it.', 'Not at all.']);
  });

  test('a page that is broken', async () => {
    const whole = String.fromCharCode(...buildPdf({ pages: [lines('One.'), lines('Two.'), lines('Three.')] }));
    const broken = whole.replace('14 0 obj\n<</Type', '14 0 obj\n<<)Type');
    const bytes = Uint8Array.from(broken, (character) => character.charCodeAt(0));
    await expect(readPdf(bytes)).rejects.toMatchObject({ name: 'Refusal', reason: 'damaged' });
    await new Promise((resolve) => setTimeout(resolve, 20));
  });

  test.each(Object.entries(BOMBS))('stopped: %s', async (_, { draws, ...parts }) => {
    const bytes = buildPdf({ ...parts, pages: [`${lines('I did not sign it.')} ${draws}`] });
    expect(bytes.length).toBeLessThan(150_000);
    await expect(readPdf(bytes)).rejects.toMatchObject({ name: 'Refusal', reason: 'too-large' });
  });

  test.each([
    ['a table of all codes of four bytes', '1 beginbfrange\n<00000000> <00FFFFFF> <0041>\nendbfrange'],
    ['one that never ends', '1 beginbfrange <000000>\n<FFFFFF><0041>'],
    ['one with other signs among its digits', '1 beginbfrange\n<0000> <0F/F<FFFFF> <0041>\nendbfrange'],
    ['one written as strings', '1 begincidrange\n(\\000\\000\\000) (\\377\\377\\377) 0\nendcidrange'],
    ['one whose ranges break off', '2 beginbfrange\n<0001> <0002> <0041>\n<0003> <0000 <00FFFFFF> <0041>\nendbfrange'],
    ['many of two bytes', `99 beginbfrange\n${'<0000> <FFFF> <0041>\n'.repeat(99)}endbfrange`],
  ])('stopped: the letters of a font, %s', async (_, ranges) => {
    const bytes = buildPdf({
      pages: [`${lines('I did not sign it.')} BT /F2 10 Tf (a) Tj ET`],
      fonts: { F2: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 100 0 R>>' },
      objects: { 100: ['', ranges] },
    });
    await expect(readPdf(bytes)).rejects.toMatchObject({ name: 'Refusal', reason: 'too-large' });
  });

  test('letters of a font whose length is written elsewhere or wrong are read', async () => {
    const letters = String.fromCharCode(...zlibSync(Uint8Array.from('1 beginbfchar <61> <0062> endbfchar', codeOf)));
    for (const length of ['111 0 R', '7']) {
      const bytes = buildPdf({
        pages: [`${lines('I did not sign it.')} BT /F2 10 Tf (a) Tj ET`],
        fonts: { F2: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 100 0 R>>' },
        objects: { 100: [`/Filter/FlateDecode/Length ${length}`, letters], 111: `${letters.length}` },
      });
      expect((await readPdf(bytes)).blocks[0]?.text).toContain('I did not sign it.');
    }
  });

  test('letters of a font that break off', async () => {
    const bytes = buildPdf({
      pages: [`${lines('I did not sign it.')} BT /F2 10 Tf (a) Tj ET`],
      fonts: { F2: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 100 0 R>>' },
      objects: { 100: ['/Filter/FlateDecode', `x\u009C${'\u0007'.repeat(12)}`] },
    });
    await expect(readPdf(bytes)).rejects.toMatchObject({ name: 'Refusal', reason: 'damaged' });
  });

  test('forms that draw themselves do not hang', async () => {
    const bytes = buildPdf({
      pages: [`${lines('I did not sign it.')} /X Do`],
      resources: '/XObject<</X 100 0 R>>',
      objects: { 100: [form('/Resources<</XObject<</X 100 0 R>>>>'), '/X Do'] },
    });
    await expect(readPdf(bytes)).rejects.toMatchObject({ name: 'Refusal', reason: 'damaged' });
  });

  test('the bytes are left as they are', async () => {
    const bytes = buildPdf({ pages: [lines('I did not sign it.')] });
    const copy = bytes.slice();
    await readPdf(bytes);
    expect(bytes).toEqual(copy);
  });
});
