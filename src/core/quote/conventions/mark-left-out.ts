/**
 * `my family (*)` quoted as `my family`: a mark of the transcript stands inside the quoted run and the quotation leaves it
 * out. The words on both sides are the speaker's, so it passes, and it is listed, because the mark says that something was
 * withheld there. Brackets of a transcript that hold a "not" do not pass.
 */
import { gapBehind } from '../gaps.ts';
import { isNegation } from '../lexicon.ts';
import type { Placed } from '../place-pattern.ts';
import type { Convention, Problem, Use } from './convention.ts';

function problemOf(mark: string): Problem | null {
  const denied = mark.toLowerCase().split(' ').filter(isNegation);
  return denied.length === 0 ? null : { code: 'negation-swallowed', level: 'fail', words: denied };
}

/** The transcript's apparatus behind word `i` of the pattern that the quotation does not have. */
function leftOut({ stream, pattern }: Placed, i: number, at: number): readonly string[] {
  const { marks } = pattern.joints[i + 1]!;
  return gapBehind(stream, at).apparatus.filter((mark) => !marks.includes(mark));
}

export const markLeftOut: Convention = (placed) => {
  const uses: Use[] = [];
  for (const { from, to, at } of placed.segments) {
    for (let i = from; i < to - 1; i++) {
      const place = at + i - from;
      for (const mark of leftOut(placed, i, place)) {
        const sealed = mark.replaceAll(' ', '');
        const text = '';
        const start = placed.pattern.words[i]!.end;
        const problem = problemOf(mark);
        uses.push({
          convention: 'mark-left-out',
          text,
          start,
          from: place,
          to: place,
          sealed,
          beyond: true,
          problem,
        });
      }
    }
  }
  return uses;
};
