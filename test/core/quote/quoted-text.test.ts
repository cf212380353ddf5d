/** The words of a quotation as one text, and the way back into the article. */
import { describe, expect, it } from 'vitest';
import { quotedText } from '../../../src/core/quote/quoted-text.ts';
import type { Block } from '../../../src/core/read/document.ts';
import { documentOf } from './support.ts';

/** A block with a hyphen at the end of each line. */
function hyphened(text: string): Partial<Block> & { readonly text: string } {
  const breaks = [...text.matchAll(/-\n/g)].map(({ index }) => ({
    kind: 'hyphen' as const,
    start: index,
    end: index + 2,
  }));
  return { text, breaks };
}

function read(block: Partial<Block> & { readonly text: string }, words: readonly string[], start = 0, end = Infinity) {
  const stretches = [{ block: 0, start, end: Math.min(end, block.text.length) }];
  return quotedText(documentOf(block), { stretches }, (word) => words.includes(word));
}

describe('a hyphen at the end of a line', () => {
  it.each([
    ['belongs to the page where the word is known without it', ['ferryman', 'ferry-man'], 'the Ferryman came'],
    ['belongs to the word where it is known with it', ['ferry-man'], 'the Ferry-man came'],
    ['stays where neither is known', [], 'the Ferry-\nman came'],
  ])('%s', (_, words, text) => {
    expect(read(hyphened('the Ferry-\nman came'), words).text).toBe(text);
  });

  it('is looked at in each word, with its accents and numbers', () => {
    expect(read(hyphened('e\u0301te\u0301-\ncole 20-\n24'), ['e\u0301te\u0301cole', '2024']).text).toBe(
      'e\u0301te\u0301cole 2024',
    );
  });

  it.each(['ferry-\n man', 'ferry -\nman', '… -\n …'])('stays where a word is not at both sides: %j', (text) => {
    expect(read(hyphened(text), ['ferryman', 'ferry-man']).text).toBe(text);
  });

  it('stays where the line end is no hyphen', () => {
    const block = { text: 'ferry\nman', breaks: [{ kind: 'bare' as const, start: 5, end: 6 }] };
    expect(read(block, ['ferryman']).text).toBe('ferry\nman');
  });

  it('may stand at the edges of the words', () => {
    const block = hyphened('ferry-\nman');
    expect([read(block, ['ferryman'], 5).text, read(block, ['ferryman'], 0, 7).text]).toEqual(['man', 'ferry']);
  });

  it('is not looked at outside the words', () => {
    const block = hyphened('ferry-\nman');
    expect([read(block, ['ferryman'], 6).text, read(block, ['ferryman'], 0, 6).text]).toEqual(['\nman', 'ferry-']);
  });
});

describe('a place in the words', () => {
  const document = documentOf('He: “One', hyphened('“two-\nfold three”'));
  const stretches = [
    { block: 0, start: 5, end: 8 },
    { block: 1, start: 1, end: 16 },
  ];
  const text = quotedText(document, { stretches }, (word) => word === 'twofold');
  const spot = (block: number, offset: number) => ({ block, offset });

  it('is told by its paragraph', () => {
    expect(text.text).toBe('One\ntwofold three');
    expect([0, 2, 4, 12].map((offset) => text.placeAt(offset))).toEqual(
      [1, 1, 2, 2].map((paragraph) => ({ by: 'paragraph', paragraph })),
    );
  });

  it.each([
    ['one word', 0, 3, spot(0, 5), spot(0, 8)],
    ['words of two paragraphs', 0, 7, spot(0, 5), spot(1, 4)],
    ['a word over a line end', 4, 11, spot(1, 1), spot(1, 10)],
    ['what stands behind a line end', 7, 11, spot(1, 6), spot(1, 10)],
    ['a word behind it', 12, 17, spot(1, 11), spot(1, 16)],
    ['no word at the beginning of a paragraph', 4, 4, spot(1, 1), spot(1, 1)],
    ['no word', 12, 12, spot(1, 11), spot(1, 11)],
  ])('is a span of the article: %s', (_, start, end, from, to) => {
    expect(text.spanOf(start, end)).toEqual({ from, to });
  });
});
