/** Turns the tokens of two witnesses into integers, so that everything behind it compares numbers. */

/** Tokens as integers. Equal numbers in `exact` are equal tokens; equal numbers in `key` are equal but for case. */
export interface Keys {
  readonly exact: Int32Array;
  readonly key: Int32Array;
}

/** Numbers the tokens of both witnesses in one space, from 0. */
export function internTokens(sealed: readonly string[], copy: readonly string[]): { sealed: Keys; copy: Keys } {
  const exactNumbers = new Numbering();
  const keyNumbers = new Numbering();
  const keyOf: number[] = [];
  const intern = (tokens: readonly string[]): Keys => {
    const exact = new Int32Array(tokens.length);
    const key = new Int32Array(tokens.length);
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      const id = exactNumbers.of(token);
      if (id === keyOf.length) keyOf.push(keyNumbers.of(token.toLowerCase()));
      exact[i] = id;
      key[i] = keyOf[id]!;
    }
    return { exact, key };
  };
  return { sealed: intern(sealed), copy: intern(copy) };
}

const FIRST_SLOTS = 1 << 10;
/** Another one in every process, so that nobody can write a text whose words all collide. The numbers do not depend on it. */
const MULTIPLIER = Math.floor(Math.random() * 0x80000000) * 2 + 1;

/**
 * Numbers strings in the order they are met. An open-addressing table with hashes of its own: with a hundred thousand words
 * that are mostly the same strings again it takes a third of the time of a `Map`.
 */
class Numbering {
  #slots = new Int32Array(FIRST_SLOTS).fill(-1);
  readonly #words: string[] = [];
  readonly #hashes: number[] = [];

  of(word: string): number {
    const hash = hashOf(word);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let id = this.#slots[slot]!; id !== -1; id = this.#slots[slot]!) {
      if (this.#hashes[id] === hash && this.#words[id] === word) return id;
      slot = (slot + 1) & mask;
    }
    const id = this.#words.length;
    this.#slots[slot] = id;
    this.#words.push(word);
    this.#hashes.push(hash);
    if (id * 2 > mask) this.#grow();
    return id;
  }

  #grow(): void {
    const mask = this.#slots.length * 4 - 1;
    this.#slots = new Int32Array(mask + 1).fill(-1);
    for (const [id, hash] of this.#hashes.entries()) {
      let slot = hash & mask;
      while (this.#slots[slot] !== -1) slot = (slot + 1) & mask;
      this.#slots[slot] = id;
    }
  }
}

/** The engine's own hash is seeded anew in each process and cannot be asked for. */
function hashOf(word: string): number {
  let hash = word.length;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), MULTIPLIER);
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}
