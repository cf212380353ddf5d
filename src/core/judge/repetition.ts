/**
 * Looks sealed words up again in stretches that are not the transcript's: a pull quote, a teaser, a second, doctored
 * rendering, hidden words.
 *
 * Three words in a row are looked up, so the cost is that of one pass over the sealed text however many stretches there are.
 */
import { type Numbers, TRAIT } from '../align/keys.ts';
import { isWord } from '../canon/classes.ts';
import type { Scene } from './scene.ts';

/** How a stretch repeats the sealed words. */
export type Repetition =
  | { readonly kind: 'none' }
  /** One contiguous run of one turn, word for word; `s0` is its first sealed word. */
  | { readonly kind: 'exact'; readonly passage: number; readonly s0: number; readonly s1: number }
  /** Sealed words, but not as they stand in the transcript. */
  | {
      readonly kind: 'altered';
      readonly passage: number;
      readonly s0: number;
      readonly s1: number;
      readonly share: number;
      readonly ofPassage: number;
    };

/** Shorter stretches are not looked up: two words in a row prove nothing. */
const GRAM = 3;
/** Sealed places remembered for one gram: enough to find the run, few enough for a litany. */
const MAX_PLACES = 8;

export interface Repetitions {
  /** How the words repeat sealed ones. `words` are word tokens in lower case. */
  readonly of: (words: readonly string[]) => Repetition;
}

/** Word tokens in lower case: punctuation and capitals do not count here. */
export function wordsOf(tokens: readonly string[]): readonly string[] {
  return tokens.filter(isWord).map((token) => token.toLowerCase());
}

/** An index for `stretches`, which are all that will be asked for. */
export function repetitionsOf(
  { collation }: Pick<Scene, 'collation'>,
  stretches: readonly (readonly string[])[],
): Repetitions {
  // Most copies have none, and need no pass over the sealed text.
  if (stretches.every((words) => words.length < GRAM)) return { of: () => ({ kind: 'none' }) };
  const { sealed, transcript, numbers } = collation;
  const positions: number[] = [];
  for (let s = 0; s < numbers.sealed.length; s++) {
    if ((numbers.traits[numbers.sealed[s]!]! & TRAIT.word) !== 0) positions.push(s);
  }
  const word = (i: number): string => numbers.words[numbers.sealed[positions[i]!]!]!.toLowerCase();
  const places = gramPlaces(stretches, positions.length, word, startsOf(stretches, numbers, positions));
  const passageOf = (i: number): number => sealed.passageOf[positions[i]!]!;
  const wordCounts = new Uint32Array(transcript.passages.length);
  for (let i = 0; i < positions.length; i++) wordCounts[passageOf(i)]!++;
  const turnOf = (i: number): string | number => {
    const { turn, role } = transcript.passages[passageOf(i)]!;
    return turn ?? role;
  };
  const isRun = (words: readonly string[], at: number): boolean =>
    at + words.length <= positions.length &&
    words.every((one, k) => word(at + k) === one && turnOf(at + k) === turnOf(at));
  return {
    of(words) {
      const hits = hitsOf(words, places);
      if (hits.length === 0) return { kind: 'none' };
      const run = hits.find(({ place }) => isRun(words, place));
      if (run !== undefined) return { kind: 'exact', ...span(run.place, run.place + words.length) };
      return { kind: 'altered', ...nearest(words, hits) };
    },
  };

  /** The sealed words from one position to another, half open. */
  function span(from: number, to: number): { passage: number; s0: number; s1: number } {
    return { passage: passageOf(from), s0: positions[from]!, s1: positions[to - 1]! + 1 };
  }

  /** The passage most of the hits fall in, and how much of the stretch and of the passage they are. */
  function nearest(
    words: readonly string[],
    hits: readonly Hit[],
  ): Omit<Extract<Repetition, { kind: 'altered' }>, 'kind'> {
    const all = new Set<number>();
    const byPassage = new Map<number, { readonly own: Set<number>; first: number; last: number }>();
    for (const { at, place } of hits) {
      const passage = passageOf(place);
      const one = byPassage.get(passage) ?? { own: new Set(), first: place, last: place };
      byPassage.set(passage, one);
      one.first = Math.min(one.first, place);
      one.last = Math.max(one.last, place);
      for (let k = at; k < at + GRAM; k++) {
        one.own.add(k);
        all.add(k);
      }
    }
    const [passage, { own, first, last }] = [...byPassage].reduce((a, b) => (b[1].own.size > a[1].own.size ? b : a));
    return {
      ...span(first, last + GRAM),
      share: all.size / words.length,
      ofPassage: own.size / wordCounts[passage]!,
    };
  }
}

interface Hit {
  readonly at: number;
  readonly place: number;
}

function gramAt(words: readonly string[], at: number): string {
  return words.slice(at, at + GRAM).join(' ');
}

/** Whether the sealed word at a position is one that stands in a stretch: most are not, and begin no gram. */
function startsOf(
  stretches: readonly (readonly string[])[],
  { sealed, words }: Numbers,
  positions: readonly number[],
): (i: number) => boolean {
  const met = new Set<string>();
  for (const stretch of stretches) for (const word of stretch) met.add(word);
  const begins = Uint8Array.from(words, (word) => (met.has(word.toLowerCase()) ? 1 : 0));
  return (i) => begins[sealed[positions[i]!]!] === 1;
}

/** Where the grams of the stretches stand among the sealed words. */
function gramPlaces(
  stretches: readonly (readonly string[])[],
  count: number,
  word: (i: number) => string,
  mayStart: (i: number) => boolean,
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const words of stretches) {
    for (let at = 0; at + GRAM <= words.length; at++) places.set(gramAt(words, at), []);
  }
  for (let i = 0; i + GRAM <= count; i++) {
    if (!mayStart(i)) continue;
    const known = places.get(`${word(i)} ${word(i + 1)} ${word(i + 2)}`);
    if (known !== undefined && known.length < MAX_PLACES) known.push(i);
  }
  return places;
}

function hitsOf(words: readonly string[], places: ReadonlyMap<string, readonly number[]>): readonly Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at + GRAM <= words.length; at++) {
    for (const place of places.get(gramAt(words, at)) ?? []) hits.push({ at, place });
  }
  return hits;
}
