/**
 * A walk over the elements of an office document: which are open, which are passed over, and what each one means.
 *
 * Meanings are kept in tables, one entry for each element, so that a format is read as a list of small rules. Elements in
 * namespaces outside of the vocabulary are passed over with all they hold: most programs do not show them either. Words in them
 * are told of.
 */
import type { CaveatKind } from '../document.ts';
import type { Attributes, XmlContext, XmlHandlers } from '../xml-events/index.ts';
import type { BlockDraft } from './block-draft.ts';

/** What an element means to the story it stands in. `close` is told of its end even where the rest of it was passed over. */
export interface Meaning<Story> {
  readonly open: (story: Story, attributes: Attributes, context: XmlContext) => void;
  readonly close?: (story: Story) => void;
}

export type Meanings<Story> = ReadonlyMap<string, Meaning<Story>>;

/** An element of a namespace that nobody knows, as caveats call it. */
export const FOREIGN = 'foreign element';

export abstract class Walk<Story> implements XmlHandlers {
  /** Names of the open elements. */
  readonly path: string[] = [];
  readonly #meanings: Meanings<Story>;
  #skip = Number.POSITIVE_INFINITY;
  /** Whether what is passed over stands in a foreign element that has not been told of. */
  #passesForeign = false;

  constructor(meanings: Meanings<Story>) {
    this.#meanings = meanings;
  }

  /** The story the meanings are told to. */
  protected abstract readonly story: Story;

  /** Takes an element that has no meaning of its own. */
  protected abstract openOther(name: string, attributes: Attributes): void;

  /** Tells of an element of a namespace outside of the vocabulary where it may stand for words; returns whether it did. */
  protected abstract tellForeign(): 'told' | 'untold';

  /** Whether the text of an element counts as words. */
  protected abstract holdsWords(name: string): boolean;

  /** Notes something doubtful where the story stands. */
  abstract doubtHere(kind: CaveatKind, detail: string): void;

  /** Takes text that is not passed over. */
  protected abstract say(text: string): void;

  /** The name of the element around the present one. */
  get parent(): string {
    return this.path.at(-2) ?? '';
  }

  open(name: string, attributes: Attributes, context: XmlContext): void {
    this.path.push(name);
    if (this.path.length > this.#skip) return;
    const meaning = this.#meanings.get(name);
    if (meaning !== undefined) meaning.open(this.story, attributes, context);
    else if (name.startsWith('?')) this.#openForeign();
    else this.openOther(name, attributes);
  }

  close(name: string): void {
    const depth = this.path.length;
    this.path.pop();
    if (depth > this.#skip) return;
    if (depth === this.#skip) this.#skip = Number.POSITIVE_INFINITY;
    this.#meanings.get(name)?.close?.(this.story);
  }

  text(text: string): void {
    if (this.path.length < this.#skip) this.say(text);
    else this.passOver(text);
  }

  /** Takes text that is passed over. */
  protected passOver(text: string): void {
    if (!this.#passesForeign || !this.holdsWords(this.path.at(-1)!) || text.trim() === '') return;
    this.#passesForeign = false;
    this.doubtHere('embedded', FOREIGN);
  }

  /** What a foreign element holds is passed over, but some programs show the paragraphs in elements that they do not know. */
  #openForeign(): void {
    const told = this.tellForeign();
    this.skip();
    this.#passesForeign = told === 'untold';
  }

  /** Passes over the rest of the present element. */
  skip(): void {
    this.#passesForeign = false;
    this.#skip = Math.min(this.#skip, this.path.length);
  }

  /** Passes over the rest of the element two steps around the present one, if it is a `name`. */
  skipAround(name: string): void {
    if (this.path.at(-3) === name) this.#skip = Math.min(this.#skip, this.path.length - 2);
  }
}

/** A paragraph while it is open, with those of the boxes anchored in it. */
export interface Nested {
  readonly draft: BlockDraft;
  readonly inner: BlockDraft[];
}

/** Paragraphs inside of paragraphs, as boxes have them; the inner ones are given out after the outer one. */
export class Nesting<Paragraph extends Nested> {
  readonly #open: Paragraph[] = [];
  readonly #sink: (draft: BlockDraft) => void;

  constructor(sink: (draft: BlockDraft) => void) {
    this.#sink = sink;
  }

  /** The innermost open paragraph. */
  get present(): Paragraph | null {
    return this.#open.at(-1) ?? null;
  }

  begin(paragraph: Paragraph): void {
    this.#open.push(paragraph);
  }

  end(): void {
    const paragraph = this.#open.pop();
    if (paragraph === undefined) return;
    const finished = [paragraph.draft, ...paragraph.inner];
    const outer = this.present;
    if (outer === null) finished.forEach(this.#sink);
    else for (const draft of finished) this.#keep(outer, draft);
  }

  /** Words of a box that nobody sees are hidden where the box is anchored. */
  #keep(outer: Paragraph, draft: BlockDraft): void {
    if (draft.seen) {
      outer.inner.push(draft);
      return;
    }
    for (const { text, by } of draft.hidden) outer.draft.hide(text, by);
    for (const { kind, detail } of draft.caveats) outer.draft.doubt(kind, detail);
  }
}
