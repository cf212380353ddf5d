/** `[T]he`: the editor shows that the capital is not the transcript's. */
import type { Convention, Use } from './convention.ts';

export const bracketedCapital: Convention = ({ pattern, segments }) => {
  const uses: Use[] = [];
  for (const { from, to, at } of segments) {
    for (let i = from; i < to; i++) {
      const { bracketedCapital: bracketed, written: text, start } = pattern.words[i]!;
      const place = at + i - from;
      if (!bracketed) continue;
      uses.push({
        convention: 'bracketed-capital',
        text,
        start,
        from: place,
        to: place + 1,
        sealed: null,
        beyond: true,
        problem: null,
      });
    }
  }
  return uses;
};
