import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Caveat, Document } from '../../../../src/core/read/document.ts';
import { readRtf } from '../../../../src/core/read/rtf/index.ts';
import { Refusal } from '../../../../src/core/refusal.ts';

const HEAD =
  '{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset128 Mincho;}{\\f3\\fcharset2 Symbol;}{\\f4\\fcharset0 Wingdings;}}' +
  '{\\colortbl;\\red255\\green255\\blue255;\\red255\\green0\\blue0;\\red0\\green0\\blue64;}';
const rtf = (body: string, head = HEAD): Uint8Array => strToU8(`{\\rtf1\\ansi\\ansicpg1252\\deff0${head}\n${body}}`);
const read = (body: string): Promise<Document> => readRtf(rtf(body));
const seen = ({ blocks }: Document): string[] => blocks.map(({ text }) => text);
const caveat = (kind: Caveat['kind'], detail: string, start: number, end: number): Caveat => ({
  kind,
  detail,
  at: { block: 0, start, end },
});

describe('readRtf: words', () => {
  it.each([
    ['Unicode with what stands in for it', "caf\\u233?, \\u8217\\'92", 'café, ’'],
    ['Unicode with other numbers of stand-ins', "{\\uc2 \\u1078\\'e6\\'e7a}\\uc0\\u1078 b", 'жaжb'],
    ['negative numbers and pairs', '\\u-10179?\\u-8704?', '😀'],
    ['the code page of the file', "na\\'efve \\'80", 'naïve €'],
    ['the code page of the font', "{\\f1 \\'cd\\'b3} \\'ce", 'Ні Î'],
    ['characters of two bytes', "{\\f2 \\'82\\'cd\\'82\\'a2 A}", 'はい A'],
    ['a symbol font', '{\\f3 a}', 'α'],
    ['signs that are words', '\\lquote a\\rquote\\~b\\_c\\-d\\emdash\\bullet', '‘a’\u00a0b\u2011c\u00add—•'],
    ['escaped signs', '\\{a\\\\b\\}', '{a\\b}'],
    ['lines', 'a\\line b\nc\\tab d', 'a\nbc\td'],
    ['raised letters and digits', 'x{\\super 2} 1{\\super st} y{\\up6 3}z', 'x 2 1st y 3 z'],
    ['the later of two encodings', '{\\upr{a?}{\\*\\ud{a\\u1078?}}}', 'aж'],
  ])('reads %s', async (_what, body, text) => {
    expect(seen(await read(`${body}\\par`))).toEqual([text]);
  });

  it('passes over pictures, bytes and destinations nobody knows', async () => {
    const body =
      'I {\\pict 0102ff}{\\*\\unknown not }{\\*\\themedata 00}\\bin4 }}}}did.{\\xe not}{\\object{\\*\\objdata 00}{\\result  it}}\\par';
    expect(seen(await read(body))).toEqual(['I did. it']);
  });

  it('gives paragraphs, headings, cells, items, notes, heads and boxes', async () => {
    const sheet = `${HEAD}{\\stylesheet{\\s7 heading 1;}}`;
    const body =
      'one{\\footnote\\chftn A note.}two\\par\\pard\\s7 Head\\par\\pard\\ls1 item\\par\\trowd\\cellx1\\pard\\intbl c\\cell\\row\\pard' +
      '{\\header The Daily\\par}{\\shp{\\*\\shpinst{\\sp{\\sn not}}{\\shptxt A box.\\par}}{\\shprslt not}}last\\par';
    const document = await readRtf(rtf(body, sheet));
    expect(
      document.blocks.map(({ text, kind, setOff, container }) => [text, kind, setOff?.by ?? '', container]),
    ).toEqual([
      ['one two', 'paragraph', '', 'body'],
      ['Head', 'heading', '', 'body'],
      ['item', 'list-item', '', 'body'],
      ['c', 'cell', '', 'body > table > row > cell'],
      ['last', 'paragraph', '', 'body'],
      ['A box.', 'paragraph', '', 'text-box'],
      ['A note.', 'note', 'footnote', 'footnotes'],
      ['The Daily', 'running', 'running head', 'header'],
    ]);
  });
});

