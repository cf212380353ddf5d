import { describe, expect, it } from 'vitest';
import { type Goal, hasBreak, readingsAt } from '../../../src/core/locate/readings.ts';
import { rowOf } from '../../../src/core/locate/row.ts';
import { broken, copyOf } from './copies.ts';

/** Each reading as its words and the place where it ends. */
function read(text: string, place: number, goal: Goal, most = 100): readonly (readonly [string, number])[] {
  const row = rowOf(copyOf(broken(text)), 'all');
  return Array.from(readingsAt(row, place, goal, most), ({ tokens, end }) => [tokens.join(' '), end]);
}

describe('the readings of a stretch', () => {
  it('up to a place depart from the likeliest at one line end, then at two', () => {
    expect(read('wo\nrd li\nne', 0, { end: 4 })).toEqual([
      ['wo rd li ne', 4],
      ['word li ne', 4],
      ['wo rd line', 4],
      ['word line', 4],
    ]);
  });

  it('at a hyphen are three, together with another one nine', () => {
    expect(read('co-\nop', 0, { end: 3 })).toEqual([
      ['coop', 3],
      ['co-op', 3],
      ['co — op', 3],
    ]);
    expect(new Set(read('co-\nop un-\ndo', 0, { end: 6 }).map(([words]) => words)).size).toBe(9);
  });

  it('of a number of tokens end where each has them', () => {
    expect(read('wo\nrd li\nne', 0, { length: 2 })).toEqual([
      ['wo rd', 2],
      ['word line', 4],
    ]);
    expect(read('wo\nrd li\nne', 2, { length: 1 })).toEqual([['line', 4]]);
    expect(read('wo\nrd on', 0, { length: 1 })).toEqual([['word', 2]]);
  });

  it('meet no line end behind their goal', () => {
    expect(read('wo\nrd li\nne', 0, { end: 2 })).toEqual([
      ['wo rd', 2],
      ['word', 2],
    ]);
  });

  it('are none where the place lies within a word that is read as one', () => {
    expect(read('wo\nrd on', 0, { end: 1 })).toEqual([]);
  });

  it('are none of more tokens than are left', () => {
    expect(read('wo\nrd on', 0, { length: 4 })).toEqual([]);
  });

  it.each([1, 2, 3])('are no more than asked for: %i', (most) => {
    expect(read('wo\nrd li\nne', 0, { end: 4 }, most).length).toBe(most);
  });
});

describe('a stretch has an ambiguous line end', () => {
  const row = rowOf(copyOf(broken('wo\nrd li\nne on')), 'all');
  it.each([
    [0, 1, true],
    [1, 2, false],
    [1, 3, true],
    [2, 3, true],
    [3, 5, false],
  ])('from %i to %i: %s', (from, to, is) => expect(hasBreak(row, from, to)).toBe(is));
});
