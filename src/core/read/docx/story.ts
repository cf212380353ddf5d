/**
 * Walks the XML of one story (the body, the notes, a header) and keeps track of where it stands.
 *
 * What an element means is told by the tables in the modules beside this one; a story only knows which elements are open, what
 * is passed over, and which paragraph, run and box the words belong to. Text boxes stand inside of paragraphs, so paragraphs
 * nest; the inner ones are given out after the outer one.
 */
import type { CaveatKind, SetOff } from '../document.ts';
import { BlockDraft } from '../office/block-draft.ts';
import type { Colour } from '../office/unseen.ts';
import type { Attributes, XmlContext } from '../xml-events/index.ts';
import type { Book } from './book.ts';
import { Fields } from './fields.ts';
import type { RunLook } from './run-look.ts';
import type { RunProperties } from './run-properties.ts';
import { applyRunProperty } from './run-properties.ts';
import type { ParagraphProperties } from './styles.ts';

/** What the blocks of a story have in common. */
export interface StoryFrame {
  readonly container: string;
  readonly part: string;
  readonly setOff: SetOff | null;
  readonly kind: 'note' | 'running' | null;
}

/** A paragraph while it is open. */
export interface OpenParagraph {
  readonly draft: BlockDraft;
  readonly properties: ParagraphProperties;
  readonly frame: StoryFrame;
  /** Paragraphs of boxes anchored in this one. */
  readonly inner: BlockDraft[];
}

/** A run while it is open; its look is worked out when the first words come. */
export interface OpenRun {
  readonly properties: RunProperties;
  look: RunLook | null;
}

/** What an element means to the story it stands in. */
export interface Meaning {
  readonly open?: (story: Story, attributes: Attributes, context: XmlContext) => void;
  readonly close?: (story: Story) => void;
}

export type Meanings = ReadonlyMap<string, Meaning>;

export class Story {
  readonly book: Book;
  readonly #meanings: Meanings;
  readonly #say: (story: Story, text: string) => void;
  readonly #sink: (draft: BlockDraft) => void;
  /** Names of the open elements. */
  readonly path: string[] = [];
  readonly paragraphs: OpenParagraph[] = [];
  frame: StoryFrame;
  run: OpenRun | null = null;
  ground: Colour;
  fields = new Fields();
  /** What enclosing elements set and their ends restore, the innermost last. */
  readonly saved: Saved[] = [];
  /** Alternatives (`mc:AlternateContent`) open, and whether one of each was taken. */
  readonly alternatives: { taken: boolean }[] = [];
  /** Content controls open. */
  readonly controls: { bound: boolean; start: number }[] = [];
  /** Content controls around whole paragraphs whose words come from elsewhere. */
  boundBlocks = 0;
  /** Drawings open, and whether they are hidden. */
  readonly drawings: boolean[] = [];
  #skip = Number.POSITIVE_INFINITY;

  constructor(book: Book, frame: StoryFrame, how: StoryWays) {
    this.book = book;
    this.frame = frame;
    this.ground = book.page;
    this.#meanings = how.meanings;
    this.#say = how.say;
    this.#sink = how.sink;
  }

  /** The innermost open paragraph. */
  get paragraph(): OpenParagraph | null {
    return this.paragraphs.at(-1) ?? null;
  }

  get draft(): BlockDraft | null {
    return this.paragraph?.draft ?? null;
  }

  /** The name of the element around the present one. */
  get parent(): string {
    return this.path.at(-2) ?? '';
  }

  open(name: string, attributes: Attributes, context: XmlContext): void {
    const parent = this.path.at(-1) ?? '';
    this.path.push(name);
    if (this.path.length > this.#skip) return;
    const meaning = this.#meanings.get(name);
    if (meaning?.open !== undefined) meaning.open(this, attributes, context);
    else if (name.startsWith('?')) this.skip();
    else if (this.run !== null && this.run.look === null) {
      applyRunProperty(this.run.properties, name, parent, attributes, this.book.theme);
    }
  }

  close(name: string): void {
    const depth = this.path.length;
    this.path.pop();
    if (depth > this.#skip) return;
    if (depth === this.#skip) this.#skip = Number.POSITIVE_INFINITY;
    this.#meanings.get(name)?.close?.(this);
  }

  text(text: string): void {
    if (this.path.length < this.#skip) this.#say(this, text);
  }

  /** Passes over the rest of the present element; its meaning is still told of its end. */
  skip(): void {
    this.#skip = Math.min(this.#skip, this.path.length);
  }

  /** Passes over the rest of the nearest open element `name`. */
  skipRestOf(name: string): void {
    const at = this.path.lastIndexOf(name);
    if (at !== -1) this.#skip = Math.min(this.#skip, at + 1);
  }

  /** Notes something doubtful where the story stands. */
  doubtHere(kind: CaveatKind, detail: string): void {
    if (this.draft !== null) this.draft.doubt(kind, detail);
    else this.book.draft.doubtHere(kind, detail);
  }

  beginParagraph(): void {
    const { container, setOff, part, kind } = this.frame;
    const draft = new BlockDraft({ kind: kind ?? 'paragraph', container, setOff, part, speaker: null });
    this.paragraphs.push({ draft, properties: {}, frame: this.frame, inner: [] });
    this.run = null;
  }

  endParagraph(): OpenParagraph | null {
    const paragraph = this.paragraphs.pop() ?? null;
    if (paragraph === null) return null;
    const outer = this.paragraph;
    const finished = [paragraph.draft, ...paragraph.inner];
    if (outer !== null) outer.inner.push(...finished);
    else finished.forEach(this.#sink);
    return paragraph;
  }

  /** Enters a box: what follows stands in `container` until `leave`. */
  enter(container: string): void {
    const { frame, ground, run, fields } = this;
    this.saved.push({ frame, ground, run, fields });
    this.frame = { ...frame, container };
  }

  leave(): void {
    const saved = this.saved.pop();
    if (saved === undefined) return;
    this.frame = saved.frame;
    this.ground = saved.ground;
    this.run = saved.run;
    this.fields = saved.fields;
  }
}

interface Saved {
  readonly frame: StoryFrame;
  readonly ground: Colour;
  readonly run: OpenRun | null;
  readonly fields: Fields;
}

/** What a story does with elements, words and finished paragraphs. */
export interface StoryWays {
  readonly meanings: Meanings;
  readonly say: (story: Story, text: string) => void;
  readonly sink: (draft: BlockDraft) => void;
}
