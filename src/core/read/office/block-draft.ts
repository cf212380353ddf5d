/**
 * One block while it is being read: its seen text, and beside it what is hidden in it and what makes it doubtful.
 *
 * Some things stand on the page as a sign that is not part of the text, such as the little number of a footnote. Leaving them
 * out must not glue their neighbours together (`word¹next` is two words), and keeping them must not glue them to a word
 * (`word1`). So they leave a gap: a space, if nothing else parts the neighbours already. Raised letters are no such sign: the
 * `st` of `1st` belongs to its number.
 */
import type { BlockKind, Caveat, CaveatKind, HiddenBy, Range, SetOff } from '../document.ts';

/** What a block is and where it stands. */
export interface BlockFrame {
  readonly kind: BlockKind;
  readonly container: string;
  readonly setOff: SetOff | null;
  /** The part of the file whose paragraphs are counted, `''` for the body. */
  readonly part: string;
  readonly speaker: string | null;
}

/** How seen words are set. */
export type Weight = 'plain' | 'strong';

/** A caveat on a range of the block's text. */
export interface DraftCaveat {
  readonly kind: CaveatKind;
  readonly detail: string;
  readonly start: number;
  readonly end: number;
  /** Whether it matters only with words of the block on both sides. */
  readonly inside: boolean;
}

/** Words hidden at an offset of the block's text. */
export interface DraftHidden {
  readonly by: HiddenBy;
  readonly offset: number;
  readonly text: string;
}

const SPACE = /\s/u;
const LETTER = /\p{L}/u;

export class BlockDraft {
  frame: BlockFrame;
  readonly strong: Range[] = [];
  readonly lineStarts: number[] = [];
  readonly hidden: DraftHidden[] = [];
  readonly caveats: DraftCaveat[] = [];
  readonly #pieces: string[] = [];
  #length = 0;
  #last = '';
  #raised = '';
  #raisedWeight: Weight = 'plain';
  #gap = false;
  #seen = false;

  constructor(frame: BlockFrame) {
    this.frame = frame;
  }

  /** Length of the text so far. Raised words are placed first, because what follows refers to their end. */
  get length(): number {
    this.#lower();
    return this.#length;
  }

  /** Whether there is anything but white space. */
  get seen(): boolean {
    return this.#seen || this.#raised.trim() !== '';
  }

  /** The seen text. */
  get text(): string {
    this.#lower();
    return this.#pieces.join('');
  }

  /** Appends seen words. */
  say(text: string, weight: Weight): void {
    this.#lower();
    this.#append(text, weight);
  }

  /** Appends superscript words: letters join the word before, digits and signs stand apart. */
  raise(text: string, weight: Weight): void {
    this.#raised += text;
    this.#raisedWeight = weight;
  }

  /** Something that is not text stands here. */
  part(): void {
    this.#lower();
    this.#gap = true;
  }

  /** A line ends inside the block. */
  breakLine(): void {
    this.say('\n', 'plain');
    this.lineStarts.push(this.#length);
  }

  /** Notes words that are in the file and not seen. */
  hide(text: string, by: HiddenBy): void {
    this.#lower();
    const last = this.hidden.at(-1);
    if (last?.by === by && last.offset === this.#length) {
      this.hidden[this.hidden.length - 1] = { ...last, text: last.text + text };
    } else this.hidden.push({ by, offset: this.#length, text });
  }

  /** The same block when none of it is seen: all its words are hidden ones. */
  withheld(by: HiddenBy): BlockDraft {
    const draft = new BlockDraft(this.frame);
    draft.hide(this.text, by);
    for (const hidden of this.hidden) draft.hide(hidden.text, hidden.by);
    return draft;
  }

  /** Notes something doubtful, from offset `start` to here; the same thing at the same place is noted once. */
  doubt(kind: CaveatKind, detail: string, start: number = this.length): void {
    const end = this.length;
    const last = this.caveats.at(-1);
    if (last?.kind === kind && last.detail === detail && last.start === start && last.end === end) return;
    this.caveats.push({ kind, detail, start, end, inside: false });
  }

  /** Notes something doubtful here that matters only if words of the block follow and stand before it. */
  doubtInside(kind: CaveatKind, detail: string): void {
    const at = this.length;
    if (this.seen) this.caveats.push({ kind, detail, start: at, end: at, inside: true });
  }

  #append(text: string, weight: Weight): void {
    if (text === '') return;
    if (this.#gap && this.#last !== '' && !SPACE.test(this.#last) && !SPACE.test(text.charAt(0))) this.#push(' ');
    this.#gap = false;
    const start = this.#length;
    this.#push(text);
    if (!this.#seen && text.trim() !== '') this.#seen = true;
    if (weight === 'strong') this.#embolden(start);
  }

  #push(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
    this.#last = text.slice(-1);
  }

  #embolden(start: number): void {
    const last = this.strong.at(-1);
    if (last?.end === start) this.strong[this.strong.length - 1] = { start: last.start, end: this.#length };
    else this.strong.push({ start, end: this.#length });
  }

  #lower(): void {
    if (this.#raised === '') return;
    const text = this.#raised;
    this.#raised = '';
    const joins = LETTER.test(text);
    if (!joins) this.#gap = true;
    this.#append(text, this.#raisedWeight);
    if (!joins) this.#gap = true;
  }
}

/** The caveats of a draft with this text as caveats of block `block`. */
export function placedCaveats(caveats: readonly DraftCaveat[], text: string, block: number): Caveat[] {
  const last = text.trimEnd().length;
  return caveats
    .filter(({ inside, end }) => !inside || end < last)
    .map(({ kind, detail, start, end }) => ({ kind, detail, at: { block, start, end } }));
}
