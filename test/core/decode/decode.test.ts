import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { declaredEncoding, decode } from '../../../src/core/decode/index.ts';
import { surveyUtf8 } from '../../../src/core/decode/utf8.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => Uint8Array.from(values);
const encoded = (text: string, encoding: string) => Uint8Array.from(iconv.encode(text, encoding));

const RUSSIAN =
  'Вопрос: Почему вы уехали из города?\nОтвет: Я уехал, потому что моя семья там больше не жила. Это был трудный год.\n';
const UKRAINIAN = 'Чому ви поїхали з міста? Я поїхала, бо моєї сім’ї там уже не було. Її дім згорів.\n';
const GERMAN =
  'Warum sind Sie gegangen? – Natürlich wollte ich bleiben, aber das Gebäude gehörte „niemandem“ mehr. Später fiel mir das Weggehen schwer.\n';
const GREEK = 'Γιατί φύγατε από την πόλη; Έφυγα επειδή η οικογένειά μου δεν ζούσε πια εκεί.\n';

describe('what is certain', () => {
  it.each([
    ['UTF-8', utf8('naïve — “so”'), 'utf-8'],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, ...utf8('naïve — “so”')), 'utf-8'],
    ['UTF-16, little end first', bytes(0xff, 0xfe, ...iconv.encode('naïve — “so”', 'utf-16le')), 'utf-16le'],
    ['UTF-16, big end first', bytes(0xfe, 0xff, ...iconv.encode('naïve — “so”', 'utf-16be')), 'utf-16be'],
  ])('%s', async (_, input, encoding) => {
    expect(await decode(input)).toEqual({ text: 'naïve — “so”', encoding, certain: true });
  });

  it('takes a declared encoding at its word', async () => {
    const decoded = await decode(encoded(RUSSIAN, 'koi8-r'), { declared: 'KOI8-R' });
    expect(decoded).toEqual({ text: RUSSIAN, encoding: 'koi8-r', certain: true });
  });

  it('decodes what is declared as Latin 1 as browsers do', async () => {
    const decoded = await decode(bytes(0x64, 0x6f, 0x6e, 0x92, 0x74), { declared: 'iso-8859-1' });
    expect(decoded).toEqual({ text: 'don’t', encoding: 'windows-1252', certain: true });
  });

  it('prefers valid UTF-8 to its declaration, and says that they differ', async () => {
    expect(await decode(utf8('чай'), { declared: 'windows-1251' })).toEqual({
      text: 'чай',
      encoding: 'utf-8',
      certain: false,
    });
  });

  it('gives back any text that holds no control characters', async () => {
    const text = fc.string({ unit: 'binary' }).filter((s) => !/[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]|^\ufeff/.test(s));
    await fc.assert(
      fc.asyncProperty(text, async (s) => {
        expect((await decode(utf8(s))).text).toBe(s);
        expect((await decode(bytes(0xff, 0xfe, ...iconv.encode(s, 'utf-16le')))).text).toBe(s);
      }),
    );
  });
});

describe('what is guessed', () => {
  it.each([
    [RUSSIAN, 'windows-1251'],
    [RUSSIAN, 'koi8-r'],
    [RUSSIAN, 'ibm866'],
    [RUSSIAN, 'iso-8859-5'],
    [RUSSIAN, 'x-mac-cyrillic'],
    [UKRAINIAN, 'windows-1251'],
    [GERMAN, 'windows-1252'],
    [GERMAN, 'macintosh'],
    [GREEK, 'iso-8859-7'],
  ])('%j in %s', async (text, encoding) => {
    const input = encoded(text, encoding === 'x-mac-cyrillic' ? 'maccyrillic' : encoding);
    expect(await decode(input)).toEqual({ text, encoding, certain: false });
  });

  it('lets the reading that fits the transcript decide', async () => {
    const input = encoded('Ő szőke.', 'windows-1250');
    const fits = (text: string) => (text.includes('szőke') ? 1 : 0);
    expect((await decode(input)).text).not.toBe('Ő szőke.');
    expect(await decode(input, { confirm: fits })).toMatchObject({ text: 'Ő szőke.', certain: false });
  });

  it('takes no encoding that fits the sample and not the whole', async () => {
    const sample = GERMAN.repeat(400);
    expect((await decode(encoded(sample, 'windows-1252'))).encoding).toBe('windows-1252');
    const spoilt = Uint8Array.from([...encoded(sample, 'windows-1252'), 0x81]);
    await expect(decode(spoilt)).rejects.toMatchObject({
      reason: 'not-text',
      detail: expect.stringMatching(/fits no encoding$/),
    });
  });

  it('takes a label that nobody knows for none', async () => {
    expect(await decode(encoded(RUSSIAN, 'koi8-r'), { declared: 'x-klingon' })).toEqual({
      text: RUSSIAN,
      encoding: 'koi8-r',
      certain: false,
    });
  });

  it('guesses from a sample, and decodes all of a large file', async () => {
    const text = `${'plain words and nothing else\n'.repeat(5_000)}${RUSSIAN.repeat(2_000)}`;
    expect((await decode(encoded(text, 'koi8-r'))).text).toBe(text);
  });
});

