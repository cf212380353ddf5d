/** What is said of the sealed bytes themselves without judging them is what judging them would say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allWords, isPlain } from '../../../src/core/judge/identical.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { interviews, namedInterviews, textOf } from '../verify/interview.ts';
import { judged, readString } from '../verify/support.ts';

describe('a copy with the sealed bytes', () => {
  it.each([
    ['question and answer', interviews],
    ['names', namedInterviews],
  ])('is verbatim without a finding, all its words matching: %s', async (_, made) => {
    await fc.assert(
      fc.asyncProperty(made, fc.constantFrom('\n', '\r\n', '\u2028'), async (interview, lineEnd) => {
        const document = await readString(textOf(interview).replaceAll('\n', lineEnd));
        const transcript = structure(document);
        expect(isPlain(document)).toBe(true);
        expect(judged(transcript, document)).toMatchObject({
          verdict: 'verbatim',
          pass: true,
          findings: [],
          words: allWords(transcript),
        });
      }),
      { numRuns: 100 },
    );
  });

  it('is judged like any copy where it could hold what is not seen', async () => {
    expect(isPlain(await readString('<!doctype html><p>Seen<p hidden>not seen', 'page.html'))).toBe(false);
    expect(isPlain(await readString('# Title\n\nText', 'text.md'))).toBe(false);
    expect(isPlain(await readString('{\\rtf1 text}', 'text.txt'))).toBe(false);
  });
});
