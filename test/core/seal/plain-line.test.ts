/** A line that is recognised means what reading it strictly says; whatever is wrong with a line, it is not recognised. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ManifestEntry, Role, SealedPassage } from '../../../src/core/seal/entry.ts';
import { readRecord } from '../../../src/core/seal/manifest-record.ts';
import { serialiseRecord } from '../../../src/core/seal/manifest-write.ts';
import { plainLine } from '../../../src/core/seal/plain-line.ts';
import { anyManifest, sample } from './sample.ts';

const ROLES: readonly Role[] = ['speech', 'question', 'note', 'notice', 'matter'];
const speaker = (name: string) => ({ name, labelled: name !== '' });
const spoken = (by: number | null): SealedPassage => ({
  role: 'speech',
  speaker: by,
  tokens: 7,
  digest: 'ab'.repeat(16),
});
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
    expect(plainLine(line)).not.toHaveProperty('sealed');
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

  it.each<[string, Partial<ManifestEntry>]>([
    ['another role of each kind', { passages: ROLES.map((role) => ({ ...spoken(null), role })), marks: [] }],
    ['no title', { title: null }],
    ['a title that looks like none', { title: 'null' }],
    ['an empty title and signs of any script', { title: '', speakers: [speaker('Ж 漢'), speaker('')] }],
    ['large numbers', { size: 999_999_999_999_999, words: 0 }],
    ['one speaker', { speakers: [speaker('Q')], passages: [spoken(0), spoken(null)], marks: [] }],
    ['nobody who speaks', { speakers: [], passages: [spoken(null)], marks: [] }],
    [
      'a mark that is the last word, and another',
      {
        marks: [
          { mark: '(*)', passage: 2, token: 11 },
          { mark: '[…]', passage: 0, token: 0 },
        ],
      },
    ],
  ])('is recognised with %s', (_, otherwise) => {
    const entry = { ...sample('a.txt'), ...otherwise };
    expect(plainLine(serialiseRecord(entry))).toEqual(entry);
  });

  it.each([1, 2, 3, 9, 10])('is recognised with %i speakers, and with no passage of one more', (count) => {
    const speakers = Array.from({ length: count }, (_, i) => speaker(`Speaker ${i}`));
    const entry = { ...sample('a.txt'), speakers, passages: [spoken(null), spoken(0), spoken(count - 1)], marks: [] };
    expect(plainLine(serialiseRecord(entry))).toEqual(entry);
    expect(plainLine(serialiseRecord({ ...entry, passages: [spoken(count)] }))).toBeNull();
  });

  it('has ten speakers at most, and a million signs', () => {
    const eleven = Array.from({ length: 11 }, () => speaker('One'));
    expect(plainLine(serialiseRecord({ ...sample('a.txt'), speakers: eleven }))).toBeNull();
    const titled = (length: number) => serialiseRecord({ ...sample('a.txt'), title: 'x'.repeat(length) });
    const room = 1_000_000 - titled(0).length;
    expect(plainLine(titled(room))?.title?.length).toBe(room);
    expect(plainLine(titled(room + 1))).toBeNull();
  });

  it('is none that supersedes another, or that stands for a text withdrawn', () => {
    expect(plainLine(serialiseRecord({ ...sample('a.txt'), supersedes: sample('x').sha256, reason: 'r' }))).toBeNull();
    expect(plainLine(serialiseRecord({ kind: 'withdrawn', path: 'a', day: '2025-04-05', reason: 'r' }))).toBeNull();
  });

  it.each([
    ['a path that leads out', line.replace('talks/', '../')],
    ['a speaker that is not there', line.replace('["s",1,', '["s",2,')],
    ['a mark behind its passage', line.replace('["(*)",2,4]', '["(*)",2,12]')],
    ['a mark in no passage', line.replace('["(*)",2,4]', '["(*)",3,0]')],
    ['one of two marks in no passage', line.replace('["(*)",2,4]', '["(*)",2,4],["(*)",3,0]')],
    ['something before its passages', line.replace('"passages":', '"passages":0')],
    ['a day that is none', line.replace(',"speakers"', ',"sealed":"2023-02-29","speakers"')],
    ['an escape that is not needed', line.replace('harbour', '\\u0068arbour')],
    ['a number written otherwise', line.replace('"size":120', '"size":0120')],
    ['a short digest', line.replace(/[0-9a-f]"\]\]\}$/, '"]]}')],
    ['something behind its end', `${line} `],
    ['something before its start', ` ${line}`],
    ['a control sign as it is', line.replace('harbour', '\u001f')],
    ['a mark two behind the end of its passage', line.replace('["(*)",2,4]', '["(*)",2,13]')],
    ['a path of a drive', line.replace('talks/', 'c:/')],
    ['another form', line.replace('text/1', 'text/2')],
    ['another role', line.replace('["s",1,', '["x",1,')],
    ['a label that is neither true nor false', line.replace('["Q",true]', '["Q",null]')],
    ['a day written otherwise', line.replace(',"speakers"', ',"sealed":"20-12-2023","speakers"')],
    ['a comma too many', line.replace('],"marks"', ',],"marks"')],
  ])('is not %s', (_, text) => {
    expect(text).not.toBe(line);
    expect(plainLine(text)).toBeNull();
    expect(strictly(text)).toBeNull();
  });
});
