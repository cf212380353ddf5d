/**
 * Builds the text of a block and its origin together, so that no reader has to keep the two in step by hand.
 *
 * A reader appends the stretches it copies, each with its offset in the source; stretches that continue one another become
 * one segment. Something that stands for other source text (an entity, an escape) is appended with the offset of what it
 * stands for.
 */
import type { Origin } from './document.ts';

export class SeenText {
  #pieces: string[] = [];
  #length = 0;
  #text: number[] = [];
  #source: number[] = [];
  #expected = -1;

  /** Length of the text so far, in UTF-16 code units. */
  get length(): number {
    return this.#length;
  }

  /** Appends `text`, which stands at `source`; `width` is how much of the source it takes up, its own length unless told. */
  append(text: string, source: number, width: number = text.length): void {
    if (text === '') return;
    if (source !== this.#expected) {
      this.#text.push(this.#length);
      this.#source.push(source);
    }
    this.#pieces.push(text);
    this.#length += text.length;
    this.#expected = width === text.length ? source + width : -1;
  }

  /** The text, and where it comes from. */
  build(): { readonly text: string; readonly origin: Origin } {
    const text = this.#pieces.join('');
    return { text, origin: { text: new Uint32Array(this.#text), source: new Uint32Array(this.#source) } };
  }
}
