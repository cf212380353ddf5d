import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePaths, pathProblem, twinKey } from '../../../src/core/seal/path.ts';

describe('a path', () => {
  it.each([
    ['', 'empty'],
    ['/etc/passwd', 'absolute'],
    ['C:/a.txt', 'drive'],
    ['z:a.txt', 'drive'],
    ['a\\b.txt', 'backslash'],
    ['a\u0000b', 'control'],
    ['a\u001fb', 'control'],
    ['a\u007fb', 'control'],
    ['a\u009fb', 'control'],
    ['a\u2029b', 'control'],
    ['a\ud800b', 'not-text'],
    ['a//b', 'empty-part'],
    ['a/', 'empty-part'],
    ['a/../b', 'dots'],
    ['./a', 'dots'],
    ['a'.repeat(4_097), 'too-long'],
  ])('%j is refused: %s', (path, problem) => expect(pathProblem(path)).toBe(problem));

  it.each(['a', 'a/b c/d.txt', '...', '..a', 'ab:c', '1:c', '/a'.slice(1), 'é/漢/🙂', '\u00a0', 'a'.repeat(4_096)])(
    '%j is accepted',
    (path) => expect(pathProblem(path)).toBeNull(),
  );
});

describe('two paths', () => {
  it('are ordered as their UTF-8 bytes are', () => {
    const unit = fc.constantFrom('a', 'b', '/', 'é', '\ud7ff', '\ue000', '\uffee', '🙂', '\u{10ffff}');
    const path = fc.array(unit, { maxLength: 4 }).map((units) => units.join(''));
    fc.assert(
      fc.property(path, path, (a, b) => {
        expect(Math.sign(comparePaths(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a', 'a/b'],
    ['🙂', '🙂a'],
    ['a/b', 'ab'],
    ['\uffee', '\u{10000}'],
    ['\ue000', '\u{103ff}'],
    ['\ud7ff', '\u{10ffff}'],
  ])('%j comes before %j', (a, b) => {
    expect([comparePaths(a, b) < 0, comparePaths(b, a) > 0]).toEqual([true, true]);
    expect([comparePaths(a, a), comparePaths(b, b)]).toEqual([0, 0]);
  });

  it.each([
    ['Talk.txt', 'talk.TXT'],
    ['caf\u00e9', 'cafe\u0301'],
    ['CAF\u00c9', 'cafe\u0301'],
    ['straße', 'STRASSE'],
    ['ΟΔΟΣ', 'οδος'],
    ['\u03f4', 'θ'],
  ])('%s and %s are one file to some system', (a, b) => expect(twinKey(a)).toBe(twinKey(b)));

  it.each([
    ['talk', 'talks'],
    ['cafe', 'café'],
    ['a/b', 'ab'],
  ])('%s and %s are two files', (a, b) => expect(twinKey(a)).not.toBe(twinKey(b)));
});
