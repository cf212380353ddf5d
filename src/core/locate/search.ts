/**
 * Finds the stretches of a copy that are sealed passages, by digests alone.
 *
 * A stretch can only be tried by hashing it, and there are many. So the copy is gone through twice. First from its blocks
 * and lines: at each, the passages that are expected next are tried with any end, and all that are still unknown with the
 * ends that the copy's form suggests, its own block's first. What was found is not looked into again. Then, only between
 * what was found, from every sentence: passages that the page ran together with altered ones are found there.
 *
 * An altered passage costs a few dozen digests, a faithful one mostly a single one; effort is bounded in proportion to the
 * copy, and a passage that is not reached stays closed, so that a copy made to be slow fails instead.
 */
import { digestTokens } from '../canon/digest.ts';
import { PASSAGE_DIGEST_LENGTH, type SealedPassage } from '../seal/entry.ts';
import { firstFrom, isSubtitles, mergePlaces, openings, sentenceStarts } from './openings.ts';
import { type Goal, hasBreak, MAX_READINGS, type Reading, readingsAt } from './readings.ts';
import { digestOf, type Row } from './row.ts';

/** Passages behind the last one found that are tried with any end: a title or a few turns may be left out. */
const EXPECTED = 4;
/** Readings that are tried of a stretch that is not expected there. */
const FEW_READINGS = 32;
/** Effort of one digest besides its tokens, and the bound of all effort, in tokens: some, and some for each of the copy's. */
const DIGEST_EFFORT = 100;
const LEAST_EFFORT = 10_000_000;
const EFFORT_OF_TOKEN = 2_000;

/** What tells passages apart: those with equal keys have equal words. */
export function keyOf({ tokens, digest }: Pick<SealedPassage, 'tokens' | 'digest'>): string {
  return `${tokens} ${digest}`;
}

/** What is found: the words of passages by their keys, and which tokens of the copy are theirs. */
export interface Findings {
  readonly words: Map<string, readonly string[]>;
  readonly covered: Uint8Array;
}

/** Finds `passages` in the row, wherever they stand, and adds to `found`. */
export function searchRow(row: Row, passages: readonly SealedPassage[], found: Findings): void {
  const search = new Search(row, passages, found);
  const starts = openings(row);
  const sentences = sentenceStarts(row);
  const ends = mergePlaces(starts, [...sentences, row.tokens.length]);
  const begins = mergePlaces(starts, isSubtitles(row) ? sentences : []);
  search.sweep(begins, ends);
  search.sweepGaps(sentences, ends);
}

interface Found {
  readonly passage: number;
  readonly words: readonly string[];
  readonly end: number;
}

