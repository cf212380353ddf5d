import { describe, expect, it } from 'vitest';
import { placeOf, sourceOffset } from '../../../../src/core/read/place.ts';
import { readXml } from '../../../../src/core/read/xml/index.ts';

const tei = (body: string, header = ''): string =>
  `<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>${header}</teiHeader><text><body>${body}</body></text></TEI>`;
const docbook = (body: string): string =>
  `<!DOCTYPE article>\n<article xmlns="http://docbook.org/ns/docbook"><info><title>The talk</title></info>${body}</article>`;

describe('readXml: TEI', () => {
  it('reads paragraphs, heads, items and cells, and no header', async () => {
    const document = await readXml(
      tei(
        '<head>H</head><p>One\n  <hi rend="bold">two</hi>.</p><list><item>i</item></list><table><row><cell>c</cell></row></table>',
        '<title>The talk</title><p>not</p>',
      ),
    );
    expect(document.format).toBe('tei');
    expect(document.metadata).toEqual(new Map([['title', 'The talk']]));
    expect(document.blocks.map(({ text, kind }) => [text, kind])).toEqual([
      ['H', 'heading'],
      ['One two.', 'paragraph'],
      ['i', 'list-item'],
      ['c', 'cell'],
    ]);
    expect(document.blocks[1]?.strong).toEqual([{ start: 4, end: 7 }]);
    expect(document.blocks[1]?.container).toBe('TEI > text > body');
  });

  it('keeps the place of every word', async () => {
    const source = tei('<p>A &amp; B<!-- c -->\r\n  d&#x1F600;<![CDATA[ <e>]]></p>');
    const document = await readXml(source);
    const [block] = document.blocks;
    expect(block?.text).toBe('A & B d😀 <e>');
    if (block === undefined || block.origin === null) throw new Error('no origin');
    for (const word of ['A', 'B', 'd', '<e>']) {
      expect(source.startsWith(word, sourceOffset(block.origin, block.text.indexOf(word)))).toBe(true);
    }
    expect(source.startsWith('&#x1F600;', sourceOffset(block.origin, 7))).toBe(true);
    expect(placeOf(document, block, 6)).toEqual({ by: 'line', line: 3, column: 3 });
  });

  it('takes speakers from utterances, from sp and from said', async () => {
    const header = '<person xml:id="ana"><persName>Ana Kos</persName></person>';
    const body =
      '<u who="#ana">Yes.</u><u who="#bo">No.</u><sp><speaker>Vera:</speaker><p>Why?</p><lg><l>So.</l></lg></sp><p><said who="#ana">Never.</said></p><p>He left.</p>';
    const { blocks } = await readXml(tei(body, header));
    expect(blocks.map(({ text, speaker }) => [text, speaker])).toEqual([
      ['Yes.', 'Ana Kos'],
      ['No.', 'bo'],
      ['Why?', 'Vera:'],
      ['So.', 'Vera:'],
      ['Never.', 'Ana Kos'],
      ['He left.', null],
    ]);
  });

  it('gives notes and running heads set off, behind the block they stand in', async () => {
    const { blocks } = await readXml(tei('<p>One<note><p>A note.</p></note>two<fw>The Daily</fw>.</p><p>Three</p>'));
    expect(blocks.map(({ text, kind, setOff }) => [text, kind, setOff?.by])).toEqual([
      ['One two .', 'paragraph', undefined],
      ['A note.', 'note', 'note'],
      ['The Daily', 'running', 'running head'],
      ['Three', 'paragraph', undefined],
    ]);
  });

  it('leaves out deleted words, takes one of a choice, and says so', async () => {
    const { blocks, caveats } = await readXml(
      tei('<p>I did <del>not </del><add>gladly </add><choice><sic>singed</sic><corr>signed</corr></choice> it.</p>'),
    );
    expect(blocks[0]?.text).toBe('I did gladly singed it.');
    expect(caveats).toEqual([
      { kind: 'deleted-text', detail: 'del', at: { block: 0, start: 5, end: 5 } },
      { kind: 'optional-content', detail: 'corr', at: { block: 0, start: 19, end: 19 } },
    ]);
  });

  it('marks breaks inside of words', async () => {
    const { blocks } = await readXml(tei('<p>co-<lb/>operate with<lb/>the to<lb break="no"/>day</p>'));
    expect(blocks[0]?.text).toBe('co-\noperate with\nthe to\nday');
    expect(blocks[0]?.breaks).toEqual([
      { kind: 'hyphen', start: 2, end: 4 },
      { kind: 'bare', start: 23, end: 24 },
    ]);
    expect(blocks[0]?.lineStarts).toEqual([4, 17, 24]);
  });

  it('puts quotation marks around quoted words that have none', async () => {
    const { blocks } = await readXml(
      tei('<p>He said <q>no</q>, “<quote>never</quote>” and <q>“not now”</q>.</p><quote><p>Now.</p></quote>'),
    );
    expect(blocks.map(({ text }) => text)).toEqual(['He said “no”, “never” and “not now”.', 'Now.']);
  });

  it('leaves out struck words', async () => {
    const { blocks, caveats } = await readXml(
      tei('<p>I did <hi rendition="simple:strikethrough">not </hi>sign it.</p>'),
    );
    expect(blocks[0]?.text).toBe('I did sign it.');
    expect(caveats.map(({ kind }) => kind)).toEqual(['deleted-text']);
  });

  it('says which elements name a person, and not whom', async () => {
    const document = await readXml(tei('<p>Yes.</p>', '<titleStmt><author><name>Nadja</name></author></titleStmt>'));
    expect(document.caveats).toEqual([{ kind: 'personal-metadata', at: null, detail: 'author' }]);
    expect(JSON.stringify(document)).not.toContain('Nadja');
  });

  it('parts raised digits from words and not raised letters', async () => {
    const { blocks } = await readXml(tei('<p>word<hi rend="sup">2</hi>end 1<hi rend="superscript">st</hi></p>'));
    expect(blocks[0]?.text).toBe('word 2 end 1st');
  });
});

