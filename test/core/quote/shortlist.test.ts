import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../src/core/quote/find.ts';
import { fingerprintOf, shortlist } from '../../../src/core/quote/shortlist.ts';
import { readText } from '../../../src/core/read/text/index.ts';
import { INTERVIEWS } from './support.ts';

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
});
