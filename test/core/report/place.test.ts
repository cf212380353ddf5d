import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/core/read/document.ts';
import { clock, lineOf, placeIn, placeText, preciseClock } from '../../../src/core/report/place.ts';

const PLACES: readonly (readonly [Place, string, string])[] = [
  [{ by: 'line', line: 12, column: 40 }, '12:40', 'a.html:12:40'],
  [{ by: 'page', page: 3 }, 'page 3', 'a.html, page 3'],
  [{ by: 'paragraph', paragraph: 14 }, 'paragraph 14', 'a.html, paragraph 14'],
  [
    { by: 'paragraph', paragraph: 2, part: 'footnotes' },
    'paragraph 2 of footnotes',
    'a.html, paragraph 2 of footnotes',
  ],
  [{ by: 'time', milliseconds: 753_250 }, '00:12:33', 'a.html, 00:12:33'],
  [{ by: 'time', milliseconds: 753_250, line: 57, column: 4 }, '00:12:33', 'a.html:57:4 (00:12:33)'],
  [{ by: 'time', milliseconds: 753_250, line: 57 }, '00:12:33', 'a.html:57:1 (00:12:33)'],
];

describe('a place', () => {
  it.each(PLACES)('%j reads %s', (place, alone, inFile) => {
    expect(placeText(place)).toBe(alone);
    expect(placeIn('a.html', place)).toBe(inFile);
  });

  it('is the name alone where there is none', () => {
    expect(placeIn('a.html', null)).toBe('a.html');
    expect(lineOf(null)).toBeNull();
    expect(lineOf({ by: 'page', page: 1 })).toBeNull();
    expect(lineOf({ by: 'time', milliseconds: 5 })).toBeNull();
    expect(lineOf({ by: 'time', milliseconds: 5, line: 7 })).toEqual({ line: 7, column: 1 });
  });

  it('counts beyond a day and never below zero', () => {
    expect(clock(100 * 3600_000 + 61_000)).toBe('100:01:01');
    expect(preciseClock(-5)).toBe('00:00:00.000');
    expect(preciseClock(753_250)).toBe('00:12:33.250');
  });
});
