/** `[sic]`: "so it stands there". Only behind words the source has, which it has when all words are in place. */

import type { Stream } from '../stream.ts';
import { placedBrackets } from './brackets.ts';
import type { Convention, Problem } from './convention.ts';
import { weightyWords } from './replaced.ts';

/** A `[sic]` that swallows words is a replacement, and judged as one. */
function problemOf(stream: Stream, from: number, to: number): Problem | null {
  const lost = weightyWords(stream, from, to);
  return lost.length === 0 ? null : { code: 'bracket-turns-meaning', level: 'fail', words: lost };
}

export const sic: Convention = {
  name: 'sic',
  uses: (placed) =>
    placedBrackets(placed)
      .filter(({ bracket }) => bracket.sic)
      .map(({ bracket, from, to }) => {
        const problem = problemOf(placed.stream, from, to);
        return {
          convention: 'sic',
          text: bracket.written,
          start: bracket.start,
          from,
          to,
          sealed: null,
          beyond: true,
          problem,
        };
      }),
};
