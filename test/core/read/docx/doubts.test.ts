/** What may show other words than those that are read is told at its place, and what stands in odd places takes no word away. */
import { describe, expect, it } from 'vitest';
import type { Caveat } from '../../../../src/core/read/document.ts';
import { readDocx } from '../../../../src/core/read/docx/index.ts';
import { docxOf, paragraph, part, relationship, relationships, run, sentence } from './make.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
type Told = readonly [kind: Caveat['kind'], detail: string, words: string | null];

/** The seen text of each block, and each caveat with the words it touches. */
async function told(body: string, parts = {}, others = {}): Promise<{ seen: string[]; doubts: Told[] }> {
  const { blocks, caveats } = await readDocx(docxOf(body, parts, others));
  const doubts = caveats.map(
    ({ kind, detail, at }): Told => [kind, detail, at === null ? null : blocks[at.block]!.text.slice(at.start, at.end)],
  );
  return { seen: blocks.map(({ text }) => text), doubts };
}

const BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
const SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
const END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
const code = (name: string): string => `<w:r><w:instrText>${name}</w:instrText></w:r>`;

describe('fields', () => {
  it('are doubtful in each paragraph that their result runs through', async () => {
    const body = `${paragraph(`${run('He said ')}${BEGIN}${code('QUOTE')}${SEPARATE}${run('never')}`)}${paragraph(run('again'))}${paragraph(`${END}${run('Yes.')}`)}`;
    expect(await told(body)).toEqual({
      seen: ['He said never', 'again', 'Yes.'],
      doubts: [
        ['field', 'QUOTE', 'never'],
        ['field', 'QUOTE', 'again'],
        ['field', 'QUOTE', ''],
      ],
    });
  });

  it('that begin in one paragraph and show nothing there are doubtful in the next alone', async () => {
    const body = `${paragraph(`${run('He said')}${BEGIN}${code('QUOTE')}${SEPARATE}`)}${paragraph(`${run('never')}${END}`)}`;
    expect((await told(body)).doubts).toEqual([['field', 'QUOTE', 'never']]);
  });

  it.each([
    ['that end and were not begun', END],
    ['that show a result and were not begun', SEPARATE],
    ['of a mark that nobody knows', '<w:r><w:fldChar w:fldCharType="pause"/></w:r>'],
    ['of an instruction outside of any', code('QUOTE')],
  ])('%s are none', async (_, mark) => {
    expect(await told(sentence(`${mark}${run('not ')}`))).toEqual({ seen: ['I did not sign it.'], doubts: [] });
  });

  it('show their result behind the first of two marks', async () => {
    const twice = sentence(`${BEGIN}${code('QUOTE')}${SEPARATE}${run('not ')}${SEPARATE}${END}`);
    expect(await told(twice)).toEqual({ seen: ['I did not sign it.'], doubts: [['field', 'QUOTE', 'not ']] });
  });

  it.each([
    ['without an instruction', `<w:fldSimple>${run('not ')}</w:fldSimple>`, [['field', '?', 'not ']]],
    ['of a formula', `<w:fldSimple w:instr="= 1 + 1">${run('not ')}</w:fldSimple>`, [['field', '=', 'not ']]],
    [
      'that point, with a long address',
      `<w:fldSimple w:instr="HYPERLINK ${'a'.repeat(200)}">${run('not ')}</w:fldSimple>`,
      [],
    ],
  ])('%s', async (_, field, doubts) => {
    expect(await told(sentence(field))).toEqual({ seen: ['I did not sign it.'], doubts });
  });

  it('outside of all paragraphs touch no words', async () => {
    const body = `<w:fldSimple w:instr="QUOTE">${sentence(run('not '))}</w:fldSimple>`;
    expect((await told(body)).seen).toEqual(['I did not sign it.']);
  });

  it('within fields beyond all measure are refused: the words of an instruction would be taken for seen ones', async () => {
    const open = `${BEGIN}${code('PAGE')}${SEPARATE}`;
    const deep = `${open.repeat(200)}${BEGIN}${run('not ')}${END.repeat(201)}`;
    await expect(told(sentence(deep))).rejects.toMatchObject({ name: 'Refusal', reason: 'too-deep' });
  });
});

