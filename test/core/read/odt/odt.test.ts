import { describe, expect, it } from 'vitest';
import type { Caveat, Document } from '../../../../src/core/read/document.ts';
import { readOdt } from '../../../../src/core/read/odt/index.ts';
import { zipOf } from '../archive/make.ts';
import { odtOf, root, sentence, span, style } from './make.ts';

const seen = ({ blocks }: Document): string[] => blocks.map(({ text }) => text);
const read = async (text: string, styles = '', others = {}): Promise<Document> => readOdt(odtOf(text, styles, others));
const caveat = (kind: Caveat['kind'], detail: string, start: number, end: number): Caveat => ({
  kind,
  detail,
  at: { block: 0, start, end },
});

describe('readOdt: words kept from the eye', () => {
  it.each([
    ['hidden text', 'text:display="none"', 'vanish'],
    ['white letters', 'fo:color="#ffffff"', 'colour'],
    ['letters in the colour of their ground', 'fo:color="#ffcc00" fo:background-color="#ffcc00"', 'colour'],
    [
      'clear letters',
      'fo:color="#000000" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" loext:opacity="0%"',
      'colour',
    ],
    ['letters of one point', 'fo:font-size="1pt"', 'size'],
    ['letters of a hundredth', 'fo:font-size="1%"', 'size'],
    ['letters without width', 'style:text-scale="1%"', 'size'],
  ])('finds %s', async (_what, properties, by) => {
    const document = await read(sentence(span('not ')), style('T', properties));
    expect(seen(document)).toEqual(['I did sign it.']);
    expect(document.hidden).toEqual([{ text: 'not ', by, block: 0, offset: 6, source: null, hint: false }]);
  });

  it.each([
    ['the automatic colour', 'fo:color="#ffffff" style:use-window-font-color="true"'],
    ['white letters on a dark ground', 'fo:color="#ffffff" fo:background-color="#000040"'],
    ['small letters', 'fo:font-size="0.2cm"'],
  ])('lets %s be seen', async (_what, properties) => {
    const document = await read(sentence(span('not ')), style('T', properties));
    expect(seen(document)).toEqual(['I did not sign it.']);
    expect(document.hidden).toEqual([]);
  });

  it('follows styles to their parents in the other part', async () => {
    const common = root(
      'office:document-styles',
      `<office:styles>${style('P', 'text:display="none"')}</office:styles>`,
    );
    const child = style('T', '', 'style:family="text" style:parent-style-name="P"');
    const document = await read(sentence(span('not ')), child, { 'styles.xml': common });
    expect(seen(document)).toEqual(['I did sign it.']);
  });

  it('follows the defaults and the paragraph style, and what undoes them', async () => {
    const common = `<style:default-style style:family="paragraph"><style:text-properties text:display="none"/></style:default-style>`;
    const document = await read(sentence(span('not ')), common + style('T', 'text:display="true"'));
    expect(seen(document)).toEqual(['not ']);
    expect(document.hidden.map(({ text }) => text)).toEqual(['I did ', 'sign it.']);
  });

  it.each([
    ['a hidden section', `<text:section text:display="none">${sentence('')}</text:section>`, 'style'],
    ['a hidden paragraph', sentence('<text:hidden-paragraph text:is-hidden="true"/>'), 'vanish'],
    [
      'a hidden row',
      `<table:table><table:table-row table:visibility="collapse"><table:table-cell>${sentence('')}</table:table-cell></table:table-row></table:table>`,
      'style',
    ],
    [
      'a covered cell',
      `<table:table><table:table-row><table:covered-table-cell>${sentence('')}</table:covered-table-cell></table:table-row></table:table>`,
      'clip',
    ],
  ])('finds %s', async (_what, text, by) => {
    const document = await read(`<text:p>Yes.</text:p>${text}`);
    expect(seen(document)).toEqual(['Yes.']);
    expect(document.hidden).toEqual([
      { text: 'I did sign it.', by, block: 0, offset: null, source: null, hint: false },
    ]);
  });

  it('reads text that a condition hides, or not', async () => {
    const field = (hidden: string): string =>
      sentence(`<text:hidden-text text:is-hidden="${hidden}" text:string-value="not ">not </text:hidden-text>`);
    const hidden = await read(field('true'));
    expect(seen(hidden)).toEqual(['I did sign it.']);
    expect(hidden.hidden.map(({ text }) => text)).toEqual(['not ']);
    expect(seen(await read(field('false')))).toEqual(['I did not sign it.']);
    expect((await read(field('false'))).caveats).toEqual([caveat('field', 'text:hidden-text', 6, 10)]);
  });
});

