/** Bytes of an RTF file are words only in the right code page; one that is not known is told of, never guessed in silence. */
import { describe, expect, it, vi } from 'vitest';
import { doubts, readParts, seen } from './make.ts';

const font = (more: string): string => `{\\fonttbl{\\f1${more} Font;}}`;

describe('bytes are read', () => {
  it.each([
    ['in the code page of the file', '\\ansicpg1251', "\\'cd\\'b3", 'Ні'],
    ['in windows-1252, where the file names none', '', "\\'93caf\\'e9\\'94", '“café”'],
    ['in the one of an old Macintosh', '\\mac', "caf\\'8e", 'café'],
    ['in the one of an old PC', '\\pc', "caf\\'82", 'café'],
    ['in the one of an old PC in Europe', '\\pca', "\\'b5", 'Á'],
    ['in the one that a font names by number', font('\\fcharset0\\cpg1251'), "\\f1 \\'cd\\'b3", 'Ні'],
    [
      'in UTF-8, in signs of two to four bytes',
      '\\ansicpg65001',
      "\\'d0\\'9d \\'e2\\'80\\'94 \\'f0\\'9f\\'98\\'80",
      'Н — 😀',
    ],
    ['in Korean', font('\\fcharset129'), "\\f1 \\'be\\'c8", '안'],
    ['in Japanese, half a width and a whole one', font('\\fcharset128'), "\\f1 \\'b1\\'e0\\'40", 'ｱ漾'],
    ['after a font that says nothing of its own', font(''), "\\f1 \\'e9", 'é'],
    ['with a capital hexadecimal digit', '', "\\'E9", 'é'],
  ])('%s', async (_what, head, body, text) => {
    const document = await readParts(head, `${body}\\par`);
    expect(seen(document)).toEqual([text]);
    expect(document.caveats).toEqual([]);
  });

  it.each([
    ['half a sign', font('\\fcharset128'), "\\f1 a\\'82\\f0 b", 'a\ufffdb'],
    ['half a sign and an ordinary one', font('\\fcharset128'), "\\f1 a\\'82!b", 'a\ufffd!b'],
    ['a byte that the code page does not have', '\\ansicpg1253', "a\\'d2b", 'a\ufffdb'],
  ])('%s is the replacement character, and takes no word with it', async (_what, head, body, text) => {
    expect(seen(await readParts(head, `${body}\\par`))).toEqual([text]);
  });

  it('an apostrophe without two hexadecimal digits behind it is passed over', async () => {
    expect(seen(await readParts('', "did\\'not, {did\\'9} not\\par"))).toEqual(['didnot, did9 not']);
  });
});

describe('a code page that is not known', () => {
  const GUESS = ['encoding', 'read as windows-1252', null];

  it('is read as windows-1252, and that is said once', async () => {
    const document = await readParts('\\ansicpg1361', "caf\\'e9, caf\\'e9\\par");
    expect(seen(document)).toEqual(['café, café']);
    expect(doubts(document)).toEqual([GUESS]);
  });

  it.each([
    ['plain ASCII', '\\ansicpg1361', 'I did sign it.'],
    ['Unicode with what stands in for it', '\\ansicpg1361', "caf\\u233\\'82"],
    ['the name of a font', "{\\fonttbl{\\f1\\fcharset130 \\'b9\\'d9;}}", 'I did sign it.'],
  ])('is nothing to %s', async (_what, head, body) => {
    expect(doubts(await readParts(head, `${body}\\par`))).toEqual([]);
  });

  it('has no words at all where the platform cannot decode one it should', async () => {
    vi.resetModules();
    vi.doMock('#port/legacy', () => import('../../../../src/core/port/legacy.web.ts'));
    const { readParts: readInBrowser } = await import('./make.ts');
    expect(seen(await readInBrowser('\\pc', "caf\\'82\\par"))).toEqual(['caf\ufffd']);
    vi.doUnmock('#port/legacy');
    vi.resetModules();
  });
});
