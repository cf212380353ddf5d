import { describe, expect, it } from 'vitest';
import type { Document } from '../../../../src/core/read/document.ts';
import { readEpub } from '../../../../src/core/read/epub/index.ts';
import { toHtml } from '../../../../src/core/read/epub/xhtml.ts';
import { zipOf } from '../archive/make.ts';

const CONTAINER =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/p.opf"/></rootfiles></container>';
const chapter = (body: string, head = ''): string =>
  `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/>${head}</head><body>${body}</body></html>`;
const opf = (items: string, spine: string, metadata = ''): string =>
  `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>${metadata}</metadata><manifest>${items}</manifest><spine>${spine}</spine></package>`;
const item = (id: string, href: string, more = 'media-type="application/xhtml+xml"'): string =>
  `<item id="${id}" href="${href}" ${more}/>`;
const ref = (id: string, more = ''): string => `<itemref idref="${id}" ${more}/>`;
const seen = ({ blocks }: Document): string[] => blocks.map(({ text }) => text.trim());

function epubOf(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipOf({ mimetype: 'application/epub+zip', 'META-INF/container.xml': CONTAINER, ...parts });
}

const TWO = opf(item('a', 'text/a%20b.xhtml') + item('b', 'text/c.xhtml'), ref('b') + ref('a'));

describe('readEpub', () => {
  it('reads chapters in the order of the spine, with places in their files', async () => {
    const document = await readEpub(
      epubOf({
        'EPUB/p.opf': TWO,
        'EPUB/text/a b.xhtml': chapter('<p>Second.</p>'),
        'EPUB/text/c.xhtml': chapter('<h1>One</h1><p>First.</p>'),
      }),
    );
    expect(document.format).toBe('epub');
    expect(document.blocks.map(({ text, place, origin }) => [text, place, origin])).toEqual([
      ['One', { by: 'paragraph', paragraph: 1, part: 'c.xhtml' }, null],
      ['First.', { by: 'paragraph', paragraph: 2, part: 'c.xhtml' }, null],
      ['Second.', { by: 'paragraph', paragraph: 1, part: 'a b.xhtml' }, null],
    ]);
  });

  it('evaluates the sheets of the book, and counts hidden words from the first chapter on', async () => {
    const sheet = opf(
      item('a', 'a.xhtml') + item('b', 'b.xhtml') + item('c', 's/c.css', 'media-type="text/css"'),
      ref('a') + ref('b'),
    );
    const words = '<p>I did <span class="x">not </span>sign it.</p>';
    const linked = '<link rel="stylesheet" href="s/c.css" type="text/css"/>';
    const document = await readEpub(
      epubOf({
        'EPUB/p.opf': sheet,
        'EPUB/a.xhtml': chapter(words),
        'EPUB/b.xhtml': chapter(words, linked),
        'EPUB/s/c.css': '.x { display: none }',
      }),
    );
    expect(seen(document)).toEqual(['I did not sign it.', 'I did sign it.']);
    expect(document.hidden).toMatchObject([{ text: expect.stringMatching(/^not/), block: 1, source: null }]);
    expect(document.caveats).toEqual([]);
  });

  it('sets off chapters beside the order and the table of contents', async () => {
    const spine = opf(
      item('a', 'a.xhtml') +
        item('n', 'n.xhtml', 'media-type="application/xhtml+xml" properties="nav"') +
        item('o', 'o.xhtml'),
      ref('n') + ref('a') + ref('o', 'linear="no"'),
    );
    const document = await readEpub(
      epubOf({
        'EPUB/p.opf': spine,
        'EPUB/a.xhtml': chapter('<p>A.</p>'),
        'EPUB/n.xhtml': chapter('<p>N.</p>'),
        'EPUB/o.xhtml': chapter('<p>O.</p>'),
      }),
    );
    expect(document.blocks.map(({ text, setOff }) => [text, setOff?.by])).toEqual([
      ['N.', 'nav'],
      ['A.', undefined],
      ['O.', 'linear=no'],
    ]);
  });

  it('names personal metadata and fonts, and keeps the title', async () => {
    const font = item('f', 'f.otf', 'media-type="font/otf"');
    const book = opf(
      item('a', 'a.xhtml') + font,
      ref('a'),
      '<dc:title>The talk</dc:title><dc:creator>Nadja</dc:creator>',
    );
    const document = await readEpub(epubOf({ 'EPUB/p.opf': book, 'EPUB/a.xhtml': chapter('<p>A.</p>') }));
    expect(document.caveats).toEqual([
      { kind: 'font', detail: 'embedded font', at: null },
      { kind: 'personal-metadata', detail: 'creator', at: null },
    ]);
    expect(document.metadata.get('title')).toBe('The talk');
    expect(JSON.stringify(document)).not.toContain('Nadja');
  });

  const protectedBy = (algorithm: string): string =>
    `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><e:EncryptedData xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptionMethod Algorithm="${algorithm}"/></e:EncryptedData></encryption>`;

  it.each([
    [
      'a protected book',
      { 'META-INF/encryption.xml': protectedBy('http://www.w3.org/2001/04/xmlenc#aes128-cbc') },
      'encrypted',
    ],
    ['a missing chapter', { 'EPUB/p.opf': opf(item('a', 'z.xhtml'), ref('a')) }, 'damaged'],
    ['an order of files that are not there', { 'EPUB/p.opf': opf('', ref('a')) }, 'damaged'],
    ['a chapter that comes twice', { 'EPUB/p.opf': opf(item('a', 'a.xhtml'), ref('a') + ref('a')) }, 'damaged'],
    ['no package document', { 'META-INF/container.xml': '<a/>' }, 'damaged'],
    [
      'a chapter that declares entities',
      { 'EPUB/a.xhtml': '<!DOCTYPE html [<!ENTITY a "b">]><html/>' },
      'unsafe-archive',
    ],
  ])('refuses %s', async (_what, parts, reason) => {
    const whole = { 'EPUB/p.opf': opf(item('a', 'a.xhtml'), ref('a')), 'EPUB/a.xhtml': chapter('<p>A.</p>'), ...parts };
    await expect(readEpub(epubOf(whole))).rejects.toMatchObject({ reason });
  });

  it('reads a book whose fonts are disguised', async () => {
    const parts = { 'EPUB/p.opf': opf(item('a', 'a.xhtml'), ref('a')), 'EPUB/a.xhtml': chapter('<p>A.</p>') };
    const disguised = { ...parts, 'META-INF/encryption.xml': protectedBy('http://www.idpf.org/2008/embedding') };
    expect(seen(await readEpub(epubOf(disguised)))).toEqual(['A.']);
  });
});

