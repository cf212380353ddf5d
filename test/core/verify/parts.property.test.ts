/** Marks, labels, paragraphs and pairs: what may go, what may not, and what the verdict is then. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../../../src/core/judge/verdict.ts';
import {
  type Interview,
  interviews,
  linesOf,
  namedInterviews,
  paragraphsOf,
  replaceParagraph,
  textOf,
} from './interview.ts';
import { compare } from './support.ts';

const some = fc.nat({ max: 100_000 });

function codes(findings: readonly { readonly code: string; readonly level: string }[]): readonly string[] {
  return [...new Set(findings.filter(({ level }) => level === 'fail').map(({ code }) => code))].sort();
}

/** Removes the `n`th mark of a text, with the space before it. */
function withoutMark(text: string, n: number): string {
  const marks = [...text.matchAll(/,? ?\(\*\)/gu)];
  const mark = marks[n % marks.length];
  if (mark === undefined) throw new Error('no mark');
  return text.slice(0, mark.index) + text.slice(mark.index + mark[0].length);
}

describe('marks', () => {
  it('any one removed is told', async () => {
    await fc.assert(
      fc.asyncProperty(interviews, some, async (interview, n) => {
        const text = textOf(interview);
        const { verdict, findings } = await compare(text, withoutMark(text, n));
        expect(verdict).toBe('altered');
        expect(findings.some(({ code }) => code === 'mark-removed' || code === 'notice-changed')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('labels', () => {
  it('any one given to the other speaker is told', async () => {
    await fc.assert(
      fc.asyncProperty(namedInterviews, some, async (interview, n) => {
        const labelled = paragraphsOf(interview).flatMap(({ label }, i) => (label === '' ? [] : [i]));
        const index = labelled[n % labelled.length]!;
        const { label, words } = paragraphsOf(interview)[index]!;
        const other = label.startsWith('Ida') ? 'Tom Vale: ' : 'Ida Brandt: ';
        const { verdict, findings } = await compare(
          textOf(interview),
          textOf(replaceParagraph(interview, index, [{ label: other, words }])),
        );
        expect({ verdict, codes: codes(findings) }).toEqual({ verdict: 'altered', codes: ['speaker-changed'] });
      }),
      { numRuns: 150 },
    );
  });

  it('any one taken away is told', async () => {
    await fc.assert(
      fc.asyncProperty(namedInterviews, some, async (interview, n) => {
        const labelled = paragraphsOf(interview).flatMap(({ label }, i) => (label === '' ? [] : [i]));
        const index = labelled[n % labelled.length]!;
        const { words } = paragraphsOf(interview)[index]!;
        const copy = textOf(replaceParagraph(interview, index, [{ label: '', words }]));
        const { verdict, findings } = await compare(textOf(interview), copy);
        // The first label may go: nobody has spoken yet whose words these could be taken for.
        if (index > 0)
          expect({ verdict, codes: codes(findings) }).toEqual({ verdict: 'altered', codes: ['speaker-changed'] });
      }),
      { numRuns: 150 },
    );
  });

  it('put on any paragraph of an answer is told', async () => {
    await fc.assert(
      fc.asyncProperty(interviews, some, async (interview, n) => {
        const answers = paragraphsOf(interview).flatMap(({ label }, i) => (label === '' ? [i] : []));
        const index = answers[n % answers.length]!;
        const { words } = paragraphsOf(interview)[index]!;
        const copy = textOf(replaceParagraph(interview, index, [{ label: 'Q: ', words }]));
        const { verdict, findings } = await compare(textOf(interview), copy);
        expect({ verdict, codes: codes(findings) }).toEqual({ verdict: 'altered', codes: ['speaker-changed'] });
      }),
      { numRuns: 150 },
    );
  });
});

describe('excerpts', () => {
  it('of whole questions with their answers are excerpts', async () => {
    await fc.assert(
      fc.asyncProperty(interviews, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), async (interview, keep) => {
        const pairs = interview.pairs.filter((_, i) => keep[i]);
        fc.pre(pairs.length > 0 && pairs.length < interview.pairs.length);
        const { verdict, findings } = await compare(textOf(interview), textOf({ ...interview, pairs }));
        expect({ verdict, codes: codes(findings) }).toEqual({ verdict: 'excerpt', codes: ['passage-omitted'] });
      }),
      { numRuns: 150 },
    );
  });

  it('without the notice are altered', async () => {
    await fc.assert(
      fc.asyncProperty(interviews, async (interview) => {
        const { verdict } = await compare(textOf(interview), textOf({ ...interview, notice: [] }));
        expect(verdict).toBe('altered');
      }),
      { numRuns: 40 },
    );
  });

  it('that keep an answer without its question are altered', async () => {
    await fc.assert(
      fc.asyncProperty(interviews, some, async (interview, n) => {
        const questions = paragraphsOf(interview).flatMap(({ label }, i) => (label === '' ? [] : [i]));
        const index = questions[n % questions.length]!;
        const { verdict } = await compare(textOf(interview), textOf(replaceParagraph(interview, index, [])));
        expect(verdict).toBe('altered');
      }),
      { numRuns: 100 },
    );
  });
});

describe('order', () => {
  it('two paragraphs of speech exchanged is told', async () => {
    await fc.assert(
      fc.asyncProperty(interviews, some, some, async (interview, a, b) => {
        const all = paragraphsOf(interview);
        const [i, j] = [a % all.length, b % all.length];
        fc.pre(i !== j && Math.min(all[i]!.words.length, all[j]!.words.length) >= 10);
        const exchanged = replaceParagraph(replaceParagraph(interview, i, [all[j]!]), j, [all[i]!]);
        const { verdict, findings } = await compare(textOf(interview), textOf(exchanged));
        expect(verdict).toBe('altered');
        expect(findings.some(({ code }) => code === 'passage-moved' || code === 'words-moved')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

/** Edits of one paragraph, from harmless to bad; none can undo another. */
const EDITS: Readonly<Record<string, (words: readonly string[]) => readonly string[]>> = {
  nothing: (words) => words,
  'a comma': (words) => words.with(0, `${words[0]},`),
  capitals: (words) => words.with(1, words[1]!.toUpperCase()),
  'a word dropped': (words) => words.toSpliced(2, 1),
  'a word added': (words) => words.toSpliced(2, 0, 'gladly'),
  'an invisible sign': (words) => words.with(1, `\u202e${words[1]}`),
};

describe('more edits', () => {
  it('never improve a verdict', async () => {
    const edit = fc.tuple(some, fc.constantFrom(...Object.keys(EDITS)));
    await fc.assert(
      fc.asyncProperty(interviews, fc.array(edit, { minLength: 2, maxLength: 5 }), async (interview, edits) => {
        const sealed = textOf(interview);
        const touched = new Set<number>();
        let copy: Interview = interview;
        let last = VERDICTS.length - 1;
        for (const [n, name] of edits) {
          const all = paragraphsOf(copy);
          const index = n % all.length;
          if (touched.has(index)) continue;
          touched.add(index);
          copy = replaceParagraph(copy, index, [{ label: all[index]!.label, words: EDITS[name]!(all[index]!.words) }]);
          const { verdict } = await compare(sealed, textOf(copy));
          expect(VERDICTS.indexOf(verdict)).toBeLessThanOrEqual(last);
          last = VERDICTS.indexOf(verdict);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('a passage left out never improves it either, nor does a foreign one', async () => {
    await fc.assert(
      fc.asyncProperty(interviews, some, some, async (interview, a, b) => {
        const lines = linesOf(interview);
        const foreign = 'Nobody in this harbour said anything like this.';
        const more = lines.toSpliced(1 + (a % (lines.length - 1)), 0, foreign);
        const sealed = textOf(interview);
        const first = await compare(sealed, `${more.join('\n\n')}\n`);
        const own = more.flatMap((line, i) => (i > 0 && line !== foreign ? [i] : []));
        const second = await compare(sealed, `${more.toSpliced(own[b % own.length]!, 1).join('\n\n')}\n`);
        expect(VERDICTS.indexOf(second.verdict)).toBeLessThanOrEqual(VERDICTS.indexOf(first.verdict));
      }),
      { numRuns: 100 },
    );
  });
});
