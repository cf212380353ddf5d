import { describe, expect, it } from 'vitest';
import { firstFrom, isSubtitles, mergePlaces, openings, sentenceStarts } from '../../../src/core/locate/openings.ts';
import { rowOf } from '../../../src/core/locate/row.ts';
import { aside, block, copyOf } from './copies.ts';

describe('a passage may begin', () => {
  it('where a block or a line begins, and behind its label or timestamp', () => {
    const lines = block('Anna: First line\n[00:12] and second', { lineStarts: [17] });
    // Anna : First line [ 00:12 ] and second · Yes .
    expect(openings(rowOf(copyOf(lines, 'Yes.'), 'all'))).toEqual([0, 2, 4, 7, 9]);
  });

  it('between a timestamp and a label, too', () => {
    // [ 00:12 ] Anna : Yes
    expect(openings(rowOf(copyOf('[00:12] Anna: Yes'), 'all'))).toEqual([0, 3, 5]);
  });

  it('in order, where the timestamp stands on the line behind the label', () => {
    // Anna : [ 00:12 ] Yes
    const lines = block('Anna:\n[00:12]\nYes', { lineStarts: [6, 14] });
    expect(openings(rowOf(copyOf(lines), 'all'))).toEqual([0, 2, 5]);
  });

  it('nowhere in what is left out of the row, or holds no words', () => {
    expect(openings(rowOf(copyOf('One.', aside('An advert'), '', 'Two.'), 'in-flow'))).toEqual([0, 2]);
  });

  it('behind the end of a sentence', () => {
    const row = rowOf(copyOf('One. Two, three! "Four" five (six) — seven; eight: nine… ten'), 'all');
    const words = sentenceStarts(row).map((place) => row.witness.tokens[place]);
    expect(words).toEqual(['Two', '"', 'Four', 'five', '—', 'seven', 'eight', 'nine', 'ten']);
  });

  it.each(['。', '！', '？', '；', '：', '」', '』', '）', '।', '॥', '؟', '۔', '؛'])(
    'behind %s in its script',
    (sign) => {
      expect(sentenceStarts(rowOf(copyOf(`ab ${sign} cd`), 'all'))).toEqual([2]);
    },
  );

  it('behind no sign inside a number', () => {
    expect(sentenceStarts(rowOf(copyOf('at 12:30 or 1.5'), 'all'))).toEqual([]);
  });

  it('behind no sentence that nothing follows', () => {
    expect(sentenceStarts(rowOf(copyOf('One.'), 'all'))).toEqual([]);
    expect(sentenceStarts(rowOf(copyOf('. One'), 'all'))).toEqual([1]);
  });
});

describe('a copy', () => {
  it('is subtitles if it has a cue', () => {
    expect(isSubtitles(rowOf(copyOf('One', block('Two', { kind: 'cue' })), 'all'))).toBe(true);
    expect(isSubtitles(rowOf(copyOf('One', 'Two'), 'all'))).toBe(false);
  });
});

describe('places', () => {
  it('of two lists are merged in the order of numbers, each once', () => {
    expect([...mergePlaces([1, 9, 30], [0, 9, 100])]).toEqual([0, 1, 9, 30, 100]);
  });

  it.each([
    [0, 0],
    [2, 0],
    [3, 1],
    [5, 1],
    [6, 2],
    [9, 3],
    [10, 4],
  ])('are found by halving: the first of 2, 5, 8, 9 from %i on', (place, index) => {
    expect(firstFrom([2, 5, 8, 9], place)).toBe(index);
  });

  it('are not found among none', () => expect(firstFrom([], 3)).toBe(0));
});