describe('toHtml', () => {
  const none = (): null => null;

  it.each([
    ['empty elements', '<title/><a id="x"/>a<br/>', '<title></title><a id="x"></a>a<br/>'],
    ['sections of characters', '<p><![CDATA[<b> & c]]></p>', '<p>&lt;b> &amp; c</p>'],
    ['sections in a sheet', '<style><![CDATA[a > b {}]]></style>', '<style>a > b {}</style>'],
    ['comments and instructions', 'a<!-- <b/> --><?x y?>c', 'ac'],
    ['quotation marks around a sign', '<p title="a > b"/>c', '<p title="a > b"></p>c'],
    ['the document type', '<!DOCTYPE html PUBLIC "x" "y"><p/>', '<!DOCTYPE html><p></p>'],
  ])('rewrites %s', (_what, source, html) => {
    expect(toHtml(source, none)).toBe(html);
  });

  it('puts sheets in their place, and lets none end early', () => {
    const sheet = (href: string): string | null => (href === 'a.css' ? '</style><b>' : null);
    expect(toHtml('<link href="a.css" rel="stylesheet" media="screen"/>', sheet)).toBe(
      '<style media="screen"><\\/style><b></style>',
    );
    expect(toHtml('<?xml-stylesheet href="a.css"?>', sheet)).toBe('<style><\\/style><b></style>');
    expect(toHtml('<link href="b.css" rel="stylesheet"/>', sheet)).toBe('<link href="b.css" rel="stylesheet"/>');
  });
});
