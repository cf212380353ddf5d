/** `[a city in the east]`: words the editor adds to explain. An added "not" is no explanation. */
import { isNegation } from '../lexicon.ts';
import { placedBrackets } from './brackets.ts';
import type { Convention, Problem } from './convention.ts';

/** An insertion of so few words that holds a negation does not explain, it denies. */
const SHORT = 3;

function problemOf(words: readonly string[]): Problem | null {
  const denied = words.length <= SHORT ? words.filter(isNegation) : [];
  return denied.length === 0 ? null : { code: 'bracket-turns-meaning', level: 'fail', words: denied };
}

export const inserted: Convention = (placed) =>
  placedBrackets(placed)
    .filter(({ bracket, from, to }) => !bracket.sic && from === to)
    .map(({ bracket, from, to }) => {
      const problem = problemOf(bracket.words);
      return {
        convention: 'inserted',
        text: bracket.written,
        start: bracket.start,
        from,
        to,
        sealed: null,
        beyond: true,
        problem,
      };
    });
