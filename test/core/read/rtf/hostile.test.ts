/** RTF files that are broken, or made to break a reader or to slip words past it. */
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readRtf } from '../../../../src/core/read/rtf/index.ts';
import { readParts, seen } from './make.ts';

describe('an RTF file', () => {
  it('may begin with a byte order mark', async () => {
    expect(seen(await readRtf(Uint8Array.from([0xef, 0xbb, 0xbf, ...strToU8('{\\rtf1 Yes.}')])))).toEqual(['Yes.']);
  });

  it.each(['\\', "\\'", "\\'4", '\\par', '\\li', '\\li-', '\\li1', '\\bin9 ', '{', ''])(
    'that breaks off behind “%s” is damaged',
    async (end) => {
      await expect(readRtf(strToU8(`{\\rtf1 I did sign it.${end}`))).rejects.toMatchObject({ reason: 'damaged' });
    },
  );

  it('that is only half a byte order mark is damaged', async () => {
    await expect(readRtf(Uint8Array.from([0xef, 0xbb]))).rejects.toMatchObject({ reason: 'damaged' });
    await expect(readRtf(Uint8Array.from([0xef]))).rejects.toMatchObject({ reason: 'damaged' });
  });

  const many = (entry: (i: number) => string): string => Array.from({ length: 10_001 }, (_, i) => entry(i)).join('');

  it.each([
    ['fonts', `{\\fonttbl${many((i) => `\\f${i}`)}}`],
    ['colours', `{\\colortbl${many(() => ';')}}`],
    ['styles', `{\\stylesheet${many((i) => `\\s${i}`)}}`],
    ['lists', `{\\*\\listtable${many((i) => `\\listid${i}`)}}`],
    ['numbers of lists', `{\\*\\listoverridetable${many((i) => `\\ls${i}`)}}`],
  ])('of ten thousand %s and one is no document', async (_what, table) => {
    await expect(readParts(table, 'Yes.\\par')).rejects.toMatchObject({ reason: 'too-large' });
  });

  it.each([
    [
      'a font, a colour and a style before the first of its table',
      '{\\fonttbl\\fcharset2\\cpg1251 x}{\\colortbl\\cf1 x}{\\stylesheet\\v\\sbasedon1 x}',
    ],
    [
      'tables without numbers',
      '{\\fonttbl\\f\\fcharset\\cpg x;}{\\stylesheet\\s\\cs x;}{\\*\\listtable\\list\\listid\\listlevel\\levelnfc}',
    ],
    ['names without an end', `{\\fonttbl\\f1 ${'x'.repeat(5_000)}}{\\stylesheet\\s1 ${'x'.repeat(5_000)}}`],
    ['a label without an end', `{\\listtext ${'. '.repeat(5_000)}}`],
    ['a pattern without an end', `{\\*\\listtable{\\list{\\listlevel{\\leveltext ${'. '.repeat(5_000)}}}\\listid1}}`],
    ['an author without a name', '{\\info{\\author   }}'],
  ])('reads the words behind %s', async (_what, head) => {
    const document = await readParts(head, 'I did sign it.\\par');
    expect(seen(document)).toEqual(['I did sign it.']);
    expect([...document.hidden, ...document.caveats]).toEqual([]);
  });
});

describe('a group that is passed over', () => {
  it.each([
    ['words', 'not'],
    ['Unicode', '\\u233?'],
    ['a note', '{\\footnote not}'],
    ['the mark of a note', '\\chftn'],
    ['a head', '{\\header not}'],
    ['a box', '{\\shp{\\*\\shpinst{\\shptxt not}}}'],
    ['a field', '{\\field{\\*\\fldinst QUOTE}{\\fldrslt not}}'],
    ['a computed time', '\\chdate'],
    ['a revision', '\\revised'],
    ['ends of lines and paragraphs', '\\line\\par\\cell\\page'],
    ['formatting of paragraphs', '\\s1\\li30000\\sl-20'],
    ['fonts', '{\\fonttbl{\\f0 Wingdings;}}'],
    ['another encoding of itself', '{\\upr{not}{\\*\\ud not}}'],
  ])('has no %s', async (_what, inner) => {
    const document = await readParts('', `I did {\\*\\unknown ${inner}}sign it.\\par`);
    expect(seen(document)).toEqual(['I did sign it.']);
    expect([...document.hidden, ...document.caveats]).toEqual([]);
  });

  it.each([
    ['a control word', '\\u110\\lquote o', 'no'],
    ['a control symbol', '\\u110\\~o', 'no'],
    ['a byte', "\\u110\\'6eo", 'no'],
    ['not the end of a group', '{\\u110}o', 'no'],
  ])('may be one sign, which stands in for Unicode: %s', async (_what, inner, text) => {
    expect(seen(await readParts('', `${inner}\\par`))).toEqual([text]);
  });

  it('has signs that nobody knows, and they are no words', async () => {
    expect(seen(await readParts('', 'd\\|id \\:sign\\par'))).toEqual(['did sign']);
  });
});
