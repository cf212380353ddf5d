/** Formatting that decides whether a word is seen, as ECMA-376, part 1, 17.3 gives it, and what Word 2010 added to it. */
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../../src/core/read/docx/index.ts';
import { docxOf, paragraph, part, run, sentence } from './make.ts';

const WHITE = '<w:color w:val="FFFFFF"/>';
const BLACK = '<w:color w:val="000000"/>';
const filled = (colour: string): string => `<w14:textFill><w14:solidFill>${colour}</w14:solidFill></w14:textFill>`;
const shade = (attributes: string): string => `<w:shd ${attributes}/>`;

/** The seen text, and how the words in it that are not seen are hidden. */
async function lookAt(body: string, parts: Record<string, string> = {}): Promise<[string, ...string[]]> {
  const { blocks, hidden } = await readDocx(docxOf(body, parts));
  return [blocks.map(({ text }) => text).join('\n'), ...hidden.map(({ by }) => by)];
}

describe('a word in a sentence', () => {
  it.each([
    ['painted in the white of the theme', filled('<w14:schemeClr w14:val="bg1"/>'), 'colour'],
    [
      'painted all but transparent',
      filled('<w14:srgbClr w14:val="000000"><w14:alpha w14:val="99000"/></w14:srgbClr>'),
      'colour',
    ],
    ['black on a solid pattern without a colour, which is black', `${BLACK}${shade('w:val="solid"')}`, 'colour'],
    ['with letters laid over one another', '<w:spacing w:val="-200"/>', 'size'],
    ['raised above the page', '<w:position w:val="2000"/>', 'position'],
  ])('hidden: %s', async (_, properties, by) => {
    expect(await lookAt(sentence(run('not ', properties)))).toEqual(['I did sign it.', by]);
  });

  it.each([
    ['painted in a colour that the theme does not have', filled('<w14:schemeClr w14:val="nobody"/>')],
    ['painted half transparent', filled('<w14:srgbClr w14:val="000000"><w14:alpha w14:val="50000"/></w14:srgbClr>')],
    [
      'with a white outline',
      '<w14:textOutline><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textOutline>',
    ],
    ['with an outline of nothing', '<w14:textOutline><w14:noFill/></w14:textOutline>'],
    [
      'with a transparent shadow',
      '<w14:shadow><w14:srgbClr w14:val="000000"><w14:alpha w14:val="99000"/></w14:srgbClr></w14:shadow>',
    ],
    ['on a highlight of none', '<w:highlight w:val="none"/>'],
    ['on a highlight that says no colour', '<w:highlight/>'],
    ['black on a shading of nil, whatever its fill', `${BLACK}${shade('w:val="nil" w:fill="000000"')}`],
    ['white on a solid pattern', `${WHITE}${shade('w:val="solid" w:color="000000"')}`],
    ['of a size that is no number', '<w:sz w:val="tiny"/>'],
    ['of a size that is not given', '<w:sz/>'],
    ['spaced by no number', '<w:spacing w:val="x"/>'],
    ['of a style that is not named', '<w:rStyle/>'],
    ['of a style that does not exist', '<w:rStyle w:val="Nobody"/>'],
    ['in a font that is not named', '<w:rFonts w:hint="default"/>'],
  ])('seen: %s', async (_, properties) => {
    expect(await lookAt(sentence(run('not ', properties)))).toEqual(['I did not sign it.']);
  });
});

