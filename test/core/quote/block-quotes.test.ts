/** Which words of a block quote are quoted. */
import { describe, expect, it } from 'vitest';
import { blockQuotations } from '../../../src/core/quote/block-quotes.ts';
import { markedQuotations } from '../../../src/core/quote/paragraphs.ts';
import type { Block } from '../../../src/core/read/document.ts';
import { documentOf } from './support.ts';

function quotedIn(...blocks: readonly (Partial<Block> & { readonly text: string })[]): readonly string[] {
  const document = documentOf(...blocks.map((block) => ({ kind: 'quote' as const, ...block })));
  return blockQuotations(document, markedQuotations(document).marked).map(({ block, offset, endOffset }) =>
    document.blocks[block]!.text.slice(offset, endOffset),
  );
}

describe('a block quote', () => {
  it('is one quotation, in its place', () => {
    const document = documentOf('He wrote:', { text: 'We left.', kind: 'quote' });
    expect(blockQuotations(document, [])).toEqual([
      { stretches: [{ block: 1, start: 0, end: 8 }], block: 1, offset: 0, endBlock: 1, endOffset: 8 },
    ]);
  });

  it.each([
    ['in a box', { text: 'We left.', setOff: { by: 'aside' } }],
    ['with a few words between marks', { text: 'We left at “dawn” and rowed.' }],
    ['with half of it between marks', { text: 'So we, “left soon”' }],
    ['with a number alone', { text: '1984' }],
  ] as const)('is quoted %s', (_, block) => {
    expect(quotedIn(block)).toEqual([block.text]);
  });

  it.each([
    ['with more than half of it between marks', { text: 'So we “left soon”' }],
    ['with marks at its beginning', { text: '“We left,” he wrote, and nobody ever saw the three of them again.' }],
    [
      'with marks at its beginning and later',
      { text: '“We left,” he wrote, and “nobody” ever saw the three of them.' },
    ],
    ['with marks behind a space', { text: ' “We left,” he wrote, and nobody ever saw the three of them again.' }],
    ['in a footer', { text: 'Ada Brenn', setOff: { by: 'footer' } }],
    ['in a paragraph', { text: 'We left.', kind: 'paragraph' }],
    ['without a word', { text: '…' }],
    ['of a source alone', { text: '— Ada Brenn' }],
  ] as const)('is not quoted as a whole %s', (_, block) => {
    expect(quotedIn(block)).toEqual([]);
  });

  it('is not quoted as a whole where marks run on into it', () => {
    const long = 'he wrote, and nobody ever saw the three of them again.';
    expect(quotedIn({ text: 'He: “We left' }, { text: `“at dawn,” ${long}` }, { text: long })).toEqual([long]);
  });
});

describe('the source of a block quote', () => {
  const x = (count: number) => 'x'.repeat(count);

  it.each([
    'We left. — Ada Brenn',
    'We left.\n— Ada Brenn',
    'We left. –Ada Brenn',
    'We left.  ―  Ada Brenn',
    'We left. — Ab',
    `We left. — A${x(60)}`,
    'We left. — Ada Brenn, of Orrow',
  ])('is not quoted: %s', (text) => {
    expect(quotedIn({ text })).toEqual(['We left.']);
  });

  it.each([
    'We left. — and rowed',
    'We left—Ada Brenn',
    'We left. — A',
    `We left. — A${x(61)}`,
    'We left. — Ada. Then Brenn',
    'We left. — Ada\nBrenn',
  ])('is not told from the words: %s', (text) => {
    expect(quotedIn({ text })).toEqual([text]);
  });

  it('stands behind words of any length', () => {
    expect(quotedIn({ text: `${x(300)} — Ada Brenn` })).toEqual([x(300)]);
  });

  const withCredit = (words: string, credit: string) => quotedIn({ text: words + credit, credit: words.length });

  it.each([
    ['We left.', ' Ada Brenn'],
    ['We left. ', 'Ada Brenn'],
    ['We left!', ' Ada'],
    ['We left?', ' Ada'],
    ['We left…', ' Ada'],
    ['We left and said to everybody: “go”', ' Ada'],
    ['We left.', ` ${x(119)}`],
    ['We left — ', 'ada'],
    ['We left\n', 'ada'],
  ])('is what the format says behind %j: %j', (words, credit) => {
    const end = words.replace(/[\s—]+$/, '');
    expect(withCredit(words, credit)).toEqual([end]);
  });

  it.each([
    ['We left', ' Ada'],
    ['We — she left', ' Ada'],
    ['We left.', ` ${x(120)}`],
  ])('is not what the format says behind %j: %j', (words, credit) => {
    expect(withCredit(words, credit)).toEqual([words + credit]);
  });

  it('may be all that the format has', () => {
    expect(withCredit('', 'Ada Brenn')).toEqual([]);
  });
});
