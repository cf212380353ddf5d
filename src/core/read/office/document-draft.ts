/** A document while it is being read: blocks in the order they are finished, and what points at them. */

import { Refusal } from '../../refusal.ts';
import type { Block, BlockPlace, Caveat, CaveatKind, Document, Format, HiddenText } from '../document.ts';
import { MAX_TEXT_LENGTH } from '../limits.ts';
import { type BlockDraft, type DraftCaveat, placedCaveats } from './block-draft.ts';

export class DocumentDraft {
  readonly #format: Format;
  readonly #blocks: Block[] = [];
  readonly #hidden: HiddenText[] = [];
  readonly #caveats: Caveat[] = [];
  readonly #general = new Set<string>();
  readonly #counts = new Map<string, number>();
  readonly #metadata = new Map<string, string>();
  #waiting: Pick<DraftCaveat, 'kind' | 'detail'>[] = [];
  #length = 0;

  constructor(format: Format) {
    this.#format = format;
  }

  /** Takes a finished block. One without seen words is no block; its hidden words follow the block before. */
  add(draft: BlockDraft): void {
    if (draft.seen) this.#addSeen(draft);
    else this.#addUnseen(draft);
  }

  /** Notes something doubtful between blocks: at the end of the last one, or where the first one will begin. */
  doubtHere(kind: CaveatKind, detail: string): void {
    const block = this.#blocks.length - 1;
    const end = this.#blocks[block]?.text.length;
    if (end === undefined) this.#waiting.push({ kind, detail });
    else this.#caveats.push({ kind, detail, at: { block, start: end, end } });
  }

  /** Whether it has no blocks so far. */
  get isEmpty(): boolean {
    return this.#blocks.length === 0;
  }

  /** Notes something doubtful about the whole document, once. */
  doubt(kind: CaveatKind, detail: string): void {
    const key = `${kind} ${detail}`;
    if (this.#general.has(key)) return;
    this.#general.add(key);
    this.#caveats.push({ kind, detail, at: null });
  }

  /** Keeps what the format declares beside the text. */
  declare(key: string, value: string): void {
    if (value.trim() !== '') this.#metadata.set(key.toLowerCase(), value.trim());
  }

  /** The document as read. */
  build(): Document {
    for (const { kind, detail } of this.#waiting) this.#caveats.push({ kind, detail, at: null });
    return {
      format: this.#format,
      blocks: this.#blocks,
      hidden: this.#hidden,
      caveats: this.#caveats,
      lines: new Uint32Array(0),
      metadata: this.#metadata,
    };
  }

  #addSeen(draft: BlockDraft): void {
    const { kind, container, setOff, part, speaker } = draft.frame;
    const { text, strong, lineStarts } = draft;
    const place = this.#place(part);
    this.#length += text.length;
    if (this.#length > MAX_TEXT_LENGTH) throw new Refusal('too-large', 'the text of the document');
    const index = this.#blocks.length;
    this.#blocks.push({
      kind,
      text,
      origin: null,
      place,
      container,
      selector: '',
      setOff,
      strong,
      lineStarts,
      breaks: [],
      speaker,
    });
    for (const { text: words, by, offset } of draft.hidden) this.#hide({ text: words, by, block: index, offset });
    for (const { kind, detail } of this.#waiting)
      this.#caveats.push({ kind, detail, at: { block: index, start: 0, end: 0 } });
    this.#waiting = [];
    this.#caveats.push(...placedCaveats(draft.caveats, text, index));
  }

  #addUnseen(draft: BlockDraft): void {
    const block = this.#blocks.length - 1;
    for (const { text, by } of draft.hidden) this.#hide({ text, by, block, offset: null });
    for (const { kind, detail } of draft.caveats) this.doubtHere(kind, detail);
  }

  #hide(hidden: Omit<HiddenText, 'source' | 'hint'>): void {
    if (hidden.text.trim() !== '') this.#hidden.push({ ...hidden, source: null, hint: false });
  }

  /** Paragraphs are counted as a person counts them: those with words, from 1, apart in each part of the file. */
  #place(part: string): BlockPlace {
    const paragraph = (this.#counts.get(part) ?? 0) + 1;
    this.#counts.set(part, paragraph);
    return part === '' ? { by: 'paragraph', paragraph } : { by: 'paragraph', paragraph, part };
  }
}
