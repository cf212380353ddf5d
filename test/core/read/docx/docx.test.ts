import { describe, expect, it } from 'vitest';
import type { Caveat, Document } from '../../../../src/core/read/document.ts';
import { readDocx } from '../../../../src/core/read/docx/index.ts';
import { read as readAny } from '../../../../src/core/read/index.ts';
import { zipOf } from '../archive/make.ts';
import { docxOf, paragraph, part, relationship, relationships, run, sentence } from './make.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const seen = ({ blocks }: Document): string[] => blocks.map(({ text }) => text);
const read = async (body: string, parts = {}, others = {}): Promise<Document> => readDocx(docxOf(body, parts, others));
const caveat = (kind: Caveat['kind'], detail: string, start: number, end: number, block = 0): Caveat => ({
  kind,
  detail,
  at: { block, start, end },
});

describe('readDocx: words', () => {
  it('joins runs, and reads signs that are elements', async () => {
    const body = paragraph(
      `${run('Ki')}${run('ew')}<w:r><w:tab/><w:t>co</w:t><w:softHyphen/><w:t>op</w:t><w:noBreakHyphen/><w:t>ed</w:t><w:br/><w:t>x</w:t><w:cr/></w:r>`,
    );
    const document = await read(body);
    expect(seen(document)).toEqual(['Kiew\tco\u00adop\u2011ed\nx\n']);
    expect(document.blocks[0]?.lineStarts).toEqual([14, 16]);
  });

  it('reads symbols by their font', async () => {
    const symbol = (font: string, char: string): string => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    const body = paragraph(
      `${symbol('Symbol', 'F061')}${symbol('Arial', '0416')}${symbol('Wingdings', 'F0E0')}${symbol('Webdings', 'F041')}`,
    );
    expect(seen(await read(body))).toEqual(['αЖ→\uf041']);
  });

  it('parts notes and raised digits from words, and not raised letters', async () => {
    const raised = '<w:vertAlign w:val="superscript"/>';
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const body = paragraph(
      `${run('word')}${run('1', raised)}${run('0', raised)}${run('st the 1')}${run('st', raised)}${note}${run('end')}`,
    );
    expect(seen(await read(body))).toEqual(['word 10 st the 1st end']);
  });

  it('reads the main part that the relationships name, not the one with the usual name', async () => {
    const decoy = { 'word/document.xml': part('document', `<w:body>${sentence(run('not '))}</w:body>`) };
    expect(seen(await read(sentence(run('gladly ')), {}, decoy))).toEqual(['I did gladly sign it.']);
  });

  it('reads other prefixes and the strict namespaces', async () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const text = `<k:document xmlns:k="${strict}"><k:body><k:p><k:r><k:t>Nie.</k:t></k:r></k:p></k:body></k:document>`;
    expect(seen(await read('', {}, { 'word/text.xml': text }))).toEqual(['Nie.']);
  });

  it.each([
    ['paragraphs', `<x:y>${sentence(run('not '))}</x:y>`],
    ['a row', `<w:tbl><w:tr><x:y><w:tc>${sentence(run('not '))}</w:tc></x:y></w:tr></w:tbl>`],
    ['a paragraph in a box', `<x:y><x:z>${sentence(run('not '))}</x:z></x:y>`],
  ])('says so of namespaces that nobody knows around %s', async (_what, body) => {
    const document = await read(`${paragraph(run('Yes.'))}${body}`);
    expect(seen(document)).toEqual(['Yes.']);
    expect(document.caveats).toEqual([caveat('embedded', 'foreign element', 4, 4)]);
  });

  it('says nothing of numbers in elements that nobody knows', async () => {
    const body = `${paragraph(run('Yes.'))}<x:y><x:z>12</x:z></x:y><w:tbl><w:tblPr><x:y>0</x:y></w:tblPr></w:tbl>`;
    expect((await read(body)).caveats).toEqual([]);
  });

  it('leaves words of namespaces that nobody knows, and says so inside of a paragraph', async () => {
    const document = await read(sentence(`<x:r><w:r><w:t>not </w:t></w:r></x:r>`));
    expect(seen(document)).toEqual(['I did sign it.']);
    expect(document.caveats).toEqual([caveat('embedded', 'foreign element', 6, 6)]);
  });

  it('takes one alternative and never both', async () => {
    const alternatives = (requires: string): string =>
      `<mc:AlternateContent><mc:Choice Requires="${requires}">${run('not ')}</mc:Choice><mc:Fallback>${run('gladly ')}</mc:Fallback></mc:AlternateContent>`;
    expect(seen(await read(sentence(alternatives('wps'))))).toEqual(['I did not sign it.']);
    expect(seen(await read(sentence(alternatives('wps x'))))).toEqual(['I did gladly sign it.']);
  });

  it('gives text boxes after the paragraph they are anchored in', async () => {
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph(run('A box.'))}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const document = await read(`${sentence(box)}${paragraph(run('Next.'))}`);
    expect(seen(document)).toEqual(['I did sign it.', 'A box.', 'Next.']);
    expect(document.blocks.map(({ container }) => container)).toEqual(['body', 'txbx', 'body']);
    expect(document.blocks[2]?.place).toEqual({ by: 'paragraph', paragraph: 2 });
  });

  it('reads content controls, links and inserted words', async () => {
    const body = `<w:sdt><w:sdtContent>${sentence(`<w:hyperlink r:id="a">${run('not ')}</w:hyperlink>`)}</w:sdtContent></w:sdt>`;
    expect(seen(await read(body))).toEqual(['I did not sign it.']);
  });
});

