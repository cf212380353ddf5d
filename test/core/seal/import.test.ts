import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSha256sum } from '../../../src/core/seal/export.ts';
import { parseSha256sum } from '../../../src/core/seal/import.ts';
import { hash } from './sample.ts';

const HASH = 'ab'.repeat(32);

describe('a list of checksums', () => {
  it('that was exported is read back, whatever signs are in the names', () => {
    const name = fc.string({ unit: fc.constantFrom(...'\\\n\r\u2028nr *#()=é漢🙂'), minLength: 1 });
    const sum = fc.record({ path: name, sha256: fc.nat().map((number) => hash(`${number}`)) });
    fc.assert(
      fc.property(fc.array(sum), (entries) => {
        const { sums, faulty } = parseSha256sum(toSha256sum(entries));
        expect(sums.map(({ name: path, sha256 }) => ({ path, sha256 }))).toEqual(entries);
        expect(faulty).toEqual([]);
      }),
    );
  });

  it('is read in both forms that programs write', () => {
    const text = `\uFEFF# by hand\r\n${HASH} *a b.txt\r\n\nSHA256 (c (1).txt) = ${HASH.toUpperCase()}\n\\${HASH}  d\\\\e\\nf\n`;
    expect(parseSha256sum(text)).toEqual({
      sums: [
        { name: 'a b.txt', sha256: HASH, line: 2 },
        { name: 'c (1).txt', sha256: HASH, line: 4 },
        { name: 'd\\e\nf', sha256: HASH, line: 5 },
      ],
      faulty: [],
    });
  });

  it.each([
    ['plain', `${HASH}  a`, 'a'],
    ['after a star, for bytes', `${HASH} *a`, 'a'],
    ['of more spaces', `${HASH}   a b `, ' a b '],
    ['that ends as a comment begins', `${HASH}  a#`, 'a#'],
    ['with a byte order mark inside', `${HASH}  a\ufeffb`, 'a\ufeffb'],
    ['with a carriage return inside', `${HASH}  a\rb\r`, 'a\rb'],
    ['with a line separator', `${HASH}  a\u2028b`, 'a\u2028b'],
    ['with a backslash that escapes nothing', `${HASH}  a\\nb`, 'a\\nb'],
    ['escaped', `\\${HASH}  \\n\\r\\\\n\\n`, '\n\r\\n\n'],
    ['escaped, with a backslash too many', `\\${HASH}  a\\tb`, 'a\\tb'],
    ['tagged', `SHA256 (a) = ${HASH}`, 'a'],
    ['tagged, with a line separator', `sha256 (a\u2028b) = ${HASH}`, 'a\u2028b'],
    ['tagged and escaped', `\\SHA256 (a\\nb) = ${HASH}`, 'a\nb'],
    ['tagged, holding a tag', `SHA256 (SHA256 (a) = b) = ${HASH}`, 'SHA256 (a) = b'],
  ])('has a name that is %s', (_, line, name) => {
    expect(parseSha256sum(line)).toEqual({ sums: [{ name, sha256: HASH, line: 1 }], faulty: [] });
  });

  it.each([
    ['a digest too short', `${HASH.slice(1)}  a`],
    ['a digest too long', `0${HASH}  a`],
    ['a digest that is no hex', `g${HASH.slice(1)}  a`],
    ['a tab for the spaces', `${HASH}\ta`],
    ['one space', `${HASH} a`],
    ['no name', `${HASH}  `],
    ['another algorithm', `MD5 (a) = ${HASH}`],
    ['something before a tag', `xSHA256 (a) = ${HASH}`],
    ['a tagged digest too short', `SHA256 (a) = ${HASH.slice(1)}`],
    ['a tagged digest too long', `SHA256 (a) = ${HASH}0`],
    ['a tag without a name', `SHA256 () = ${HASH}`],
    ['spaces', '  '],
  ])('has a faulty line: %s', (_, line) => expect(parseSha256sum(line)).toEqual({ sums: [], faulty: [1] }));

  it('has nothing where nothing is said', () => {
    expect(parseSha256sum('# a\n\n\r\n#')).toEqual({ sums: [], faulty: [] });
  });

  it('has its faulty lines numbered', () => {
    const text = `${HASH}  a\n${HASH.slice(1)}  b\nMD5 (c) = ${HASH}\n${HASH}\tno\n${HASH}  \n`;
    expect(parseSha256sum(text).faulty).toEqual([2, 3, 4, 5]);
  });
});
