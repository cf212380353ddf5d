/** The tokens of several blocks in a row, as numbers of a lexicon. */
import { Lexicon } from './lexicon.ts';
import { scan } from './scan.ts';
import { FIXED_TEXTS, newTextOfSpan } from './span-text.ts';
import type { Spans } from './spans.ts';

/** Tokens in a row. Equal numbers are equal tokens. */
export interface Row {
  /** The tokens that occur. */
  readonly lexicon: Lexicon;
  /** For each token, the number of its text. */
  readonly numbers: Uint32Array;
  /** For each token, its half-open span in its block's text (UTF-16 code units). */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

/** A token takes this many code units at the least in most texts; the row grows where it is less. */
const UNITS_OF_TOKEN = 4;
/** Tokens below which a row is cut to its size. */
const FITTED_BELOW = 1 << 16;

/** Collects the tokens of a text's blocks. */
export class TokenRow {
  readonly #lexicon = new Lexicon();
  #count = 0;
  #numbers: Uint32Array;
  #start: Uint32Array;
  #end: Uint32Array;

  /** `length` is how long the blocks are together, in code units. */
  constructor(length: number) {
    const capacity = Math.ceil(length / UNITS_OF_TOKEN) + 16;
    this.#numbers = new Uint32Array(capacity);
    this.#start = new Uint32Array(capacity);
    this.#end = new Uint32Array(capacity);
  }

  /** Appends the tokens of one block and gives how many there are now. */
  append(block: string): number {
    const spans = scan(block);
    const first = this.#count;
    if (first + spans.count > this.#numbers.length) this.#grow(first + spans.count);
    for (let i = 0; i < spans.count; i++) this.#numbers[first + i] = this.#numberOf(spans, i);
    spans.toGiven();
    this.#start.set(spans.start.subarray(0, spans.count), first);
    this.#end.set(spans.end.subarray(0, spans.count), first);
    this.#count += spans.count;
    return this.#count;
  }

  build(): Row {
    return {
      lexicon: this.#lexicon,
      numbers: this.#fitted(this.#numbers),
      start: this.#fitted(this.#start),
      end: this.#fitted(this.#end),
    };
  }

  /** Memory that was never written to is not taken by large arrays, so only small ones are worth copying. */
  #fitted(row: Uint32Array): Uint32Array {
    return this.#count < FITTED_BELOW ? row.slice(0, this.#count) : row.subarray(0, this.#count);
  }

  #numberOf(spans: Spans, index: number): number {
    const form = spans.form[index]!;
    const fixed = FIXED_TEXTS[form];
    if (fixed !== undefined) return this.#lexicon.of(fixed);
    const [start, end] = [spans.start[index]!, spans.end[index]!];
    const known = this.#lexicon.find(spans.units, start, end);
    return known === -1 ? this.#lexicon.add(newTextOfSpan(spans, index), spans.units, start, end) : known;
  }

  #grow(least: number): void {
    const capacity = Math.max(least, 2 * this.#numbers.length);
    this.#numbers = grown(this.#numbers, capacity);
    this.#start = grown(this.#start, capacity);
    this.#end = grown(this.#end, capacity);
  }
}

function grown(row: Uint32Array, capacity: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(capacity);
  larger.set(row);
  return larger;
}