/** A found passage's stretch. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly passage: number;
}

class Search {
  readonly #row: Row;
  readonly #passages: readonly SealedPassage[];
  readonly #found: Findings;
  /** Passages by key, ascending. */
  readonly #byKey = new Map<string, number[]>();
  /** The lengths that passages have. */
  readonly #lengths = new Set<number>();
  /** Tokens of the passages that are not found yet, those with equal words counted once. */
  #unknown = 0;
  /** Ascending, as long as gaps are not gone through. */
  readonly #spans: Span[] = [];
  #longest = 0;
  #effort: number;

  constructor(row: Row, passages: readonly SealedPassage[], found: Findings) {
    this.#row = row;
    this.#passages = passages;
    this.#found = found;
    this.#effort = LEAST_EFFORT + EFFORT_OF_TOKEN * row.tokens.length;
    for (const [i, passage] of passages.entries()) this.#note(keyOf(passage), passage.tokens, i);
  }

  #note(key: string, tokens: number, passage: number): void {
    const same = this.#byKey.get(key);
    if (same !== undefined) {
      same.push(passage);
      return;
    }
    this.#byKey.set(key, [passage]);
    this.#lengths.add(tokens);
    this.#longest = Math.max(this.#longest, tokens);
    if (!this.#found.words.has(key)) this.#unknown += tokens;
  }

  /** Goes through the row from its `starts`. */
  sweep(starts: Uint32Array, ends: Uint32Array): void {
    let expected = 0;
    let covered = 0;
    for (const from of starts) {
      if (from < covered) continue;
      const to = this.#follow(from, this.#row.tokens.length, expected, ends);
      if (to === from) continue;
      covered = to;
      expected = this.#spans.at(-1)!.passage + 1;
    }
  }

  /** Goes through what lies between the passages found, from the `sentences`. */
  sweepGaps(sentences: readonly number[], ends: Uint32Array): void {
    if (this.#unknown === 0) return;
    for (const { from, to, expected } of this.#gaps()) {
      let covered = from;
      for (const sentence of sentences.slice(firstFrom(sentences, from), firstFrom(sentences, to))) {
        if (sentence >= covered) covered = this.#follow(sentence, to, expected, ends);
      }
    }
  }

  /** The stretches between the passages found, and as much before and behind them as the unknown passages could fill. */
  #gaps(): readonly { readonly from: number; readonly to: number; readonly expected: number }[] {
    const room = 2 * this.#unknown;
    const first = this.#spans[0];
    if (first === undefined) return [{ from: 0, to: this.#row.tokens.length, expected: 0 }];
    const gaps = [{ from: first.from - room, to: first.from, expected: 0 }];
    for (const [i, span] of this.#spans.entries()) {
      gaps.push({ from: span.to, to: this.#spans[i + 1]?.from ?? span.to + room, expected: span.passage + 1 });
    }
    return gaps;
  }

  /** Takes passage after passage from `from` on; gives where the last one ended, or `from` when there is none. */
  #follow(from: number, limit: number, expected: number, ends: Uint32Array): number {
    let at = from;
    let next = expected;
    while (this.#effort > 0) {
      const found = this.#matchAt(at, limit, next, ends);
      if (found === null) break;
      this.#learn(found, at);
      at = found.end;
      next = found.passage + 1;
    }
    return at;
  }

  #learn({ passage, words, end }: Found, from: number): void {
    const sealed = this.#passages[passage]!;
    this.#spans.push({ from, to: end, passage });
    const { words: known, covered } = this.#found;
    for (let place = from; place < end; place++) covered[this.#row.tokens[place]!] = 1;
    if (known.has(keyOf(sealed))) return;
    known.set(keyOf(sealed), words);
    this.#unknown -= sealed.tokens;
  }

  #matchAt(place: number, limit: number, expected: number, ends: Uint32Array): Found | null {
    return this.#matchExpected(place, limit, expected) ?? this.#matchUnknown(place, limit, expected, ends);
  }

  #matchExpected(place: number, limit: number, expected: number): Found | null {
    for (let passage = expected; passage < expected + EXPECTED && passage < this.#passages.length; passage++) {
      const { tokens, digest } = this.#passages[passage]!;
      const most = passage === expected ? MAX_READINGS : FEW_READINGS;
      for (const one of this.#stretches(place, { length: tokens }, most)) {
        if (one.end <= limit && one.digest === digest) return { passage, words: one.words(), end: one.end };
      }
    }
    return null;
  }

  #matchUnknown(place: number, limit: number, expected: number, ends: Uint32Array): Found | null {
    const blockEnd = this.#blockEnd(place);
    const last = Math.min(limit, place + this.#longest + 1);
    if (blockEnd <= last) {
      const found = this.#matchUntil(place, blockEnd, expected);
      if (found !== null) return found;
    }
    for (const end of ends.subarray(firstFrom(ends, place + 1), firstFrom(ends, last + 1))) {
      if (end === blockEnd) continue;
      const found = this.#matchUntil(place, end, expected);
      if (found !== null) return found;
    }
    return null;
  }

  #blockEnd(place: number): number {
    const { witness, tokens, placeOf } = this.#row;
    const last = witness.firstToken[witness.block[tokens[place]!]! + 1]! - 1;
    return placeOf[last]! + 1;
  }

  /** The unknown passage that stands from `place` up to `end`, if one does. */
  #matchUntil(place: number, end: number, expected: number): Found | null {
    for (const one of this.#stretches(place, { end }, FEW_READINGS)) {
      const same = this.#byKey.get(keyOf(one));
      if (same === undefined) continue;
      return { passage: same.find((i) => i >= expected) ?? same[0]!, words: one.words(), end };
    }
    return null;
  }

  /** The readings of a stretch whose length some passage has, each with its digest. */
  *#stretches(place: number, goal: Goal, most: number): Generator<Stretch> {
    const row = this.#row;
    const end = 'end' in goal ? goal.end : place + goal.length;
    if (hasBreak(row, place, end)) {
      for (const reading of readingsAt(row, place, goal, most)) yield* this.#read(reading);
      return;
    }
    if (end <= place || end > row.tokens.length || !this.#isTried(end - place)) return;
    const words = (): readonly string[] => wordsOf(row, place, end);
    yield { tokens: end - place, digest: digestOf(row, place, end), end, words };
  }

  *#read({ tokens, end }: Reading): Generator<Stretch> {
    if (!this.#isTried(tokens.length)) return;
    const digest = digestTokens(tokens).slice(0, PASSAGE_DIGEST_LENGTH);
    yield { tokens: tokens.length, digest, end, words: () => tokens };
  }

  /** Whether a stretch of this length is worth its digest; if so, the effort is spent. */
  #isTried(length: number): boolean {
    const tried = this.#effort > 0 && this.#lengths.has(length);
    this.#effort -= tried ? DIGEST_EFFORT + length : 1;
    return tried;
  }
}

/** A stretch of the copy that was hashed. */
interface Stretch {
  readonly tokens: number;
  readonly digest: string;
  readonly end: number;
  readonly words: () => readonly string[];
}

function wordsOf({ witness, tokens }: Row, from: number, to: number): readonly string[] {
  return Array.from(tokens.subarray(from, to), (number) => witness.tokens[number]!);
}