describe('readDocx: blocks', () => {
  it('tells kinds by styles, lists and cells', async () => {
    const name = (id: string, value: string, more = ''): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${value}"/>${more}</w:style>`;
    const styles = part(
      'styles',
      `${name('a', 'heading 2')}${name('b', 'Mine', '<w:basedOn w:val="a"/>')}${name('c', 'Quote')}${name('d', 'x', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')}`,
    );
    const of = (properties: string): string => paragraph(run('A', '<w:b/>'), properties);
    const styledAs = (id: string): string => of(`<w:pStyle w:val="${id}"/>`);
    const item = of('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>');
    const table = `<w:tbl><w:tr><w:tc>${of('')}</w:tc></w:tr></w:tbl>`;
    const { blocks } = await read(
      `${of('')}${styledAs('a')}${styledAs('b')}${styledAs('c')}${styledAs('d')}${item}${table}`,
      { styles },
    );
    expect(blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'heading',
      'heading',
      'quote',
      'heading',
      'list-item',
      'cell',
    ]);
    expect(blocks.map(({ container }) => container).slice(-2)).toEqual(['body', 'body > tbl > tr > tc']);
    expect(blocks[0]?.strong).toEqual([{ start: 0, end: 1 }]);
  });

  it('gives notes that are referred to, and heads and feet, set off behind the body', async () => {
    const note = (id: string, text: string): string => `<w:footnote w:id="${id}">${paragraph(run(text))}</w:footnote>`;
    const mark = (id: string): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const parts = {
      footnotes: part('footnotes', `${note('1', 'Unused.')}${note('2', 'Second.')}${note('3', 'First.')}`),
      header: part('hdr', paragraph(run('The Daily'))),
    };
    const document = await read(
      `${paragraph(`${run('A')}${mark('3')}${mark('2')}`)}<w:sectPr><w:headerReference r:id="header"/></w:sectPr>`,
      parts,
    );
    expect(document.blocks.map(({ text, kind, setOff, place }) => [text, kind, setOff?.by, place])).toEqual([
      ['A', 'paragraph', undefined, { by: 'paragraph', paragraph: 1 }],
      ['First.', 'note', 'footnote', { by: 'paragraph', paragraph: 1, part: 'footnotes' }],
      ['Second.', 'note', 'footnote', { by: 'paragraph', paragraph: 2, part: 'footnotes' }],
      ['The Daily', 'running', 'running head', { by: 'paragraph', paragraph: 1, part: 'header' }],
    ]);
  });
});

