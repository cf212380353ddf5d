/** The stretches that a report shows as quoted: the words with the marks around them. */
import { describe, expect, it } from 'vitest';
import { articleText } from '../../../src/core/quote/article-text.ts';
import type { Block } from '../../../src/core/read/document.ts';
import { documentOf } from './support.ts';

const quotedIn = (...blocks: readonly (string | (Partial<Block> & { readonly text: string }))[]) =>
  articleText(documentOf(...blocks)).blocks.map(({ text, quoted }) =>
    quoted.map(({ start, end, quotation }) => [quotation, text.slice(start, end)]),
  );

describe('the article as it reads', () => {
  it('has each block with its kind, its place and what is quoted in it', () => {
    const figure = { text: '“Two”', kind: 'caption', setOff: { by: 'figure' } } as const;
    expect(articleText(documentOf('“One” or “or”', figure, 'No.')).blocks).toEqual([
      {
        index: 0,
        kind: 'paragraph',
        text: '“One” or “or”',
        place: { by: 'paragraph', paragraph: 1 },
        isSetOff: false,
        quoted: [
          { start: 0, end: 5, quotation: 0 },
          { start: 9, end: 13, quotation: 1 },
        ],
      },
      {
        index: 1,
        kind: 'caption',
        text: '“Two”',
        place: { by: 'paragraph', paragraph: 2 },
        isSetOff: true,
        quoted: [{ start: 0, end: 5, quotation: 2 }],
      },
      {
        index: 2,
        kind: 'paragraph',
        text: 'No.',
        place: { by: 'paragraph', paragraph: 3 },
        isSetOff: false,
        quoted: [],
      },
    ]);
  });

  it.each([
    ...['“a”', '„a“', '‟a”', '”a”', '"a"', '＂a＂', '‘a’', '‚a‘', '‛a’', "'a'", '«a»', '»a«', '‹a›', '›a‹', '‹ a ›'],
    ...['「a」', '『a』', '〝a〞', '〝a〟', "``a''", ",,a''", "''a''", '<<a>>', '« a »', '«\u202Fa\u202F»'],
  ])('shows the marks with the words: %s', (quoted) => {
    expect(quotedIn(`So ${quoted} then`)).toEqual([[[0, quoted]]]);
  });

  it('shows words without marks as they are', () => {
    expect(quotedIn({ text: 'We left at “dawn” then. — Ada Brenn', kind: 'quote' }, '—No —dijo Ana.', '—Ya')).toEqual([
      [[0, 'We left at “dawn” then.']],
      [[1, 'No']],
      [[2, 'Ya']],
    ]);
  });
});
