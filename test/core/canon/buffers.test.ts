/** What is shared between texts: it grows with an enormous block and is let go again, and nothing of one text shows in the next. */
import { beforeEach, describe, expect, it } from 'vitest';
import { bufferFor } from '../../../src/core/canon/code-units.ts';
import { tokenise } from '../../../src/core/canon/index.ts';
import { FORM, Spans } from '../../../src/core/canon/spans.ts';

/** What a buffer without a text of its own is made for. */
const SMALL = 4_096;

describe('the buffer of code units', () => {
  beforeEach(() => {
    bufferFor(300_000);
    bufferFor(1);
  });

  it.each([
    ['one that fits, with the space behind it', 4_095, 4_096],
    ['one that leaves no room for the space', 4_096, 6_145],
    ['a larger one, with half as much again to spare', 10_000, 15_001],
  ])('has room for a text: %s', (_, length, room) => {
    const buffer = bufferFor(length);
    expect(buffer.length).toBe(room);
    expect(buffer[length]).toBe(0x20);
  });

  it('is kept for the next text while it is not enormous', () => {
    expect(bufferFor(100_000).length).toBe(150_001);
    expect(bufferFor(1).length).toBe(150_001);
    expect(bufferFor(262_143).length).toBe(393_215);
  });

  it('is let go when it was enormous and a small text comes', () => {
    expect(bufferFor(300_000).length).toBe(450_001);
    expect(bufferFor(SMALL).length).toBe(450_001);
    expect(bufferFor(SMALL - 1).length).toBe(6_143);
  });
});

describe('the buffers of spans', () => {
  const text = { text: '', units: new Uint16Array(0), maps: [] };

  it('keep what they hold when they grow', () => {
    const spans = new Spans();
    spans.begin(text);
    const ends: number[] = [];
    for (let i = 0; i < 3 * SMALL; i++) ends.push(spans.push(i % 2 === 0 ? FORM.word : FORM.dash, 2 * i, 2 * i + 1));
    expect([spans.count, spans.start.length]).toEqual([3 * SMALL, 4 * SMALL]);
    for (const i of [0, 1, SMALL - 1, SMALL, 2 * SMALL, 3 * SMALL - 1]) {
      expect([spans.start[i], spans.end[i], spans.form[i], ends[i]]).toEqual([
        2 * i,
        2 * i + 1,
        i % 2 === 0 ? FORM.word : FORM.dash,
        2 * i + 1,
      ]);
    }
  });

  it.each([
    ['are kept for the next text while they are not', 2 * SMALL, 2 * SMALL],
    ['are let go for the next text when they are enormous', 16 * SMALL + 1, SMALL],
  ])('%s', (_, count, room) => {
    const spans = new Spans();
    spans.begin(text);
    for (let i = 0; i < count; i++) spans.push(FORM.word, i, i + 1);
    spans.begin(text);
    expect([spans.count, spans.start.length, spans.end.length, spans.form.length]).toEqual([0, room, room, room]);
  });
});

describe('many different words', () => {
  it.each([
    ['short ones', 'w'],
    ['words as long as views are', 'abcdefgh'],
    ['very long words', 'a'.repeat(36)],
  ])('all come out as they are: %s', (_, head) => {
    const words = Array.from({ length: 2_000 }, (_, number) => `${head}${number}`);
    for (const text of [words.join(' '), words.toReversed().join(' ')])
      expect(tokenise(text).text.join(' ')).toBe(text);
  });

  it('that share a place in the pool all come out as they are', () => {
    const words = ['not', 'notace', 'not', 'abp', 'amf', 'abp', 'nobqa', 'no', 'nobqa'];
    expect(tokenise(words.join(' ')).text).toEqual(words);
  });

  it('that begin with one another all come out as they are', () => {
    const words = Array.from({ length: 60 }, (_, length) => 'ab'.repeat(30).slice(0, length + 1));
    expect(tokenise([...words, ...words].join(' ')).text).toEqual([...words, ...words]);
  });
});
