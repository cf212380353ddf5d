/** What the controls of an RTF file make of its words: fields, tables, styles, shapes and lists. */
import { describe, expect, it } from 'vitest';
import { doubts, hidden, readParts, seen } from './make.ts';

const COLOURS = '{\\colortbl;\\red255\\green255\\blue255;\\red0\\green0\\blue64;}';
const body = (text: string): string => `I did ${text}sign it.\\par`;

describe('a paragraph', () => {
  it('keeps its own formatting behind a note, a head and a box with theirs', async () => {
    const inner = '\\pard\\s2\\li30000 Inner.\\par';
    const document = await readParts(
      '{\\stylesheet{\\s1 heading 1;}{\\s2 caption;}}',
      `\\pard\\s1 A head{\\footnote${inner}}{\\header${inner}}{\\shp{\\*\\shpinst{\\shptxt${inner}}}} goes on\\par\\pard\\s2 A picture\\par`,
    );
    expect(document.blocks.map(({ text, kind }) => [text, kind])).toEqual([
      ['A head goes on', 'heading'],
      ['A picture', 'caption'],
    ]);
    expect(hidden(document)).toEqual([
      ['Inner.', 'position'],
      ['Inner.', 'position'],
      ['Inner.', 'position'],
    ]);
  });

  it('is one for each foot and head of the page', async () => {
    const { blocks } = await readParts('', 'Yes.\\par{\\footerl Page 3\\par}{\\headerf The Daily}');
    expect(blocks.map(({ text, container }) => [text, container])).toEqual([
      ['Yes.', 'body'],
      ['Page 3', 'footer'],
      ['The Daily', 'header'],
    ]);
  });

  it('ends at a backslash before the end of a line, and has tabs as they are typed', async () => {
    expect(seen(await readParts('', 'one\ttwo\\\nthree\\\rfour'))).toEqual(['one\ttwo', 'three', 'four']);
  });

  it('has bold words, and words that are raised no more', async () => {
    const { blocks } = await readParts('', 'a {\\b bold} word, x\\super 2\\nosupersub 3{\\b0 .}\\par');
    expect(blocks[0]?.text).toBe('a bold word, x 2 3.');
    expect(blocks[0]?.strong).toEqual([{ start: 2, end: 6 }]);
  });

  it('keeps words apart in what is hidden that a line end parts', async () => {
    const document = await readParts('', body('{\\v did not\\line ever }'));
    expect(seen(document)).toEqual(['I did sign it.']);
    expect(hidden(document)).toEqual([['did not\never ', 'vanish']]);
  });
});

describe('a control word without its number', () => {
  it.each([
    [
      'hides nothing by size, width, place or colour',
      '\\fs\\charscalex\\up\\dn\\expnd\\expndtw\\cf\\cb\\chcbpat\\highlight not ',
    ],
    ['hides nothing by a paragraph’s place', '\\sl\\li\\lin\\posx\\posy\\absw\\absh\\cbpat not '],
    ['is no font and no list', '\\f\\ls\\ilvl\\outlinelevel\\s\\cs not '],
    ['is one character that stands in', '\\uc\\u110?\\u111?\\u116? '],
    ['is no binary data', '\\bin not '],
  ])('%s', async (_what, not) => {
    const document = await readParts('', body(not));
    expect(seen(document)).toEqual(['I did not sign it.']);
    expect([...document.hidden, ...document.caveats]).toEqual([]);
    expect(document.blocks[0]?.kind).toBe('paragraph');
  });
});

