import { describe, expect, it } from 'vitest';
import { dropIgnorables } from '../../../src/core/canon/ignorables.ts';

const ZWNJ = '\u200c';
const SHY = '\u00ad';
const TAG = '\u{e0061}';

describe('what does not show', () => {
  it.each([
    ['nothing', '', ''],
    ['ignorables, of one and of two code units', `a${SHY}b${TAG}${TAG}c`, 'abc'],
    ['ligatures become letters', 'oﬃce', 'office'],
    ['signs of two code units stay', '👍𝐚', '👍𝐚'],
  ])('%s', (_, text, shown) => expect(dropIgnorables(text).text).toBe(shown));

  it('leaves a map that knows what was dropped', () => {
    const { map } = dropIgnorables(`a${TAG}bﬁ${SHY}`);
    expect([...map.at]).toEqual([0, 1, 2]);
    expect([...map.from]).toEqual([0, 3, 4]);
    expect([...map.until]).toEqual([0, 0, 5]);
  });
});

describe('ZWNJ', () => {
  it.each([
    ['between two letters', `ب${ZWNJ}ب`],
    ['between letters of a script without spaces', `ក${ZWNJ}ខ`],
    ['between a letter and a mark of its script', `क${ZWNJ}्`],
    ['behind a mark', `क्${ZWNJ}ष`],
    ['behind a mark without a script of its own', `بَ${ZWNJ}ب`],
    ['before a mark without a script of its own', `ب${ZWNJ}\u0301`],
    ['behind such a mark without a letter', `\u0301${ZWNJ}ب`],
    ['behind such a mark behind a sign', `é!\u0301${ZWNJ}ب`],
    ['beside letters of two code units', `\u{10d00}${ZWNJ}\u{10d00}`],
  ])('stays %s', (_, text) => expect(dropIgnorables(text).text).toBe(text));

  it.each([
    ['at the beginning', `${ZWNJ}ب`],
    ['at the end', `ب${ZWNJ}`],
    ['at the end, before an ignorable', `ب${ZWNJ}${SHY}`],
    ['behind a number', `5${ZWNJ}ب`],
    ['before a number', `ب${ZWNJ}5`],
    ['behind a sign', `ب!${ZWNJ}ب`],
    ['before a space', `ب${ZWNJ} ب`],
    ['behind Latin', `a${ZWNJ}ب`],
    ['before Cyrillic', `ب${ZWNJ}ж`],
    ['behind a Latin letter with a mark', `e\u0301${ZWNJ}ب`],
    ['behind a Latin letter with two marks', `e\u0301\u0301${ZWNJ}ب`],
    ['before a mark of a Latin letter', `e${ZWNJ}\u0301`],
    ['behind a mark that is Cyrillic', `ب\u0483${ZWNJ}ب`],
    ['before a mark that is Cyrillic', `ب${ZWNJ}\u0483`],
    ['behind such a mark with one of no script', `ب\u0483\u0301${ZWNJ}ب`],
    ['beside another', `ب${ZWNJ}${ZWNJ}ب`],
    ['before an apostrophe that is a letter elsewhere', `ب${ZWNJ}ʼ`],
  ])('goes %s', (_, text) => expect(dropIgnorables(text).text).toBe(text.replaceAll(ZWNJ, '').replaceAll(SHY, '')));

  it.each([
    ['a soft hyphen on both sides', `ب${SHY}${ZWNJ}${SHY}ب`],
    ['ignorables of two code units', `ب${TAG}${ZWNJ}${TAG}${TAG}ب`],
  ])('looks through %s', (_, text) => expect(dropIgnorables(text).text).toBe(`ب${ZWNJ}ب`));

  it('does not part a mark from its base', () => {
    expect(dropIgnorables(`e${ZWNJ}\u0301${ZWNJ}ب`).text).toBe('e\u0301ب');
    expect(dropIgnorables(`e${SHY}\u0301${ZWNJ}ب`).text).toBe('e\u0301ب');
  });
});
