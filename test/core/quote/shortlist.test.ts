import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../src/core/quote/find.ts';
import { fingerprintOf, sharingMost, shortlist } from '../../../src/core/quote/shortlist.ts';
import { readText } from '../../../src/core/read/text/index.ts';
import { INTERVIEWS, sourceOf } from './support.ts';

const prints = () => INTERVIEWS.map(({ transcript }) => fingerprintOf(transcript));

describe('the shortlist', () => {
  it('has every transcript that shares four words in a row with a quotation', () => {
    const passages = INTERVIEWS.flatMap(({ transcript: { passages, witness } }, source) =>
      passages.map(({ block }) => ({
        source,
        words: witness.document.blocks[block]!.text.replace('[laughs]', '').match(/[\p{L}’'-]+/gu) ?? [],
      })),
    ).filter(({ words }) => words.length >= 8);
    const known = prints();
    fc.assert(
      fc.property(fc.constantFrom(...passages), fc.nat(), ({ source, words }, n) => {
        const from = 2 + (n % (words.length - 5));
        const run = words.slice(from, from + 4);
        fc.pre(run.length === 4 && !run.some((word) => /^-|-$/.test(word)));
        const { quotations } = findQuotations(readText(`It says “xyzzy ${run.join(' ')} xyzzy” there.`));
        expect(shortlist(known, quotations)).toContain(source);
      }),
    );
  });

  it('leaves out transcripts that share nothing', () => {
    const { quotations } = findQuotations(readText('„Brot ist Zeit, die man essen kann“, sagt er.'));
    expect(shortlist(prints(), quotations)).toEqual([1]);
    expect(
      shortlist(prints(), findQuotations(readText('“Nothing whatever like it, zebra by zebra.”')).quotations),
    ).toEqual([]);
  });

  it('is made of ascending hashes, fewer than there are pairs', () => {
    for (const [i, print] of prints().entries()) {
      expect(print.length).toBeGreaterThan(20);
      expect(print.length).toBeLessThan(INTERVIEWS[i]!.transcript.witness.tokens.length);
      expect(print.every((hash, at) => at === 0 || hash > print[at - 1]!)).toBe(true);
    }
  });

  it('has, of many transcripts, the eight that share most for each quotation, in order', () => {
    const common = 'here is what all of us have said before';
    const own = (n: number) => Array.from({ length: 8 }, (_, i) => `w${10 * n + i}`).join(' ');
    const fingerprints = Array.from({ length: 12 }, (_, n) =>
      fingerprintOf(sourceOf('talk', `Ann: ${common} ${own(n)}`).transcript),
    );
    const chosen = (article: string) => shortlist(fingerprints, findQuotations(readText(article)).quotations);
    expect(chosen(`He said “${common}”.`)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(chosen(`He said “${own(4).replaceAll(' ', ', ')}”.`)).toEqual([4]);
    expect(chosen(`He said “${common} ${own(10)}”.`)).toEqual([0, 1, 2, 3, 4, 5, 6, 10]);
    expect(chosen(`He said “${own(11)}”. She said “${own(3)}, ${common.slice(0, 4)}”.`)).toEqual([3, 11]);
    expect(chosen(`He said “${common}; ${common}, ${own(10)}”.`)).toEqual([0, 1, 2, 3, 4, 5, 6, 10]);
    expect(chosen(`He said “${common} ${own(10)}”. She said “${common}”.`)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 10]);
    expect(chosen(`He said “${common}”. She said “${common} ${own(10)}”.`)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 10]);
  });
});

describe('the fingerprints that share most', () => {
  const prints = (...lists: readonly (readonly number[])[]) => lists.map((one) => Uint32Array.from(one));

  it('come first, a rare hash counting more than a common one, and the first of equals before', () => {
    expect(sharingMost(prints([5, 9], [5, 7, 9, 11], [1], [9]), Uint32Array.of(5, 7, 9), 4)).toEqual([1, 0, 3]);
    expect(sharingMost(prints([5, 9], [5, 7, 9, 11], [1], [9]), Uint32Array.of(5, 7, 9), 2)).toEqual([1, 0]);
    expect(sharingMost(prints([5], [7], [5], [5]), Uint32Array.of(5, 7), 4)).toEqual([1, 0, 2, 3]);
  });

  it('share a hash as a whole, not its first bits', () => {
    expect(sharingMost(prints([0x1001], [0x1000]), Uint32Array.of(0x1000), 2)).toEqual([1]);
  });
});