describe('how words are kept from the eye', () => {
  it.each([
    ['letters pushed together', '{\\expndtw-100 not }', 'size'],
    ['letters moved off their line', '{\\up400 not }', 'position'],
    ['letters let down below it', '{\\dn400 not }', 'position'],
    ['letters of a web page alone', '{\\spv not }', 'vanish'],
    ['automatic letters on a black highlight', '{\\highlight3 not }', 'colour'],
    ['white letters, beyond the colours for their ground', '{\\cf1\\cb99 not }', 'colour'],
  ])('%s', async (_what, not, by) => {
    const document = await readParts(`${COLOURS.slice(0, -1)}\\red0\\green0\\blue0;}`, body(not));
    expect(seen(document)).toEqual(['I did sign it.']);
    expect(hidden(document)).toEqual([['not ', by]]);
  });

  it('colours have three parts of which each may be missing, and too much is all', async () => {
    const document = await readParts(
      '{\\colortbl;\\red300\\green255\\blue255;\\red\\blue;}',
      body('{\\cf1 not }{\\cf2 ever }'),
    );
    expect(seen(document)).toEqual(['I did ever sign it.']);
    expect(hidden(document)).toEqual([['not ', 'colour']]);
  });

  it('white letters are seen in a dark cell, and not in the one behind it', async () => {
    const row = '\\trowd\\trrh\\clcbpat2\\cellx1000\\cellx2000';
    const cell = (text: string): string => `\\pard\\intbl{\\cf1 ${text}}\\cell`;
    const document = await readParts(
      COLOURS,
      `Yes.\\par${row}${cell('One.')}${cell('Two.')}${cell('Three.')}\\row\\pard`,
    );
    expect(document.blocks.map(({ text, kind }) => [text, kind])).toEqual([
      ['Yes.', 'paragraph'],
      ['One.', 'cell'],
    ]);
    expect(hidden(document)).toEqual([
      ['Two.', 'colour'],
      ['Three.', 'colour'],
    ]);
  });

  it('a style hides words and whole paragraphs, itself or by what it is based on, in a circle too', async () => {
    const sheet =
      '{\\stylesheet{\\s1\\li30000 Away;}{\\s2\\sbasedon1 Far;}{\\*\\cs3\\sbasedon4 Round;}{\\*\\cs4\\v\\sbasedon3 And round;}}';
    const document = await readParts(sheet, `Yes.\\par\\pard\\s2 No.\\par\\pard ${body('{\\cs3 not }')}`);
    expect(seen(document)).toEqual(['Yes.', 'I did sign it.']);
    expect(hidden(document)).toEqual([
      ['No.', 'position'],
      ['not ', 'vanish'],
    ]);
  });
});

describe('a shape', () => {
  const shape = (inner: string): string => `{\\shp{\\*\\shpinst${inner}{\\shptxt\\pard not \\par}}}`;
  const property = (name: string, value: string): string => `{\\sp{\\sn ${name}}{\\sv ${value}}}`;

  it.each([
    ['hidden', property('fHidden', '1'), 'style'],
    ['beside the page', '\\shpleft-9000\\shptop0\\shpright-4000\\shpbottom900\\shpbxpage', 'position'],
    ['without height, its edges in any order', '\\shpbottom0\\shpright4000', 'clip'],
  ])('%s keeps its words from the eye', async (_what, inner, by) => {
    const document = await readParts('', body(shape(inner)));
    expect(seen(document)).toEqual(['I did sign it.']);
    expect(document.hidden).toMatchObject([{ text: 'not ', by, block: 0, offset: 6 }]);
  });

  it.each([
    ['not hidden', property('fHidden', '0')],
    ['with another property', property('fLine', '1')],
    ['of a width that is not given', '\\shpleft\\shptop\\shpwr2'],
  ])('%s shows them', async (_what, inner) => {
    expect(seen(await readParts('', body(shape(inner))))).toEqual(['I did sign it.', 'not ']);
  });

  it('that draws its words as a picture does is doubtful', async () => {
    const document = await readParts('', body(`{\\shp{\\*\\shpinst\\shpwr2${property('gtextUNICODE', 'not')}}}`));
    expect(doubts(document)).toEqual([['drawn-otherwise', 'gtextUNICODE', '']]);
  });

  it('lends nothing to words outside of one', async () => {
    const document = await readParts('', body(`{${property('fHidden', '1')}\\shpleft-9000\\shpwr1}`));
    expect(seen(document)).toEqual(['I did sign it.']);
    expect([...document.hidden, ...document.caveats]).toEqual([]);
  });
});

