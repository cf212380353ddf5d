import { describe, expect, test } from 'vitest';
import type { Caveat, Document } from '../../../../src/core/read/document.ts';
import { readPdf } from '../../../../src/core/read/pdf/index.ts';
import { buildPdf, lines, type Parts } from './build.ts';

async function read(content: string, parts: Omit<Parts, 'pages'> = {}): Promise<Document> {
  return readPdf(buildPdf({ ...parts, pages: [content] }));
}

/** The caveats of a kind, with the words they touch. */
function touched({ blocks, caveats }: Document, kind: Caveat['kind']): (string | null)[] {
  return caveats
    .filter((caveat) => caveat.kind === kind)
    .map(({ at }) => (at === null ? null : (blocks[at.block]?.text.slice(at.start, at.end) ?? null)));
}

/** A simple font whose codes 1, 2, 3… have these glyph names and are read as these letters. */
function font(names: string, read: readonly string[], more = ''): Pick<Parts, 'fonts' | 'objects'> {
  const codes = read.map((hex, i) => `<${(i + 1).toString(16).padStart(2, '0')}><${hex}>`).join('\n');
  const map = `begincmap 1 begincodespacerange <00><FF> endcodespacerange ${read.length} beginbfchar\n${codes}\nendbfchar endcmap`;
  return {
    fonts: {
      F2: `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding/Differences[1 ${names}]>>/ToUnicode 100 0 R${more}>>`,
    },
    objects: { 100: ['', map] },
  };
}

const SHOWN = 'BT /F1 10 Tf 20 200 Td (I did ) Tj /F2 10 Tf <010203> Tj /F1 10 Tf ( sign.) Tj ET';

