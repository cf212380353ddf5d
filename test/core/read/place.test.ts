/** From an offset in a block's text to a position that a person can find; and documents put together as one. */
import { describe, expect, it } from 'vitest';
import type { Block, BlockPlace, Document } from '../../../src/core/read/document.ts';
import { Joining, joinPages } from '../../../src/core/read/join.ts';
import { MAX_TEXT_LENGTH } from '../../../src/core/read/limits.ts';
import { lineStarts, placeOf, sourceOffset } from '../../../src/core/read/place.ts';
import { plainBlock } from '../../../src/core/read/plain-block.ts';
import { SeenText } from '../../../src/core/read/seen-text.ts';

const SOURCE = 'One\r\ntwo\nthree';
const written = (place: BlockPlace): Block => {
  const seen = new SeenText();
  seen.append('two', SOURCE.indexOf('two'));
  seen.append('', 0);
  seen.append(' ', SOURCE.indexOf('two') + 3);
  seen.append('three', SOURCE.indexOf('three'));
  return { ...plainBlock(''), ...seen.build(), place };
};
const documentOf = (blocks: readonly Block[], lines = lineStarts(SOURCE)): Document => ({
  format: 'text',
  blocks,
  hidden: [],
  caveats: [],
  lines,
  metadata: new Map(),
});
const at = (block: Block, offset: number, lines = lineStarts(SOURCE)): unknown =>
  placeOf(documentOf([block], lines), block, offset);

describe('the place of a word', () => {
  const pages: BlockPlace = {
    by: 'page',
    page: 3,
    turns: [
      { start: 10, page: 4 },
      { start: 20, page: 5 },
    ],
  };

  it.each([
    ['is a line and a column', written({ by: 'line' }), 4, { by: 'line', line: 3, column: 1 }],
    [
      'is a time too in subtitles',
      written({ by: 'time', milliseconds: 5 }),
      1,
      { by: 'time', milliseconds: 5, line: 2, column: 2 },
    ],
    ['is a paragraph', written({ by: 'paragraph', paragraph: 2 }), 4, { by: 'paragraph', paragraph: 2 }],
    ['is a page', written({ by: 'page', page: 3 }), 4, { by: 'page', page: 3 }],
    ['is the page it begins on', written(pages), 9, { by: 'page', page: 3 }],
    ['is the page that the block goes on to', written(pages), 10, { by: 'page', page: 4 }],
    ['is the last page of the block', written(pages), 99, { by: 'page', page: 5 }],
    ['is the first line where none is known', plainBlock('two'), 1, { by: 'line', line: 1, column: 1 }],
    [
      'is the time alone where no line is known',
      { ...plainBlock('two'), place: { by: 'time', milliseconds: 5 } as const },
      1,
      { by: 'time', milliseconds: 5 },
    ],
  ])('%s', (_what, block, offset, place) => {
    expect(at(block, offset)).toEqual(place);
  });

  it('is the first line of a source whose lines were not counted', () => {
    expect(at(written({ by: 'line' }), 4, new Uint32Array(0))).toEqual({ by: 'line', line: 1, column: 1 });
  });

  it('in a block without words is the beginning', () => {
    expect(sourceOffset(new SeenText().build().origin, 0)).toBe(0);
  });
});

describe('documents put together', () => {
  const part = (text: string): Document => ({
    ...documentOf([plainBlock(text)]),
    hidden: [{ text: 'not', by: 'style', block: 0, offset: 1, source: 7, hint: false }],
    caveats: [
      { kind: 'script', at: null, detail: '1 script' },
      { kind: 'field', at: { block: 0, start: 0, end: 1 }, detail: 'x' },
    ],
  });

  it('count their blocks on, have places in their files, and say once what is so in all', () => {
    const { blocks, hidden, caveats, lines } = joinPages([
      { document: part('One.'), name: 'a.html' },
      { document: part('Two.'), name: 'b.html' },
    ]);
    expect(blocks.map(({ text, place }) => [text, place])).toEqual([
      ['One.', { by: 'paragraph', paragraph: 1, part: 'a.html' }],
      ['Two.', { by: 'paragraph', paragraph: 1, part: 'b.html' }],
    ]);
    expect(hidden.map(({ block, offset, source }) => [block, offset, source])).toEqual([
      [0, 1, null],
      [1, 1, null],
    ]);
    expect(caveats.map(({ kind, at: where }) => [kind, where?.block ?? null])).toEqual([
      ['script', null],
      ['field', 0],
      ['field', 1],
    ]);
    expect(lines).toHaveLength(0);
  });

  it('are no longer than one may be', () => {
    const joining = new Joining();
    const add = (text: string): void =>
      joining.add({ document: documentOf([plainBlock(text)]), part: '', setOff: null });
    add('a'.repeat(MAX_TEXT_LENGTH));
    expect(() => add('a')).toThrow(expect.objectContaining({ reason: 'too-large' }));
  });
});
