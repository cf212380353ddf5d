/** Quotations between marks, through the paragraphs of an article. */
import { describe, expect, it } from 'vitest';
import { markedQuotations } from '../../../src/core/quote/paragraphs.ts';
import type { Block } from '../../../src/core/read/document.ts';
import { documentOf } from './support.ts';

type Blocks = readonly (string | (Partial<Block> & { readonly text: string }))[];

const ASIDE = { by: 'aside' } as const;

/** The quoted stretches of each quotation, and each paragraph's marks without a partner as `[block, offset, count]`. */
function found(...blocks: Blocks) {
  const document = documentOf(...blocks);
  const { marked, unpaired } = markedQuotations(document);
  return {
    quoted: marked.map(({ stretches }) =>
      stretches.map(({ block, start, end }) => document.blocks[block]!.text.slice(start, end)),
    ),
    unpaired: unpaired.map(({ block, offset, count }) => [block, offset, count]),
  };
}

describe('a quotation of several paragraphs', () => {
  it('has its stretches without marks, from the first mark to the last one', () => {
    expect(markedQuotations(documentOf('He: “One.', '“Two\n“more.', '“Three,” he said.'))).toEqual({
      marked: [
        {
          stretches: [
            { block: 0, start: 5, end: 9 },
            { block: 1, start: 1, end: 5 },
            { block: 1, start: 6, end: 11 },
            { block: 2, start: 1, end: 7 },
          ],
          block: 0,
          offset: 4,
          endBlock: 2,
          endOffset: 8,
        },
      ],
      unpaired: [],
    });
  });

  it.each(['paragraph', 'quote', 'list-item', 'cue', 'preformatted'] as const)('runs through a %s', (kind) => {
    expect(found({ text: '“One.', kind }, { text: '“Two.”', kind })).toEqual({
      quoted: [['One.', 'Two.']],
      unpaired: [],
    });
  });

  it.each<[string, Blocks, readonly string[][]]>([
    ['over a caption', ['“One.', { text: '“In it.”', kind: 'caption' }, '“Two.”'], [['One.', 'Two.'], ['In it.']]],
    ['over a box', ['“One.', { text: 'A box.', setOff: ASIDE }, '“Two.”'], [['One.', 'Two.']]],
    ['over a page’s header', ['“One.', { text: '“Page', kind: 'running' }, '“Two.”'], [['One.', 'Two.']]],
    ['over another column', ['“One.', { text: 'A column.', container: 'nav' }, '“Two.”'], [['One.', 'Two.']]],
    ['with spaces before its mark', ['“One.', '  “Two.”'], [['One.', 'Two.']]],
    ['in French, with the mark that closes', ['«One.', '»Two.»'], [['One.', 'Two.']]],
    [
      'into one where another begins',
      ['“One.', '“Two,” he said. “Three', '“Four.”'],
      [
        ['One.', 'Two,'],
        ['Three', 'Four.'],
      ],
    ],
    ['past a pair before it', ['“x” “One', '“two”'], [['x'], ['One', 'two']]],
    ['past another kind of pair behind it', ['“One «b» c', '“two”'], [['One «b» c', 'two'], ['b']]],
    ['past another pair at its last mark', ['“One', '“two,” and «b»'], [['One', 'two,'], ['b']]],
  ])('goes on %s', (_, blocks, quoted) => {
    expect(found(...blocks)).toEqual({ quoted, unpaired: [] });
  });

  it.each<[string, Blocks, readonly string[][], readonly number[][]]>([
    ['into a paragraph without a mark', ['“One.', 'Two.', '“Three.”'], [['Three.']], [[0, 0, 1]]],
    ['into a paragraph with another mark', ['“One.', '«Two.»'], [['Two.']], [[0, 0, 1]]],
    ['into a paragraph without a mark, in French', ['«One.', 'Two.'], [], [[0, 0, 1]]],
    ['into a paragraph with another mark, in French', ['«One.', '“Two.”'], [['Two.']], [[0, 0, 1]]],
    ['into a paragraph with the mark that closes in French', ['“One.', '»Two.»'], [['Two.']], [[0, 0, 1]]],
    ['into a paragraph with its mark behind words', ['“One.', 'So “two.”'], [['two.']], [[0, 0, 1]]],
    ['into another column', ['“One.', { text: '“Two.”', container: 'nav' }], [['Two.']], [[0, 0, 1]]],
    ['from a heading', [{ text: '“One.', kind: 'heading' }, '“Two.”'], [['Two.']], [[0, 0, 1]]],
    ['from a box', [{ text: '“One.', setOff: ASIDE }, '“Two.”'], [['Two.']], [[0, 0, 1]]],
    ['past whole ones of its kind', ['“One. “Two.”', '“Three.”'], [['Two.'], ['Three.']], [[0, 0, 1]]],
    ['with three marks left open', ['a “b «c „d', '“e”'], [['e']], [[0, 2, 3]]],
    ['to the end', ['a “b'], [], [[0, 2, 1]]],
  ])('does not go on %s', (_, blocks, quoted, unpaired) => {
    expect(found(...blocks)).toEqual({ quoted, unpaired });
  });

  it('is the outer one of two left open', () => {
    expect(found('“a «b', '“c”')).toEqual({ quoted: [['a «b', 'c']], unpaired: [[0, 3, 1]] });
  });

  it('is not ended by one that another column leaves open', () => {
    expect(found('“One.', { text: '“Aside', container: 'nav' }, '“Two.”')).toEqual({
      quoted: [['One.', 'Two.']],
      unpaired: [[1, 0, 1]],
    });
  });
});

describe('marks without a partner', () => {
  it('are counted for each block, from the first of them on', () => {
    expect(found({ text: 'a «b c” d', kind: 'heading' }, 'e “f «g” h', 'i” j')).toEqual({
      quoted: [['f «g']],
      unpaired: [
        [0, 2, 2],
        [1, 5, 1],
        [2, 1, 1],
      ],
    });
  });
});
