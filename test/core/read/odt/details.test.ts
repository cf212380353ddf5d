/** OpenDocument: what styles, frames, fields and lists do to words, and what stands where it should not. */
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../../src/core/read/document.ts';
import { readOdt } from '../../../../src/core/read/odt/index.ts';
import { odtOf, root, sentence, span, style } from './make.ts';

const read = (text: string, styles = '', others = {}): Promise<Document> => readOdt(odtOf(text, styles, others));
const seen = ({ blocks }: Document): string[] => blocks.map(({ text }) => text);
const hidden = (document: Document): (readonly [string, string])[] =>
  document.hidden.map(({ text, by }) => [text, by] as const);
const doubts = ({ caveats, blocks }: Document): (readonly [string, string, string | null])[] =>
  caveats.map(
    ({ kind, detail, at }) =>
      [kind, detail, at === null ? null : (blocks[at.block]?.text.slice(at.start, at.end) ?? '')] as const,
  );

describe('words in odt', () => {
  it.each([
    ['white space between elements', '\n <text:p> <text:span>Yes.</text:span></text:p>\n ', ['Yes.']],
    ['a span without a style', '<text:p><text:span>Yes.</text:span></text:p>', ['Yes.']],
    [
      'spaces that are not counted',
      '<text:p>a<text:s/>b<text:s text:c="0"/>c<text:s text:c="-3"/>d</text:p>',
      ['a b c d'],
    ],
    [
      'words outside of a paragraph, which no program shows',
      '<text:span>not</text:span><text:date>now</text:date><text:p>Yes.</text:p>',
      ['Yes.'],
    ],
    [
      'an endnote',
      '<text:p>Yes.<text:note text:note-class="endnote"><text:note-body><text:p>No.</text:p></text:note-body></text:note></text:p>',
      ['Yes.', 'No.'],
    ],
    [
      'a box in a note',
      '<text:p>Yes.<text:note><text:note-body><text:p>No.<draw:frame><draw:text-box><text:p>Never.</text:p></draw:text-box></draw:frame></text:p></text:note-body></text:note></text:p>',
      ['Yes.', 'No.', 'Never.'],
    ],
    [
      'a box without a frame',
      '<text:p>Yes.<draw:text-box><text:p>No.</text:p></draw:text-box></text:p>',
      ['Yes.', 'No.'],
    ],
    [
      'a drawn shape with words',
      '<text:p>Yes.<draw:rect svg:width="3cm" svg:height="2cm"><text:p>No.</text:p></draw:rect></text:p>',
      ['Yes.', 'No.'],
    ],
  ])('%s', async (_what, text, words) => {
    const document = await read(text);
    expect(seen(document)).toEqual(words);
    expect(document.hidden).toEqual([]);
  });

  it('of a note in what was deleted are not there', async () => {
    const note = '<text:note><text:note-body><text:p>No.</text:p></text:note-body></text:note>';
    const changes = `<text:tracked-changes><text:changed-region/><text:changed-region><text:deletion><text:p>Gone${note}</text:p><text:section><text:section-source/></text:section></text:deletion></text:changed-region></text:tracked-changes>`;
    const document = await read(`${changes}<text:p>Yes.</text:p>`);
    expect(seen(document)).toEqual(['Yes.']);
    expect(doubts(document)).toEqual([['tracked-change', 'text:tracked-changes', null]]);
  });

  it('are bold by their weight', async () => {
    const { blocks } = await read(
      `<text:p>${span('A', 'B')}${span('B', 'B')} ${span('C', 'H')} ${span('D', 'L')}</text:p>`,
      style('B', 'fo:font-weight="bold"') + style('H', 'fo:font-weight="700"') + style('L', 'fo:font-weight="300"'),
    );
    expect(blocks[0]?.strong).toEqual([
      { start: 0, end: 2 },
      { start: 3, end: 4 },
    ]);
  });

  it('of heads that are not displayed are not there', async () => {
    const page = (more: string): string =>
      root(
        'office:document-styles',
        `<office:master-styles><style:master-page><style:header ${more}><text:p>The Daily</text:p></style:header></style:master-page></office:master-styles>`,
      );
    expect(seen(await read(sentence(''), '', { 'styles.xml': page('style:display="false"') }))).toEqual([
      'I did sign it.',
    ]);
    expect(seen(await read(sentence(''), '', { 'styles.xml': page('') }))).toEqual(['I did sign it.', 'The Daily']);
  });
});