describe('readDocx: what is doubtful', () => {
  const complex = (code: string, result: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

  it.each([
    [
      'deleted words',
      `<w:del>${'<w:r><w:delText>not </w:delText></w:r>'}</w:del>`,
      'I did sign it.',
      caveat('tracked-change', 'w:del', 6, 6),
    ],
    [
      'words moved away',
      `<w:moveFrom>${run('not ')}</w:moveFrom>`,
      'I did sign it.',
      caveat('tracked-change', 'w:moveFrom', 6, 6),
    ],
    ['struck words', run('not ', '<w:strike/>'), 'I did sign it.', caveat('deleted-text', 'w:strike', 6, 6)],
    ['doubly struck words', run('not ', '<w:dstrike/>'), 'I did sign it.', caveat('deleted-text', 'w:strike', 6, 6)],
    ['a computed field', complex(' QUOTE "not "', 'gladly '), 'I did gladly sign it.', caveat('field', 'QUOTE', 6, 13)],
    [
      'a simple field',
      `<w:fldSimple w:instr="DATE">${run('now ')}</w:fldSimple>`,
      'I did now sign it.',
      caveat('field', 'DATE', 6, 10),
    ],
    [
      'a turned direction',
      `<w:bdo w:val="rtl">${run('ton ')}</w:bdo>`,
      'I did ton sign it.',
      caveat('reordered', 'w:bdo', 6, 10),
    ],
    ['Latin set right to left', run('ton ', '<w:rtl/>'), 'I did ton sign it.', caveat('reordered', 'w:rtl', 6, 10)],
    [
      'a font of signs',
      run('not ', '<w:rFonts w:ascii="Wingdings"/>'),
      'I did not sign it.',
      caveat('font', 'Wingdings', 6, 10),
    ],
    [
      'words drawn above',
      '<w:ruby><w:rt><w:r><w:t>not</w:t></w:r></w:rt></w:ruby>',
      'I did sign it.',
      caveat('drawn-otherwise', 'w:rt', 6, 6),
    ],
    [
      'words drawn as a shape',
      '<w:r><w:pict><v:textpath string="not"/></w:pict></w:r>',
      'I did sign it.',
      caveat('drawn-otherwise', 'v:textpath', 6, 6),
    ],
    [
      'a bound control',
      `<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>${run('gladly ')}</w:sdtContent></w:sdt>`,
      'I did gladly sign it.',
      caveat('field', 'w:dataBinding', 6, 13),
    ],
  ])('says so of %s', async (_what, not, text, expected) => {
    const document = await read(sentence(not));
    expect(seen(document)).toEqual([text]);
    expect(document.caveats).toEqual([expected]);
    expect(document.hidden).toEqual([]);
  });

  it('says nothing of fields that point', async () => {
    expect((await read(sentence(complex(' HYPERLINK "https://example.org"', 'not ')))).caveats).toEqual([]);
    expect((await read(sentence(complex('PAGEREF x', '7 ')))).caveats).toEqual([]);
  });

  it('does not show the instruction of a field', async () => {
    const broken = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('not ')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const document = await read(sentence(broken));
    expect(seen(document)).toEqual(['I did sign it.']);
    expect(document.hidden[0]).toMatchObject({ text: 'not ', by: 'vanish', offset: 6 });
  });

  it('says so of what is brought in on opening, at its place', async () => {
    const { caveats } = await read(`${sentence('')}<w:altChunk r:id="a"/>${sentence('')}`);
    expect(caveats).toEqual([caveat('embedded', 'w:altChunk', 14, 14)]);
    expect((await read(`<w:altChunk r:id="a"/>${sentence('')}`)).caveats).toEqual([
      caveat('embedded', 'w:altChunk', 0, 0),
    ]);
  });

  it('leaves out a deleted row', async () => {
    const row = (mark: string, text: string): string =>
      `<w:tr><w:trPr>${mark}</w:trPr><w:tc>${paragraph(run(text))}</w:tc></w:tr>`;
    const document = await read(`<w:tbl>${row('<w:del w:author="N."/>', 'Gone.')}${row('', 'Here.')}</w:tbl>`);
    expect(seen(document)).toEqual(['Here.']);
    expect(document.blocks[0]?.container).toBe('body > tbl > tr > tc');
  });

  it('says so of labels that are words, over the paragraph', async () => {
    const level = (text: string, format: string): string =>
      `<w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const list = (id: string, inner: string): string =>
      `<w:abstractNum w:abstractNumId="${id}">${inner}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
    const numbering = part(
      'numbering',
      list('1', level('Never %1:', 'decimal')) +
        list('2', level('%1.', 'decimal')) +
        list('3', level('o', 'bullet')) +
        list('4', level('%1', 'cardinalText')),
    );
    const item = (id: number): string =>
      paragraph(run('Yes.'), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`);
    const { caveats } = await read([1, 2, 3, 4].map(item).join(''), { numbering });
    expect(caveats).toEqual([caveat('auto-number', 'w:lvlText', 0, 4, 0), caveat('auto-number', 'w:lvlText', 0, 4, 3)]);
  });

  it('names changes, comments and personal fields, and never their values', async () => {
    const core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Nadja</dc:creator><cp:lastModifiedBy>Otto</cp:lastModifiedBy><dc:title>The talk</dc:title></cp:coreProperties>`;
    const rels = relationships([
      relationship('m', 'word/text.xml', `${OFFICE}/officeDocument`),
      relationship(
        'c',
        'core.xml',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      ),
    ]);
    const body = sentence(`<w:ins w:author="Petra">${run('not ')}</w:ins><w:r><w:commentReference w:id="1"/></w:r>`);
    const document = await read(body, {}, { '_rels/.rels': rels, 'core.xml': core });
    expect(document.caveats).toEqual([
      { kind: 'tracked-change', detail: 'w:ins', at: null },
      { kind: 'comment', detail: 'w:comment', at: null },
      { kind: 'personal-metadata', detail: 'w:author, creator, lastModifiedBy', at: null },
    ]);
    expect(document.metadata).toEqual(new Map([['title', 'The talk']]));
    expect(JSON.stringify(document)).not.toMatch(/Nadja|Otto|Petra/);
  });
});

describe('readDocx: refusals', () => {
  it.each([
    ['a document type', { 'word/text.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }, 'unsafe-archive'],
    ['deep nesting', { 'word/text.xml': `${'<a>'.repeat(300)}${'</a>'.repeat(300)}` }, 'too-deep'],
    ['broken XML', { 'word/text.xml': '<a>' }, 'damaged'],
    ['no main part', { '_rels/.rels': relationships([]) }, 'damaged'],
    [
      'two main parts',
      {
        '_rels/.rels': relationships([
          relationship('a', 'a.xml', `${OFFICE}/officeDocument`),
          relationship('b', 'b.xml', `${OFFICE}/officeDocument`),
        ]),
      },
      'unsafe-archive',
    ],
  ])('refuses %s', async (_what, others, reason) => {
    await expect(read(sentence(''), {}, others)).rejects.toMatchObject({ reason });
  });

  it('says of a document with a password that it has one', async () => {
    const bytes = new Uint8Array(2_048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    Array.from('EncryptedPackage', (letter, i) => bytes.set([letter.charCodeAt(0), 0], 1_024 + 2 * i));
    await expect(readAny(bytes, { name: 'interview.docx' })).rejects.toMatchObject({ reason: 'encrypted' });
  });

  it('fetches nothing from outside', async () => {
    const outside = relationships([
      `<Relationship Id="a" Type="${OFFICE}/officeDocument" Target="https://example.org/a.xml" TargetMode="External"/>`,
    ]);
    await expect(readDocx(zipOf({ '_rels/.rels': outside }))).rejects.toMatchObject({ reason: 'damaged' });
  });
});