describe('a paragraph', () => {
  it.each([
    ['white on a dark shading of its own', shade('w:val="clear" w:fill="000080"'), WHITE, ['not']],
    [
      'dark on the same dark shading',
      shade('w:val="clear" w:fill="000080"'),
      '<w:color w:val="000080"/>',
      ['', 'colour'],
    ],
    ['whose mark is hidden, and no more', '<w:rPr><w:vanish/></w:rPr>', '', ['not']],
    ['indented on the side where it begins', '<w:ind w:start="30000"/>', '', ['', 'position']],
    ['indented in its first line alone', '<w:ind w:firstLine="30000"/>', '', ['not']],
    ['of lines that are exactly as high as nobody says', '<w:spacing w:lineRule="exact"/>', '', ['not']],
    ['with stops for tabs, which are no tabs', '<w:tabs><w:tab w:val="left" w:pos="900"/></w:tabs>', '', ['not']],
    ['with a level of the outline that is none', '<w:outlineLvl w:val="9"/>', '', ['not']],
  ])('%s', async (_, properties, look, expected) => {
    expect(await lookAt(paragraph(run('not', look), properties))).toEqual(expected);
  });

  it('takes the ground and the lines from its style', async () => {
    const styled = (inner: string): Record<string, string> => ({
      styles: part('styles', `<w:style w:type="paragraph" w:styleId="P"><w:pPr>${inner}</w:pPr></w:style>`),
    });
    const white = paragraph(run('not', WHITE), '<w:pStyle w:val="P"/>');
    expect(await lookAt(white, styled(shade('w:val="clear" w:fill="000080"')))).toEqual(['not']);
    const ruled = paragraph(run('not'), '<w:pStyle w:val="P"/><w:spacing w:lineRule="exact"/>');
    expect(await lookAt(ruled, styled('<w:spacing w:line="20" w:lineRule="auto"/>'))).toEqual(['', 'clip']);
  });
});

describe('styles', () => {
  const named = (inner: string): Record<string, string> => ({ styles: part('styles', inner) });
  const styled = sentence(run('not ', '<w:rStyle w:val="C"/>'));
  const vanish = '<w:rPr><w:vanish/></w:rPr>';

  it.each([
    [
      'a base that does not exist adds nothing',
      `<w:style w:type="character" w:styleId="C"><w:basedOn w:val="Nobody"/>${vanish}</w:style>`,
      ['I did sign it.', 'vanish'],
    ],
    [
      'a base or a name without a value is none',
      `<w:style w:type="character" w:styleId="C"><w:name/><w:basedOn/>${vanish}</w:style>`,
      ['I did sign it.', 'vanish'],
    ],
    [
      'formatting as it was before a change does not count',
      `<w:style w:type="character" w:styleId="C"><w:rPr><w:rPrChange>${vanish}</w:rPrChange></w:rPr></w:style>`,
      ['I did not sign it.'],
    ],
    [
      'formatting of parts of a table does not count',
      `<w:style w:type="character" w:styleId="C"><w:tblStylePr>${vanish}</w:tblStylePr></w:style>`,
      ['I did not sign it.'],
    ],
    [
      'the standard style is that of paragraphs which name none',
      `<w:style w:type="paragraph" w:default="1" w:styleId="N">${vanish}</w:style>`,
      ['', 'vanish'],
    ],
    [
      'a style that is standard no more is not',
      `<w:style w:type="paragraph" w:default="0" w:styleId="N">${vanish}</w:style>`,
      ['I did not sign it.'],
    ],
    ['formatting in no style is nobody’s', vanish, ['I did not sign it.']],
  ])('%s', async (_, styles, expected) => {
    expect(await lookAt(styled, named(styles))).toEqual(expected);
  });
});

describe('tables', () => {
  const cell = (properties: string, inner: string): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
  const table = (properties: string, ...cells: readonly string[]): string =>
    `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tr>${cells.join('')}</w:tr></w:tbl>`;
  const dark = shade('w:val="clear" w:fill="000080"');
  const white = paragraph(run('not', WHITE));

  it('paint their ground behind cells that have none', async () => {
    expect(await lookAt(table(dark, cell('', white)))).toEqual(['not']);
    expect(await lookAt(table(dark, cell(shade('w:val="clear" w:fill="auto"'), white)))).toEqual(['not']);
    expect(await lookAt(table('', cell('', white)))).toEqual(['', 'colour']);
  });

  it.each([
    ['at least a point high', '<w:trHeight w:val="1" w:hRule="atLeast"/>', ['not']],
    ['exactly as high as nobody says', '<w:trHeight w:hRule="exact"/>', ['not']],
    ['exactly a point high', '<w:trHeight w:val="20" w:hRule="exact"/>', ['', 'clip']],
  ])('a row %s', async (_, height, expected) => {
    const row = `<w:tbl><w:tr><w:trPr>${height}</w:trPr><w:tc>${paragraph(run('not'))}</w:tc></w:tr></w:tbl>`;
    expect(await lookAt(row)).toEqual(expected);
  });
});