describe('content controls', () => {
  const control = (inner: string, properties = '<w:sdtPr><w:dataBinding/></w:sdtPr>'): string =>
    `<w:sdt>${properties}<w:sdtContent>${inner}</w:sdtContent></w:sdt>`;

  it('around paragraphs are doubtful over each of them, and over none behind', async () => {
    const bound = control(`${sentence(run('not '))}${sentence('')}`);
    expect(await told(`${bound}${paragraph(run('Yes.'))}`)).toEqual({
      seen: ['I did not sign it.', 'I did sign it.', 'Yes.'],
      doubts: [
        ['field', 'w:dataBinding', 'I did not sign it.'],
        ['field', 'w:dataBinding', 'I did sign it.'],
      ],
    });
  });

  it.each([
    ['that are bound to nothing', sentence(control(run('not '), '<w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr>'))],
    ['whose binding is that of no control', sentence(`<w:sdtPr><w:dataBinding/></w:sdtPr>${run('not ')}`)],
    [
      'whose binding is not among its properties',
      sentence(`<w:sdt><w:dataBinding/><w:sdtContent>${run('not ')}</w:sdtContent></w:sdt>`),
    ],
    ['whose content is that of no control', sentence(`<w:sdtContent>${run('not ')}</w:sdtContent>`)],
  ])('%s are not', async (_, body) => {
    expect(await told(body)).toEqual({ seen: ['I did not sign it.'], doubts: [] });
  });
});

describe('tracked changes', () => {
  const cell = (mark: string, text: string): string => `<w:tc><w:tcPr>${mark}</w:tcPr>${paragraph(run(text))}</w:tc>`;

  it('that take out a cell', async () => {
    const body = `${paragraph(run('Before.'))}<w:tbl><w:tr>${cell('', 'Here.')}${cell('<w:cellDel w:author="N."/>', 'Gone.')}${cell('', 'There.')}</w:tr></w:tbl>`;
    const { seen, doubts } = await told(body);
    expect(seen).toEqual(['Before.', 'Here.', 'There.']);
    expect(doubts).toEqual([
      ['tracked-change', 'w:cellDel', ''],
      ['personal-metadata', 'w:author', null],
    ]);
  });

  it('of the end of a paragraph', async () => {
    const changed = (mark: string): string =>
      paragraph(run('I did sign it.'), `<w:rPr><w:${mark} w:author=""/></w:rPr>`);
    expect((await told(changed('del'))).doubts).toEqual([['tracked-change', 'w:del', '']]);
    expect((await told(changed('ins'))).doubts).toEqual([['tracked-change', 'w:ins', null]]);
  });

  it.each([
    ['a row', '<w:trPr><w:del/></w:trPr>'],
    ['a cell', '<w:tcPr><w:cellDel/></w:tcPr>'],
    ['a cell, outside of its properties', '<w:cellDel/>'],
  ])('in odd places take out no more than themselves: that of %s', async (_, mark) => {
    const odd = `<w:tbl><w:tr><w:tc>${paragraph(`${mark}${run('I did.')}`)}</w:tc></w:tr></w:tbl>`;
    const { seen, doubts } = await told(`${odd}${sentence(run('not '))}`);
    expect(seen).toEqual(['I did.', 'I did not sign it.']);
    expect(doubts).toEqual([['tracked-change', expect.stringMatching(/^w:(?:del|cellDel)$/u), '']]);
  });
});

