/**
 * The tokens that were found in a text, as spans in buffers that all texts share.
 *
 * A block may have one token or millions, and a text has thousands of blocks; giving each block buffers of its own took a
 * third of the time. Tokenising never waits, so no two texts are ever scanned at once.
 */
import { mapBack, type OffsetMap } from './offset-map.ts';
import type { Prepared } from './prepare.ts';

/** What becomes of a span: a word or sign as it stands, one with joiners to fold, or one of the folded signs. */
export const FORM = {
  word: 0,
  foldedWord: 1,
  quote: 2,
  apostrophe: 3,
  hyphen: 4,
  dash: 5,
  ellipsis: 6,
} as const;

export type Form = (typeof FORM)[keyof typeof FORM];

/** Tokens that fit before the buffers grow. */
const FIRST_CAPACITY = 4_096;
/** Buffers that one enormous block has made larger than this are let go again. */
const KEPT_CAPACITY = 1 << 16;

/** Spans of one text. */
export class Spans {
  /** The prepared text, and its code units with the joiners of words folded. */
  text = '';
  units: Uint16Array = new Uint16Array(0);
  count = 0;
  /** Half-open, in code units of the prepared text, until `toGiven` was called. */
  start = new Uint32Array(FIRST_CAPACITY);
  end = new Uint32Array(FIRST_CAPACITY);
  /** What becomes of each (`FORM`). */
  form = new Uint8Array(FIRST_CAPACITY);
  #maps: readonly OffsetMap[] = [];

  /** Forgets what was there. */
  begin({ text, units, maps }: Prepared): void {
    if (this.start.length > KEPT_CAPACITY) this.#resize(FIRST_CAPACITY);
    this.text = text;
    this.units = units;
    this.#maps = maps;
    this.count = 0;
  }

  /** Appends a span and gives back `end`, where reading goes on. */
  push(form: Form, start: number, end: number): number {
    const index = this.count++;
    if (index === this.start.length) this.#resize(index * 2);
    this.start[index] = start;
    this.end[index] = end;
    this.form[index] = form;
    return end;
  }

  /** Turns the spans into those of the text that was given. */
  toGiven(): void {
    for (const map of this.#maps) mapBack(map, this.start.subarray(0, this.count), this.end.subarray(0, this.count));
  }

  /** Keeps what fits. */
  #resize(capacity: number): void {
    const { start, end, form } = this;
    this.start = new Uint32Array(capacity);
    this.end = new Uint32Array(capacity);
    this.form = new Uint8Array(capacity);
    this.start.set(start.subarray(0, capacity));
    this.end.set(end.subarray(0, capacity));
    this.form.set(form.subarray(0, capacity));
  }
}

/** The one that every text is scanned into. */
export const spans: Spans = new Spans();
