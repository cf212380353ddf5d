/** Chapters, each read as a document of its own, put together as one. */

import { Refusal } from '../../refusal.ts';
import type { Block, Caveat, Document, HiddenText, SetOff } from '../document.ts';
import { MAX_TEXT_LENGTH } from '../limits.ts';

/** A chapter that was read. */
export interface Chapter {
  readonly document: Document;
  /** The file's name without its folders. */
  readonly part: string;
  /** What sets all of it apart, if anything. */
  readonly setOff: SetOff | null;
}

export class Joining {
  readonly #blocks: Block[] = [];
  readonly #hidden: HiddenText[] = [];
  readonly #caveats: Caveat[] = [];
  readonly #general = new Set<string>();
  #length = 0;

  /** Appends a chapter. Its places become paragraphs, because nobody sees the lines of a file in an archive. */
  add({ document, part, setOff }: Chapter): void {
    const first = this.#blocks.length;
    document.blocks.forEach((block, i) => {
      this.#length += block.text.length;
      const place = { by: 'paragraph', paragraph: i + 1, part } as const;
      this.#blocks.push({ ...block, origin: null, place, setOff: block.setOff ?? setOff });
    });
    if (this.#length > MAX_TEXT_LENGTH) throw new Refusal('too-large', 'the text of the book');
    for (const hidden of document.hidden) {
      this.#hidden.push({ ...hidden, block: hidden.block + first, source: null });
    }
    for (const { kind, detail, at } of document.caveats) {
      if (at === null) this.doubt(kind, detail);
      else this.#caveats.push({ kind, detail, at: { ...at, block: at.block + first } });
    }
  }

  /** Notes something doubtful about the whole book, once. */
  doubt(kind: Caveat['kind'], detail: string): void {
    const key = `${kind} ${detail}`;
    if (this.#general.has(key)) return;
    this.#general.add(key);
    this.#caveats.push({ kind, detail, at: null });
  }

  build(metadata: ReadonlyMap<string, string>): Document {
    return {
      format: 'epub',
      blocks: this.#blocks,
      hidden: this.#hidden,
      caveats: this.#caveats,
      lines: new Uint32Array(0),
      metadata,
    };
  }
}