describe('a field', () => {
  const field = (code: string, result: string): string => `{\\field{\\*\\fldinst ${code}}{\\fldrslt ${result}}}`;

  it('is doubtful in every paragraph of its result', async () => {
    const document = await readParts('', body(`${field('INCLUDETEXT "x"', 'not.\\par Never.\\par He ')}`));
    expect(seen(document)).toEqual(['I did not.', 'Never.', 'He sign it.']);
    expect(doubts(document)).toEqual([
      ['field', 'INCLUDETEXT', 'not.'],
      ['field', 'INCLUDETEXT', 'Never.'],
      ['field', 'INCLUDETEXT', 'He '],
    ]);
  });

  it('is doubtful too where a link in it ends the paragraph', async () => {
    const document = await readParts('', field('QUOTE "x"', field('HYPERLINK "y"', 'Not so.\\par')));
    expect(doubts(document)).toEqual([['field', 'QUOTE', 'Not so.']]);
  });

  it('may be a time that is kept nowhere', async () => {
    expect(doubts(await readParts('', body('\\chdate\\chtime ')))).toEqual([
      ['field', 'DATE', ''],
      ['field', 'TIME', ''],
    ]);
  });

  it('has a name of letters and of no great length', async () => {
    const document = await readParts('', body(field(`{\\b ${'x'.repeat(90)}}${'y'.repeat(90)}`, 'not ')));
    expect(doubts(document)).toEqual([['field', 'X'.repeat(20), 'not ']]);
  });
});

describe('a list', () => {
  const level = (pattern: string, more = ''): string =>
    `{\\listlevel\\levelnfc0${more}{\\leveltext\\'01${pattern};}{\\levelnumbers;}}`;
  const told = async (table: string, overrides: string, item: string): Promise<boolean> => {
    const fonts = '{\\fonttbl{\\f1 Times;}{\\f2\\fcharset2 Wingdings;}}';
    const head = `${fonts}{\\*\\listtable${table}}{\\*\\listoverridetable${overrides}}`;
    return doubts(await readParts(head, `\\pard${item} Yes.\\par`)).some(([kind]) => kind === 'auto-number');
  };
  const named = '{\\listoverride\\listid7\\ls1}';

  it.each([
    ['words of its first level', `{\\list${level('Never')}\\listid7}`, named, '\\ls1', true],
    ['words of another level', `{\\list${level('.')}${level('Never')}\\listid7}`, named, '\\ls1\\ilvl0', false],
    ['words of the level it is on', `{\\list${level('.')}${level('Never')}\\listid7}`, named, '\\ls1\\ilvl1', true],
    ['numbers that are written out', `{\\list${level('.', '\\levelnfcn6')}\\listid7}`, named, '\\ls1', true],
    [
      'a bullet that is a sign of its font',
      `{\\list${level('n', '\\levelnfc23\\f2')}\\listid7}`,
      named,
      '\\ls1',
      false,
    ],
    [
      'a bullet that is a letter of its font',
      `{\\list${level('n', '\\levelnfc23\\f1')}\\listid7}`,
      named,
      '\\ls1',
      true,
    ],
    [
      'words that the number of a list gives anew',
      `{\\list${level('.')}\\listid7}`,
      `{\\listoverride\\listid7{\\lfolevel\\listoverrideformat1${level('Never')}}\\ls1}`,
      '\\ls1',
      true,
    ],
    [
      'words of a tenth level, which no list has',
      `{\\list${level('.').repeat(9)}${level('Never')}\\listid7}`,
      named,
      '\\ls1\\ilvl8',
      false,
    ],
    ['a list that is nowhere defined', '', '', '\\ls1', false],
  ])('%s', async (_what, table, overrides, item, words) => {
    expect(await told(table, overrides, item)).toBe(words);
  });
});
