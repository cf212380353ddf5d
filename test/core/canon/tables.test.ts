/** Holds the table for people, the string for the program and the engine's own Unicode data against one another. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isIgnorable } from '../../../src/core/canon/classes.ts';
import { expansionOf, FOLDED } from '../../../src/core/canon/fold.ts';
import { RUNS } from '../../../src/core/canon/unicode-15.ts';
import { decode, encodeRuns } from './tables.mjs';

interface Table {
  readonly form: string;
  readonly unicode: string;
  readonly expand: Readonly<Record<string, string>>;
  readonly classes: Readonly<Record<string, readonly string[]>>;
}

const file = new URL('../../../src/core/canon/verbatim-text-1.json', import.meta.url);
const source = readFileSync(file, 'utf8');
const table: Table = JSON.parse(source);
const folds: Readonly<Record<string, unknown>> = JSON.parse(source);

function codes(name: string): number[] {
  const found: number[] = [];
  for (const range of table.classes[name] ?? []) {
    const [first, last] = range.split('-');
    const from = Number.parseInt(first ?? '', 16);
    const to = Number.parseInt(last ?? first ?? '', 16);
    for (let code = from; code <= to; code++) found.push(code);
  }
  return found;
}

function signs(text: string): string[] {
  return Array.from(text, (sign) => (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0'));
}

describe('the table of verbatim-text/1', () => {
  it('is what the program uses, class by class', () => {
    expect(encodeRuns(decode(table.classes))).toBe(RUNS);
  });

  it.each(['apostrophe', 'quotation', 'hyphen', 'dash', 'minus', 'dot', 'ellipsis'] as const)(
    'is what the program folds: %s',
    (rule) => expect(folds[rule]).toMatchObject({ from: signs(FOLDED[rule]) }),
  );

  it('is what the program expands', () => {
    const written = Object.entries(table.expand).map(([from, to]) => [
      Number.parseInt(from, 16),
      String.fromCodePoint(...to.split(' ').map((hex) => Number.parseInt(hex, 16))),
    ]);
    const expanded: (readonly [number, string])[] = [];
    for (let code = 0; code <= 0xffff; code++) {
      const letters = expansionOf(code);
      if (letters !== null) expanded.push([code, letters]);
    }
    expect(expanded).toEqual(written);
  });

  it('drops no filler and no letter', () => {
    const dropped = codes('ignorable');
    for (const filler of [0x115f, 0x1160, 0x3164, 0xffa0]) expect(dropped).not.toContain(filler);
    expect(dropped.every(isIgnorable)).toBe(true);
    expect(isIgnorable(0x200c)).toBe(false);
    const letters = new Set(codes('letter'));
    expect(dropped.filter((code) => letters.has(code))).toEqual([]);
  });
});

/** Code points whose category a later Unicode changed; pinning keeps them as they were in 15.0. */
const RECLASSIFIED = new Set([0x1b4e, 0x1b4f, 0x1b7d, 0x1b7e, 0x1b7f, 0x30fb, 0xff65, 0x10d4e]);

describe('the pinned classes', () => {
  it.each([
    ['letter', /\p{L}/u],
    ['mark', /\p{M}/u],
    ['number', /\p{N}/u],
    ['digit', /\p{Nd}/u],
    ['whiteSpace', /\p{White_Space}/u],
  ] as const)('of %s are the engine’s, where it knows no better', (name, pattern) => {
    const odd = codes(name).filter((code) => !pattern.test(String.fromCodePoint(code)) && !RECLASSIFIED.has(code));
    expect(odd).toEqual([]);
  });

  it('let only marks and Hangul vowels and finals compose with what is before them', () => {
    const unknown = new Set(codes('unassigned'));
    const combining = new Set(codes('mark'));
    for (let code = 0x1161; code <= 0x1175; code++) combining.add(code);
    for (let code = 0x11a8; code <= 0x11c2; code++) combining.add(code);
    const offenders: string[] = [];
    for (let code = 0; code < 0x110000; code++) {
      if (unknown.has(code) || (code >= 0xd800 && code <= 0xdfff)) continue;
      const first = String.fromCodePoint(code).normalize('NFD').codePointAt(0) ?? 0;
      if (combining.has(first) && !combining.has(code) && !isIgnorable(code)) offenders.push(code.toString(16));
    }
    expect(offenders).toEqual([]);
  });

  it('have no letter that normalising turns into a sign', () => {
    const word = new Set([...codes('letter'), ...codes('mark'), ...codes('number')]);
    const lost = [...word].filter((code) =>
      Array.from(String.fromCodePoint(code).normalize('NFC')).some((one) => !word.has(one.codePointAt(0) ?? 0)),
    );
    expect(lost).toEqual([]);
  });
});
