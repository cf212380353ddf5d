import { describe, expect, it } from 'vitest';
import { prepare } from '../../../src/core/canon/prepare.ts';

describe('a text that is made ready', () => {
  it.each([
    ['plain', 'He left.', 'He left.', 0],
    ['typographic', '“Été” – 漢字, 👍', '“Été” – 漢字, 👍', 0],
    ['with something dropped', 're\u00adturn', 'return', 1],
    ['with something dropped behind a first half alone', 'a\ud800\u00adb', 'a\ud800b', 1],
    ['with a joiner that stays', 'می\u200cروم', 'می\u200cروم', 1],
    ['with a ligature', 'oﬃce', 'office', 1],
    ['with something that composes', 'e\u0301té', 'été', 1],
    ['with a sign of two code units dropped', 'a\u{e0061}b', 'ab', 1],
    ['with marks of two code units that compose', '\u{11099}\u{110ba}', '\u{1109a}', 1],
    ['with something that composes once something is dropped', 'e\u00ad\u0301t', 'ét', 2],
    [
      'with marks that never end',
      `x${'\u0323\u0301'.repeat(200)}`,
      `x${'\u0323'.repeat(200)}${'\u0301'.repeat(200)}`,
      1,
    ],
  ])('has what the form keeps, its code units and a way back for each step: %s', (_, given, expected, steps) => {
    const { text, units, maps } = prepare(given);
    expect(text).toBe(expected);
    expect([...units.subarray(0, text.length + 1)]).toEqual([...text.split(''), ' '].map((unit) => unit.charCodeAt(0)));
    expect(maps.length).toBe(steps);
  });

  it('leads back through its last step first', () => {
    const { maps } = prepare('a\u00adbe\u0301');
    expect(maps.map(({ from }) => [...from])).toEqual([
      [0, 2],
      [0, 2],
    ]);
    expect(maps.map(({ until }) => [...until])).toEqual([
      [0, 4],
      [0, 0],
    ]);
  });
});
