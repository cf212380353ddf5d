/** Boxes that are anchored between words, words that are given twice, and paragraphs that are cut away or stand off the page. */
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { read } from '../../../../src/core/read/index.ts';
import { docxOf, paragraph, run, sentence } from '../docx/make.ts';
import { odtOf, sentence as odtSentence } from '../odt/make.ts';

const kindsOf = async (bytes: Uint8Array, name: string): Promise<readonly string[]> =>
  (await read(bytes, { name })).caveats.filter(({ at }) => at !== null).map(({ kind }) => kind);

const words = (text: string): string => `<wps:txbx><w:txbxContent>${paragraph(run(text))}</w:txbxContent></wps:txbx>`;
const drawing = (kind: 'inline' | 'anchor', wrap: string, inner: string): string =>
  `<w:r><w:drawing><wp:${kind}><wp:extent cx="900000" cy="900000"/>${wrap}<a:graphic><a:graphicData><wps:wsp>${inner}</wps:wsp></a:graphicData></a:graphic></wp:${kind}></w:drawing></w:r>`;
const picture = (style: string, inner: string): string =>
  `<w:r><w:pict><v:shape style="${style}">${inner}</v:shape></w:pict></w:r>`;

describe('a box between the words of a paragraph, in docx', () => {
  it.each([
    ['in the line', drawing('inline', '', words('not')), ['drawn-otherwise']],
    ['over the text, with words', drawing('anchor', '<wp:wrapNone/>', words('not')), ['covered']],
    ['over the text, a picture', drawing('anchor', '<wp:wrapNone/>', ''), ['covered']],
    ['beside the text, of one word', drawing('anchor', '<wp:wrapSquare/>', words('not')), ['drawn-otherwise']],
    ['beside the text, a pull quote', drawing('anchor', '<wp:wrapSquare/>', words('She did not sign it')), []],
    ['beside the text, a picture', drawing('anchor', '<wp:wrapTight/>', ''), []],
    ['in the line, a picture', drawing('inline', '', ''), []],
    ['over the text, in VML', picture('position:absolute;width:9pt;height:9pt', ''), ['covered']],
    ['behind the text, in VML', picture('position:absolute;z-index:-1', ''), []],
  ])('%s', async (_, box, kinds) => {
    expect(await kindsOf(docxOf(sentence(box)), 'a.docx')).toEqual(kinds);
  });

  it('is of no account before the paragraph or behind it', async () => {
    const box = drawing('anchor', '<wp:wrapNone/>', '');
    const body = paragraph(`${box}${run('I did sign it.')}${box}`);
    expect(await kindsOf(docxOf(body), 'a.docx')).toEqual([]);
  });
});

describe('a box between the words of a paragraph, in odt', () => {
  const frame = (anchor: string, text: string): string =>
    `<draw:frame draw:style-name="F" text:anchor-type="${anchor}" svg:width="3cm" svg:height="2cm"><draw:text-box><text:p>${text}</text:p></draw:text-box></draw:frame>`;
  const style = (wrap: string): string =>
    `<style:style style:name="F" style:family="graphic"><style:graphic-properties ${wrap}/></style:style>`;
  const behind = style('style:wrap="run-through" style:run-through="background"');
  it.each([
    ['in the line', frame('as-char', 'not'), style('style:wrap="parallel"'), ['drawn-otherwise']],
    ['over the text', frame('char', 'not'), style('style:wrap="run-through"'), ['covered']],
    ['behind the text', frame('char', 'She did not sign it'), behind, []],
    ['beside the text', frame('char', 'She did not sign it'), style('style:wrap="parallel"'), []],
  ])('%s', async (_, box, styles, kinds) => {
    expect(await kindsOf(odtOf(odtSentence(box), styles), 'a.odt')).toEqual(kinds);
  });
});

describe('a box between the words of a paragraph, in rtf', () => {
  const shape = (wrap: string, text: string): string =>
    `{\\shp{\\*\\shpinst\\shpleft0\\shptop0\\shpright4000\\shpbottom900${wrap}{\\shptxt \\pard ${text}\\par}}}`;
  const old = '{\\*\\do\\dobxpage\\dpx100\\dpy100\\dpxsize900\\dpysize900{\\dptxbx{\\dptxbxtext\\pard not\\par}}}';
  it.each([
    ['over the text', shape('\\shpwr3\\shpfblwtxt0', 'not'), ['covered']],
    ['behind the text', shape('\\shpwr3\\shpfblwtxt1', 'She did not sign it'), []],
    ['beside the text', shape('\\shpwr2', 'She did not sign it'), []],
    ['as old programs wrote it', old, ['covered']],
  ])('%s', async (_, box, kinds) => {
    expect(await kindsOf(strToU8(`{\\rtf1\\ansi I did ${box}sign it.\\par}`), 'a.rtf')).toEqual(kinds);
  });

  it('gives the words of an old one', async () => {
    const { blocks } = await read(strToU8(`{\\rtf1\\ansi I did ${old}sign it.\\par}`), { name: 'a.rtf' });
    expect(blocks.map(({ text }) => text)).toEqual(['I did sign it.', 'not']);
  });
});

