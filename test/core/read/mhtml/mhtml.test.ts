import { describe, expect, it } from 'vitest';
import { readMhtml } from '../../../../src/core/read/mhtml/index.ts';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const part = (type: string, content: string, encoding = 'quoted-printable') =>
  `--cut\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}\r\n`;
const message = (...parts: string[]) =>
  bytes(
    `From: <Saved by somebody>\r\nSubject: The subject\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="cut"\r\n\r\n${parts.join('')}--cut--\r\n`,
  );
const texts = async (input: Uint8Array) => (await readMhtml(input)).blocks.map(({ text }) => text);

describe('readMhtml', () => {
  it('reads the page and nothing else', async () => {
    const page = part('text/html; charset=utf-8', '<p hidden>not</p><p>Caf=C3=A9 =E2=80=9Cso=\r\n=E2=80=9D</p>');
    const input = message(page, part('text/css', 'p { color: red }'), part('image/png', 'aGVsbG8=', 'base64'));
    const document = await readMhtml(input);
    expect(document.format).toBe('mhtml');
    expect(document.blocks.map(({ text }) => text)).toEqual(['Café “so”']);
    expect(document.hidden.map(({ text }) => text)).toEqual(['not']);
  });

  it('reads windows-1252 as browsers do', async () => {
    expect(await texts(message(part('text/html; charset=windows-1252', '<p>don=92t =80</p>')))).toEqual(['don’t €']);
  });

  it('says that there are frames', async () => {
    const input = message(part('text/html', '<p>one</p>'), part('text/html', '<p>two</p>'));
    const { blocks, caveats } = await readMhtml(input);
    expect(blocks.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(caveats).toMatchObject([{ kind: 'frame' }]);
  });

  it.each([
    ['no page', message(part('text/plain', 'words')), 'no-text'],
    ['bytes that are not UTF-8', message(part('text/html; charset=utf-8', '<p>=FF=FE</p>')), 'not-text'],
    ['controls', message(part('text/html; charset=utf-8', '<p>a=08</p>')), 'not-text'],
    ['parts without end', message(...Array.from({ length: 10_001 }, () => part('image/png', ''))), 'too-large'],
  ])('refuses %s', async (_, input, reason) => {
    await expect(readMhtml(input)).rejects.toMatchObject({ name: 'Refusal', reason });
  });
});
