/**
 * Numbers the words of a text, straight from their code units.
 *
 * A text of a million words has some thirty thousand different ones. Everything that compares words compares numbers, and a
 * string is made once for each different word. It is an open-addressing table with the letters of all words in one row, so
 * that looking a word up touches no object.
 */

const FIRST_WORDS = 1 << 10;
const FIRST_LETTERS = 1 << 13;
/** Another one in every process, so that nobody can write a text whose words all collide. The numbers do not depend on it. */
const MULTIPLIER = Math.floor(Math.random() * 0x80000000) * 2 + 1;
/** Before the letters of a word stand its number, in two halves, and its length, in two halves. */
const HEAD = 4;

export class Lexicon {
  /** The words, by their numbers. */
  readonly words: string[] = [];
  /** In each slot where a word's record begins, and its hash behind it; a free slot has -1. */
  #slots = new Int32Array(2 * FIRST_WORDS).fill(-1);
  /** The records of all words, with their letters: what a look-up compares lies in one place. */
  #records = new Uint16Array(FIRST_LETTERS);
  #hashes = new Int32Array(FIRST_WORDS);
  /** Where the record of each word begins, and where the next word's will. */
  #begins = new Int32Array(FIRST_WORDS + 1);

  /** The number of the word in `units` from `start` to `end`, or -1. */
  find(units: Uint16Array, start: number, end: number): number {
    return this.#find(hashOf(units, start, end), units, start, end);
  }

  /** Gives `word`, which is not there yet and stands in `units` from `start` to `end`, the next number. */
  add(word: string, units: Uint16Array, start: number, end: number): number {
    const id = this.words.length;
    if (2 * id >= this.#hashes.length) this.#growSlots();
    const from = this.#begins[id]!;
    const to = from + HEAD + end - start;
    if (to > this.#records.length) this.#growRecords(to);
    writeRecord(this.#records, from, id, units, start, end);
    this.#begins[id + 1] = to;
    this.#hashes[id] = hashOf(units, start, end);
    this.#take(id);
    this.words.push(word);
    return id;
  }

  /** The number of `word`, which gets the next one if it is not there yet. */
  of(word: string): number {
    const units = unitsOf(word);
    const known = this.find(units, 0, word.length);
    return known === -1 ? this.add(word, units, 0, word.length) : known;
  }

  /** The number of `word`, or -1. */
  numberOf(word: string): number {
    return this.find(unitsOf(word), 0, word.length);
  }

  /** For each word here, its number in `other`, or -1. */
  numbersIn(other: Lexicon): Int32Array {
    const [records, begins] = [this.#records, this.#begins];
    const numbers = new Int32Array(this.words.length);
    for (let id = 0; id < numbers.length; id++)
      numbers[id] = other.#find(this.#hashes[id]!, records, begins[id]! + HEAD, begins[id + 1]!);
    return numbers;
  }

  #find(hash: number, units: Uint16Array, start: number, end: number): number {
    const [slots, records] = [this.#slots, this.#records];
    const mask = slots.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const record = slots[slot]!;
      if (record === -1) return -1;
      if (slots[slot + 1] === hash && isRecordOf(records, record, units, start, end))
        return records[record]! + (records[record + 1]! << 16);
    }
  }

  /** Puts a word into the first free slot for its hash. */
  #take(id: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const hash = this.#hashes[id]!;
    let slot = (hash << 1) & mask;
    while (slots[slot] !== -1) slot = (slot + 2) & mask;
    slots[slot] = this.#begins[id]!;
    slots[slot + 1] = hash;
  }

  #growSlots(): void {
    const [hashes, begins] = [this.#hashes, this.#begins];
    const capacity = 4 * hashes.length;
    this.#slots = new Int32Array(2 * capacity).fill(-1);
    this.#hashes = new Int32Array(capacity);
    this.#begins = new Int32Array(capacity + 1);
    this.#hashes.set(hashes);
    this.#begins.set(begins);
    for (let id = 0; id < this.words.length; id++) this.#take(id);
  }

  #growRecords(least: number): void {
    const records = this.#records;
    this.#records = new Uint16Array(Math.max(least, 2 * records.length));
    this.#records.set(records);
  }
}

function writeRecord(
  records: Uint16Array,
  at: number,
  id: number,
  units: Uint16Array,
  start: number,
  end: number,
): void {
  records[at] = id & 0xffff;
  records[at + 1] = id >>> 16;
  records[at + 2] = (end - start) & 0xffff;
  records[at + 3] = (end - start) >>> 16;
  for (let i = start; i < end; i++) records[at + HEAD + i - start] = units[i]!;
}

function isRecordOf(records: Uint16Array, record: number, units: Uint16Array, start: number, end: number): boolean {
  if (records[record + 2]! + (records[record + 3]! << 16) !== end - start) return false;
  const shift = record + HEAD - start;
  for (let i = start; i < end; i++) if (records[i + shift] !== units[i]) return false;
  return true;
}

/** Tokens given as texts, numbered. */
export function numbered(tokens: readonly string[]): { readonly lexicon: Lexicon; readonly numbers: Uint32Array } {
  const lexicon = new Lexicon();
  const numbers = new Uint32Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) numbers[i] = lexicon.of(tokens[i]!);
  return { lexicon, numbers };
}

let scratch = new Uint16Array(64);

/** The code units of a word, in a buffer that all words share. */
function unitsOf(word: string): Uint16Array {
  if (word.length > scratch.length) scratch = new Uint16Array(word.length);
  for (let i = 0; i < word.length; i++) scratch[i] = word.charCodeAt(i);
  return scratch;
}

function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ units[at]!, MULTIPLIER);
  return hash ^ (hash >>> 15);
}
