/**
 * Numbers the tokens of two witnesses in one space, so that everything behind it compares numbers.
 *
 * Each witness has numbered its own words; only these are looked up in one another, and the tokens follow.
 */
import { isPunctuation, isWord } from '../canon/classes.ts';
import { Lexicon } from '../canon/lexicon.ts';

/** A row of tokens by the numbers of their lexicon. */
export interface Numbered {
  readonly lexicon: Lexicon;
  readonly numbers: Uint32Array;
}

/** The tokens of both texts as integers: equal numbers are equal tokens. */
export interface Numbers {
  readonly sealed: Int32Array;
  readonly copy: Int32Array;
  /** The tokens, by their numbers. */
  readonly words: readonly string[];
  /** The number of a token, or -1. */
  readonly numberOf: (word: string) => number;
  /** For each number, what its token is (`TRAIT`). */
  readonly traits: Uint8Array;
}

/** What is asked of tokens over and over, as bits. */
export const TRAIT = {
  word: 1,
  punctuation: 2,
  /** It has a sign that several spellings are folded to. */
  folded: 4,
} as const;

/** Both rows in one numbering, which begins with that of the sealed lexicon. */
export function numberTogether(sealed: Numbered, copy: Numbered): Numbers {
  const words = sealed.lexicon.words.slice();
  const ofCopy = copy.lexicon.numbersIn(sealed.lexicon);
  for (let id = 0; id < ofCopy.length; id++) {
    if (ofCopy[id] === -1) ofCopy[id] = words.push(copy.lexicon.words[id]!) - 1;
  }
  const numberOf = (word: string): number => {
    const known = sealed.lexicon.numberOf(word);
    return known === -1 ? (ofCopy[copy.lexicon.numberOf(word)] ?? -1) : known;
  };
  const traits = new Uint8Array(words.length);
  for (let i = 0; i < words.length; i++) traits[i] = traitsOf(words[i]!);
  const { buffer, byteOffset, length } = sealed.numbers;
  return {
    sealed: new Int32Array(buffer, byteOffset, length),
    copy: taken(ofCopy, copy.numbers),
    words,
    numberOf,
    traits,
  };
}

function traitsOf(word: string): number {
  const kind = isWord(word) ? TRAIT.word : isPunctuation(word) ? TRAIT.punctuation : 0;
  return kind | (hasFolded(word) ? TRAIT.folded : 0);
}

function hasFolded(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code === 0x22 || code === 0x27 || code === 0x2d || code === 0x2014 || code === 0x2026) return true;
  }
  return false;
}

/** The tokens of both texts as integers that are equal where the tokens are but for case. */
export interface Keys {
  readonly sealed: Int32Array;
  readonly copy: Int32Array;
}

/** The keys of numbered tokens. */
export function keysOf(numbers: Numbers): Keys {
  const lower = lowerOf(numbers);
  return { sealed: taken(lower, numbers.sealed), copy: taken(lower, numbers.copy) };
}

const lowers = new WeakMap<Numbers['words'], Int32Array>();

/** For each number, that of its token in lower case; equal numbers are equal tokens but for case. */
export function lowerOf(numbers: Numbers): Int32Array {
  const lower = lowers.get(numbers.words) ?? lowerNumbers(numbers);
  lowers.set(numbers.words, lower);
  return lower;
}

function lowerNumbers({ words, numberOf }: Numbers): Int32Array {
  const lower = new Int32Array(words.length);
  const others = new Lexicon();
  for (let number = 0; number < words.length; number++) {
    const word = words[number]!.toLowerCase();
    const known = word === words[number] ? number : numberOf(word);
    lower[number] = known === -1 ? words.length + others.of(word) : known;
  }
  return lower;
}

function taken(values: Int32Array, indices: ArrayLike<number>): Int32Array {
  const row = new Int32Array(indices.length);
  for (let i = 0; i < row.length; i++) row[i] = values[indices[i]!]!;
  return row;
}
