/** TEI and DocBook: what stands outside of blocks, what hides words, and attributes that are missing. */
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../../src/core/read/document.ts';
import { sourceOffset } from '../../../../src/core/read/place.ts';
import { readXml } from '../../../../src/core/read/xml/index.ts';

const tei = (body: string, header = ''): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>${header}</teiHeader><text><body>${body}</body></text></TEI>`;
const docbook = (body: string): string => `<article xmlns="http://docbook.org/ns/docbook">${body}</article>`;
const seen = ({ blocks }: Document): string[] => blocks.map(({ text }) => text);
const hidden = (document: Document): unknown[] =>
  document.hidden.map(({ text, by, block, offset }) => [text, by, block, offset]);
const doubts = ({ caveats, blocks }: Document): unknown[] =>
  caveats.map(({ kind, detail, at }) => [
    kind,
    detail,
    at === null ? null : (blocks[at.block]?.text.slice(at.start, at.end) ?? ''),
  ]);

describe('words in TEI', () => {
  it.each([
    ['a reference to a number', '<p>a&#65;&#x42;</p>', ['aAB']],
    ['the five signs with a name', '<p>&lt;&amp;&gt; &quot;&apos;</p>', ['<&> "\'']],
    ['white space that is a reference', '<p>one&#10;two&#32;&#9;three</p>', ['one two three']],
    ['a page that begins with the block', '<p><pb/>One<pb/>two</p>', ['One two']],
    ['lines that begin with the block', '<p><lb/>one<lb break="yes"/>two</p>', ['one\ntwo']],
    ['a block without words', '<p/><p> <hi rend="bold"/></p><p>One.</p>', ['One.']],
    [
      'a stage direction in a line and between lines',
      '<p>I went <stage>laughs</stage> home.</p><stage>Leaves.</stage><p>Yes.</p>',
      ['I went laughs home.', 'Leaves.', 'Yes.'],
    ],
    ['a note between paragraphs', '<p>One.</p><note>A note.</note><p>Two.</p>', ['One.', 'A note.', 'Two.']],
    ['a quotation that is a block of its own', '<q>Now.</q>', ['Now.']],
    ['a raised sign before all', '<p><hi rend="sup">2</hi>nd</p>', ['2 nd']],
  ])('%s', async (_what, body, words) => {
    const document = await readXml(tei(body));
    expect(seen(document)).toEqual(words);
    expect(document.caveats).toEqual([]);
  });

  it('are bold only where there are any', async () => {
    const { blocks } = await readXml(tei('<p>One <hi rend="bold"/>two<hi rend="bold"/></p>'));
    expect(blocks.map(({ text, strong }) => [text, strong])).toEqual([['One two', []]]);
  });

  it('are not those of another vocabulary, and that is said', async () => {
    const document = await readXml(tei('<p>I did <x:y xmlns:x="urn:x">not </x:y>sign it.</p>'));
    expect(seen(document)).toEqual(['I did sign it.']);
    expect(doubts(document)).toEqual([['embedded', 'y', '']]);
  });

  it('are led back to where a reference stands', async () => {
    const source = tei('<p>a&#65;b</p>');
    const [block] = (await readXml(source)).blocks;
    if (block === undefined || block.origin === null) throw new Error('no origin');
    expect(
      [0, 1, 2].map((at) =>
        source.charAt(sourceOffset(block.origin ?? { text: new Uint32Array(), source: new Uint32Array() }, at)),
      ),
    ).toEqual(['a', '&', 'b']);
  });

  it('are a figure’s, set off, whatever stands in it', async () => {
    const { blocks } = await readXml(
      tei('<p>One.</p><figure><head>Two.</head><figure><p>Three.</p></figure></figure>'),
    );
    expect(blocks.map(({ text, setOff }) => [text, setOff?.by])).toEqual([
      ['One.', undefined],
      ['Two.', 'figure'],
      ['Three.', 'figure'],
    ]);
  });

  it('are of the speaker that is named first, and by an id where the header has no name for it', async () => {
    const header = '<personGrp id="all"><name>All</name></personGrp><person><persName>Nobody</persName></person>';
    const body =
      '<p who="#all">One.</p><p><seg who="#bo #ada">Two.</seg></p><p>Three <seg who="#bo">and four.</seg></p><sp><speaker/><p>Five.</p></sp><sp><speaker>Ada <speaker>Kos</speaker></speaker><p>Six.</p></sp>';
    const { blocks } = await readXml(tei(body, header));
    expect(blocks.map(({ text, speaker }) => [text, speaker])).toEqual([
      ['One.', 'All'],
      ['Two.', 'bo'],
      ['Three and four.', null],
      ['Five.', null],
      ['Six.', 'Ada Kos'],
    ]);
  });
});

describe('words that a TEI text hides', () => {
  const rendition = (css: string, more: string): string => `<rendition xml:id="r" ${more}>${css}</rendition>`;

  it.each([
    ['by a word for it', '', '<hi rend="hidden">not</hi>', 'style'],
    ['by a style', '', '<hi style="visibility: hidden">not</hi>', 'style'],
    ['by CSS in its rendition', '', '<hi rend="display: none">not</hi>', 'style'],
    ['by a rendition it points at', rendition('font-size: 0', ''), '<hi rendition="#x #r">not</hi>', 'size'],
    ['by the rendition of its element', rendition('display: none', 'selector="seg, hi"'), '<hi>not</hi>', 'style'],
    [
      'by the rendition of its element, without a name',
      '<rendition selector="hi">display: none</rendition>',
      '<hi>not</hi>',
      'style',
    ],
    [
      'by the usage of its element',
      `${rendition('display: none', '')}<tagUsage gi="hi" render="#r"/>`,
      '<hi>not</hi>',
      'style',
    ],
  ])('%s', async (_what, header, not, by) => {
    const document = await readXml(tei(`<p>I did ${not} sign it.</p>`, header));
    expect(seen(document)).toEqual(['I did sign it.']);
    expect(hidden(document)).toEqual([['not', by, 0, 5]]);
    expect(document.caveats).toEqual([]);
  });

  it.each([
    ['a rendition that shows', rendition('color: red; -x-unknown: 1', 'selector="hi"'), '<hi rendition="#r">not</hi>'],
    ['a rendition of other elements', rendition('display: none', 'selector=" "'), '<hi>not</hi>'],
    ['a usage of no element', '<tagUsage/>', '<hi style="color: red">not</hi>'],
  ])('not by %s', async (_what, header, not) => {
    const document = await readXml(tei(`<p>I did ${not} sign it.</p>`, header));
    expect(seen(document)).toEqual(['I did not sign it.']);
  });

  it('are doubtful where it cannot be made out which they are', async () => {
    const document = await readXml(
      tei('<p>I did not sign it.</p>', rendition('display: none', 'selector="p > hi:first-child"')),
    );
    expect(doubts(document)).toEqual([['stylesheet', '1 renditions not evaluated', null]]);
    const styled = await readXml(`<?xml-stylesheet href="a.css"?>${tei('<p>Yes.</p>')}`);
    expect(doubts(styled)).toEqual([['stylesheet', '1 external style sheet', null]]);
  });

  it('stand where they would be: in a block, as one of their own, behind one, or before all', async () => {
    const hide = (element: string, text: string): string => `<${element} rend="hidden">${text}</${element}>`;
    const document = await readXml(
      tei(
        `${hide('p', 'First.')}<p>${hide('hi', 'Alone.')}</p><p>One${hide('p', 'within')}</p>${hide('hi', ' ')}${hide('list', 'Last.')}`,
      ),
    );
    expect(seen(document)).toEqual(['One']);
    expect(hidden(document)).toEqual([
      ['First.', 'style', -1, null],
      ['Alone.', 'style', -1, null],
      ['within', 'style', 0, null],
      ['Last.', 'style', 0, null],
    ]);
  });

  it('or take out before all of them are told of where the first begins', async () => {
    const document = await readXml(tei('<del>Never.</del><p><del>No.</del></p><p>Yes.</p><p><del>No.</del></p>'));
    expect(seen(document)).toEqual(['Yes.']);
    expect(doubts(document)).toEqual([
      ['deleted-text', 'del', ''],
      ['deleted-text', 'del', ''],
      ['deleted-text', 'del', ''],
    ]);
  });
});

describe('words in DocBook', () => {
  it('are terms where they stand before what they mean, and bold or not by their role', async () => {
    const { blocks } = await readXml(
      docbook(
        '<variablelist><varlistentry><term>Ada</term><listitem><para>I <emphasis>did</emphasis> <emphasis role="bold">not</emphasis>.</para></listitem></varlistentry></variablelist><glosslist><glossentry><glossterm>Fee</glossterm><glossdef>What is paid.</glossdef></glossentry></glosslist><para>A <glossterm>fee</glossterm> and a <term>term</term>.</para>',
      ),
    );
    expect(blocks.map(({ text, kind }) => [text, kind])).toEqual([
      ['Ada', 'list-item'],
      ['I did not.', 'list-item'],
      ['Fee', 'list-item'],
      ['What is paid.', 'paragraph'],
      ['A fee and a term.', 'paragraph'],
    ]);
    expect(blocks[1]?.strong).toEqual([{ start: 6, end: 9 }]);
  });

  it('keep their lines where they are preformatted, blank ones too', async () => {
    const document = await readXml(docbook('<screen>a\n\n  b</screen><screen> \n </screen>'));
    expect(seen(document)).toEqual(['a\n\n  b']);
  });

  it('are doubtful where they are for some readers only', async () => {
    const document = await readXml(
      docbook(
        '<para>I did <phrase condition="web">not</phrase> sign.</para><section os="linux"><para>Yes.</para></section>',
      ),
    );
    expect(seen(document)).toEqual(['I did not sign.', 'Yes.']);
    expect(doubts(document)).toEqual([
      ['optional-content', 'condition', 'not'],
      ['optional-content', 'os', ''],
    ]);
  });

  it('are hidden by their role', async () => {
    expect(hidden(await readXml(docbook('<para>I did <phrase role="hidden">not</phrase> sign.</para>')))).toEqual([
      ['not', 'style', 0, 5],
    ]);
  });
});