describe('alternate content', () => {
  const choice = (requires: string, inner: string): string => `<mc:Choice${requires}>${inner}</mc:Choice>`;
  const alternate = (inner: string): string => sentence(`<mc:AlternateContent>${inner}</mc:AlternateContent>`);
  const doubt: Told = ['optional-content', 'mc:AlternateContent', ''];

  it.each([
    ['that nobody here knows is not read, and told', choice(' Requires="x"', run('not ')), 'I did sign it.', [doubt]],
    [
      'that requires a prefix without a namespace',
      choice(' Requires="nobody"', run('not ')),
      'I did sign it.',
      [doubt],
    ],
    ['that requires nothing is read', choice('', run('not ')), 'I did not sign it.', []],
    ['without alternatives is read', run('not '), 'I did not sign it.', []],
    [
      'that differs in white space alone is the same',
      `${choice(' Requires="wps"', run('not '))}<mc:Fallback>${run(' no')}${run('t')}</mc:Fallback>`,
      'I did not sign it.',
      [],
    ],
  ])('%s', async (_, inner, text, doubts) => {
    expect(await told(alternate(inner))).toEqual({ seen: [text], doubts });
  });

  it('outside of alternatives is not read', async () => {
    expect((await told(sentence(`<mc:Fallback>${run('not ')}</mc:Fallback>`))).seen).toEqual(['I did not sign it.']);
  });

  it('too long to be compared is doubtful', async () => {
    const long = 'word '.repeat(30_000);
    const branches = `${choice(' Requires="wps"', run(long))}<mc:Fallback>${run(`${long}not`)}</mc:Fallback>`;
    expect((await told(alternate(branches))).doubts.map(([kind]) => kind)).toEqual(['optional-content']);
    expect((await told(alternate(choice(' Requires="wps"', run(long))))).doubts).toEqual([]);
  });
});

describe('boxes over and under the words', () => {
  const words = (text: string): string => `<wps:txbx><w:txbxContent>${paragraph(run(text))}</w:txbxContent></wps:txbx>`;
  const behind = (inner: string): string =>
    `<w:r><w:drawing><wp:anchor behindDoc="1">${inner}</wp:anchor></w:drawing></w:r>`;
  const old = (wrap: string, style = 'position:absolute'): string =>
    `<w:r><w:pict><v:shape style="${style}"><w10:wrap xmlns:w10="urn:schemas-microsoft-com:office:word"${wrap}/></v:shape></w:pict></w:r>`;

  it.each([
    ['behind them, of one word', behind(words('not')), [['drawn-otherwise', 'a box beside the words', '']]],
    ['behind them, of many words', behind(words('I never saw the letter')), []],
    ['behind them, a picture', behind(''), []],
    ['in VML, that they keep clear of', old(' type="square"'), []],
    ['in VML, that they do not keep clear of', old(''), [['covered', 'a box in front of the text', '']]],
    ['in VML, behind them anyway', old(' type="square"', 'position:absolute;z-index:-1'), []],
    ['in VML, drawn from no words', '<w:r><w:pict><v:textpath/></w:pict></w:r>', []],
  ])('%s', async (_, box, doubts) => {
    const found = await told(sentence(box));
    expect(found.seen[0]).toBe('I did sign it.');
    expect(found.doubts).toEqual(doubts);
  });
});

