/** Documents put together as one: a book's chapters, or a transcript that is spread over several pages. */
import { Refusal } from '../refusal.ts';
import type { Block, Caveat, Document, Format, HiddenText, SetOff } from './document.ts';
import { MAX_TEXT_LENGTH } from './limits.ts';

/** A part that was read. */
export interface Part {
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

  /** Appends a part. Its places become paragraphs of it: lines would be those of one file among several. */
  add({ document, part, setOff }: Part): void {
    const first = this.#blocks.length;
    document.blocks.forEach((block, i) => {
      this.#length += block.text.length;
      const place = { by: 'paragraph', paragraph: i + 1, part } as const;
      this.#blocks.push({ ...block, origin: null, place, setOff: block.setOff ?? setOff });
    });
    if (this.#length > MAX_TEXT_LENGTH) throw new Refusal('too-large', 'the text of all parts');
    for (const hidden of document.hidden) {
      this.#hidden.push({ ...hidden, block: hidden.block + first, source: null });
    }
    for (const { kind, detail, at } of document.caveats) {
      if (at === null) this.doubt(kind, detail);
      else this.#caveats.push({ kind, detail, at: { ...at, block: at.block + first } });
    }
  }

  /** Notes something doubtful about the whole, once. */
  doubt(kind: Caveat['kind'], detail: string): void {
    const key = `${kind} ${detail}`;
    if (this.#general.has(key)) return;
    this.#general.add(key);
    this.#caveats.push({ kind, detail, at: null });
  }

  build(format: Format, metadata: ReadonlyMap<string, string>): Document {
    return {
      format,
      blocks: this.#blocks,
      hidden: this.#hidden,
      caveats: this.#caveats,
      lines: new Uint32Array(0),
      metadata,
    };
  }
}

/** Several pages, in the order given, as one document of the first one's format. `pages` has at least one. */
export function joinPages(pages: readonly { readonly document: Document; readonly name: string }[]): Document {
  const joining = new Joining();
  for (const { document, name } of pages) joining.add({ document, part: name, setOff: null });
  return joining.build(pages[0]!.document.format, new Map());
}