describe('words kept from the eye in odt', () => {
  it.each([
    ['raised by four times their size', 'style:text-position="400% 100%"', 'size'],
    ['lowered by four times their size', 'style:text-position="-400% 100%"', 'size'],
    ['raised and made nothing of', 'style:text-position="super 1%"', 'size'],
    ['pushed together', 'fo:letter-spacing="-0.2cm"', 'size'],
  ])('%s', async (_what, properties, by) => {
    const document = await read(sentence(span('not ')), style('T', properties));
    expect(seen(document)).toEqual(['I did sign it.']);
    expect(hidden(document)).toEqual([['not ', by]]);
  });

  it.each([
    ['raised', 'style:text-position="super"'],
    ['lowered', 'style:text-position="-33% 58%"'],
    ['of a length without a unit that is known', 'fo:font-size="0vw" fo:letter-spacing="-9xy"'],
    ['of a colour that is none', 'fo:color="transparent"'],
  ])('not those %s', async (_what, properties) => {
    const document = await read(sentence(span('not ')), style('T', properties));
    expect(seen(document)).toEqual(['I did not sign it.']);
    expect(document.hidden).toEqual([]);
  });

  it.each([
    ['a field that is not displayed', '<text:date text:display="none">not </text:date>', 'vanish'],
    [
      'a hidden text, in the element alone',
      '<text:hidden-text text:is-hidden="true">not </text:hidden-text>',
      'vanish',
    ],
    ['a hidden text of two lines', `${span('not<text:line-break/>', 'V')}${span('ever ', 'V')}`, 'vanish'],
  ])('%s', async (_what, not, by) => {
    const document = await read(sentence(not), style('V', 'text:display="none"'));
    expect(seen(document)).toEqual(['I did sign it.']);
    expect(hidden(document)).toEqual([[not.includes('ever') ? 'not\never ' : 'not ', by]]);
  });

  it('not where there are only blanks, nor where nothing is', async () => {
    const empty = '<text:p><text:hidden-paragraph text:is-hidden="true"/></text:p>';
    const document = await read(sentence(span(' ')) + empty, style('T', 'text:display="none"'));
    expect(document.hidden).toEqual([]);
  });

  it('white words are seen on the ground of their table, cell, section, box or paragraph', async () => {
    const ground = (name: string, family: string): string =>
      `<style:style style:name="${name}" style:family="${family}"><style:${family === 'table' ? 'table' : family}-properties fo:background-color="#000040"/></style:style>`;
    const styles =
      style('T', 'fo:color="#ffffff"') +
      ground('A', 'table') +
      ground('N', 'section') +
      ground('C', 'table-cell') +
      ground('P', 'paragraph') +
      '<style:style style:name="G" style:family="graphic"><style:graphic-properties draw:fill="solid" draw:fill-color="#000040"/></style:style>';
    const cell = (more: string, text: string): string =>
      `<table:table-row><table:table-cell ${more}><text:p>${span(text)}</text:p></table:table-cell></table:table-row>`;
    const document = await read(
      `<table:table table:style-name="A">${cell('', 'One.')}</table:table><table:table>${cell('table:style-name="C"', 'Two.')}${cell('', 'not')}</table:table><text:section text:style-name="N"><text:p>${span('Between.')}</text:p></text:section><text:p text:style-name="P">${span('Three.')}<draw:frame draw:style-name="G"><draw:text-box><text:p>${span('Four.')}</text:p></draw:text-box></draw:frame></text:p>`,
      styles,
    );
    expect(seen(document)).toEqual(['One.', 'Two.', 'Between.', 'Three.', 'Four.']);
    expect(hidden(document)).toEqual([['not', 'colour']]);
  });

  it.each([
    ['is not displayed', 'draw:display="none"', '', 'style'],
    ['has no height', 'svg:width="3cm" svg:height="0cm"', '', 'clip'],
    ['has no width in the line', 'text:anchor-type="as-char" svg:width="0cm" svg:height="1cm"', '', 'clip'],
    ['stands just before the page', 'svg:x="-4cm" svg:width="3cm"', 'style:horizontal-rel="page"', 'position'],
  ])('words of a box that %s', async (_what, more, properties, by) => {
    const graphic = `<style:style style:name="G" style:family="graphic"><style:graphic-properties ${properties}/></style:style>`;
    const document = await read(
      sentence(
        `<draw:frame draw:style-name="G" ${more}><draw:text-box><text:p>not</text:p></draw:text-box></draw:frame>`,
      ),
      graphic,
    );
    expect(seen(document)).toEqual(['I did sign it.']);
    expect(hidden(document)).toEqual([['not', by]]);
  });

  it.each(['paragraph', 'page-content'])('not those of a box before the %s, in its margin', async (by) => {
    const graphic = `<style:style style:name="G" style:family="graphic"><style:graphic-properties style:horizontal-rel="${by}"/></style:style>`;
    const box =
      '<draw:frame draw:style-name="G" svg:x="-4cm" svg:width="3cm"><draw:text-box><text:p>A note.</text:p></draw:text-box></draw:frame>';
    expect(seen(await read(sentence(box), graphic))).toEqual(['I did sign it.', 'A note.']);
  });
});