describe('readXml: DocBook', () => {
  it('reads its blocks, quotes and notes', async () => {
    const document = await readXml(
      docbook(
        '<title>H</title><para>He said <quote>no</quote>.<footnote><para>A note.</para></footnote></para><itemizedlist><listitem><para>i</para></listitem></itemizedlist><qandaset><qandaentry><question><para>Why?</para></question></qandaentry></qandaset><programlisting>a\n  b</programlisting>',
      ),
    );
    expect(document.format).toBe('docbook');
    expect(document.blocks.map(({ text, kind, setOff }) => [text, kind, setOff?.by])).toEqual([
      ['H', 'heading', undefined],
      ['He said “no”.', 'paragraph', undefined],
      ['A note.', 'note', 'footnote'],
      ['i', 'list-item', undefined],
      ['Why?', 'paragraph', undefined],
      ['a\n  b', 'preformatted', undefined],
    ]);
    expect(document.metadata).toEqual(new Map([['title', 'The talk']]));
  });

  it('leaves out what is marked deleted, remarks, and other texts of a picture', async () => {
    const { blocks, caveats } = await readXml(
      docbook(
        '<para>I did <phrase revisionflag="deleted">not </phrase>sign it.<emphasis role="strikethrough">gladly</emphasis><remark>Really?</remark><inlinemediaobject><textobject><phrase>not</phrase></textobject></inlinemediaobject></para>',
      ),
    );
    expect(blocks[0]?.text).toBe('I did sign it.');
    expect(caveats.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['tracked-change', 'phrase'],
      ['deleted-text', 'emphasis'],
      ['comment', 'remark'],
    ]);
  });

  it('says so of words that come from elsewhere', async () => {
    const { caveats } = await readXml(
      docbook('<para>See <xref linkend="a"/>.</para><include xmlns="http://www.w3.org/2001/XInclude" href="b.xml"/>'),
    );
    expect(caveats).toEqual([
      { kind: 'field', detail: 'xref', at: { block: 0, start: 3, end: 3 } },
      { kind: 'embedded', detail: 'xi:include', at: { block: 0, start: 5, end: 5 } },
    ]);
  });
});

describe('readXml: refusals', () => {
  it.each([
    ['an entity bomb', '<!DOCTYPE TEI [<!ENTITY a "no"><!ENTITY b "&a;&a;">]><TEI>&b;</TEI>', 'unsafe-archive'],
    [
      'an outside entity',
      '<!DOCTYPE article [<!ENTITY a SYSTEM "file:///a">]><article>&a;</article>',
      'unsafe-archive',
    ],
    ['deep nesting', tei(`${'<hi>'.repeat(3_000)}${'</hi>'.repeat(3_000)}`), 'too-deep'],
    ['broken XML', '<TEI><p></TEI>', 'damaged'],
    ['another vocabulary', '<rss/>', 'unknown-format'],
  ])('refuses %s', async (_what, source, reason) => {
    await expect(readXml(source)).rejects.toMatchObject({ reason });
  });
});
