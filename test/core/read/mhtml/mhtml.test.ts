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

  it('takes the encoding from the page where the headers say none', async () => {
    const page = (head: string) => `<meta charset=3Dwindows-1251>${head}<p>=CF=F0=E0=E2=E4=E0</p>`;
    expect(await texts(message(part('text/html', page(''))))).toEqual(['Правда']);
    expect(await texts(message(part('text/html; charset=koi8-r', page(''))))).toEqual(['оПЮБДЮ']);
  });

  it('reads pages in frames by themselves, behind the page', async () => {
    const page = part('text/html', '<style>.a{display:none}</style><p class=3Db>one</p>');
    const frame = part('text/html', '<style>.b{display:none}</style><p class=3Da>two</p><p class=3Db>three</p>');
    const { blocks, hidden, caveats } = await readMhtml(message(page, frame));
    expect(blocks.map(({ text, place, container }) => [text, place.by, container])).toEqual([
      ['one', 'line', 'body'],
      ['two', 'paragraph', 'iframe > body'],
    ]);
    expect(hidden).toMatchObject([{ text: 'three', block: 1 }]);
    expect(caveats).toMatchObject([{ kind: 'frame' }]);
  });

  it('shows the page that the message begins with', async () => {
    const head = (id: string, words: string) =>
      `--cut\r\nContent-Type: text/html\r\nContent-ID: <${id}>\r\n\r\n<p>${words}</p>\r\n`;
    const input = bytes(
      `Content-Type: multipart/related; start="<b>"; boundary="cut"\r\n\r\n${head('a', 'frame')}${head('b', 'page')}--cut--\r\n`,
    );
    expect(await texts(input)).toEqual(['page', 'frame']);
  });

  it('takes folded headers, parts in parts, base64 and a boundary that others begin with', async () => {
    const inner = `--cutout\r\nContent-Type:\r\n text/html;\r\n charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+\r\nSG FsbG88L3A+\r\n--cutout--\r\n`;
    const input = message(`--cut\r\nContent-Type: multipart/alternative; boundary=cutout\r\n\r\n${inner}\r\n`);
    expect(await texts(input)).toEqual(['Hallo']);
  });

  it('leaves out what is attached, and messages in the message', async () => {
    const attached = '--cut\r\nContent-Type: text/html\r\nContent-Disposition: attachment\r\n\r\n<p>two</p>\r\n';
    const forwarded = '--cut\r\nContent-Type: message/rfc822\r\n\r\nSubject: three\r\n\r\nfour\r\n';
    expect(await texts(message(part('text/html', '<p>one</p>'), attached, forwarded))).toEqual(['one']);
  });

  it.each([
    ['no page', message(part('text/plain', 'words')), 'no-text'],
    ['bytes that are not UTF-8', message(part('text/html; charset=utf-8', '<p>=FF=FE</p>')), 'not-text'],
    ['controls', message(part('text/html; charset=utf-8', '<p>a=08</p>')), 'not-text'],
    [
      'two types of one part',
      message('--cut\r\nContent-Type: text/html\r\nContent-Type: text/plain\r\n\r\nx\r\n'),
      'damaged',
    ],
    [
      'parts in parts without end',
      bytes(
        Array.from({ length: 20 }, (_, i) => `--b${i - 1}\r\nContent-Type: multipart/mixed; boundary=b${i}\r\n\r\n`)
          .join('')
          .slice(7),
      ),
      'too-large',
    ],
    [
      'more parts than one message may have',
      message(...Array.from({ length: 10_001 }, () => part('image/png', ''))),
      'too-large',
    ],
    ['parts without end', message(...Array.from({ length: 20_000 }, () => part('image/png', ''))), 'too-large'],
    [
      'a message that has a boundary and no parts',
      bytes('Content-Type: multipart/related; boundary=cut\r\n\r\n<p>a'),
      'no-text',
    ],
  ])('refuses %s', async (_, input, reason) => {
    await expect(readMhtml(input)).rejects.toMatchObject({ name: 'Refusal', reason });
  });

  it.each<[string, string, string[]]>([
    [
      'lines that end in LF alone',
      'Content-Type: multipart/related; boundary=cut\n\n--cut\nContent-Type: text/html\n\n<p>a</p>\n--cut--\n',
      ['a'],
    ],
    [
      'a last line that does not end',
      'Content-Type: multipart/related; boundary=cut\r\n\r\n--cut\r\nContent-Type: text/html\r\n\r\n<p>a</p>\r\n--cut--',
      ['a'],
    ],
    [
      'a message that breaks off',
      'Content-Type: multipart/related; boundary=cut\r\n\r\n--cut\r\nContent-Type: text/html\r\n\r\n<p>a</p>',
      ['a'],
    ],
    [
      'words behind a boundary on one line',
      'Content-Type: multipart/related; boundary=cut\n\n--cut\nContent-Type: text/html\n\n<p>a</p>\n--cut b\n--cut--\n',
      ['a', '--cut b'],
    ],
    ['a page that is the whole message', 'Content-Type: text/html\r\n\r\n<p>a</p>', ['a']],
    ['headers without a page', 'Content-Type: text/html', []],
    [
      'a page with no headers of its own',
      'Content-Type: multipart/related; boundary=cut\r\n\r\n--cut\r\n\r\nwords\r\n--cut\r\nContent-Type: TEXT/HTML;x=y\r\n\r\n<p>a',
      ['a'],
    ],
  ])('reads %s', async (_, input, expected) => {
    expect(await texts(bytes(input))).toEqual(expected);
  });

  it.each([
    ['quoted-printable', 'a=\nb', 'ab'],
    ['quoted-printable', 'a=3db', 'a=b'],
    ['quoted-printable', '4 =ZZ 4 =3', '4 =ZZ 4 =3'],
    ['quoted-printable', 'a =', 'a ='],
    ['base64', 'YSBi', 'a b'],
    ['base64', 'YQ==YSBi', 'a'],
    ['base64', 'Y\u00e9S*Bi', 'a b'],
    ['8bit', 'a=3Db', 'a=3Db'],
  ])('takes the words out of %s: %s', async (packing, content, expected) => {
    const input = bytes(`Content-Type: text/html\r\nContent-Transfer-Encoding: ${packing}\r\n\r\n${content}`);
    expect(await texts(input)).toEqual([expected]);
  });

  it.each([
    ['by its address', 'x.css', 'http://x.test/x.css', ''],
    ['by a part of its address', 'a/x.css', 'http://x.test/b/a/x.css', '<base href=3D"/b/">'],
    ['by an address that leads nowhere', 'http://', 'http://', ''],
    ['by a part of an address that leads nowhere', 'x.css', 'http://x.test/x.css', '<base href=3D"http://">'],
    ['by its id', 'cid:sheet', '', ''],
  ])('takes the sheet a page asks for %s', async (_, address, location, base) => {
    const page = `--cut\r\nContent-Type: text/html\r\nContent-Location: http://x.test/\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${base}<link rel=3Dstylesheet href=3D"${address}"><p>one <i>two</i></p>\r\n`;
    const sheet = `--cut\r\nContent-Type: text/css\r\nContent-Location: ${location}\r\nContent-ID: <sheet>\r\n\r\ni{display:none}\r\n`;
    const { blocks, hidden } = await readMhtml(message(page, sheet));
    expect([blocks.map(({ text }) => text), hidden.map(({ text }) => text)]).toEqual([['one'], ['two']]);
  });

  it('says of which encoding a page is only guessed to be', async () => {
    const { blocks, caveats } = await readMhtml(message(part('text/html', '<p>don=92t</p>')));
    expect(blocks.map(({ text }) => text)).toEqual(['don’t']);
    expect(caveats).toEqual([{ kind: 'encoding', at: null, detail: 'read as windows-1252' }]);
  });

  it('leads what it says of a frame to the frame', async () => {
    const frame = part('text/html', '<link rel=3Dstylesheet href=3Dy><p>two <s>x</s> three</p>');
    const { caveats } = await readMhtml(message(part('text/html', '<p>one</p>'), frame));
    expect(caveats).toEqual([
      { kind: 'deleted-text', at: { block: 1, start: 3, end: 3 }, detail: '<s>' },
      { kind: 'stylesheet', at: null, detail: '1 external style sheet' },
      { kind: 'frame', at: null, detail: '1 framed, read behind the page' },
    ]);
  });
});
