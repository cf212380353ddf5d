import { describe, expect, it } from 'vitest';
import { digestTokens } from '../../../src/core/canon/digest.ts';
import { digestOf, placeAt, rowOf } from '../../../src/core/locate/row.ts';
import { aside, block, broken, copyOf } from './copies.ts';

const short = (...tokens: string[]) => digestTokens(tokens).slice(0, 32);

describe('the row of a copy', () => {
  const copy = copyOf('One two.', aside('An advert'), 'Three');

  it('holds the tokens of all blocks', () => {
    const { tokens, placeOf } = rowOf(copy, 'all');
    expect([...tokens]).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...placeOf]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('or of those in the flow, as if nothing stood between them', () => {
    const row = rowOf(copy, 'in-flow');
    expect([...row.tokens]).toEqual([0, 1, 2, 5]);
    expect([...row.placeOf]).toEqual([0, 1, 2, -1, -1, 3]);
    expect(digestOf(row, 1, 4)).toBe(short('two', '.', 'Three'));
  });

  it('of nothing is empty', () => {
    const row = rowOf(copyOf(aside('An advert')), 'in-flow');
    expect([...row.tokens]).toEqual([]);
    expect([...row.placeOf]).toEqual([-1, -1]);
    expect(row.breakPlaces).toEqual([]);
  });

  it('says at which place the words behind an offset of a block stand', () => {
    const row = rowOf(copy, 'in-flow');
    expect(placeAt(row, 0, 0)).toBe(0);
    expect(placeAt(row, 0, 1)).toBe(1);
    expect(placeAt(row, 0, 4)).toBe(1);
    expect(placeAt(row, 2, 0)).toBe(3);
  });

  it('says so of nothing that is set off or behind the last word', () => {
    const row = rowOf(copy, 'in-flow');
    expect(placeAt(row, 1, 0)).toBeNull();
    expect(placeAt(row, 2, 5)).toBeNull();
  });
});

describe('the digest of a stretch', () => {
  it('is that of its tokens, wherever it stands, however often it is asked for', () => {
    const copy = copyOf('Über den Fluß,', 'и «да» — 漢字 🙂!', 'the end');
    const row = rowOf(copy, 'all');
    for (const _again of [1, 2]) {
      for (let from = 0; from < copy.tokens.length; from++) {
        for (let to = from + 1; to <= copy.tokens.length; to++)
          expect(digestOf(row, from, to)).toBe(short(...copy.tokens.slice(from, to)));
      }
    }
  });

  it('that holds half a surrogate pair is no digest of what UTF-8 would make of it', () => {
    const row = rowOf(copyOf('one \ud800 two'), 'all');
    expect(digestOf(row, 0, 1)).toBe(short('one'));
    expect(digestOf(row, 2, 3)).toBe(short('two'));
    expect(digestOf(row, 0, 3)).not.toBe(short('one', '\ufffd', 'two'));
  });
});

describe('the readings of an ambiguous line end, the likeliest first', () => {
  it.each([
    ['at a hyphen', ['a co-\noperation'], 1, ['co', '—', 'operation'], [['cooperation'], ['co-operation']]],
    [
      'at a hyphen, where the copy has the word with one elsewhere',
      ['a co-\noperation', 'our co-operation'],
      1,
      ['co', '—', 'operation'],
      [['co-operation'], ['cooperation']],
    ],
    [
      'at a hyphen, where the copy has the word without one elsewhere',
      ['a co-\noperation', 'cooperation'],
      1,
      ['co', '—', 'operation'],
      [['cooperation'], ['co-operation']],
    ],
    ['behind an apostrophe', ["a дев'-\nять"], 1, ['дев', '"', '—', 'ять'], [["дев'ять"]]],
  ] as const)('%s', (_, texts, place, asIs, likeliest) => {
    const { breaks, breakPlaces } = rowOf(copyOf(...texts.map(broken)), 'all');
    const found = breaks.get(place);
    expect(breakPlaces).toEqual([place]);
    expect(found?.length).toBe(asIs.length);
    expect(found?.readings.length).toBe(3);
    expect(found?.readings.slice(0, likeliest.length)).toEqual(likeliest);
    expect(found?.readings.at(-1)).toEqual(asIs);
  });

  it('without a hyphen: two words, or one', () => {
    const { breaks } = rowOf(copyOf(broken('the wo\nrd')), 'all');
    expect([...breaks]).toEqual([[1, { length: 2, readings: [['wo', 'rd'], ['word']] }]]);
  });

  it('without a hyphen: one word first, where the copy has it elsewhere', () => {
    const { breaks } = rowOf(copyOf(broken('the wo\nrd'), 'a word'), 'all');
    expect([...breaks]).toEqual([[1, { length: 2, readings: [['word'], ['wo', 'rd']] }]]);
  });

  it('at the start of a block: nothing stands before the hyphen', () => {
    const { breaks } = rowOf(copyOf('It was', broken('-\nfoo bar')), 'all');
    expect([...breaks]).toEqual([[2, { length: 2, readings: [['foo'], ['—', 'foo'], ['—', 'foo']] }]]);
  });

  it('at the start of a block, where the block before ends at the same offset', () => {
    const { breaks } = rowOf(copyOf('It', broken('  -\nfoo bar')), 'all');
    expect([...breaks]).toEqual([[1, { length: 2, readings: [['foo'], ['—', 'foo'], ['—', 'foo']] }]]);
  });

  it('behind a word and a space: the word is no part of it', () => {
    const { breaks } = rowOf(copyOf(broken('Vor -\nfoo')), 'all');
    expect([...breaks]).toEqual([[1, { length: 2, readings: [['foo'], ['—', 'foo'], ['—', 'foo']] }]]);
  });

  it('are none where nothing follows in the block', () => {
    const { breaks } = rowOf(copyOf(broken('co-\n'), 'operation'), 'all');
    expect([...breaks]).toEqual([]);
  });

  it('stand at their places in the row, ascending, whatever is left out of it', () => {
    const copy = copyOf('one two', aside('an advert'), broken('wo\nrd, li\nne'), {
      ...broken('si\nde'),
      setOff: { by: 'nav' },
    });
    expect(rowOf(copy, 'all').breakPlaces).toEqual([4, 7, 9]);
    expect(rowOf(copy, 'in-flow').breakPlaces).toEqual([2, 5]);
    expect([...rowOf(copy, 'in-flow').breaks.keys()]).toEqual([2, 5]);
  });

  it('stand in order even where a reader gave them in another', () => {
    const one = broken('wo\nrd, li\nne');
    const copy = copyOf(block(one.text, { breaks: one.breaks.toReversed() }));
    expect(rowOf(copy, 'all').breakPlaces).toEqual([0, 3]);
  });
});
