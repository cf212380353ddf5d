import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../../src/core/canon/index.ts';
import { placeOf, sourceOffset } from '../../../../src/core/read/place.ts';
import { readText } from '../../../../src/core/read/text/index.ts';
import { processorTime } from '../../../processor-time.ts';

const texts = (source: string) => readText(source).blocks.map(({ text }) => text);

describe('blocks', () => {
  it.each([
    ['one paragraph', 'Q: Why?', ['Q: Why?']],
    ['blank lines', 'a\n\nb\n\n\n\nc\n', ['a', 'b', 'c']],
    ['lines of white space', 'a\n \t\u00a0\u2003\nb\n\f\nc', ['a', 'b', 'c']],
    ['CRLF', 'a\r\nb\r\n\r\nc', ['a\nb', 'c']],
    ['CR, NEL, LS', 'a\rb\u0085c\u2028d', ['a\nb\nc\nd']],
    ['the paragraph separator', 'a\u2029b', ['a', 'b']],
    ['white space at the ends of lines', '  a b \n\tc\t\n', ['a b\nc']],
    ['nothing', ' \n\n ', []],
  ])('%s', (_, source, expected) => {
    expect(texts(source)).toEqual(expected);
  });

  it('says where lines begin, and finds their places', () => {
    const document = readText('Anna:\r\n  I was  there.\r\n\r\nBo: No.');
    expect(document.blocks.map(({ lineStarts }) => lineStarts)).toEqual([[6], []]);
    const [first, second] = document.blocks;
    expect(first && placeOf(document, first, 6)).toEqual({ by: 'line', line: 2, column: 3 });
    expect(second && placeOf(document, second, 4)).toEqual({ by: 'line', line: 4, column: 5 });
  });
});

describe('breaks', () => {
  it.each([
    ['co-\noperation', [[2, 4]]],
    ['co\u00ad  \n  operation', [[2, 4]]],
    [
      'Vor‐\nund nach-\nher',
      [
        [3, 5],
        [13, 15],
      ],
    ],
    ['a -\nb', []],
    ['a-\n-b', []],
    ['a-\n\nb', []],
    ['𝒜-\n𝒜', [[2, 4]]],
  ])('%j', (source, expected) => {
    const breaks = readText(source).blocks.flatMap((block) => block.breaks);
    expect(breaks).toEqual(expected.map(([start, end]) => ({ kind: 'hyphen', start, end })));
  });
});

const source = fc
  .array(
    fc.constantFrom(
      'word',
      'é',
      '𝒜',
      ',',
      '“',
      '-',
      ' ',
      '  ',
      '\t',
      '\n',
      '\r\n',
      '\r',
      '\n\n',
      '\u2029',
      '\u00a0',
      '\f',
      'Q:',
    ),
  )
  .map((parts) => parts.join(''));

describe('for any text', () => {
  it('the tokens of the blocks are the tokens of the whole', () => {
    fc.assert(
      fc.property(source, (s) => {
        expect(texts(s).flatMap((text) => tokenise(text).text)).toEqual(tokenise(s).text);
      }),
    );
  });

  it('every sign leads back to itself', () => {
    fc.assert(
      fc.property(source, (s) => {
        for (const { text, origin } of readText(s).blocks) {
          for (let i = 0; i < text.length; i++) {
            const found = origin === null ? '' : s.charAt(sourceOffset(origin, i));
            expect(text[i] === '\n' ? /\s/.test(found) : found === text[i]).toBe(true);
          }
        }
      }),
    );
  });
});

it('reads a line of five megabytes and 200,000 spaces in no time', () => {
  const started = processorTime();
  expect(texts('word '.repeat(1_000_000))).toHaveLength(1);
  expect(texts(`a${' '.repeat(200_000)}b-${' '.repeat(200_000)}`)).toHaveLength(1);
  expect(processorTime() - started).toBeLessThan(5_000);
});