describe('what is refused', () => {
  it.each([
    ['NUL', utf8('a\0b'), 'U+0000 at offset 1, line 1'],
    ['a backspace', utf8('one\ntw\bo'), 'U+0008 at offset 6, line 2'],
    ['an escape', utf8('\x1b[2J'), 'U+001B'],
    ['a control of C1', utf8('a\u009b31m'), 'U+009B'],
    ['an overlong form', bytes(0x61, 0xc1, 0xaf, 0xe2, 0x80, 0x99), '0xC1 at offset 1'],
    ['a surrogate in UTF-8', bytes(0xe2, 0x80, 0x99, 0xed, 0xa0, 0x80), '0xED at offset 3'],
    ['half a sign among whole ones', bytes(0xc3, 0xa9, 0xc3, 0xa9, 0xff), '0xFF at offset 4'],
    ['an odd byte of UTF-16', bytes(0xff, 0xfe, 0x61), 'utf-16le'],
    ['bytes that windows-1252 does not have', bytes(0x61, 0x81, 0x8d, 0x9d), '0x81 at offset 1'],
  ])('%s', async (_, input, detail) => {
    const refusal = await decode(input).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'Refusal', reason: 'not-text', detail: expect.stringContaining(detail) });
  });

  it.each([
    ['half a sign of it', bytes(0x61, 0x82), 'shift_jis'],
    ['a byte that it does not have', bytes(0x61, 0xd2, 0x62), 'windows-1253'],
    ['a control character in it', encoded('café\b', 'windows-1252'), 'windows-1252'],
  ])('%s, where the file declares an encoding', async (_, input, declared) => {
    await expect(decode(input, { declared })).rejects.toMatchObject({
      reason: 'not-text',
      detail: `bytes that are not ${declared}, which the file declares`,
    });
  });

  it('single bytes that are declared to be UTF-16, which in a declaration is UTF-8', async () => {
    await expect(decode(encoded('café', 'windows-1252'), { declared: 'utf-16' })).rejects.toMatchObject({
      reason: 'not-text',
      detail: expect.stringMatching(/is not UTF-8$/),
    });
  });

  it('bytes that are not the UTF-8 they are declared to be', async () => {
    await expect(decode(encoded('café', 'windows-1252'), { declared: 'utf-8' })).rejects.toMatchObject({
      reason: 'not-text',
    });
  });

  it('keeps white space and NEL', async () => {
    expect((await decode(utf8('a\t\n\v\f\r\u0085b'))).text).toBe('a\t\n\v\f\r\u0085b');
  });
});

describe('surveyUtf8', () => {
  it.each([
    ['the last sign of Unicode', [0xf4, 0x8f, 0xbf, 0xbf], 4, 0],
    ['what would lie behind it', [0xf4, 0x90, 0x80, 0x80], 0, 4],
    ['a sign of three bytes in four', [0xf0, 0x82, 0x82, 0xac], 0, 4],
    ['a sign of two bytes in three', [0xe0, 0x82, 0xa9], 0, 3],
    ['a surrogate', [0xed, 0xa0, 0x80], 0, 3],
    ['the sign before the surrogates', [0xed, 0x9f, 0xbf], 3, 0],
    ['a sign that breaks off', [0xe2, 0x80], 0, 2],
  ])('counts the bytes of %s', (_, input, valid, invalid) => {
    expect(surveyUtf8(bytes(...input))).toMatchObject({ valid, invalid });
  });
});

describe('declaredEncoding', () => {
  it.each([
    ['<?xml version="1.0" encoding="windows-1251"?><TEI/>', 'windows-1251'],
    ['<!doctype html><meta charset=koi8-r>', 'koi8-r'],
    ['<META http-equiv="Content-Type" content="text/html; charset=iso-8859-2">', 'iso-8859-2'],
    ['<!-- <meta charset="koi8-r"> --><meta charset="utf-8">', 'utf-8'],
    ['<!-- <meta charset="koi8-r">', null],
    ['<p>charset=koi8-r</p>', null],
    ['<meta name="author"><meta charset="koi8-r">', 'koi8-r'],
  ])('%j', (markup, label) => {
    expect(declaredEncoding(utf8(markup))).toBe(label);
  });
});