describe('what is doubtful in odt', () => {
  it('two deletions at one place are one', async () => {
    expect(doubts(await read(sentence('<text:change/><text:change/>')))).toEqual([
      ['tracked-change', 'text:change', ''],
    ]);
  });

  it('a font of signs, by the name it has or the one that styles give it', async () => {
    const face = (name: string, family: string): string =>
      `<style:font-face style:name="${name}" svg:font-family="${family}"/>`;
    const faces = `${face('Body', "'Wingdings 2'")}${face('Wingdings', 'Times')}<style:font-face style:name="Webdings"/>`;
    const named = async (properties: string): Promise<unknown> =>
      doubts(await read(sentence(span('not ')), faces + style('T', properties)));
    expect(await named('style:font-name="Body"')).toEqual([['font', 'Wingdings 2', 'not ']]);
    expect(await named('style:font-name="Webdings"')).toEqual([['font', 'Webdings', 'not ']]);
    expect(await named('fo:font-family="\'Marlett\'"')).toEqual([['font', 'Marlett', 'not ']]);
    expect(await named('style:font-name="Wingdings"')).toEqual([]);
  });

  it('a font that the styles of the pages give its name', async () => {
    const pages = root(
      'office:document-styles',
      '<office:font-face-decls><style:font-face style:name="Body" svg:font-family="Webdings"/></office:font-face-decls>',
    );
    const document = await read(sentence(span('not ')), style('T', 'style:font-name="Body"'), { 'styles.xml': pages });
    expect(doubts(document)).toEqual([['font', 'Webdings', 'not ']]);
  });

  it('a paragraph that a condition shows for now', async () => {
    const document = await read(sentence('<text:hidden-paragraph text:is-hidden="false"/>'));
    expect(seen(document)).toEqual(['I did sign it.']);
    expect(doubts(document)).toEqual([['field', 'text:hidden-paragraph', '']]);
  });

  it('what stands in a paragraph without words, behind the one before; but not what would matter only between words', async () => {
    const box =
      '<draw:frame text:anchor-type="as-char"><draw:text-box><text:p>Box.</text:p></draw:text-box></draw:frame>';
    const document = await read(`<text:p>Yes.</text:p><text:p><text:change/>${box}</text:p>`);
    expect(seen(document)).toEqual(['Yes.', 'Box.']);
    expect(doubts(document)).toEqual([['tracked-change', 'text:change', '']]);
  });

  it('paragraphs in a foreign element, which some programs show; and not what else stands in one', async () => {
    const foreign = (inner: string): Promise<Document> => read(`${sentence('')}<x:y>${inner}</x:y>`);
    expect(doubts(await foreign('<text:p>not</text:p><text:p>ever</text:p>'))).toEqual([
      ['embedded', 'foreign element', ''],
    ]);
    expect(doubts(await foreign('<x:z>a setting</x:z><text:p> </text:p>'))).toEqual([]);
    expect(seen(await foreign('<text:p>not</text:p>'))).toEqual(['I did sign it.']);
  });
});

describe('what a list or a head puts before its words in odt', () => {
  const level = (element: string, more: string): string =>
    `<text:${element} text:level="1" ${more}><style:text-properties fo:font-weight="bold"/></text:${element}>`;
  const list = (more: string): string =>
    `<text:list-style style:name="L">${level('list-level-style-number', more)}</text:list-style>`;
  const item = '<text:list text:style-name="L"><text:list-item><text:p>Yes.</text:p></text:list-item></text:list>';

  it.each([
    [
      'a number before the head',
      '<text:h>Yes.</text:h>',
      `<text:outline-style>${level('outline-level-style', 'style:num-prefix="Part "')}</text:outline-style>`,
      true,
    ],
    [
      'a number and a dot before the head',
      '<text:h>Yes.</text:h>',
      `<text:outline-style>${level('outline-level-style', 'style:num-suffix="."')}</text:outline-style>`,
      false,
    ],
    [
      'the list of a paragraph’s style',
      '<text:p text:style-name="S">Yes.</text:p>',
      `${list('style:num-prefix="Never "')}<style:style style:name="S" style:family="paragraph" style:list-style-name="L"/>`,
      true,
    ],
    ['numbers that are written out', item, list('style:num-format="One, Two, Three, ..."'), true],
    ['numbers', item, list('style:num-format="1" style:num-suffix="."'), false],
    [
      'a list of no style',
      '<text:list><text:list-item><text:p>Yes.</text:p></text:list-item></text:list>',
      list('style:num-prefix="Never "'),
      false,
    ],
  ])('%s', async (_what, text, styles, words) => {
    const document = await read(text, styles);
    expect(seen(document)).toEqual(['Yes.']);
    expect(doubts(document).some(([kind]) => kind === 'auto-number')).toBe(words);
  });

  it('is the title only where there is one', async () => {
    const meta = root(
      'office:document-meta',
      '<office:meta><dc:title> </dc:title><dc:language>en</dc:language></office:meta>',
    );
    expect((await read(sentence(''), '', { 'meta.xml': meta })).metadata).toEqual(new Map([['language', 'en']]));
  });
});