describe('letters that are read otherwise than they are drawn', () => {
  test('glyph names that say other letters', async () => {
    const document = await read(SHOWN, font('/n /o /w', ['006E', '006F', '0074']));
    expect(document.blocks[0]?.text).toBe('I did not sign.');
    expect(touched(document, 'drawn-otherwise')).toEqual(['t']);
  });

  test.each([
    ['spaces', '0020'],
    ['spaces that do not break', '00A0'],
    ['signs of no width', '200B'],
    ['joiners', '200D'],
    ['tags', 'DB40DC41'],
  ])('named letters read as %s are letters that cannot be read', async (_, nothing) => {
    const document = await read(SHOWN, font('/n /o /t', [nothing, nothing, nothing]));
    expect(document.blocks[0]?.text).toBe('I did \uFFFD\uFFFD\uFFFD sign.');
    expect(touched(document, 'drawn-otherwise')).toEqual(['\uFFFD\uFFFD\uFFFD']);
  });

  test('a space named as one is read as one', async () => {
    const document = await read(SHOWN, font('/space /n /space', ['0020', '006E', '00A0']));
    expect(document.blocks[0]?.text).toBe('I did n sign.');
    expect(document.caveats).toEqual([]);
  });

  test.each([
    ['with ink', '500 0 d0 0 0 400 700 re f', 'I did \uFFFD sign.'],
    ['without ink', '500 0 d0', 'I did sign.'],
  ])('a drawn sign %s that is read as a space', async (_, procedure, seen) => {
    const { objects } = font('', ['0020']);
    const document = await read('BT /F1 10 Tf 20 200 Td (I did ) Tj /F2 10 Tf <01> Tj /F1 10 Tf ( sign.) Tj ET', {
      fonts: {
        F2: '<</Type/Font/Subtype/Type3/FontBBox[0 0 500 700]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 1/LastChar 1/Widths[500]/Encoding<</Differences[1/a]>>/CharProcs<</a 150 0 R>>/ToUnicode 100 0 R>>',
      },
      objects: { ...objects, 150: ['', procedure] },
    });
    expect(document.blocks[0]?.text).toBe(seen);
  });

  test('a built-in encoding counts where the font is not embedded', async () => {
    const map =
      'begincmap 1 begincodespacerange <00><FF> endcodespacerange 1 beginbfchar\n<77><0074>\nendbfchar endcmap';
    const document = await read('BT /F1 10 Tf 20 200 Td (I did ) Tj /F2 10 Tf (now) Tj ET', {
      fonts: { F2: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 100 0 R>>' },
      objects: { 100: ['', map] },
    });
    expect(touched(document, 'drawn-otherwise')).toEqual(['t']);
  });

  test.each([
    ['names that agree', '/n /o /t', ['006E', '006F', '0074']],
    ['small capitals', '/n.sc /O /tsmall', ['006E', '006F', '0074']],
    ['accented letters and ligatures', '/adieresis /fi /germandbls', ['00E4', 'FB01', '00DF']],
    ['a ligature read as two letters', '/f_i /fi /fl', ['00660069', '00660069', '0066006C']],
    ['Cyrillic names', '/afii10017 /afii10071 /afii10097', ['0410', '0451', '044F']],
    ['a Cyrillic capital out of its row', '/afii10023 /afii10022 /afii10024', ['0401', '0415', '0416']],
    ['a letter without its dot', '/i /dotlessi /i', ['0131', '0069', '0069']],
    ['names of code points', '/uni0416 /u0042 /uni00E9', ['0416', '0042', '00E9']],
    ["a subset's own names", '/g1 /g27 /glyph00003', ['006E', '006F', '0074']],
  ])('no doubt about %s', async (_, names, letters) => {
    expect((await read(SHOWN, font(names, letters))).caveats.filter(({ kind }) => kind === 'drawn-otherwise')).toEqual(
      [],
    );
  });
});

test('a font that does not name its letters is pointed out', async () => {
  const map =
    'begincmap 1 begincodespacerange <0000><FFFF> endcodespacerange 1 beginbfrange <0000><00FF><0000> endbfrange endcmap';
  const document = await read('BT /F2 10 Tf 20 200 Td <0049> Tj ET', {
    fonts: {
      F2: '<</Type/Font/Subtype/Type0/BaseFont/Some/Encoding/Identity-H/DescendantFonts[101 0 R]/ToUnicode 100 0 R>>',
    },
    objects: {
      100: ['', map],
      101: '<</Type/Font/Subtype/CIDFontType2/BaseFont/Some/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 102 0 R/DW 500>>',
      102: '<</Type/FontDescriptor/FontName/Some/Flags 4/FontBBox[0 0 750 750]/ItalicAngle 0/Ascent 750/Descent 0/CapHeight 700/StemV 80>>',
    },
  });
  expect(document.blocks[0]?.text).toBe('I');
  expect(document.caveats).toEqual([{ kind: 'font', at: null, detail: 'the shapes of letters were not compared' }]);
});

describe('actual text', () => {
  const span = (list: string, shown = 'not'): string =>
    `BT /F1 10 Tf 20 200 Td (I did ) Tj ${list} BDC (${shown}) Tj EMC ( sign.) Tj ET`;

  test.each([
    ['that says another word', span('/Span <</ActualText (now)>>')],
    ['that says nothing', span('/Span <</ActualText ()>>')],
    ['in UTF-16', span('/Span <</ActualText <FEFF006E006F0077>>>')],
    ['behind strings that look like marks', span('[(\\(/Span BDC)] pop /Span <</ActualText (n\\157w)>>')],
  ])('%s', async (_, content) => {
    const document = await read(content);
    expect(document.blocks[0]?.text).toBe('I did not sign.');
    expect(touched(document, 'drawn-otherwise')).toEqual(['not']);
  });

  test('around other marks', async () => {
    const document = await read(
      'BT /F1 10 Tf 20 200 Td /P BMC EMC /Span <</ActualText (I sign.)>> BDC (I ) Tj /P <</MCID 4>> BDC (did not ) Tj EMC (sign.) Tj EMC ( Ever.) Tj ET',
    );
    expect(touched(document, 'drawn-otherwise')).toEqual(['I did not sign.']);
  });

  test('in a property list that the resources name', async () => {
    const document = await read(span('/Span /P1'), {
      resources: '/Properties<</P1 100 0 R>>',
      objects: { 100: '<</ActualText(now)>>' },
    });
    expect(touched(document, 'drawn-otherwise')).toEqual(['not']);
  });

  test.each([
    ['that says the same', span('/Span <</ActualText (not)>>')],
    ['that says the same in capitals', span('/Span <</ActualText (NOT)>>')],
    ['for a hyphen that is not needed', span('/Span <</ActualText <FEFF00AD>>>', '-')],
    ['on an empty stretch', span('/Span <</ActualText ( )>>', ' ')],
  ])('no doubt about one %s', async (_, content) => {
    expect((await read(content)).caveats).toEqual([]);
  });
});

describe('annotations', () => {
  const appearance = (text: string): [string, string] => [
    '/Type/XObject/Subtype/Form/BBox[0 0 17 12]/Resources<</Font<</F1 3 0 R>>>>',
    `1 g 0 0 17 12 re f 0 g BT /F1 9 Tf 1 3 Td (${text}) Tj ET`,
  ];
  const over = (subtype: string, rect: string, text = 'now'): Omit<Parts, 'pages'> => ({
    page: '/Annots[101 0 R]',
    objects: { 100: appearance(text), 101: `<</Type/Annot/Subtype/${subtype}/F 4/Rect[${rect}]/AP<</N 100 0 R>>>>` },
  });

  test.each(['Stamp', 'FreeText', 'Square', 'Redact'])('a %s over a word', async (subtype) => {
    const document = await read(lines('I did not sign it.'), over(subtype, '41 357 58 369'));
    expect(document.blocks[0]?.text).toBe('I did not sign it.');
    expect(touched(document, 'covered')).toEqual(['not']);
  });

  test('a stamp with words where the page has none', async () => {
    const { blocks, caveats } = await read(lines('I did not sign it.'), over('Stamp', '43 57 60 69'));
    expect(blocks.map(({ text, kind, setOff }) => [text, kind, setOff])).toEqual([
      ['I did not sign it.', 'paragraph', null],
      ['now', 'note', { by: 'annotation' }],
    ]);
    expect(caveats).toEqual([]);
  });

  test.each(['Link', 'Text', 'Popup'])('a %s that shows a word in a gap between the words', async (subtype) => {
    const page = 'BT /F1 10 Tf 20 360 Td (I did) Tj 40 0 Td (sign it.) Tj ET';
    expect(touched(await read(page, over(subtype, '43 357 60 369')), 'covered')).toHaveLength(1);
  });

  test.each([
    ['Widget', '/FT/Tx/T(a)/V(now)/DA(/F1 9 Tf)'],
    ['FreeText', '/Contents(now)/DA(/F1 9 Tf)'],
  ])('a %s without an appearance, which viewers make', async (subtype, words) => {
    const stated = (rect: string, flags = 4): Omit<Parts, 'pages'> => ({
      page: '/Annots[101 0 R]',
      objects: { 101: `<</Type/Annot/Subtype/${subtype}/F ${flags}/Rect[${rect}]${words}>>` },
    });
    expect(touched(await read(lines('I did not sign it.'), stated('41 357 58 369')), 'covered')).toEqual(['not']);
    expect(touched(await read(lines('I did not sign it.'), stated('43 57 60 69')), 'covered')).toEqual([null]);
    expect((await read(lines('I did not sign it.'), stated('41 357 58 369', 2))).caveats).toEqual([]);
  });

  test('a stamp in a gap of the only line', async () => {
    const document = await read(
      'BT /F1 10 Tf 20 200 Td (I did) Tj ET BT /F1 10 Tf 62 200 Td (sign it.) Tj ET',
      over('Stamp', '43 197 60 209'),
    );
    expect(document.blocks[0]?.text).toBe('I did sign it.');
    expect(touched(document, 'covered')).toEqual(['s']);
  });

  test.each([
    ['a highlight with words', over('Highlight/QuadPoints[41 369 58 369 41 357 58 357]', '41 357 58 369')],
    [
      'a square of no words and no ink',
      {
        ...over('Square', '41 357 58 369'),
        objects: {
          ...over('Square', '41 357 58 369').objects,
          100: ['/Type/XObject/Subtype/Form/BBox[0 0 17 12]', ''] as const,
        },
      },
    ],
  ])('no doubt about %s', async (_, means) => {
    expect(touched(await read(lines('I did not sign it.'), means), 'covered')).toEqual([]);
  });

  test('a highlighter is none of it', async () => {
    expect(touched(await read(lines('I did not sign it.'), over('Highlight', '41 357 58 369', '')), 'covered')).toEqual(
      [],
    );
  });

  test('a picture with a mask over a word may cover it', async () => {
    const document = await read(`${lines('I did not sign it.')} q 17 0 0 12 41 357 cm /I Do Q`, {
      resources: '/XObject<</I 100 0 R>>',
      objects: {
        100: [
          '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/SMask 101 0 R',
          '\u00FF',
        ],
        101: ['/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8', '\u00FF'],
      },
    });
    expect(touched(document, 'covered')).toEqual(['not']);
  });
});

describe('the file beside its pages', () => {
  test('a later revision', async () => {
    const once = buildPdf({ pages: [lines('I did not sign it.')] });
    const first = String.fromCharCode(...once);
    const start = first.slice(first.lastIndexOf('startxref') + 10).split('\n')[0];
    const content = 'BT /F1 10 Tf 20 360 Td (I did sign it.) Tj ET';
    const update = `11 0 obj\n<</Length ${content.length}>>\nstream\n${content}\nendstream\nendobj\n`;
    const place = String(first.length).padStart(10, '0');
    const table = `xref\n11 1\n${place} 00000 n \ntrailer\n<</Root 1 0 R/Size 12/Prev ${start}>>\nstartxref\n${first.length + update.length}\n%%EOF\n`;
    const twice = Uint8Array.from(first + update + table, (character) => character.charCodeAt(0));
    const document = await readPdf(twice);
    expect(document.blocks[0]?.text).toBe('I did sign it.');
    expect(document.caveats).toEqual([{ kind: 'revision', at: null, detail: '2 revisions' }]);
    expect((await readPdf(once)).caveats).toEqual([]);
  });

  test('names of people are pointed out, not repeated', async () => {
    const document = await read(lines('I did not sign it.'), {
      trailer: '/Info 100 0 R',
      objects: { 100: '<</Author(Vera Lindqvist)/Title(River Talks)/Creator(a word processor)>>' },
    });
    expect(document.caveats).toEqual([{ kind: 'personal-metadata', at: null, detail: 'Author' }]);
    expect(document.metadata.get('title')).toBe('River Talks');
    expect(JSON.stringify(document.caveats)).not.toContain('Lindqvist');
  });

  test('names of people in fields of a program, and in the packet of properties', async () => {
    const packet =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>Vera</rdf:li></rdf:Seq></dc:creator><dc:rights> </dc:rights></rdf:Description></rdf:RDF></x:xmpmeta>';
    const document = await read(lines('I did not sign it.'), {
      trailer: '/Info 100 0 R',
      catalog: '/Metadata 101 0 R/Lang(cs)',
      objects: { 100: '<</Company(Mill)/Author( )/Title()>>', 101: ['/Type/Metadata/Subtype/XML', packet] },
    });
    expect(document.caveats).toEqual([{ kind: 'personal-metadata', at: null, detail: 'Company, dc:creator' }]);
    expect(document.metadata).toEqual(new Map([['language', 'cs']]));
  });

  test('a file laid out for the web has two ends from the start', async () => {
    const once = String.fromCharCode(...buildPdf({ pages: [lines('I did not sign it.')] }));
    const first = '%PDF-1.7\n4 0 obj\n<</Linearized 1>>\nendobj\nstartxref\n0\n%%EOF\n';
    const shifted = once.replace('%PDF-1.7\n', first).replace(/\nxref\n0[\s\S]*(?=trailer)/u, '\n');
    const bytes = Uint8Array.from(shifted, (character) => character.charCodeAt(0));
    const document = await readPdf(bytes);
    expect(document.blocks[0]?.text).toBe('I did not sign it.');
    expect(document.caveats).toEqual([]);
  });

  test('scripts and embedded files', async () => {
    const document = await read(lines('I did not sign it.'), {
      catalog: '/OpenAction 100 0 R/Names<</EmbeddedFiles<</Names[(a.txt) 101 0 R]>>>>',
      objects: {
        100: '<</S/JavaScript/JS(app.alert\\(1\\))>>',
        101: '<</Type/Filespec/F(a.txt)/EF<</F 102 0 R>>>>',
        102: ['/Type/EmbeddedFile', 'words'],
      },
    });
    expect(document.caveats.map(({ kind }) => kind).sort()).toEqual(['embedded', 'script']);
  });

  test('a page that is a picture among pages of text', async () => {
    const document = await readPdf(
      buildPdf({
        pages: [lines('I did not sign it.'), 'q 400 0 0 400 0 0 cm /I Do Q'],
        resources: '/XObject<</I 100 0 R>>',
        objects: {
          100: ['/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8', '\u00FF'],
        },
      }),
    );
    expect(document.caveats).toEqual([{ kind: 'embedded', at: null, detail: 'page 2 is a picture without text' }]);
  });
});
