import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../../src/core/read/docx/index.ts';
import { docxOf, paragraph, part, run, sentence } from './make.ts';

const style = (id: string, inner: string, type = 'character'): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${inner}</w:style>`;
const vanish = '<w:rPr><w:vanish/></w:rPr>';
const sheet = (inner: string): Record<string, string> => ({ styles: part('styles', inner) });
const styled = (id: string): string => sentence(run('not ', `<w:rStyle w:val="${id}"/>`));

/** The seen text, and how the word `not` is hidden in it. */
async function lookAt(bytes: Uint8Array): Promise<[string, string | undefined]> {
  const { blocks, hidden } = await readDocx(bytes);
  return [blocks.map(({ text }) => text).join('\n'), hidden[0]?.by];
}

describe('readDocx: words kept from the eye', () => {
  it.each([
    ['hidden text', '<w:vanish/>', 'vanish'],
    ['a hidden separator of styles', '<w:specVanish/>', 'vanish'],
    ['white letters', '<w:color w:val="FFFFFF"/>', 'colour'],
    ['nearly white letters', '<w:color w:val="FDFDFD"/>', 'colour'],
    ['a white theme colour behind a black value', '<w:color w:val="000000" w:themeColor="background1"/>', 'colour'],
    [
      'letters in the colour of their shading',
      '<w:color w:val="DDDD00"/><w:shd w:val="clear" w:fill="DDDD00"/>',
      'colour',
    ],
    [
      'letters in the colour of a pattern',
      '<w:color w:val="C00000"/><w:shd w:val="solid" w:color="C00000"/>',
      'colour',
    ],
    ['letters in the colour of their highlight', '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>', 'colour'],
    ['a black bar', '<w:highlight w:val="black"/>', 'colour'],
    ['letters without paint', '<w14:textFill><w14:noFill/></w14:textFill>', 'colour'],
    [
      'letters painted white',
      '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>',
      'colour',
    ],
    ['letters of one point', '<w:sz w:val="2"/>', 'size'],
    ['letters without width', '<w:w w:val="1"/>', 'size'],
  ])('finds %s', async (_what, properties, by) => {
    expect(await lookAt(docxOf(sentence(run('not ', properties))))).toEqual(['I did sign it.', by]);
  });

  it.each([
    ['white letters on a dark shading', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="203060"/>'],
    ['automatic letters on a dark shading', '<w:color w:val="auto"/><w:shd w:val="clear" w:fill="000000"/>'],
    ['grey letters', '<w:color w:val="A6A6A6"/>'],
    ['hidden text switched off', '<w:vanish w:val="0"/>'],
    ['small letters', '<w:sz w:val="9"/>'],
  ])('lets %s be seen', async (_what, properties) => {
    expect(await lookAt(docxOf(sentence(run('not ', properties))))).toEqual(['I did not sign it.', undefined]);
  });

  it('follows character styles to what they are based on, also in a circle', async () => {
    const styles = sheet(`${style('A', '<w:basedOn w:val="B"/>')}${style('B', `<w:basedOn w:val="A"/>${vanish}`)}`);
    expect(await lookAt(docxOf(styled('A'), styles))).toEqual(['I did sign it.', 'vanish']);
  });

  it('follows the paragraph style and the defaults', async () => {
    const hidden = paragraph(run('not'), '<w:pStyle w:val="P"/>');
    expect(await lookAt(docxOf(hidden, sheet(style('P', vanish, 'paragraph'))))).toEqual(['', 'vanish']);
    expect(
      await lookAt(
        docxOf(sentence(''), sheet(`<w:docDefaults><w:rPrDefault>${vanish}</w:rPrDefault></w:docDefaults>`)),
      ),
    ).toEqual(['', 'vanish']);
  });

  it('lets two hidden styles cancel each other out', async () => {
    const both = sheet(`${style('P', vanish, 'paragraph')}${style('C', vanish)}`);
    const words = paragraph(run('not', '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="P"/>');
    expect(await lookAt(docxOf(words, both))).toEqual(['not', undefined]);
  });

  it('sees white letters in a dark cell, and not in a white one', async () => {
    const cell = (fill: string): string =>
      `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="${fill}"/></w:tcPr>${paragraph(run('not', '<w:color w:val="FFFFFF"/>'))}</w:tc></w:tr></w:tbl>`;
    expect(await lookAt(docxOf(cell('000080')))).toEqual(['not', undefined]);
    expect(await lookAt(docxOf(`${cell('000080')}${paragraph(run('not', '<w:color w:val="FFFFFF"/>'))}`))).toEqual([
      'not',
      'colour',
    ]);
    expect(await lookAt(docxOf(cell('FEFEFE')))).toEqual(['', 'colour']);
  });

  it('knows a coloured page only where the settings paint it', async () => {
    const body = `<w:background w:color="000000"/>${sentence(run('not ', '<w:color w:val="FFFFFF"/>'))}`;
    const painted = { settings: part('settings', '<w:displayBackgroundShape/>') };
    expect(await lookAt(docxOf(body, painted))).toEqual(['I did not sign it.', undefined]);
    expect(await lookAt(docxOf(body))).toEqual(['I did sign it.', 'colour']);
  });

  it('takes the theme of the document', async () => {
    const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main';
    const theme = `<a:theme xmlns:a="${drawing}"><a:themeElements><a:clrScheme><a:lt1><a:srgbClr val="102030"/></a:lt1></a:clrScheme></a:themeElements></a:theme>`;
    const words = sentence(run('not ', '<w:color w:val="FFFFFF" w:themeColor="background1"/>'));
    expect(await lookAt(docxOf(words, { theme }))).toEqual(['I did not sign it.', undefined]);
  });

  it.each([
    ['lines without height', '<w:spacing w:line="1" w:lineRule="exact"/>', 'clip'],
    ['an indent beyond the page', '<w:ind w:left="20000"/>', 'position'],
  ])('finds words in %s', async (_what, properties, by) => {
    expect(await lookAt(docxOf(paragraph(run('not'), properties)))).toEqual(['', by]);
    const styles = sheet(style('P', `<w:pPr>${properties}</w:pPr>`, 'paragraph'));
    expect(await lookAt(docxOf(paragraph(run('not'), '<w:pStyle w:val="P"/>'), styles))).toEqual(['', by]);
  });

  it('finds words in a row without height, and not behind it', async () => {
    const row = `<w:tbl><w:tr><w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr><w:tc>${paragraph(run('not'))}</w:tc></w:tr></w:tbl>`;
    expect(await lookAt(docxOf(row + sentence('')))).toEqual(['I did sign it.', 'clip']);
  });

  it('says where hidden words stand: in a block, or after one', async () => {
    const { hidden } = await readDocx(
      docxOf(`${sentence(run('not ', '<w:vanish/>'))}${paragraph(run('All of it.', '<w:vanish/>'))}`),
    );
    expect(hidden).toEqual([
      { text: 'not ', by: 'vanish', block: 0, offset: 6, source: null, hint: false },
      { text: 'All of it.', by: 'vanish', block: 0, offset: null, source: null, hint: false },
    ]);
  });

  it('takes the words of a hidden drawing for hidden', async () => {
    const box = `<w:txbxContent>${paragraph(run('not'))}</w:txbxContent>`;
    const drawn = `<w:r><w:drawing><wp:anchor><wp:docPr id="1" name="a" hidden="1"/><wps:txbx>${box}</wps:txbx></wp:anchor></w:drawing></w:r>`;
    expect(await lookAt(docxOf(sentence(drawn)))).toEqual(['I did sign it.', 'style']);
    const old = `<w:r><w:pict><v:shape style="visibility:hidden"><v:textbox>${box}</v:textbox></v:shape></w:pict></w:r>`;
    expect(await lookAt(docxOf(sentence(old)))).toEqual(['I did sign it.', 'style']);
  });
});
