/** Any run of a speaker's words, quoted under any convention, passes; with one word changed it fails and names the word. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPunctuation, isWord } from '../../../src/core/canon/classes.ts';
import { tokenise } from '../../../src/core/canon/tokenise.ts';
import { against, INTERVIEWS, only } from './support.ts';

/** What a speaker says, one text for each passage. */
const PASSAGES = INTERVIEWS.flatMap(({ transcript: { passages, witness } }) =>
  passages
    .filter(({ role }) => role === 'speech')
    .map(({ from, to, block }) => {
      const { text } = witness.document.blocks[block]!;
      return text.slice(witness.start[from], witness.end[to - 1]).replace(/ \(\*\)| \[laughs\]/g, '');
    }),
);

interface Run {
  /** The words of the run with what stands between them: odd entries are the signs and spaces. */
  readonly parts: readonly string[];
}

/** A run of words of one passage, as its text pieces. */
function runOf(text: string, from: number, count: number): Run {
  const tokens = tokenise(text);
  const words = [...tokens.text.keys()].filter((i) => isWord(tokens.text[i]!));
  const first = Math.min(from, Math.max(0, words.length - count));
  const chosen = words.slice(first, first + count);
  const parts: string[] = [];
  for (const [i, t] of chosen.entries()) {
    if (i > 0) parts.push(text.slice(tokens.end[chosen[i - 1]!], tokens.start[t]));
    parts.push(text.slice(tokens.start[t], tokens.end[t]));
  }
  return { parts };
}

const run = (least: number): fc.Arbitrary<Run> =>
  fc
    .record({ passage: fc.constantFrom(...PASSAGES), from: fc.nat(60), count: fc.integer({ min: least, max: 25 }) })
    .map(({ passage, from, count }) => runOf(passage, from, count))
    .filter(({ parts }) => parts.length >= least * 2 - 1 && parts.every((part) => !/["“”()[\]]/.test(part)));

const MARKS = [
  ['“', '”'],
  ['"', '"'],
  ['„', '“'],
  ['«', '»'],
  ['« ', ' »'],
  ['»', '«'],
  ['”', '”'],
  ['「', '」'],
] as const;

function swapCase(word: string): string {
  const [first = '', ...rest] = word;
  const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  return other + rest.join('');
}

type Convention = (parts: readonly string[], at: number) => string;

const CONVENTIONS: Readonly<Record<string, Convention>> = {
  plain: (parts) => parts.join(''),
  'opening capital': ([first = '', ...rest]) => [swapCase(first), ...rest].join(''),
  'closing comma': (parts) => `${parts.join('')},`,
  'closing stop': (parts) => `${parts.join('')}.`,
  'bracketed capital': ([first = '', ...rest]) => {
    const [letter = '', ...tail] = first;
    return [tail.length > 0 ? `[${swapCase(letter)}]${tail.join('')}` : first, ...rest].join('');
  },
  insertion: (parts, at) => parts.map((part, i) => (i === at * 2 ? `${part} [as before]` : part)).join(''),
  sic: (parts, at) => parts.map((part, i) => (i === at * 2 ? `${part} [sic]` : part)).join(''),
  'leading ellipsis': (parts) => `… ${parts.join('')}`,
  'trailing ellipsis': (parts) => `${parts.join('')} [...]`,
  'straight apostrophes': (parts) => parts.join('').replaceAll('’', "'"),
  'line end': (parts) => parts.join('').replace(' ', '\n'),
};

const PASSING = ['verbatim', 'convention', 'repunctuated'];

describe('any run of a speaker’s words', () => {
  it('passes under any convention and in any marks', () => {
    fc.assert(
      fc.property(
        run(4),
        fc.constantFrom(...MARKS),
        fc.constantFrom(...Object.keys(CONVENTIONS)),
        fc.nat(),
        (one, marks, name, n) => {
          // Behind the last word a bracket may stand for the rest of the clause, so it is put between two words.
          const at = n % ((one.parts.length - 1) / 2);
          const quoted = CONVENTIONS[name]!(one.parts, at);
          const result = only(against(`As we were told, ${marks[0]}${quoted}${marks[1]} on that day.`));
          expect({ verdict: result.verdict, pass: result.pass, quoted }).toEqual({
            verdict: PASSING.find((verdict) => verdict === result.verdict),
            pass: true,
            quoted,
          });
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('passes with an ellipsis for words that are neither a negation nor out of order', () => {
    fc.assert(
      fc.property(run(9), fc.nat(), (one, n) => {
        const words = (one.parts.length + 1) / 2;
        const cut = 3 + (n % (words - 6));
        const swallowed = one.parts[cut * 2]!;
        fc.pre(
          !/^(?:not|no|never|nobody|didn't|doesn't|don't|nicht|nie|keine?n?|no|ne|pas|plus|не|ні|ніколи|ніхто|немає|sin|without)$/iu.test(
            swallowed,
          ),
        );
        const quoted = one.parts.map((part, i) => (i === cut * 2 ? '…' : part)).join('');
        expect(only(against(`As we were told, “${quoted}” on that day.`)).pass).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('fails with one word changed, and the word is named', () => {
    fc.assert(
      fc.property(run(6), fc.nat(), (one, n) => {
        const at = n % ((one.parts.length + 1) / 2);
        const quoted = one.parts.map((part, i) => (i === at * 2 ? 'zebra' : part)).join('');
        const result = only(against(`As we were told, “${quoted}” on that day.`));
        expect(result.pass).toBe(false);
        expect(result.verdict).toBe('altered');
        const named = result.findings.filter(({ code }) => code === 'quotation-altered').map(({ copy }) => copy?.text);
        expect(named.some((text) => text?.includes('zebra'))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('fails with one inner word dropped', () => {
    fc.assert(
      fc.property(run(7), fc.nat(), (one, n) => {
        const words = (one.parts.length + 1) / 2;
        const at = 1 + (n % (words - 2));
        const dropped = one.parts[at * 2]!;
        const neighbours = [one.parts[at * 2 - 2], one.parts[at * 2 + 2]];
        fc.pre(!neighbours.includes(dropped) && !isPunctuation(dropped));
        const quoted = one.parts.filter((_, i) => i !== at * 2 && i !== at * 2 - 1).join('');
        // The transcript's own dots read as an ellipsis, and then the dropped word is shown and not failed.
        fc.pre(!/\.\.\.|…/.test(quoted));
        const result = only(against(`As we were told, “${quoted}” on that day.`));
        expect(result.pass).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
