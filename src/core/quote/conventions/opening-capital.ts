/** A quotation may begin with a capital the transcript does not have, or without one: `the ballot` for `The ballot`. */
import { tokenAt } from '../gaps.ts';
import type { Convention, Use } from './convention.ts';

/** Whether two spellings of one word differ in the case of their first letter and in nothing else. */
export function differOnlyInFirst(a: string, b: string): boolean {
  const [[, ...rest], [, ...others]] = [a, b];
  return a !== b && rest.join('') === others.join('');
}

export const openingCapital: Convention = ({ stream, pattern, segments }) => {
  const uses: Use[] = [];
  for (const [i, { from, at }] of segments.entries()) {
    const word = pattern.words[from]!;
    const opens = i === 0 || pattern.joints[from]!.ellipsis !== null;
    const sealed = tokenAt(stream, at);
    if (!opens || word.bracketedCapital || !differOnlyInFirst(word.text, sealed)) continue;
    const { written, start } = word;
    uses.push({
      convention: 'opening-capital',
      text: written,
      start,
      from: at,
      to: at + 1,
      sealed: null,
      beyond: false,
      problem: null,
    });
  }
  return uses;
};
