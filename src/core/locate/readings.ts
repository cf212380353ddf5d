/**
 * The readings of a stretch that has ambiguous line ends. The likeliest reading of every line end comes first, then those
 * that depart from it at one line end, at two, and so on: a page that hyphenates is mostly read right at once.
 */
import { firstFrom } from './openings.ts';
import type { Row } from './row.ts';

/** Readings of one passage that are tried, as the form's specification allows. */
export const MAX_READINGS = 4_096;

/** Where a stretch ends: at a place in the row, or once it has a number of tokens. */
export type Goal = { readonly end: number } | { readonly length: number };

/** One reading, and where it ends in the row. */
export interface Reading {
  readonly tokens: readonly string[];
  readonly end: number;
}

/** Whether an ambiguous line end begins at or behind `from` and before `to`. */
export function hasBreak({ breakPlaces }: Row, from: number, to: number): boolean {
  return (breakPlaces[firstFrom(breakPlaces, from)] ?? to) < to;
}

/** Which reading each line end takes, where it is not the first. */
interface Departure {
  readonly choices: ReadonlyMap<number, number>;
  readonly last: number;
}

/** At most `most` readings of the stretch from `place` to the `goal`. */
export function* readingsAt(row: Row, place: number, goal: Goal, most: number): Generator<Reading> {
  const queue: Departure[] = [{ choices: new Map(), last: -1 }];
  for (let i = 0; i < queue.length; i++) {
    const { choices, last } = queue[i]!;
    const { reading, met } = readOn(row, place, goal, choices);
    for (const at of met) {
      if (at <= last) continue;
      const options = row.breaks.get(at)!.readings.length;
      for (let choice = 1; choice < options && queue.length < most; choice++)
        queue.push({ choices: new Map(choices).set(at, choice), last: at });
    }
    if (reading !== null) yield reading;
  }
}

/** The words of one reading, `null` when it misses the goal, and the line ends that it met. */
function readOn(
  { witness, tokens, breaks }: Row,
  place: number,
  goal: Goal,
  choices: ReadonlyMap<number, number>,
): { readonly reading: Reading | null; readonly met: readonly number[] } {
  const words: string[] = [];
  const met: number[] = [];
  let at = place;
  const isDone = (): boolean => ('end' in goal ? at >= goal.end : words.length >= goal.length);
  while (!isDone() && at < tokens.length) {
    const alternative = breaks.get(at);
    if (alternative === undefined) {
      words.push(witness.tokens[tokens[at]!]!);
      at++;
    } else {
      met.push(at);
      words.push(...alternative.readings[choices.get(at) ?? 0]!);
      at += alternative.length;
    }
  }
  const hits = 'end' in goal ? at === goal.end : words.length === goal.length;
  return { reading: hits ? { tokens: words, end: at } : null, met };
}
