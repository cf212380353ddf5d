import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../../src/core/read/pdf/index.ts';
import { buildPdf, lines, type Parts } from './build.ts';

const form = (resources: string): string => `/Type/XObject/Subtype/Form/BBox[0 0 400 400]${resources}`;

/** A form that draws the next one ten times, and so on. */
function nested(depth: number): Parts {
  const objects: Record<number, [string, string]> = {};
  for (let i = 0; i < depth; i++) {
    objects[100 + i] = [form(`/Resources<</XObject<</X ${101 + i} 0 R>>>>`), '/X Do '.repeat(10)];
  }
  objects[100 + depth] = [form(''), '0 0 1 1 re f '.repeat(10)];
  return { pages: ['/X Do'], resources: '/XObject<</X 100 0 R>>', objects };
}

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

  test('a page that is broken', async () => {
    const whole = String.fromCharCode(...buildPdf({ pages: [lines('One.'), lines('Two.'), lines('Three.')] }));
    const broken = whole.replace('14 0 obj\n<</Type', '14 0 obj\n<<)Type');
    const bytes = Uint8Array.from(broken, (character) => character.charCodeAt(0));
    await expect(readPdf(bytes)).rejects.toMatchObject({ name: 'Refusal', reason: 'damaged' });
    await new Promise((resolve) => setTimeout(resolve, 20));
  });

  test('forms that multiply are stopped', { timeout: 60_000 }, async () => {
    await expect(readPdf(buildPdf(nested(9)))).rejects.toMatchObject({ name: 'Refusal', reason: 'too-large' });
  });

  test('forms that draw themselves do not hang', async () => {
    const bytes = buildPdf({
      pages: [`${lines('I did not sign it.')} /X Do`],
      resources: '/XObject<</X 100 0 R>>',
      objects: { 100: [form('/Resources<</XObject<</X 100 0 R>>>>'), '/X Do'] },
    });
    expect((await readPdf(bytes)).blocks.map(({ text }) => text)).toEqual(['I did not sign it.']);
  });

  test('the bytes are left as they are', async () => {
    const bytes = buildPdf({ pages: [lines('I did not sign it.')] });
    const copy = bytes.slice();
    await readPdf(bytes);
    expect(bytes).toEqual(copy);
  });
});