describe('readOdt: words', () => {
  it('runs white space together and reads signs that are elements', async () => {
    const text =
      '<text:p>\n  one\n  two<text:s text:c="2"/>three<text:tab/>four<text:line-break/>five<text:soft-page-break/></text:p>';
    expect(seen(await read(text))).toEqual(['one two  three\tfour\nfive']);
  });

  it('parts notes and raised digits from words, and not raised letters', async () => {
    const note =
      '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>';
    const document = await read(
      `<text:p>word${note}end 1${span('st')} x${span('2')}</text:p>`,
      style('T', 'style:text-position="super 58%"'),
    );
    expect(seen(document)).toEqual(['word end 1st x 2', 'A note.']);
    expect(document.blocks[1]).toMatchObject({
      kind: 'note',
      setOff: { by: 'footnote' },
      place: { part: 'footnotes' },
    });
  });

  it('tells kinds by elements and styles', async () => {
    const cell = (tag: string): string =>
      `<${tag}><table:table-row><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></${tag}>`;
    const text = `<text:h text:outline-level="1">h</text:h><text:p text:style-name="Title">t</text:p><text:list><text:list-item><text:p>i</text:p></text:list-item></text:list><table:table>${cell('table:table-header-rows')}</table:table><text:p>p</text:p>`;
    const { blocks } = await read(text);
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'heading', 'list-item', 'cell', 'paragraph']);
    expect(blocks[3]?.container).toBe('body > table > table-row > table-cell');
  });

  it('gives boxes after their paragraph, the first of alternatives only, and no titles of pictures', async () => {
    const box = (text: string): string => `<draw:text-box><text:p>${text}</text:p></draw:text-box>`;
    const frame = `<draw:frame>${box('One.')}${box('Two.')}<svg:title>not</svg:title></draw:frame>`;
    expect(seen(await read(sentence(frame)))).toEqual(['I did sign it.', 'One.']);
  });

  it('gives heads and feet set off', async () => {
    const head = root(
      'office:document-styles',
      '<office:master-styles><style:master-page><style:header><text:p>The Daily</text:p></style:header></style:master-page></office:master-styles>',
    );
    const { blocks } = await read(sentence(''), '', { 'styles.xml': head });
    expect(blocks[1]).toMatchObject({ text: 'The Daily', kind: 'running', setOff: { by: 'running head' } });
  });
});