describe('readRtf: words kept from the eye', () => {
  it.each([
    ['hidden text', '{\\v not }', 'vanish'],
    ['white letters', '{\\cf1 not }', 'colour'],
    ['letters in the colour of their highlight', '{\\cf2\\highlight2 not }', 'colour'],
    ['letters of one point', '{\\fs2 not }', 'size'],
    ['letters without width', '{\\charscalex1 not }', 'size'],
  ])('finds %s', async (_what, not, by) => {
    const document = await read(`I did ${not}sign it.\\par`);
    expect(seen(document)).toEqual(['I did sign it.']);
    expect(document.hidden).toEqual([{ text: 'not ', by, block: 0, offset: 6, source: null, hint: false }]);
  });

  it('finds words hidden by their style', async () => {
    const document = await readRtf(rtf('I did {\\cs9 not }sign it.\\par', `${HEAD}{\\stylesheet{\\*\\cs9\\v Gone;}}`));
    expect(document.hidden.map(({ text }) => text)).toEqual(['not ']);
  });

  it('sees white letters on a dark ground', async () => {
    const body = '{\\cf1\\chcbpat3 not }{\\v0 at all}\\par\\pard\\cbpat3{\\cf1 ever}\\par';
    const document = await read(body);
    expect(seen(document)).toEqual(['not at all', 'ever']);
    expect(document.hidden).toEqual([]);
  });
});

describe('readRtf: what is doubtful', () => {
  it.each([
    ['struck words', '{\\strike not }', 'I did sign it.', caveat('deleted-text', '\\strike', 6, 6)],
    ['deleted words', '{\\deleted not }', 'I did sign it.', caveat('tracked-change', '\\deleted', 6, 6)],
    [
      'a computed field',
      '{\\field{\\*\\fldinst QUOTE "not"}{\\fldrslt gladly }}',
      'I did gladly sign it.',
      caveat('field', 'QUOTE', 6, 13),
    ],
    ['a font of signs', '{\\f4 not }', 'I did not sign it.', caveat('font', 'Wingdings', 6, 10)],
  ])('says so of %s', async (_what, not, text, expected) => {
    const document = await read(`I did ${not}sign it.\\par`);
    expect(seen(document)).toEqual([text]);
    expect(document.caveats).toEqual([expected]);
  });

  it('says nothing of a link', async () => {
    expect(
      (await read('{\\field{\\*\\fldinst HYPERLINK "https://example.org"}{\\fldrslt here}}\\par')).caveats,
    ).toEqual([]);
  });

  it('says so of labels that are words, and not of numbers', async () => {
    const item = (label: string): string => `\\pard{\\listtext ${label}\\tab}Yes.\\par`;
    expect((await read(item('iv.') + item('Never 2:'))).caveats).toEqual([
      { kind: 'auto-number', detail: 'list', at: { block: 1, start: 0, end: 4 } },
    ]);
  });

  it('names changes, comments and personal fields, and never their values', async () => {
    const document = await read(
      '{\\info{\\title The talk}{\\author Nadja}}a{\\revised b}{\\*\\atnauthor Otto}{\\*\\annotation Really?}\\par',
    );
    expect(seen(document)).toEqual(['ab']);
    expect(document.caveats.map(({ kind, at }) => [kind, at])).toEqual([
      ['tracked-change', null],
      ['comment', null],
      ['personal-metadata', null],
    ]);
    expect(document.metadata).toEqual(new Map([['title', 'The talk']]));
    expect(JSON.stringify(document)).not.toMatch(/Nadja|Otto|Really/);
  });
});