describe('lists', () => {
  const level = (text: string, more = '', number = 0): string =>
    `<w:lvl w:ilvl="${number}"><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
  const bullet = (text: string, font: string): string =>
    `<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="${text}"/><w:rPr>${font}</w:rPr></w:lvl>`;
  const abstract = (id: string, inner: string): string =>
    `<w:abstractNum w:abstractNumId="${id}">${inner}</w:abstractNum>`;
  const list = (id: string, uses: string, inner = ''): string =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${uses}"/>${inner}</w:num>`;
  const item = (properties: string): string => paragraph(run('Yes.'), properties);
  const numbered = (id: string, depth = '<w:ilvl w:val="0"/>'): string =>
    item(`<w:numPr>${depth}<w:numId w:val="${id}"/></w:numPr>`);
  const WORDED: readonly Told[] = [['auto-number', 'w:lvlText', 'Yes.']];

  it.each([
    [
      'a level that the list has for itself',
      abstract('1', level('%1.')) + list('1', '1', `<w:lvlOverride>${level('Never %1:')}</w:lvlOverride>`),
      numbered('1'),
      WORDED,
    ],
    [
      'a level that another list of the same number has',
      abstract('1', level('Never %1:')) + abstract('2', level('%1.')) + list('1', '2'),
      numbered('1'),
      [],
    ],
    [
      'a list that starts anew',
      abstract('1', level('Never %1:')) + list('1', '1', '<w:lvlOverride><w:startOverride w:val="4"/></w:lvlOverride>'),
      numbered('1'),
      WORDED,
    ],
    [
      'a list that a style defines',
      abstract('1', '<w:numStyleLink w:val="S"/>') +
        abstract('2', `<w:styleLink w:val="S"/>${level('Never %1:')}`) +
        list('1', '1'),
      numbered('1'),
      WORDED,
    ],
    ['a list that does not exist', abstract('1', level('Never %1:')), numbered('9'), []],
    ['a list without numbers', '<w:abstractNum><w:lvl/></w:abstractNum><w:num/>', numbered('9'), []],
    ['no list, as the paragraph says', abstract('1', level('Never %1:')) + list('0', '1'), numbered('0'), []],
    [
      'a level that is no number, which is the first',
      abstract('1', level('Never %1:')) + list('1', '1'),
      numbered('1', '<w:ilvl w:val="x"/>'),
      WORDED,
    ],
    [
      'a level that is not said, which is the first',
      abstract('1', level('Never %1:')) + list('1', '1'),
      numbered('1', ''),
      WORDED,
    ],
    [
      'a level of the style',
      abstract('1', level('%1.') + level('Never %1:', '<w:pStyle w:val="P"/>', 1)) + list('1', '1'),
      item('<w:pStyle w:val="P"/><w:numPr><w:numId w:val="1"/></w:numPr>'),
      WORDED,
    ],
    [
      'a bullet of a word',
      abstract('1', bullet('Never', '<w:rFonts w:ascii="Arial"/>')) + list('1', '1'),
      numbered('1'),
      WORDED,
    ],
    [
      'a bullet of a word in a font of signs',
      abstract('1', bullet('Never', '<w:rFonts w:hAnsi="Wingdings"/>')) + list('1', '1'),
      numbered('1'),
      [],
    ],
    [
      'a bullet of a word in a font that is not named',
      abstract('1', bullet('Never', '<w:rFonts/>')) + list('1', '1'),
      numbered('1'),
      WORDED,
    ],
    [
      'a number in words of its own',
      abstract('1', '<w:lvl w:ilvl="0"><w:numFmt w:val="custom" w:format="a, b, c"/><w:lvlText w:val="%1"/></w:lvl>') +
        list('1', '1'),
      numbered('1'),
      WORDED,
    ],
  ])('%s', async (_, numbering, body, doubts) => {
    expect((await told(body, { numbering: part('numbering', numbering) })).doubts).toEqual(doubts);
  });
});

describe('the parts of the package', () => {
  const rels = (...inner: readonly string[]): Record<string, string> => ({
    'word/_rels/text.xml.rels': relationships(inner),
  });
  const header = '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>';
  const head = part('hdr', paragraph(run('The Daily')));

  it.each([
    ['named from the root', '/other/head.xml', 'other/head.xml'],
    ['named from where the text is', 'head.xml', 'word/head.xml'],
    ['named a step up', '../head.xml', 'head.xml'],
    ['named by way of itself', './x/.././head.xml', 'word/head.xml'],
  ])('%s', async (_, target, name) => {
    const others = { ...rels(relationship('h', target, `${OFFICE}/header`)), [name]: head };
    expect((await told(sentence('') + header, {}, others)).seen).toEqual(['I did sign it.', 'The Daily']);
  });

  it.each([
    ['that is missing', [relationship('h', 'nowhere.xml', `${OFFICE}/header`)]],
    [
      'outside of the package',
      [`<Relationship Id="h" Type="${OFFICE}/header" Target="head.xml" TargetMode="External"/>`],
    ],
    ['that nothing refers to', [relationship('g', 'head.xml', `${OFFICE}/header`)]],
    ['whose relationship is not whole', ['<Relationship Id="h"/>', '<Other/>']],
  ])('a header %s is not read', async (_, inner) => {
    const others = { ...rels(...inner), 'word/head.xml': head };
    expect((await told(sentence('') + header, {}, others)).seen).toEqual(['I did sign it.']);
  });

  it('a main part that is missing', async () => {
    const missing = { '_rels/.rels': relationships([relationship('m', 'nowhere.xml', `${OFFICE}/officeDocument`)]) };
    await expect(told('', {}, missing)).rejects.toMatchObject({ name: 'Refusal', reason: 'damaged' });
  });

  it.each([
    [
      'a font that the document brings along',
      [relationship('f', 'fonts/f.odttf', `${OFFICE}/font`)],
      [['font', 'embedded font', null]],
    ],
    ['fonts that are only named', [], []],
  ])('%s', async (_, fonts, doubts) => {
    const others = { 'word/_rels/fontTable.xml.rels': relationships(fonts) };
    expect((await told(sentence(''), { fontTable: part('fonts', '') }, others)).doubts).toEqual(doubts);
  });

  it('a note has all its paragraphs, and a mark without a note has none', async () => {
    const mark = (id: string): string => `<w:r><w:endnoteReference${id}/></w:r>`;
    const endnotes = part(
      'endnotes',
      `<w:endnote w:id="2">${paragraph(run('First.'))}${paragraph(run('Second.'))}</w:endnote>`,
    );
    const body = paragraph(`${run('I did')}${mark('')}${mark(' w:id="9"')}${mark(' w:id="2"')}${run('sign.')}`);
    expect((await told(body, { endnotes })).seen).toEqual(['I did sign.', 'First.', 'Second.']);
  });
});

