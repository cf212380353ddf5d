/** Writers of the formats that are pages: HTML, and what carries it. */
import { strToU8 } from 'fflate';
import { zipOf } from '../read/archive/make.ts';
import { around, escapeXml, type Way, type Ways, type Writer } from './writer.ts';

const styled = (style: string): Way => ({ mark: around('span', `style="${style}"`) });
const bold = (words: string): string => `<b>${escapeXml(words)}</b>`;

/** Without any sheet. */
const IN_PLACE: Ways = {
  display: styled('display:none'),
  visibility: styled('visibility:hidden'),
  opacity: styled('opacity:0'),
  'font size': styled('font-size:0'),
  'tiny font': styled('font-size:0.4px'),
  attribute: { mark: around('span', 'hidden="hidden"') },
  'white on white': styled('color:#fff'),
  transparent: styled('color:transparent'),
  'off the page': styled('position:absolute;left:-9999px'),
  clipped: styled('position:absolute;clip:rect(0 0 0 0)'),
  'a box of no size': styled('display:inline-block;width:0;height:0;overflow:hidden'),
  indented: styled('display:inline-block;text-indent:-9999px;overflow:hidden'),
  scaled: styled('display:inline-block;transform:scale(0)'),
  'inside hidden': {
    mark: (word) => `<span style="display:none"><b style="display:inline">${escapeXml(word)}</b></span>`,
  },
};

/** With a sheet. */
const IN_A_SHEET: Ways = {
  'class of a rule': { mark: around('span', 'class="gone"'), needs: '.gone { display: none }' },
  'id of a rule': { mark: around('span', 'id="away"'), needs: '#away { visibility: hidden }' },
  'element of a rule': { mark: around('samp'), needs: 'samp { color: white } body { background: white }' },
};

const DROPS: Ways = {
  'a comment': { mark: (word) => `<!-- ${escapeXml(word)} -->` },
  'struck through': { mark: around('s') },
  deleted: { mark: around('del') },
};

const body = ([title = '', ...rest]: readonly string[]): string =>
  `<h1>${title}</h1>\n${rest.map((markup) => `<p>${markup}</p>`).join('\n')}`;

const page = (paragraphs: readonly string[], head: string): string =>
  `<!DOCTYPE html><html lang="en"><head><title>x</title>${head}</head><body>
<nav><a href="/">Home</a></nav><main>${body(paragraphs)}</main><footer><p>The Gazette</p></footer></body></html>`;

export const HTML: Writer = {
  format: 'html',
  name: 'copy.html',
  places: 'lines',
  say: escapeXml,
  label: bold,
  write: (paragraphs, needs = '') => strToU8(page(paragraphs, `<meta charset="utf-8"/><style>${needs}</style>`)),
  hides: { ...IN_PLACE, ...IN_A_SHEET },
  drops: DROPS,
};

const CUT = '--cut\r\n';

/** Quoted-printable of UTF-8 (RFC 2045, 6.7), a soft line end every seventy characters. */
function quotedPrintable(text: string): string {
  const hex = (byte: number): string => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  const pieces = Array.from(strToU8(text), (byte) =>
    (byte >= 0x21 && byte <= 0x7e && byte !== 0x3d) || byte === 0x20 ? String.fromCharCode(byte) : hex(byte),
  );
  const lines: string[] = [];
  for (let at = 0; at < pieces.length; at += 70) lines.push(pieces.slice(at, at + 70).join(''));
  return lines.join('=\r\n');
}

const part = (headers: string, content: string): string =>
  `${CUT}${headers}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(content)}\r\n`;

/** A sheet at `address` is a part of its own; without one it stands in the page. */
const linked = (header: string, address: string, sheet: string): string => `${header}\n${address}\n${sheet}`;

function mhtml(paragraphs: readonly string[], needs: string): string {
  const [header, address, sheet] = needs.split('\n');
  const link = address === undefined ? `<style>${needs}</style>` : `<link rel="stylesheet" href="${address}"/>`;
  const parts = [
    part(
      'Content-Type: text/html; charset=utf-8\r\nContent-Location: https://paper.example/talk',
      page(paragraphs, link),
    ),
    ...(sheet === undefined ? [] : [part(`Content-Type: text/css\r\n${header}`, sheet)]),
  ];
  const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="cut"\r\n\r\n';
  return `From: <Saved by a browser>\r\nSubject: x\r\n${head}${parts.join('')}--cut--\r\n`;
}

const gone = around('span', 'class="gone"');
const SHEET = '.gone { display: none }';

export const MHTML: Writer = {
  ...HTML,
  format: 'mhtml',
  name: 'copy.mhtml',
  places: 'packed lines',
  write: (paragraphs, needs = '') => strToU8(mhtml(paragraphs, needs)),
  hides: {
    ...IN_PLACE,
    ...IN_A_SHEET,
    'a sheet by its location': {
      mark: gone,
      needs: linked('Content-Location: https://paper.example/a.css', 'https://paper.example/a.css', SHEET),
    },
    'a sheet by a location beside the page': {
      mark: gone,
      needs: linked('Content-Location: https://paper.example/styles/a.css', 'styles/a.css', SHEET),
    },
    'a sheet by its id': { mark: gone, needs: linked('Content-ID: <css-1@paper>', 'cid:css-1@paper', SHEET) },
  },
};

const CONTAINER =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfile full-path="book/p.opf"/></container>';
const PACKAGE = `<package xmlns="http://www.idpf.org/2007/opf"><manifest>
<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="s" href="s.css" media-type="text/css"/>
<item id="t" href="t.css" media-type="text/css"/></manifest><spine><itemref idref="a"/></spine></package>`;

/** The book's sheet is linked, and what follows `@` stands in a sheet that it imports. */
function epub(paragraphs: readonly string[], needs: string): Uint8Array {
  const imported = needs.startsWith('@') ? needs.slice(1) : '';
  const head = '<title/><link rel="stylesheet" type="text/css" href="s.css"/>';
  return zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': CONTAINER,
    'book/p.opf': PACKAGE,
    'book/s.css': imported === '' ? needs : '@import "t.css";',
    'book/t.css': imported,
    'book/a.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><head>${head}</head><body>${body(paragraphs)}</body></html>`,
  });
}

export const EPUB: Writer = {
  ...HTML,
  format: 'epub',
  name: 'copy.epub',
  places: 'paragraphs',
  write: (paragraphs, needs = '') => epub(paragraphs, needs),
  hides: {
    ...IN_PLACE,
    ...IN_A_SHEET,
    'an imported sheet': { mark: gone, needs: `@${SHEET}` },
  },
};

const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#&~|]/gu, '\\$&');

export const MARKDOWN: Writer = {
  format: 'markdown',
  name: 'copy.md',
  places: 'lines',
  say: escapeMarkdown,
  label: (words) => `**${escapeMarkdown(words)}**`,
  write: ([title = '', ...rest], needs = '') =>
    strToU8(`# ${title}\n\n${needs === '' ? '' : `<style>${needs}</style>\n\n`}${rest.join('\n\n')}\n`),
  hides: { ...IN_PLACE, ...IN_A_SHEET },
  drops: { ...DROPS, tildes: { mark: (word) => `~~${escapeMarkdown(word)}~~` } },
};
