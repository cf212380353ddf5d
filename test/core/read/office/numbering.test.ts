/** What a list puts before its items: numbers and bullets are furniture, words are told of, in every word processor's format. */
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { read } from '../../../../src/core/read/index.ts';
import { docxOf, paragraph, part, run } from '../docx/make.ts';
import { odtOf } from '../odt/make.ts';

/** A list of one item; `%` stands for its number in the pattern. */
type ListOf = (kind: 'numbered' | 'bulleted', pattern: string) => Uint8Array;

const docx: ListOf = (kind, pattern) => {
  const format = kind === 'numbered' ? 'decimal' : 'bullet';
  const level = `<w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern.replace('%', '%1')}"/></w:lvl>`;
  return docxOf(paragraph(run('Yes.'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), {
    numbering: part(
      'numbering',
      `<w:abstractNum w:abstractNumId="1">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
    ),
  });
};

const odt: ListOf = (kind, pattern) => {
  const [before = '', after = ''] = pattern.split('%');
  const level =
    kind === 'numbered'
      ? `<text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="${before}" style:num-suffix="${after}"/>`
      : `<text:list-level-style-bullet text:level="1" text:bullet-char="${pattern}"/>`;
  return odtOf(
    '<text:list text:style-name="L"><text:list-item><text:p>Yes.</text:p></text:list-item></text:list>',
    `<text:list-style style:name="L">${level}</text:list-style>`,
  );
};

const rtf: ListOf = (kind, pattern) => {
  const coded = Array.from(pattern, (sign) => (sign === '%' ? "\\'00" : `\\u${sign.charCodeAt(0)}?`)).join('');
  const count = `\\'${pattern.length.toString(16).padStart(2, '0')}`;
  const level = `{\\listlevel\\levelnfc${kind === 'numbered' ? 0 : 23}{\\leveltext ${count}${coded};}{\\levelnumbers;}}`;
  const tables = `{\\*\\listtable{\\list${level}\\listid7}}{\\*\\listoverridetable{\\listoverride\\listid7\\listoverridecount0\\ls1}}`;
  return strToU8(`{\\rtf1\\ansi ${tables}\\pard\\ls1\\ilvl0 Yes.\\par}`);
};

describe.each(Object.entries({ docx, odt, rtf }))('in %s', (format, listOf) => {
  const told = async (kind: 'numbered' | 'bulleted', pattern: string): Promise<boolean> => {
    const { blocks, caveats } = await read(listOf(kind, pattern), { name: `list.${format}` });
    expect(blocks.map((block) => [block.text, block.kind])).toEqual([['Yes.', 'list-item']]);
    return caveats.some((caveat) => caveat.kind === 'auto-number' && caveat.at?.block === 0);
  };

  it.each(['%.', '(%)', '§ %', '—%', '%'])('the number %s only counts', async (pattern) => {
    expect(await told('numbered', pattern)).toBe(false);
  });

  it.each(['Never. %', 'Question %:', '% not', 'No', '100 %'])('the number %s is words', async (pattern) => {
    expect(await told('numbered', pattern)).toBe(true);
  });

  it.each(['•', '–', 'o', '✓'])('the bullet %s is none', async (pattern) => {
    expect(await told('bulleted', pattern)).toBe(false);
  });

  it.each(['Not', 'I', 'не'])('the bullet %s is a word', async (pattern) => {
    expect(await told('bulleted', pattern)).toBe(true);
  });
});

describe('in docx', () => {
  const level = (number: string, text: string, more = ''): string =>
    `<w:lvl w:ilvl="${number}"><w:numFmt w:val="decimal"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const list = (id: string, inner: string): string =>
    `<w:abstractNum w:abstractNumId="${id}">${inner}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
  const numbers = async (numbering: string, styles: string, properties: string) => {
    const parts = { numbering: part('numbering', numbering), styles: part('styles', styles) };
    const { caveats } = await read(docxOf(paragraph(run('Yes.'), properties), parts), { name: 'list.docx' });
    return caveats.map(({ kind }) => kind);
  };

  it('the level belongs to the paragraph’s style', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const levels = level('0', '%1.') + level('1', 'Never %2', '<w:pStyle w:val="S"/>');
    expect(await numbers(list('1', levels), styles, '<w:pStyle w:val="S"/>')).toEqual(['auto-number']);
    expect(await numbers(list('1', level('0', '%1.')), styles, '<w:pStyle w:val="S"/>')).toEqual([]);
  });

  it('the list is defined by a list style', async () => {
    const numbering =
      list('1', '<w:numStyleLink w:val="N"/>') + list('2', `<w:styleLink w:val="N"/>${level('0', 'Never %1')}`);
    const properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    expect(await numbers(numbering, '', properties)).toEqual(['auto-number']);
  });
});
