/** Characters of symbol fonts by their published encodings; what is not known stays a private-use character. */
import { expect, it } from 'vitest';
import { keptWords } from '../../../../src/core/read/office/anchored.ts';
import { symbol } from '../../../../src/core/read/office/symbols.ts';

it.each([
  ['Symbol', 0x61, 'α'],
  ['Symbol', 0xf061, 'α'],
  ['Symbol', 0xf0b3, '≥'],
  ['Symbol', 0xf080, '\uf080'],
  ['Wingdings', 0xf0fc, '✔'],
  ['Wingdings', 0xf041, '\uf041'],
  ['Webdings', 0x41, '\uf041'],
  ['Webdings', 0x1_0041, '\ufffd'],
  ['Times', 0x41, 'A'],
  ['Times', 0xf041, '\uf041'],
  ['Times', 0x07, '\ufffd'],
  ['Times', 0xd800, '\ufffd'],
  ['Times', Number.NaN, '\ufffd'],
])('%s has at %i %j', (font, code, shown) => {
  expect(symbol(font, code)).toBe(shown);
});

it('of the words of a box no more is kept than tells a few from many', () => {
  expect(keptWords('', 'a '.repeat(300))).toBe('a '.repeat(100));
  expect(keptWords('a '.repeat(100), 'more')).toBe('a '.repeat(100));
});
