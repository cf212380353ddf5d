/** EPUB: where the files of a book are, what is not read of it, and its sheets that import others. */
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../../src/core/read/document.ts';
import { readEpub } from '../../../../src/core/read/epub/index.ts';
import { toHtml } from '../../../../src/core/read/epub/xhtml.ts';
import { zipOf } from '../archive/make.ts';

const container = (...paths: string[]): string =>
  `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>${paths.map((path) => `<rootfile full-path="${path}"/>`).join('')}<rootfile/></rootfiles></container>`;
const opf = (items: string, spine: string, metadata = ''): string =>
  `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>${metadata}</metadata><manifest>${items}</manifest><spine>${spine}</spine></package>`;
const item = (id: string, href: string, type = 'application/xhtml+xml'): string =>
  `<item id="${id}" href="${href}" media-type="${type}"/>`;
const chapter = (body: string, head = ''): string =>
  `<html xmlns="http://www.w3.org/1999/xhtml"><head><title/>${head}</head><body>${body}</body></html>`;
const A = '<itemref idref="a"/>';

const read = (parts: Readonly<Record<string, string>>): Promise<Document> =>
  readEpub(zipOf({ mimetype: 'application/epub+zip', 'META-INF/container.xml': container('EPUB/p.opf'), ...parts }));
const seen = ({ blocks }: Document): string[] => blocks.map(({ text }) => text.trim());
const doubts = ({ caveats }: Document): string[] => caveats.map(({ kind, detail }) => `${kind}: ${detail}`);

describe('a chapter', () => {
  it.each([
    ['beside the package', 'a.xhtml', 'EPUB/a.xhtml'],
    ['in a folder, in roundabout ways', './text//../text/a.xhtml', 'EPUB/text/a.xhtml'],
    ['above the package', '../a.xhtml', 'a.xhtml'],
    ['from the root on', '/text/a.xhtml', 'text/a.xhtml'],
    ['with a place in it', 'a.xhtml?x#y', 'EPUB/a.xhtml'],
    ['in other letters', '%D0%B0.xhtml', 'EPUB/а.xhtml'],
    ['in letters that are none', '%ff.xhtml', 'EPUB/%ff.xhtml'],
  ])('is found %s', async (_what, href, name) => {
    expect(seen(await read({ 'EPUB/p.opf': opf(item('a', href), A), [name]: chapter('<p>Yes.</p>') }))).toEqual([
      'Yes.',
    ]);
  });

  it.each([
    ['on the network', 'https://example.org/a.xhtml', 'application/xhtml+xml'],
    ['on another host', '//example.org/a.xhtml', 'application/xhtml+xml'],
    ['of a type that is not read', 'a.svg', 'image/svg+xml'],
  ])('%s is not read, and that is said', async (_what, href, type) => {
    const book = opf(item('a', 'a.xhtml') + item('b', href, type), `${A}<itemref idref="b"/>`);
    const document = await read({ 'EPUB/p.opf': book, 'EPUB/a.xhtml': chapter('<p>Yes.</p>') });
    expect(seen(document)).toEqual(['Yes.']);
    expect(doubts(document)).toEqual(['embedded: a file in the reading order that is not XHTML']);
  });

  it('says what is doubtful in it, and what is so in all of them but once', async () => {
    const body = '<p>I did <ins>gladly</ins> sign.</p><script>x()</script>';
    const document = await read({
      'EPUB/p.opf': opf(item('a', 'a.xhtml') + item('b', 'b.xhtml'), `${A}<itemref idref="b"/>`),
      'EPUB/a.xhtml': chapter(body),
      'EPUB/b.xhtml': chapter(body),
    });
    expect(document.caveats.filter(({ kind }) => kind === 'script')).toHaveLength(1);
    expect(document.caveats.flatMap(({ at }) => (at === null ? [] : [at.block]))).toEqual(
      document.caveats.filter(({ at }) => at !== null).map((_, i) => i),
    );
  });
});

