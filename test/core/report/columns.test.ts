import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, LEAST_WIDTH, wrap } from '../../../src/core/report/columns.ts';

const layout = { width: 30, first: '- ', rest: '  ' };

describe('display width', () => {
  it.each([
    ['word', 4],
    ['漢字', 4],
    ['ｗｉｄｅ', 8],
    ['и\u0306', 1],
    ['हिन्दी', 5],
    ['🌾', 2],
    ['\u2068ab\u2069', 2],
  ])('%s takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('wrapping', () => {
  it('breaks at spaces and indents what follows', () => {
    expect(wrap([{ text: 'When the harbour closed I was afraid of the men' }], layout)).toEqual([
      '- When the harbour closed I',
      '  was afraid of the men',
    ]);
  });

  it('cuts a word that no line can hold, and keeps a place whole', () => {
    const long = 'x'.repeat(40);
    expect(wrap([{ text: long }], layout)).toEqual([`- ${'x'.repeat(28)}`, `  ${'x'.repeat(12)}`]);
    expect(wrap([{ text: 'at ' }, { text: long, keep: 'whole' }], layout)).toEqual(['- at', `  ${long}`]);
  });

  it('glues spans that meet without a space, and paints each with its own brush', () => {
    const brush = (text: string) => `<${text}>`;
    expect(wrap([{ text: 'I did ' }, { text: '[-not-]', brush }, { text: ', no' }], layout)).toEqual([
      '- I did <[-not-]>, no',
    ]);
  });

  it('closes an isolate at a line end and opens it again', () => {
    const lines = wrap([{ text: `\u2068${'שלום '.repeat(8).trim()}\u2069` }], layout);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      expect(line.split('\u2068').length).toBe(2);
      expect(line.split('\u2069').length).toBe(2);
    }
  });

  it('begins no line with two colons, also where a long word is cut', () => {
    const text = `${'x'.repeat(28)}::error::y ::warning::z`;
    for (const line of wrap([{ text }], { width: 30, first: '  ', rest: '  ' })) expect(line).not.toMatch(/^\s*::/u);
  });

  it('never runs over the width, and loses no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: LEAST_WIDTH + 4, max: 100 }), (text, width) => {
        const clean = text.replace(/[\p{White_Space}\p{C}]/gu, ' ').replaceAll(':', ' ');
        const lines = wrap([{ text: clean }], { width, first: '  ', rest: '  ' });
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(clean.replaceAll(' ', ''));
      }),
    );
  });
});
