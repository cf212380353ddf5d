import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSha256sum } from '../../../src/core/seal/export.ts';
import { parseSha256sum } from '../../../src/core/seal/import.ts';

const HASH = 'ab'.repeat(32);

describe('a list of checksums', () => {
  it('that was exported is read back, whatever signs are in the names', () => {
    const name = fc.string({ unit: 'binary', minLength: 1 });
    const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(fc.array(fc.record({ path: name, sha256: hash })), (entries) => {
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

  it('has its faulty lines numbered', () => {
    const text = `${HASH}  a\n${HASH.slice(1)}  b\nMD5 (c) = ${HASH}\n${HASH}\tno\n${HASH}  \n`;
    expect(parseSha256sum(text).faulty).toEqual([2, 3, 4, 5]);
  });
});