describe('the theme', () => {
  const theme = (inner: string): Record<string, string> => ({
    theme: `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:srgbClr val="FFFFFF"/><a:clrScheme>${inner}</a:clrScheme></a:themeElements></a:theme>`,
  });
  const coloured = (name: string, more = ''): string =>
    sentence(run('not ', `<w:color w:val="000000" w:themeColor="${name}"${more}/>`));

  it.each([
    [
      'a colour of the system as it was last',
      '<a:dk2><a:sysClr val="windowText" lastClr="FFFFFF"/></a:dk2>',
      'text2',
      false,
    ],
    ['a colour of the system that nobody knows', '<a:dk2><a:sysClr val="windowText"/></a:dk2>', 'text2', true],
    ['a colour of a name of its own', '<a:accent1><a:srgbClr val="FEFEFE"/></a:accent1>', 'accent1', false],
    ['a colour that it does not have', '<a:accent1><a:srgbClr val="FEFEFE"/></a:accent1>', 'accent2', true],
    [
      'a value deeper than that of the colour',
      '<a:dk2><a:srgbClr val="102030"><a:shade val="FFFFFF"/></a:srgbClr></a:dk2>',
      'text2',
      true,
    ],
  ])('%s', async (_, inner, name, seen) => {
    expect(await lookAt(coloured(name), theme(inner))).toEqual(
      seen ? ['I did not sign it.'] : ['I did sign it.', 'colour'],
    );
  });

  it.each([
    ['black with nothing of it left, which is white', 'text1', ' w:themeTint="00"', false],
    ['white with nothing of it left, which is black', 'background1', ' w:themeShade="00"', true],
    ['black by no share at all', 'text1', ' w:themeTint="x"', true],
  ])('%s', async (_, name, more, seen) => {
    expect(await lookAt(coloured(name, more))).toEqual(seen ? ['I did not sign it.'] : ['I did sign it.', 'colour']);
  });
});

describe('drawings with words in them', () => {
  const words = `<w:txbxContent>${paragraph(run('not'))}</w:txbxContent>`;
  const anchored = (inner: string, attributes = ''): string =>
    paragraph(
      `<w:r><w:drawing><wp:anchor ${attributes}>${inner}<wps:txbx>${words}</wps:txbx></wp:anchor></w:drawing></w:r>`,
    );
  const offset = (axis: 'H' | 'V', emus: number): string =>
    `<wp:position${axis} relativeFrom="page"><wp:posOffset>${emus}</wp:posOffset></wp:position${axis}>`;
  const shape = (style: string, inner = `<v:textbox>${words}</v:textbox>`): string =>
    `<v:shape style="position:absolute;${style}">${inner}</v:shape>`;
  const old = (inner: string): string => paragraph(`<w:r><w:pict>${inner}</w:pict></w:r>`);

  it.each([
    ['of a size that is not given', anchored('<wp:extent/>'), ['not']],
    ['of no height', anchored('<wp:extent cx="900000" cy="0"/>'), ['', 'clip']],
    ['above the page', anchored(`<wp:extent cx="900000" cy="900000"/>${offset('V', -9_000_000)}`), ['', 'position']],
    ['left of the page', anchored(`<wp:extent cx="900000" cy="900000"/>${offset('H', -9_000_000)}`), ['', 'position']],
    ['hidden, as the anchor says', anchored('', 'hidden="1"'), ['', 'style']],
    ['hidden no more, as the anchor says', anchored('', 'hidden="0"'), ['not']],
    ['in VML, under the page', old(shape('margin-top:99in')), ['', 'position']],
    ['in VML, by a length of no unit that there is', old(shape('margin-top:9999xx')), ['not']],
    [
      'in VML, in a group that is off the page',
      old(
        `<v:group style="position:absolute;margin-left:-9999pt;width:90pt;height:90pt">${shape('width:90pt;height:90pt')}</v:group>`,
      ),
      ['', 'position'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await lookAt(body)).toEqual(expected);
  });
});