describe('elements in odd places', () => {
  it.each([
    [
      'properties of drawings',
      '<wp:docPr hidden="1"/><wp:anchor hidden="1"/><wp:extent cx="0" cy="0"/><v:shape style="visibility:hidden"/>',
    ],
    ['the place of a drawing', '<wp:posOffset>-99999999</wp:posOffset>'],
    ['properties of paragraphs', '<w:ind w:left="30000"/><w:framePr w:h="1" w:hRule="exact"/><w:shd w:fill="000000"/>'],
    ['properties of runs', '<w:rPr><w:vanish/><w:spacing w:val="-200"/><w:shd w:val="solid"/></w:rPr>'],
    ['the height of a row', '<w:trHeight w:val="1" w:hRule="exact"/>'],
    ['a symbol that is not named', '<w:del><w:r><w:sym/></w:r></w:del>'],
    ['the number of a list', '<w:numId w:val="1"/>'],
  ])('%s hide no word', async (_, odd) => {
    const { blocks, hidden } = await readDocx(docxOf(sentence(`${odd}${run('not ')}`)));
    expect(blocks.map(({ text }) => text)).toEqual(['I did not sign it.']);
    expect(hidden).toEqual([]);
  });

  it('properties of paragraphs outside of all paragraphs hide no word', async () => {
    expect((await told(`<w:pPr><w:ind w:left="30000"/></w:pPr>${sentence(run('not '))}`)).seen).toEqual([
      'I did not sign it.',
    ]);
  });

  it('a symbol that is not named is a sign that nobody knows', async () => {
    expect((await told(sentence('<w:r><w:sym/></w:r>'))).seen).toEqual(['I did \uFFFDsign it.']);
  });

  it('words outside of all paragraphs are not read, and told', async () => {
    const doubt: Told = ['embedded', 'words outside of a paragraph', ''];
    const formula =
      '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath>';
    expect(await told(`${sentence('')}${run('Not.')}`)).toEqual({ seen: ['I did sign it.'], doubts: [doubt] });
    expect(await told(`${sentence('')}${formula}`)).toEqual({ seen: ['I did sign it.'], doubts: [doubt] });
    expect(await told(`${sentence('')}<w:r><w:br/><w:tab/></w:r>`)).toEqual({ seen: ['I did sign it.'], doubts: [] });
    expect((await told(sentence(formula))).seen).toEqual(['I did xsign it.']);
  });

  it('a turned direction around a whole paragraph', async () => {
    expect(await told(`<w:bdo w:val="rtl">${sentence(run('not '))}</w:bdo>`)).toEqual({
      seen: ['I did not sign it.'],
      doubts: [],
    });
  });

  it('breaks of words that are not seen are not seen', async () => {
    const body = sentence('<w:r><w:rPr><w:vanish/></w:rPr><w:t>not</w:t><w:br/></w:r>');
    expect((await told(body)).seen).toEqual(['I did sign it.']);
  });
});
