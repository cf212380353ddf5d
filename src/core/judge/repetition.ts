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
export function repetitionsOf({ collation }: Scene, stretches: readonly (readonly string[])[]): Repetitions {
  if (stretches.every((words) => words.length === 0)) return { of: () => ({ kind: 'none' }) };
  const { sealed, transcript, numbers } = collation;
  const positions: number[] = [];
  for (let s = 0; s < numbers.sealed.length; s++) {
    if ((numbers.traits[numbers.sealed[s]!]! & TRAIT.word) !== 0) positions.push(s);
  }
  const word = (i: number): string => numbers.words[numbers.sealed[positions[i]!]!]!.toLowerCase();
  const places = gramPlaces(stretches, positions.length, word, startsOf(stretches, numbers, positions));
  const wordCounts = new Map<number, number>();
  for (const s of positions) wordCounts.set(sealed.passageOf[s]!, (wordCounts.get(sealed.passageOf[s]!) ?? 0) + 1);
  const turnOf = (i: number): string => {
    const passage = sealed.passageOf[positions[i]!]!;
    const { turn, role } = transcript.passages[passage]!;
    return `${role === 'speech' || role === 'question' ? turn : role}`;
  };
  const isRun = (words: readonly string[], at: number): boolean =>
    at + words.length <= positions.length &&
    words.every((one, k) => word(at + k) === one) &&
    words.every((_, k) => turnOf(at + k) === turnOf(at));
  return {
    of(words) {
      const hits = hitsOf(words, places);
      if (hits.length === 0) return { kind: 'none' };
      for (const at of places.get(gramAt(words, 0)) ?? []) {
        if (isRun(words, at)) return { kind: 'exact', ...span(at, at + words.length - 1) };
      }
      return { kind: 'altered', ...nearest(words, hits) };
    },
  };

  function span(from: number, to: number): { passage: number; s0: number; s1: number } {
    const s0 = positions[from]!;
    return { passage: sealed.passageOf[s0]!, s0, s1: positions[Math.min(to, positions.length - 1)]! + 1 };
  }

  /** The passage most of the hits fall in, and how much of the stretch and of the passage they are. */
  function nearest(
    words: readonly string[],
    hits: readonly Hit[],
  ): Omit<Extract<Repetition, { kind: 'altered' }>, 'kind'> {
    const counts = new Map<number, Set<number>>();
    for (const { at, place } of hits) {
      const passage = sealed.passageOf[positions[place]!]!;
      const covered = counts.get(passage) ?? new Set();
      for (let k = 0; k < GRAM; k++) covered.add(at + k);
      counts.set(passage, covered);
    }
    const covered = new Set([...counts.values()].flatMap((set) => [...set]));
    const [passage, own] = [...counts].reduce((a, b) => (b[1].size > a[1].size ? b : a));
    const inPassage = hits.filter((hit) => sealed.passageOf[positions[hit.place]!] === passage).map((hit) => hit.place);
    const [first, last] = [inPassage.reduce((a, b) => Math.min(a, b)), inPassage.reduce((a, b) => Math.max(a, b))];
    return {
      ...span(first, last + GRAM - 1),
      passage,
      share: covered.size / words.length,
      ofPassage: own.size / (wordCounts.get(passage) ?? 1),
    };
  }
}

interface Hit {
  readonly at: number;
  readonly place: number;
}

function gramAt(words: readonly string[], at: number): string {
  return words.slice(at, at + Math.min(GRAM, words.length)).join(' ');
}

/** Whether the sealed word at a position is one that stands in a stretch: most are not, and begin no gram. */
function startsOf(
  stretches: readonly (readonly string[])[],
  { sealed, words, traits }: Numbers,
  positions: readonly number[],
): (i: number) => boolean {
  const met = new Set<string>();
  for (const stretch of stretches) for (const word of stretch) met.add(word);
  const begins = Uint8Array.from(words, (word, i) =>
    (traits[i]! & TRAIT.word) !== 0 && met.has(word.toLowerCase()) ? 1 : 0,
  );
  return (i) => begins[sealed[positions[i]!]!] === 1;
}

/** Where the grams of the stretches stand among the sealed words. Stretches shorter than a gram are looked up whole. */
function gramPlaces(
  stretches: readonly (readonly string[])[],
  count: number,
  word: (i: number) => string,
  mayStart: (i: number) => boolean,
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  const lengths = new Set<number>();
  for (const words of stretches) {
    if (words.length === 0) continue;
    lengths.add(Math.min(GRAM, words.length));
    for (let at = 0; at + Math.min(GRAM, words.length) <= words.length; at++) places.set(gramAt(words, at), []);
  }
  if (places.size === 0) return places;
  for (let i = 0; i < count; i++) {
    if (!mayStart(i)) continue;
    let gram = '';
    for (let length = 1; length <= GRAM && i + length <= count; length++) {
      gram = length === 1 ? word(i) : `${gram} ${word(i + length - 1)}`;
      const known = lengths.has(length) ? places.get(gram) : undefined;
      if (known !== undefined && known.length < MAX_PLACES) known.push(i);
    }
  }
  return places;
}

function hitsOf(words: readonly string[], places: ReadonlyMap<string, readonly number[]>): readonly Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at + Math.min(GRAM, words.length) <= words.length; at++) {
    for (const place of places.get(gramAt(words, at)) ?? []) hits.push({ at, place });
  }
  return hits;
}
