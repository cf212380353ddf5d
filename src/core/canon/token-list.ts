/** Collects tokens in arrays that grow as needed: a block may have one token or millions. */

/** Code units a token takes on average, with its space; only a guess to begin with. */
const UNITS_PER_TOKEN = 5;

export class TokenList {
  readonly #text: string[] = [];
  #start: Uint32Array;
  #end: Uint32Array;

  /** `length` is that of the text the tokens are taken from, in UTF-16 code units. */
  constructor(length: number) {
    const guess = Math.ceil(length / UNITS_PER_TOKEN) + 4;
    this.#start = new Uint32Array(guess);
    this.#end = new Uint32Array(guess);
  }

  /** Appends a token and gives back `end`, where reading goes on. */
  push(text: string, start: number, end: number): number {
    const index = this.#text.length;
    if (index === this.#start.length) {
      this.#start = doubled(this.#start);
      this.#end = doubled(this.#end);
    }
    this.#text.push(text);
    this.#start[index] = start;
    this.#end[index] = end;
    return end;
  }

  build(): { readonly text: readonly string[]; readonly start: Uint32Array; readonly end: Uint32Array } {
    const count = this.#text.length;
    return { text: this.#text, start: this.#start.slice(0, count), end: this.#end.slice(0, count) };
  }
}

function doubled(values: Uint32Array): Uint32Array {
  const larger = new Uint32Array(values.length * 2);
  larger.set(values);
  return larger;
}