describe('readOdt: what is doubtful', () => {
  it.each([
    ['struck words', span('not '), 'I did sign it.', caveat('deleted-text', 'style:text-line-through-style', 6, 6)],
    [
      'words taken out',
      '<text:change text:change-id="a"/>',
      'I did sign it.',
      caveat('tracked-change', 'text:change', 6, 6),
    ],
    [
      'a computed field',
      '<text:conditional-text>gladly </text:conditional-text>',
      'I did gladly sign it.',
      caveat('field', 'text:conditional-text', 6, 13),
    ],
    ['a date', '<text:date>now </text:date>', 'I did now sign it.', caveat('field', 'text:date', 6, 10)],
    [
      'words drawn above',
      '<text:ruby><text:ruby-text>not</text:ruby-text></text:ruby>',
      'I did sign it.',
      caveat('drawn-otherwise', 'text:ruby-text', 6, 6),
    ],
    ['an element nobody knows', '<x:y>not </x:y>', 'I did sign it.', caveat('embedded', 'foreign element', 6, 6)],
  ])('says so of %s', async (_what, not, text, expected) => {
    const document = await read(sentence(not), style('T', 'style:text-line-through-style="solid"'));
    expect(seen(document)).toEqual([text]);
    expect(document.caveats).toEqual([expected]);
  });

  it.each([
    ['paragraphs', '<text:p>Not at all.</text:p>', [caveat('embedded', 'foreign element', 14, 14)]],
    [
      'paragraphs, told once',
      '<text:p>Not</text:p><text:p>at all.</text:p>',
      [caveat('embedded', 'foreign element', 14, 14)],
    ],
    ['no words', '<text:p> </text:p>', []],
  ])('says so of an element nobody knows between paragraphs that holds %s', async (_what, held, expected) => {
    const document = await read(`${sentence('')}<x:y>${held}</x:y><text:sequence-decls>none</text:sequence-decls>`);
    expect(seen(document)).toEqual(['I did sign it.']);
    expect(document.caveats).toEqual(expected);
  });

  it('says nothing of a fixed date or a page number', async () => {
    expect(
      (await read(sentence('<text:date text:fixed="true">now </text:date><text:page-number>3</text:page-number>')))
        .caveats,
    ).toEqual([]);
  });

  it('says so of a section from elsewhere and of one that a condition may hide', async () => {
    const linked = `${sentence('')}<text:section><text:section-source/></text:section>`;
    expect((await read(linked)).caveats).toEqual([caveat('embedded', 'text:section-source', 14, 14)]);
    const conditional = `<text:section text:display="condition">${sentence('')}</text:section>`;
    expect((await read(conditional)).caveats).toEqual([caveat('field', 'text:section', 0, 14)]);
  });

  it('says so of labels that are words', async () => {
    const list =
      '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-prefix="Never "/></text:list-style>';
    const item = '<text:list text:style-name="L"><text:list-item><text:p>Yes.</text:p></text:list-item></text:list>';
    expect((await read(item, list)).caveats).toEqual([caveat('auto-number', 'text:list-style', 0, 4)]);
  });

  it('names changes, comments and personal fields, and never their values', async () => {
    const changes =
      '<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Petra</dc:creator></office:change-info><text:p>Gone.</text:p></text:deletion></text:changed-region></text:tracked-changes>';
    const comment = '<office:annotation><dc:creator>Otto</dc:creator><text:p>Really?</text:p></office:annotation>';
    const meta = root(
      'office:document-meta',
      '<office:meta><dc:title>The talk</dc:title><meta:initial-creator>Nadja</meta:initial-creator></office:meta>',
    );
    const document = await read(changes + sentence(comment), '', { 'meta.xml': meta });
    expect(seen(document)).toEqual(['I did sign it.']);
    expect(document.caveats).toEqual([
      { kind: 'tracked-change', detail: 'text:tracked-changes', at: null },
      { kind: 'comment', detail: 'office:annotation', at: null },
      { kind: 'personal-metadata', detail: 'creator of a change or comment, initial-creator', at: null },
    ]);
    expect(JSON.stringify(document)).not.toMatch(/Nadja|Otto|Petra|Gone|Really/);
  });
});

describe('readOdt: refusals', () => {
  it('refuses encrypted documents, document types, and what is no text', async () => {
    const manifest = root(
      'manifest:manifest',
      '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>',
    );
    await expect(read(sentence(''), '', { 'META-INF/manifest.xml': manifest })).rejects.toMatchObject({
      reason: 'encrypted',
    });
    await expect(read('', '', { 'content.xml': '<!DOCTYPE a><a/>' })).rejects.toMatchObject({
      reason: 'unsafe-archive',
    });
    await expect(read('', '', { 'content.xml': root('office:document-content', '') })).rejects.toMatchObject({
      reason: 'unknown-format',
    });
    await expect(readOdt(zipOf({ mimetype: 'x' }))).rejects.toMatchObject({ reason: 'damaged' });
  });
});
