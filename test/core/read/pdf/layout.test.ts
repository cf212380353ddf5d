import { describe, expect, test } from 'vitest';
import type { Block, Document } from '../../../../src/core/read/document.ts';
import { readPdf } from '../../../../src/core/read/pdf/index.ts';
import { placeOf } from '../../../../src/core/read/place.ts';
import { buildPdf, lines, type Parts } from './build.ts';

async function read(content: string, parts: Omit<Parts, 'pages'> = {}): Promise<Document> {
  return readPdf(buildPdf({ ...parts, pages: [content] }));
}

function texts({ blocks }: { readonly blocks: readonly Block[] }): string[] {
  return blocks.map(({ text }) => text);
}

/** The readings of a block's breaks as `kind:before/after` of the words around them. */
function breaksOf({ text, breaks }: Block): string[] {
  return breaks.map(
    ({ kind, start, end }) => `${kind}:${text.slice(0, start).split(/\s/u).at(-1)}/${text.slice(end).split(/\s/u)[0]}`,
  );
}

describe('lines and blocks', () => {
  test('lines of one paragraph are one block, each beginning at a line start', async () => {
    const { blocks } = await read(lines('The bridge was closed', 'for three winters,', 'she said.'));
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({
      text: 'The bridge was closed\nfor three winters,\nshe said.',
      lineStarts: [22, 41],
      kind: 'paragraph',
      place: { by: 'page', page: 1 },
      origin: null,
      setOff: null,
    });
  });

  test('a wider step begins a new block', async () => {
    expect(texts(await read(lines('One line.', '', 'Another line.')))).toEqual(['One line.', 'Another line.']);
  });

  test('an indented line behind the end of a sentence begins a new block', async () => {
    const document = await read(
      'BT /F1 10 Tf 12 TL 20 360 Td (The first paragraph fills its line.) Tj T* (It goes on and ends.) Tj 15 -12 Td (The second is indented.) Tj ET',
    );
    expect(texts(document)).toEqual([
      'The first paragraph fills its line.\nIt goes on and ends.',
      'The second is indented.',
    ]);
  });

  test('larger type is a heading', async () => {
    const { blocks } = await read(
      `BT /F1 18 Tf 20 380 Td (A talk by the river) Tj ET ${lines('The bridge was closed for three winters.', 'Nobody told us why.')}`,
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph']);
  });

  test('two columns are read one after the other, and a sentence goes on from one to the other', async () => {
    const document = await read(
      'BT /F1 10 Tf 12 TL 20 360 Td (We crossed it) Tj T* (every morning and) Tj ET BT /F1 10 Tf 12 TL 220 360 Td (nobody) Tj T* (stopped us.) Tj ET',
    );
    expect(texts(document)).toEqual(['We crossed it\nevery morning and\nnobody\nstopped us.']);
  });

  test('a sentence that runs over the page stays one block, placed where it begins', async () => {
    const document = await readPdf(buildPdf({ pages: [lines('We crossed it every'), lines('morning of the year.')] }));
    expect(document.blocks).toMatchObject([
      { text: 'We crossed it every\nmorning of the year.', place: { by: 'page', page: 1 } },
    ]);
  });

  test('a sentence that ends with the page ends its block', async () => {
    const document = await readPdf(buildPdf({ pages: [lines('We crossed it.'), lines('Nobody spoke.')] }));
    expect(document.blocks).toMatchObject([{ place: { page: 1 } }, { text: 'Nobody spoke.', place: { page: 2 } }]);
  });

  test('bold stretches are named', async () => {
    const { blocks } = await read('BT /F2 10 Tf 20 200 Td (Anna:) Tj /F1 10 Tf ( I was there.) Tj ET', {
      fonts: { F2: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>' },
    });
    expect(blocks[0]).toMatchObject({ text: 'Anna: I was there.', strong: [{ start: 0, end: 5 }] });
  });

  test('a rotated page is read as it is shown', async () => {
    const document = await read('BT 0 1 -1 0 100 20 Tm /F1 10 Tf 12 TL (Turned) Tj T* (around.) Tj ET', {
      page: '/Rotate 90',
    });
    expect(texts(document)).toEqual(['Turned\naround.']);
  });
});

describe('words', () => {
  const cases: readonly [string, string, string, Omit<Parts, 'pages'>?][] = [
    ['gaps are spaces', '[(the) -250 (bridge)] TJ', 'the bridge'],
    ['tight gaps are spaces too', '[(the) -168 (bridge) -168 (was)] TJ', 'the bridge was'],
    ['kerning is not', '[(A) 70 (V) -30 (o) 27 (t) -50 (e)] TJ', 'AVote'],
    [
      'letterspacing by gaps',
      '[(B) -200 (R) -200 (I) -200 (D) -200 (G) -200 (E) -700 (O) -200 (N) -200 (E)] TJ',
      'BRIDGE ONE',
    ],
    ['letterspacing by character spacing', '3 Tc (BRIDGE ONE) Tj', 'BRIDGE ONE'],
    ['a space stepped back over is none', '(Gro\\337) Tj ( ) Tj [278 (vater)] TJ', 'Großvater'],
    ['words that are shown one by one', '(the ) Tj (bridge ) Tj (was) Tj', 'the bridge was'],
    ['text drawn twice to look bold', '(bridge) Tj 0.3 0 Td (bridge) Tj', 'bridge'],
    ['raised letters belong to their word', '(the 1) Tj /F1 6 Tf 4 Ts (st) Tj 0 Ts /F1 10 Tf ( day) Tj', 'the 1st day'],
    ['raised digits do not', '(the day) Tj /F1 6 Tf 4 Ts (2) Tj 0 Ts /F1 10 Tf ( after) Tj', 'the day 2 after'],
    ['an accent drawn before its letter', '(f) Tj [(\\250) 445 (ur)] TJ', 'für'],
    ['an accent drawn behind its letter', '[(c) 417 (\\270)] TJ', 'ç'],
    ['an accent with a letter of its own beside it', '(5 \\264 a) Tj', '5 ´ a'],
    ['a drawn soft hyphen is a hyphen', '(well\\255known) Tj', 'well-known'],
    [
      'an accent drawn over a capital',
      '(A) Tj -0.1 0 Td ET BT /F1 10 Tf 21.67 202.5 Td (\\250) Tj ET BT /F1 10 Tf 26.67 200 Td (rger) Tj',
      'Ärger',
    ],
    ['a raised digit before a word', '/F1 6 Tf 4 Ts (1) Tj 0 Ts /F1 10 Tf (The bridge) Tj', '1 The bridge'],
    ['a small letter before a large one', '/F1 6 Tf 4 Ts (x) Tj 0 Ts /F1 10 Tf (The bridge) Tj', 'xThe bridge'],
    ['an initial and the rest of its word', '/F1 30 Tf (T) Tj /F1 10 Tf 18.4 14 Td (he bridge) Tj', 'The bridge'],
  ];

  test.each(cases)('%s', async (_, shown, expected, parts) => {
    expect(texts(await read(`BT /F1 10 Tf 20 200 Td ${shown} ET`, parts))).toEqual([expected]);
  });

  test('right-to-left words are put in reading order, with numbers and Latin words as they are', async () => {
    const letters = ['05D0', '05D1', '05D2', '05D3'];
    const map = letters.map((hex, i) => `<${String(61 + i)}><${hex}>`).join('\n');
    const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 100 0 R>>';
    const cmap = `begincmap 1 begincodespacerange <00><FF> endcodespacerange 4 beginbfchar\n${map}\nendbfchar 1 beginbfrange <20><39><0020> endbfrange endcmap`;
    const document = await read('BT /F2 10 Tf 20 200 Td (dc 12 ba) Tj ET', {
      fonts: { F2: font },
      objects: { 100: ['', cmap] },
    });
    expect(texts(document)).toEqual(['אב 12 גד']);
  });
});

describe('letters that the font gives a meaning', () => {
  /** A font whose codes A, B, C… are read as these letters, each as wide as is said. */
  const font = (letters: readonly string[], width = 500): Omit<Parts, 'pages'> => ({
    fonts: {
      F2: `<</Type/Font/Subtype/TrueType/BaseFont/Ours/FirstChar 65/LastChar ${64 + letters.length}/Widths[${`${width} `.repeat(letters.length)}]/ToUnicode 100 0 R/FontDescriptor 101 0 R>>`,
    },
    objects: {
      100: [
        '',
        `begincmap 1 begincodespacerange <00><FF> endcodespacerange ${letters.length} beginbfchar\n${letters.map((hex, i) => `<${(65 + i).toString(16)}><${hex}>`).join('\n')}\nendbfchar endcmap`,
      ],
      101: '<</Type/FontDescriptor/FontName/Ours/Flags 4/FontBBox[0 0 500 800]/ItalicAngle 0/Ascent 800/Descent 0/CapHeight 700/StemV 80>>',
    },
  });
  const shown = (before: string, codes: string, behind: string): string =>
    `BT /F1 10 Tf 20 200 Td (${before}) Tj /F2 10 Tf (${codes}) Tj /F1 10 Tf (${behind}) Tj ET`;

  test.each<[what: string, content: string, expected: string, means: Omit<Parts, 'pages'>]>([
    ['a soft hyphen with a width is a hyphen', shown('well', 'A', 'known'), 'well-known', font(['00AD'])],
    ['a soft hyphen without one is none', shown('well', 'A', 'known'), 'well\u00ADknown', font(['00AD'], 0)],
    ['a Hebrew word in an English sentence', shown('Vera ', 'BA', ' spoke.'), 'Vera אב spoke.', font(['05D0', '05D1'])],
    [
      'a Hebrew word with a point below a letter',
      'BT /F2 10 Tf 20 200 Td [(BC) 500 (A)] TJ ET',
      'אבַ',
      font(['05D0', '05D1', '05B7']),
    ],
  ])('%s', async (_, content, expected, means) => {
    expect(texts(await read(content, means))).toEqual([expected]);
  });

  test('a hyphen and a digit of two code units at line ends', async () => {
    const two = (first: string, second: string): string =>
      `BT /F1 10 Tf 12 TL 20 360 Td (${first}) Tj /F2 10 Tf (A) Tj T* (A) Tj /F1 10 Tf (${second}) Tj ET`;
    const { blocks } = await read(two('call 55', '1 now'), font(['D835DFCE']));
    expect(blocks.map(({ text, breaks }) => [text, breaks])).toEqual([
      ['call 55𝟎\n𝟎1 now', [{ kind: 'bare', start: 9, end: 10 }]],
    ]);
  });
});

describe('vertical writing', () => {
  const vertical = (metrics = ''): Omit<Parts, 'pages'> => ({
    fonts: {
      F2: '<</Type/Font/Subtype/Type0/BaseFont/Ours/Encoding/Identity-V/DescendantFonts[101 0 R]/ToUnicode 100 0 R>>',
    },
    objects: {
      100: [
        '',
        'begincmap 1 begincodespacerange <0000><FFFF> endcodespacerange 1 beginbfrange\n<0000><FFFF><0000>\nendbfrange endcmap',
      ],
      101: `<</Type/Font/Subtype/CIDFontType2/BaseFont/Ours/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 102 0 R/DW 1000${metrics}>>`,
      102: '<</Type/FontDescriptor/FontName/Ours/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 1000/Descent 0/CapHeight 700/StemV 80>>',
    },
  });
  const columns = 'BT /F2 10 Tf 100 300 Td <65E5672C> Tj ET BT /F2 10 Tf 86 300 Td <8A9E8AAD> Tj ET';

  test.each<[what: string, content: string, expected: readonly string[], metrics?: string]>([
    ['columns from the right to the left', columns, ['日本\n語読']],
    ['columns of letters as high as the font says', columns, ['日本\n語読'], '/W2[0 65535 -1000 500 880]'],
    ['letters with a gap between them', 'BT /F2 10 Tf 100 300 Td [<65E5> -1500 <672C>] TJ ET', ['日 本']],
  ])('%s', async (_, content, expected, metrics) => {
    expect(texts(await read(content, vertical(metrics)))).toEqual(expected);
  });
});

describe('breaks at line ends', () => {
  test.each([
    ['a hyphen alone', ['-', 'known'], []],
    ['a hyphen between letters', ['we co-', 'operate here'], ['hyphen:co/operate']],
    ['a hyphen before a word of its own', ['vor- und', 'nach-', 'mittags'], ['hyphen:nach/mittags']],
    ['a hyphen behind a dot', ['the sources.-', 'list file'], ['hyphen:sources./list']],
    ['a dash', ['and then \u0096', 'nothing'], []],
    ['a number', ['he paid 10.', '000 crowns'], ['bare:10./000']],
    ['digits', ['call 5550', '1234 now'], ['bare:5550/1234']],
    ['a name with an underscore', ['in snake_', 'case'], ['bare:snake_/case']],
    ['an address', ['at www.exam', 'ple.org for more'], ['bare:www.exam/ple.org']],
    ['the end of a sentence', ['He left.', 'They stayed'], []],
    ['an ordinary line end', ['the river', 'bank'], []],
  ])('%s', async (_, given, expected) => {
    const { blocks } = await read(lines(...given));
    expect(blocks.flatMap(breaksOf)).toEqual(expected);
  });

  test('a break covers the hyphen and the line end', async () => {
    const { blocks } = await read(lines('we co-', 'operate'));
    expect(blocks[0]?.breaks).toEqual([{ kind: 'hyphen', start: 5, end: 7 }]);
  });
});

describe('what stands around the text', () => {
  const page = (number: number, body: string): string =>
    `BT /F1 8 Tf 20 385 Td (River Talks, part ${number}) Tj ET ${lines(body)} BT /F1 8 Tf 190 20 Td (${number}) Tj ET`;

  test('running heads and page numbers are set off, and do not cut a sentence', async () => {
    const pages = [page(1, 'We crossed it every'), page(2, 'morning of the'), page(3, 'year before the war.')];
    const { blocks } = await readPdf(buildPdf({ pages }));
    const body = blocks.filter(({ setOff }) => setOff === null);
    expect(texts({ blocks: body })).toEqual(['We crossed it every\nmorning of the\nyear before the war.']);
    expect(blocks.filter(({ kind }) => kind === 'running').map(({ text }) => text)).toEqual([
      'River Talks, part 1',
      '1',
      'River Talks, part 2',
      '2',
      'River Talks, part 3',
      '3',
    ]);
    expect(blocks.find(({ kind }) => kind === 'running')?.setOff).toEqual({ by: 'running head' });
  });

  test('artifacts are set off', async () => {
    const { blocks } = await read(
      `/Artifact BMC BT /F1 8 Tf 20 20 Td (printed at home) Tj ET EMC ${lines('We crossed it.')}`,
    );
    expect(blocks.map(({ text, kind }) => [text, kind])).toEqual([
      ['printed at home', 'running'],
      ['We crossed it.', 'paragraph'],
    ]);
  });

  test('a line that does not come back is text', async () => {
    const { blocks } = await readPdf(
      buildPdf({ pages: [lines('First page.'), lines('Second page.'), lines('Third page.')] }),
    );
    expect(blocks.every(({ setOff }) => setOff === null)).toBe(true);
  });

  test('footnotes are set off', async () => {
    const { blocks } = await read(
      `${lines('We crossed it every morning', 'of the year before the war.')} BT /F1 5 Tf 20 43 Td (1) Tj /F1 7 Tf 4 -3 Td (The bridge at the mill.) Tj ET`,
    );
    expect(blocks.map(({ text, setOff }) => [text, setOff])).toEqual([
      ['We crossed it every morning\nof the year before the war.', null],
      ['1 The bridge at the mill.', { by: 'footnote' }],
    ]);
  });
});

describe('paragraphs by their look', () => {
  const bold = { fonts: { F2: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>' } };

  test.each<[what: string, content: string, expected: readonly string[], means?: Omit<Parts, 'pages'>]>([
    [
      'words along the margin',
      `${lines('We crossed it')} BT 0 1 -1 0 390 100 Tm /F1 10 Tf (printed at home) Tj ET`,
      ['We crossed it', 'printed at home'],
    ],
    [
      'words turned within a line',
      'BT /F1 10 Tf 20 200 Td (We crossed it) Tj 0 1 -1 0 90 200 Tm (again) Tj ET',
      ['We crossed it', 'again'],
    ],
    [
      'a bold line before a plain one',
      'BT /F2 10 Tf 12 TL 20 200 Td (By the river) Tj T* /F1 10 Tf (we crossed it) Tj ET',
      ['By the river', 'we crossed it'],
      bold,
    ],
    [
      'first lines that stand out to the left',
      'BT /F1 10 Tf 12 TL 35 360 Td (the keeper told us so.) Tj -15 -12 Td (The ledger was kept by nobody at all that year.) Tj ET',
      ['the keeper told us so.', 'The ledger was kept by nobody at all that year.'],
    ],
    [
      'a line further out that goes on',
      'BT /F1 10 Tf 12 TL 35 360 Td (the keeper told us so) Tj -15 -12 Td (and the ledger was kept by nobody at all that year.) Tj ET',
      ['the keeper told us so\nand the ledger was kept by nobody at all that year.'],
    ],
  ])('%s', async (_, content, expected, means) => {
    expect(texts(await read(content, means))).toEqual(expected);
  });

  test('a bold stretch over a line end is one', async () => {
    const { blocks } = await read('BT /F2 10 Tf 12 TL 20 200 Td (We crossed) Tj T* (it every day) Tj ET', bold);
    expect(blocks[0]?.strong).toEqual([{ start: 0, end: 23 }]);
  });

  test('hidden words behind an accent that is drawn by itself', async () => {
    const { blocks, hidden } = await read(
      'BT /F1 10 Tf 20 200 Td (f) Tj [(\\250) 445 (u)] TJ 3 Tr [(not) 1390] TJ 0 Tr (r dich) Tj ET',
    );
    expect(blocks.map(({ text }) => text)).toEqual(['für dich']);
    expect(hidden).toMatchObject([{ text: 'not', offset: 2 }]);
  });
});

describe('what stands around the text of several pages', () => {
  const roles = ({ blocks }: Document): string[] => blocks.map(({ kind, text }) => `${kind}: ${text}`);
  const at = (y: number, text: string, size = 8): string => `BT /F1 ${size} Tf 20 ${y} Td (${text}) Tj ET`;

  test('a page number alone at the top', async () => {
    expect(roles(await read(`${at(390, '12')} ${lines('We crossed it every', 'morning.')}`))).toEqual([
      'running: 12',
      'paragraph: We crossed it every\nmorning.',
    ]);
  });

  test('a head that changes its height is the same one at neither', async () => {
    const heights = [390, 390, 380, 380];
    const pages = heights.map((y, i) => `${at(y, 'River Talks')} ${lines(`We crossed it on day ${'abcd'[i]}.`)}`);
    const found = roles(await readPdf(buildPdf({ pages })));
    expect(found.filter((role) => role === 'running: River Talks')).toHaveLength(4);
  });

  test('notes are apart from one another, and from those of the next page', async () => {
    const notes = `${at(60, '* The bridge at the mill', 7)} ${at(50, 'below the weir.', 7)}`;
    const raised = `BT /F1 5 Tf 20 43 Td (2) Tj /F1 7 Tf 4 -3 Td (The other bridge) Tj ET`;
    const pages = [
      `${lines('We crossed it every morning and every', 'evening of the year before the war.')} ${notes} ${raised}`,
      `${lines('Nobody spoke of it again, to the', 'last of her days.')} ${at(60, '3 A letter', 7)}`,
    ];
    expect(roles(await readPdf(buildPdf({ pages })))).toEqual([
      'paragraph: We crossed it every morning and every\nevening of the year before the war.',
      'note: * The bridge at the mill\nbelow the weir.',
      'note: 2 The other bridge',
      'paragraph: Nobody spoke of it again, to the\nlast of her days.',
      'note: 3 A letter',
    ]);
  });
});

describe('places beyond all pages', () => {
  test.each(['1e300', '99999999999999999999', '-1e40'])('end: %s', async (far) => {
    const content = `BT /F1 10 Tf 20 360 Td (Here.) Tj 1 0 0 1 ${far} ${far} Tm (Gone.) Tj ET`;
    const { blocks } = await readPdf(buildPdf({ pages: [content] }));
    expect(blocks[0]?.text).toContain('Here.');
  });
});

test('a paragraph that runs over the end of its page says where', async () => {
  const pages = [lines('It was the ferry with her'), lines('lamps out, and no one saw.')];
  const document = await readPdf(buildPdf({ pages }));
  const [block] = document.blocks;
  expect(block).toMatchObject({ text: 'It was the ferry with her\nlamps out, and no one saw.' });
  expect([10, 25, 26, 40].map((offset) => placeOf(document, block!, offset))).toEqual(
    [1, 1, 2, 2].map((page) => ({ by: 'page', page })),
  );
});
