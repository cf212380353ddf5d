/** `verbatim` holds exactly when the token sequences agree under the rules; the milder verdicts promise what they say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWord } from '../../../src/core/canon/classes.ts';
import { tokenise } from '../../../src/core/canon/tokenise.ts';
import { compare } from './support.ts';

/** Few words, so that alignments are ambiguous and chance agreements many. */
const word = fc.constantFrom('yes', 'no', 'we', 'we', 'did', 'go', 'home', "don't", 'so-so', '47', 'É');
const line = fc
  .array(fc.tuple(word, fc.constantFrom('', '', '', ',', '.', '?')), { minLength: 1, maxLength: 12 })
  .map((words) => words.map(([one, sign]) => one + sign).join(' '));

/** Signs and letters an edit may put anywhere: some fold into what is there, most do not. */
const SIGNS = ['’', '"', '“', '-', '–', '.', '…', ' ', '\u00a0', '\n', ',', 'a', 'E', '4', '*', '½'] as const;

interface Edit {
  readonly line: number;
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const edit = fc.record({
  line: fc.nat({ max: 99 }),
  at: fc.nat({ max: 999 }),
  remove: fc.nat({ max: 2 }),
  insert: fc.oneof(fc.constant(''), fc.constantFrom(...SIGNS)),
});

/** The lines with one edit. A hyphen at a line's end may be read in three ways, so none is put there. */
function edited(lines: readonly string[], { line, at, remove, insert }: Edit): readonly string[] {
  const index = line % lines.length;
  const text = lines[index]!;
  const from = at % (text.length + 1);
  const changed = text.slice(0, from) + insert + text.slice(from + remove);
  return /-\s*\n/u.test(changed) ? lines : lines.with(index, changed);
}

/** Questions and answers in turn. */
function interviewOf(lines: readonly string[]): string {
  return `${lines.map((line, i) => (i % 2 === 0 ? `Q: ${line}` : line)).join('\n\n')}\n`;
}

const lines = fc.array(line, { minLength: 4, maxLength: 9 });
const tokensOf = (text: string): string => tokenise(text).text.join(' ');
const wordsOf = (text: string): string =>
  tokenise(text)
    .text.filter(isWord)
    .map((token) => token.toLowerCase())
    .join(' ');

describe('verbatim', () => {
  it('holds exactly when every paragraph’s tokens agree', async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.array(edit, { maxLength: 3 }), async (sealed, edits) => {
        const copy = edits.reduce(edited, sealed);
        // Edits may empty a paragraph, or make one of two; what a paragraph is belongs to another test.
        fc.pre(copy.every((one) => wordsOf(one) !== '' && !/\n\s*\n|^\s*\n/u.test(one)));
        const same = sealed.every((one, i) => tokensOf(one) === tokensOf(copy[i]!));
        const judgement = await compare(interviewOf(sealed), interviewOf(copy));
        expect(judgement.verdict === 'verbatim').toBe(same);
        expect(judgement.pass).toBe(same);
      }),
      { numRuns: 1000 },
    );
  });

  it('is never said of another text of the same words', async () => {
    await fc.assert(
      fc.asyncProperty(lines, lines, async (sealed, copy) => {
        const same = sealed.length === copy.length && sealed.every((one, i) => tokensOf(one) === tokensOf(copy[i]!));
        const { verdict } = await compare(interviewOf(sealed), interviewOf(copy));
        expect(verdict === 'verbatim').toBe(same);
      }),
      { numRuns: 400 },
    );
  });
});

describe('repunctuated', () => {
  it('is only said where the words agree', async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.array(edit, { minLength: 1, maxLength: 4 }), async (sealed, edits) => {
        const copy = edits.reduce(edited, sealed);
        const { verdict } = await compare(interviewOf(sealed), interviewOf(copy));
        if (verdict === 'repunctuated') expect(wordsOf(copy.join('\n'))).toBe(wordsOf(sealed.join('\n')));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('excerpt', () => {
  it('is only said where the words that are there are unchanged and in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        lines,
        fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
        fc.array(edit, { maxLength: 2 }),
        async (sealed, keep, edits) => {
          const kept = sealed.map((one, i) => ({ one, i })).filter(({ i }) => keep[i]);
          fc.pre(kept.length > 0);
          const copy = edits.reduce(
            edited,
            kept.map(({ one }) => one),
          );
          // An ellipsis may mark that the end of a passage is left out.
          fc.pre(copy.some((one) => wordsOf(one) !== '') && !copy.some((one) => /…|\.\.\./u.test(one)));
          const text = copy.map((one, k) => (kept[k]!.i % 2 === 0 ? `Q: ${one}` : one)).join('\n\n');
          const { verdict, words } = await compare(interviewOf(sealed), `${text}\n`);
          // Words before the first question or behind the last answer are the page's, and the verdict line counts them.
          if (verdict !== 'excerpt' || words.around > 0) return;
          let at = 0;
          for (const paragraph of copy.map(wordsOf).filter((one) => one !== '')) {
            while (at < sealed.length && wordsOf(sealed[at]!) !== paragraph) at++;
            expect(at++).toBeLessThan(sealed.length);
          }
        },
      ),
      { numRuns: 600 },
    );
  });
});
