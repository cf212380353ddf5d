/** `[his brother]` for `he`: words the editor put in place of others. In place of a negation or a number it turns the meaning. */
import { tokenAt } from '../gaps.ts';
import { isNegation, isNumber, NEGATING_PREFIXES } from '../lexicon.ts';
import type { Stream } from '../stream.ts';
import { placedBrackets } from './brackets.ts';
import type { Convention, Problem } from './convention.ts';

/** Negations and numbers among the words of the transcript from `from` to `to`. */
export function weightyWords(stream: Stream, from: number, to: number): string[] {
  const found: string[] = [];
  for (let at = from; at < to; at++) {
    const word = tokenAt(stream, at).toLowerCase();
    if (isNegation(word) || isNumber(word)) found.push(word);
  }
  return found;
}

/** `[2020]` for `2020` changes nothing. */
function saysTheSame(stream: Stream, from: number, to: number, words: readonly string[]): boolean {
  return to - from === words.length && words.every((word, i) => tokenAt(stream, from + i).toLowerCase() === word);
}

function problemOf(
  stream: Stream,
  from: number,
  to: number,
  words: readonly string[],
  touches: boolean,
): Problem | null {
  if (saysTheSame(stream, from, to, words)) return null;
  const lost = weightyWords(stream, from, to);
  const denied = words.filter((word) => isNegation(word) || (touches && NEGATING_PREFIXES.has(word)));
  const all = [...lost, ...denied];
  return all.length === 0 ? null : { code: 'bracket-turns-meaning', level: 'fail', words: all };
}

export const replaced: Convention = (placed) =>
  placedBrackets(placed)
    .filter(({ bracket, from, to }) => !bracket.sic && from < to)
    .map(({ bracket, from, to }) => {
      const touches = bracket.stem?.side === 'after';
      const problem = problemOf(placed.stream, from, to, bracket.words, touches);
      return {
        convention: 'replaced',
        text: bracket.written,
        start: bracket.start,
        from,
        to,
        sealed: null,
        beyond: true,
        problem,
      };
    });
