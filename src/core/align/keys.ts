/**
 * Numbers the tokens of two witnesses in one space, so that everything behind it compares numbers.
 *
 * Each witness has numbered its own words; only these are looked up in one another, and the tokens follow.
 */
import { Lexicon } from '../canon/lexicon.ts';

/** Tokens as integers. Equal numbers in `exact` are equal tokens; equal numbers in `key` are equal but for case. */
export interface Keys {
  readonly exact: Int32Array;
  readonly key: Int32Array;
}

/** A row of tokens by the numbers of their lexicon. */
export interface Numbered {
  readonly lexicon: Lexicon;
  readonly numbers: Uint32Array;
}

/** Both rows in one numbering, which begins with that of the sealed lexicon. */
export function numberTogether(sealed: Numbered, copy: Numbered): { readonly sealed: Keys; readonly copy: Keys } {
  const own = sealed.lexicon.words;
  const ofCopy = copy.lexicon.numbersIn(sealed.lexicon);
  const words = own.slice();
  for (let id = 0; id < ofCopy.length; id++) {
    if (ofCopy[id] === -1) ofCopy[id] = words.push(copy.lexicon.words[id]!) - 1;
  }
  const lower = lowerNumbers(words, (word) => {
    const number = sealed.lexicon.numberOf(word);
    if (number !== -1) return number;
    const inCopy = copy.lexicon.numberOf(word);
    return inCopy === -1 ? -1 : ofCopy[inCopy]!;
  });
  const exactOfCopy = taken(ofCopy, copy.numbers);
  return {
    sealed: { exact: Int32Array.from(sealed.numbers), key: taken(lower, sealed.numbers) },
    copy: { exact: exactOfCopy, key: taken(lower, exactOfCopy) },
  };
}

/** For each word, the number of its lower case: that of the word it is, or one behind all of them. */
function lowerNumbers(words: readonly string[], numberOf: (word: string) => number): Int32Array {
  const others = new Lexicon();
  return Int32Array.from(words, (word, number) => {
    const lower = word.toLowerCase();
    if (lower === word) return number;
    const known = numberOf(lower);
    return known === -1 ? words.length + others.of(lower) : known;
  });
}

function taken(values: Int32Array, indices: ArrayLike<number>): Int32Array {
  const row = new Int32Array(indices.length);
  for (let i = 0; i < row.length; i++) row[i] = values[indices[i]!]!;
  return row;
}