describe('alternate content', () => {
  const alternatives = (choice: string, fallback: string): string =>
    `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
  it.each([
    ['that says the same', run('not '), run('not '), []],
    ['that is a picture for those that know less', run('not '), '<w:r><w:pict/></w:r>', []],
    ['that says another thing', run('not '), run('gladly '), ['optional-content']],
    ['that only the fallback has', '', run('gladly '), ['optional-content']],
  ])('%s', async (_, choice, fallback, kinds) => {
    expect(await kindsOf(docxOf(sentence(alternatives(choice, fallback))), 'a.docx')).toEqual(kinds);
  });
});

describe('a paragraph that is cut away or stands off the page', () => {
  const docx = (properties: string) =>
    [docxOf(paragraph(run('Yes.')) + paragraph(run('I did sign it.'), properties)), 'a.docx'] as const;
  const odt = (properties: string) =>
    [
      odtOf(
        '<text:p>Yes.</text:p><text:p text:style-name="P">I did sign it.</text:p>',
        `<style:style style:name="P" style:family="paragraph"><style:paragraph-properties ${properties}/></style:style>`,
      ),
      'a.odt',
    ] as const;
  const rtf = (controls: string) =>
    [strToU8(`{\\rtf1\\ansi Yes.\\par\\pard${controls} I did sign it.\\par}`), 'a.rtf'] as const;
  it.each([
    ['lines of a point, docx', docx('<w:spacing w:line="20" w:lineRule="exact"/>'), 'clip'],
    ['lines of a point, odt', odt('fo:line-height="1pt"'), 'clip'],
    ['lines of a percent, odt', odt('fo:line-height="1%"'), 'clip'],
    ['lines of a point, rtf', rtf('\\sl-20'), 'clip'],
    ['a frame of no height, docx', docx('<w:framePr w:w="900" w:h="1" w:hRule="exact"/>'), 'clip'],
    ['a frame of no height, rtf', rtf('\\absw900\\absh-1'), 'clip'],
    ['a frame off the page, docx', docx('<w:framePr w:w="900" w:hAnchor="page" w:x="-9000"/>'), 'position'],
    ['a frame off the page, rtf', rtf('\\phpg\\absw900\\posnegx-9000'), 'position'],
    ['an indent, docx', docx('<w:ind w:left="30000"/>'), 'position'],
    ['an indent, odt', odt('fo:margin-left="60cm"'), 'position'],
    ['an indent, rtf', rtf('\\li30000'), 'position'],
    ['a row of no height, rtf', rtf('\\trowd\\trrh-1\\intbl'), 'clip'],
  ])('%s', async (_, [bytes, name], by) => {
    const { hidden } = await read(bytes, { name });
    expect(hidden.map((each) => [each.text, each.by])).toEqual([['I did sign it.', by]]);
  });

  it('a row of no height, odt', async () => {
    const row =
      '<table:table><table:table-row table:style-name="R"><table:table-cell><text:p>No.</text:p></table:table-cell></table:table-row></table:table>';
    const styles = (height: string) =>
      `<style:style style:name="R" style:family="table-row"><style:table-row-properties ${height}/></style:style>`;
    const hiddenIn = async (height: string) =>
      (await read(odtOf(`<text:p>Yes.</text:p>${row}`, styles(height)), { name: 'a.odt' })).hidden.map(({ by }) => by);
    expect(await hiddenIn('style:row-height="0.01cm"')).toEqual(['clip']);
    expect(await hiddenIn('style:min-row-height="0.01cm"')).toEqual([]);
  });

  it('keeps the lines of the style where the paragraph says only something else of its spacing', async () => {
    const styles =
      '<w:style xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:type="paragraph" w:styleId="S"><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:style>';
    const body = paragraph(run('Yes.')) + paragraph(run('No.'), '<w:pStyle w:val="S"/><w:spacing w:after="200"/>');
    const { hidden } = await read(docxOf(body, { styles }), { name: 'a.docx' });
    expect(hidden.map(({ text }) => text)).toEqual(['No.']);
  });
});
