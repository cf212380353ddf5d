/** `[sic]`: "so it stands there". It stands behind words the source has, which it has when all words are in place. */
import { placedBrackets } from './brackets.ts';
import type { Convention } from './convention.ts';

export const sic: Convention = (placed) =>
  placedBrackets(placed)
    .filter(({ bracket }) => bracket.sic)
    .map(({ bracket, from, to }) => ({
      convention: 'sic',
      text: bracket.written,
      start: bracket.start,
      from,
      to,
      sealed: null,
      beyond: true,
      problem: null,
    }));
