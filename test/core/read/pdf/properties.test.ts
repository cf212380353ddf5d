import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenise } from '../../../../src/core/canon/index.ts';
import type { HiddenBy } from '../../../../src/core/read/document.ts';
import { readPdf } from '../../../../src/core/read/pdf/index.ts';
import { buildPdf } from './build.ts';

const WORDS = [
  'river',
  'mill',
  'the',
  'a',
  'not',
  'Vera',
  'keeper,',
  'ledger.',
  '1974',
  'said:',
  'asked',
  'never',
  'wasn\u0092t',
  'na\u00EFve',
];
const word = fc.constantFrom(...WORDS);
const paragraph = fc.array(word, { minLength: 3, maxLength: 12 });

/** Ways to hide a word, as content around `Tj`, with the way back. */
const HIDE: readonly (readonly [string, string, HiddenBy])[] = [
  ['3 Tr', '0 Tr', 'render-mode'],
  ['1 1 1 rg', '0 g', 'colour'],
  ['/F1 0.1 Tf', '/F1 10 Tf', 'size'],
  ['5000 Ts', '0 Ts', 'position'],
  ['/OC /L BDC', 'EMC', 'layer'],
];

/** A page of lines, each an array of operands and operators. */
function page(lines: readonly string[]): string {
  return `BT /F1 10 Tf 14 TL 20 380 Td ${lines.map((line) => `${line} T*`).join('\n')} ET`;
}

function pdf(lines: readonly string[]): Uint8Array {
  return buildPdf({
    pages: [page(lines)],
    resources: '/Properties<</L 100 0 R>>',
    catalog: '/OCProperties<</OCGs[100 0 R]/D<</OFF[100 0 R]>>>>',
    objects: { 100: '<</Type/OCG/Name(layer)>>' },
  });
}

/** Latin-1 of the content stream as Unicode, as WinAnsiEncoding has it. */
function unicode(text: string): string {
  return text.replace(/\u0092/gu, '\u2019');
}

test('words come back in order, however the lines fall', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 15 }), async (paragraphs) => {
      const { blocks, hidden } = await readPdf(pdf(paragraphs.map((words) => `(${words.join(' ')}) Tj`)));
      const expected = tokenise(unicode(paragraphs.flat().join(' '))).text;
      expect(blocks.flatMap(({ text }) => tokenise(text).text)).toEqual(expected);
      expect(hidden).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a hidden word is never seen, and is named where it would be', async () => {
  await fc.assert(
    fc.asyncProperty(paragraph, fc.nat(), fc.constantFrom(...HIDE), async (words, pick, [begin, end, by]) => {
      // Off the page, a word belongs to a line only by standing between words of it.
      const at = by === 'position' ? 1 + (pick % (words.length - 2)) : pick % words.length;
      const shown = words.map((one, i) => (i === at ? `${begin} (${one} ) Tj ${end}` : `(${one} ) Tj`));
      const document = await readPdf(pdf([shown.join(' ')]));
      const left = words.filter((_, i) => i !== at);
      expect(document.blocks.map(({ text }) => text).join('\n')).toBe(unicode(left.join(' ')));
      expect(document.hidden).toEqual([
        {
          text: unicode(words[at] ?? ''),
          by,
          block: 0,
          offset: unicode(words.slice(0, at).join(' ')).length,
          source: null,
          hint: false,
        },
      ]);
    }),
    { numRuns: 60 },
  );
});
