/** A line that is recognised means what reading it strictly says; whatever is wrong with a line, it is not recognised. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecord } from '../../../src/core/seal/manifest-record.ts';
import { serialiseRecord } from '../../../src/core/seal/manifest-write.ts';
import { plainLine } from '../../../src/core/seal/plain-line.ts';
import { anyManifest, sample } from './sample.ts';

const line = serialiseRecord(sample('talks/harbour.txt'));

/** What reading the line strictly gives; `null` for a line that is refused. */
function strictly(text: string): object | null {
  try {
    const record = readRecord(JSON.parse(text), 2);
    return 'kind' in record && serialiseRecord(record) === text ? record : null;
  } catch {
    return null;
  }
}

describe('a plain line', () => {
  it('is recognised as written', () => {
    expect(plainLine(line)).toEqual(sample('talks/harbour.txt'));
    const dated = { ...sample('a.txt'), sealed: '2024-02-29', title: null, marks: [] };
    expect(plainLine(serialiseRecord(dated))).toEqual(dated);
    expect(plainLine(serialiseRecord({ ...dated, speakers: [], passages: [] }))).toMatchObject({ passages: [] });
  });

  it('means what reading it strictly says, in any manifest', () => {
    fc.assert(
      fc.property(anyManifest, ({ entries }) => {
        for (const record of entries) {
          const plain = plainLine(serialiseRecord(record));
          if (plain !== null) expect(plain).toEqual(record);
        }
      }),
    );
  });

  it('is never recognised where reading it strictly refuses it: any stretch put otherwise', () => {
    const other = fc.constantFrom(
      '',
      '0',
      '7',
      '-',
      '"',
      '\\',
      ',',
      '[',
      ']',
      'null',
      ' ',
      'a',
      '../',
      '\u0000',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.nat(line.length), fc.nat(3), other, (at, length, by) => {
        const text = line.slice(0, at) + by + line.slice(at + length);
        const plain = plainLine(text);
        if (plain !== null) expect(plain).toEqual(strictly(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['a path that leads out', line.replace('talks/', '../')],
    ['a speaker that is not there', line.replace('["s",1,', '["s",2,')],
    ['a mark behind its passage', line.replace('["(*)",2,4]', '["(*)",2,12]')],
    ['a mark in no passage', line.replace('["(*)",2,4]', '["(*)",3,0]')],
    ['a day that is none', line.replace(',"speakers"', ',"sealed":"2023-02-29","speakers"')],
    ['an escape that is not needed', line.replace('harbour', '\\u0068arbour')],
    ['a number written otherwise', line.replace('"size":120', '"size":0120')],
    ['a short digest', line.replace(/[0-9a-f]"\]\]\}$/, '"]]}')],
    ['something behind its end', `${line} `],
  ])('is not %s', (_, text) => {
    expect(text).not.toBe(line);
    expect(plainLine(text)).toBeNull();
    expect(strictly(text)).toBeNull();
  });
});