describe('readRtf: words where none belong, which some programs show', () => {
  const told = (word: string): Caveat[] => [caveat('embedded', `\\${word}`, 6, 6)];

  it.each([
    ['a bullet', '{\\*\\pn not }', 'pn'],
    ['a form field', '{\\*\\formfield not }', 'formfield'],
    ['a separator of notes', '{\\ftnsep not }', 'ftnsep'],
    ['a background', "{\\background \\'6eot }", 'background'],
    ['a property of a shape', '{\\sp \\u110?ot }', 'sp'],
    ['the older of two encodings', '{\\upr{not }{\\*\\ud{}}}', 'upr'],
    ['a group in a bullet', '{\\*\\pn{\\b not }}', 'pn'],
    ['a group in a picture', '{\\pict 00{not }ff}', 'pict'],
    ['a style sheet amid the text', '{\\stylesheet{\\s1 not ;}}', 'stylesheet'],
    ['a title amid the text', '{\\info{\\title not }}', 'info'],
  ])('says so of %s', async (_what, words, word) => {
    const document = await read(`I did ${words}sign.\\par`);
    expect(seen(document)).toEqual(['I did sign.']);
    expect(document.caveats).toEqual(told(word));
  });

  it.each([
    ['a bullet with its signs', "{\\*\\pn\\pnlvlblt\\pnindent0{\\pntxtb\\'b7}}"],
    ['a form field with its parts', '{\\*\\formfield{\\*\\ffname Not}}'],
    ['a separator of notes with its sign', '{\\*\\ftnsep\\pard\\plain \\chftnsep }'],
    ['a name in two encodings', '{\\upr{\\*\\bkmkstart Not}{\\*\\ud{\\*\\bkmkstart Not}}}'],
    ['a picture with its properties', '{\\pict{\\*\\picprop{\\sp{\\sn Not}{\\sv At all}}}{\\*\\blipuid ab}00ff}'],
    ['properties of a user', '{\\*\\userprops{\\propname Not}\\proptype30{\\staticval At all}}'],
    ['white space', '{\\*\\pn\r\n}'],
  ])('says nothing of %s', async (_what, parts) => {
    const document = await read(`I did ${parts}sign.\\par`);
    expect(seen(document)).toEqual(['I did sign.']);
    expect(document.caveats).toEqual([]);
  });

  it('says nothing of the tables at the head of the file', async () => {
    const head =
      '{\\fonttbl{\\f0 Times;}}{\\colortbl;}{\\stylesheet Normal;{\\s1 heading 1;}}{\\*\\revtbl{Unknown;}}{\\*\\listtable}{\\info{\\title Not}}';
    const document = await readRtf(rtf('I did sign.\\par', head));
    expect(document.caveats).toEqual([]);
  });

  it('says so between paragraphs', async () => {
    const document = await read('I did sign.\\par{\\*\\pn not\\par}Yes.\\par');
    expect(seen(document)).toEqual(['I did sign.', 'Yes.']);
    expect(document.caveats).toEqual([caveat('embedded', '\\pn', 11, 11)]);
  });
});

describe('readRtf: refusals', () => {
  it.each([
    ['what is no RTF', strToU8('I said nothing.'), 'damaged'],
    ['a file that breaks off', rtf('a').slice(0, -1), 'damaged'],
    ['deep nesting', rtf(`${'{'.repeat(3_000)}${'}'.repeat(3_000)}`), 'too-deep'],
  ])('refuses %s', async (_what, bytes, reason) => {
    await expect(readRtf(bytes)).rejects.toMatchObject({ reason });
  });

  it('never fails in another way', async () => {
    const signs = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '\\par ',
        '\\u233?',
        "\\'",
        "\\'82",
        '\\*',
        '\\v',
        '\\footnote',
        '\\field',
        '\\fldrslt ',
        '\\upr',
        '\\f2 ',
        'a',
        '\\bin9',
        '\\header',
        '\\s1',
      ),
      { maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(signs, async (parts) => {
        try {
          expect((await read(parts.join(''))).format).toBe('rtf');
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 300 },
    );
  });
});