describe('a book', () => {
  it('of several renditions says so, and has the first language and title', async () => {
    const metadata =
      '<dc:title>The talk</dc:title><dc:title>More</dc:title><dc:language>en</dc:language><dc:language>uk</dc:language><dc:creator> </dc:creator>';
    const document = await read({
      'META-INF/container.xml': container('EPUB/p.opf', 'EPUB/q.opf'),
      'EPUB/p.opf': opf(item('a', 'a.xhtml'), A, metadata),
      'EPUB/a.xhtml': chapter('<p>Yes.</p>'),
    });
    expect(doubts(document)).toEqual(['optional-content: another rendition of the book']);
    expect(document.metadata).toEqual(
      new Map([
        ['title', 'The talk'],
        ['language', 'en'],
      ]),
    );
  });

  it.each([
    [
      'lists two files under one name',
      { 'EPUB/p.opf': opf(item('a', 'a.xhtml') + item('a', 'b.xhtml'), A) },
      'damaged',
    ],
    ['names no file in its order', { 'EPUB/p.opf': opf(item('a', 'a.xhtml'), '<itemref/>') }, 'damaged'],
    [
      'is encrypted in a way that is not told',
      { 'META-INF/encryption.xml': '<e:EncryptionMethod xmlns:e="http://www.w3.org/2001/04/xmlenc#"/>' },
      'encrypted',
    ],
  ])('that %s is refused', async (_what, parts, reason) => {
    const whole = { 'EPUB/p.opf': opf(item('a', 'a.xhtml'), A), 'EPUB/a.xhtml': chapter('<p>A.</p>'), ...parts };
    await expect(read(whole)).rejects.toMatchObject({ reason });
  });
});

describe('the sheets of a book', () => {
  const words = '<p>I did <span class="x">not </span>sign it.</p>';
  const HIDES = '.x { display: none }';
  const book = (
    sheets: Readonly<Record<string, string>>,
    head = '<link rel="stylesheet" href="a.css"/>',
  ): Promise<Document> => {
    const items = Object.keys(sheets).map((name, i) => item(`s${i}`, name, 'text/css'));
    return read({
      'EPUB/p.opf': opf(item('a', 'a.xhtml') + items.join(''), A),
      'EPUB/a.xhtml': chapter(words, head),
      ...Object.fromEntries(Object.entries(sheets).map(([name, sheet]) => [`EPUB/${name}`, sheet])),
    });
  };

  it.each([
    ['in double quotation marks', '@import "s/b.css";', HIDES],
    ['in single ones', "@import 's/b.css';", HIDES],
    ['as an address', '@import url(s/b.css);', HIDES],
    ['as an address in quotation marks', '@import url( "s/b.css" );', HIDES],
    ['for what is shown', '@import "s/b.css" screen;', HIDES],
    ['through another', '@import "s/b.css";', '@import "../c.css";'],
  ])('are read where one imports another %s', async (_what, first, second) => {
    const document = await book({ 'a.css': first, 's/b.css': second, 'c.css': HIDES });
    expect(seen(document)).toEqual(['I did sign it.']);
    expect(document.caveats).toEqual([]);
  });

  it('are not read for another medium', async () => {
    expect(seen(await book({ 'a.css': '@import "b.css" print;', 'b.css': HIDES }))).toEqual(['I did not sign it.']);
  });

  it.each([
    ['one that the book does not have', { 'a.css': '@import "z.css";' }],
    ['one on the network', { 'a.css': '@import "https://example.org/b.css";' }],
    [
      'more than a million signs of them',
      { 'a.css': '@import "b.css";@import "b.css";', 'b.css': ' '.repeat(600_000) },
    ],
    ['ones that import themselves', { 'a.css': '@import "a.css";' }],
  ])('are told of where they import %s', async (_what, sheets) => {
    const document = await book(sheets);
    expect(seen(document)).toEqual(['I did not sign it.']);
    expect(document.caveats.map(({ kind }) => kind)).toEqual(['stylesheet']);
  });

  it.each([
    [
      'by an instruction, from elsewhere',
      '<?xml-stylesheet href="z.css"?><p/>',
      '<link rel="stylesheet" href="z.css"><p></p>',
    ],
    ['by an instruction without an address', '<?xml-stylesheet?><p/>', '<p></p>'],
    ['as an alternative', '<link rel="alternate stylesheet" href="a.css"/>', null],
    ['without an address', '<link rel="stylesheet"/>', null],
    ['as something else', '<link href="a.css"/>', null],
    ['in single quotation marks', "<link rel='stylesheet' href = 'a.css'/>", '<style>b {}</style>'],
  ])('are named in a chapter %s', (_what, source, html) => {
    expect(toHtml(source, (href) => (href === 'a.css' ? 'b {}' : null))).toBe(html ?? source);
  });

  it.each([
    ['a comment', 'a<!-- b', 'a'],
    ['a section of characters', '<p><![CDATA[b', '<p>'],
    ['a tag', 'a<b c="', 'a<b c="'],
  ])('%s that does not end goes on to the end', (_what, source, html) => {
    expect(toHtml(source, () => null)).toBe(html);
  });
});
