/**
 * Walks the XML of one story (the body, the notes, a header) and keeps track of where it stands.
 *
 * What an element means is told by the tables in the modules beside this one; a story only knows which elements are open, what
 * is passed over, and which paragraph, run and box the words belong to. Text boxes stand inside of paragraphs, so paragraphs
 * nest; the inner ones are given out after the outer one.
 */
import type { CaveatKind, HiddenBy, SetOff } from '../document.ts';
import { BlockDraft } from '../office/block-draft.ts';
import type { Colour } from '../office/unseen.ts';
import { FOREIGN, type Meaning, type Meanings, type Nested, Nesting, Walk } from '../office/walk.ts';
import type { Attributes } from '../xml-events/index.ts';
import type { Alternatives } from './alternatives.ts';
import type { Book } from './book.ts';
import type { Drawing } from './drawings.ts';
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
export interface OpenParagraph extends Nested {
  readonly properties: ParagraphProperties;
  readonly frame: StoryFrame;
}

/** A run while it is open; its look is worked out when the first words come. */
export interface OpenRun {
  readonly properties: RunProperties;
  look: RunLook | null;
}

/** Elements right inside of which there is text. */
const TEXT_HOLDERS = new Set(['w:p', 'w:r', 'w:hyperlink', 'w:ins', 'w:sdtContent']);

export type StoryMeaning = Meaning<Story>;

export class Story extends Walk<Story> {
  readonly book: Book;
  readonly #say: StoryWays['say'];
  readonly #paragraphs: Nesting<OpenParagraph>;
  frame: StoryFrame;
  run: OpenRun | null = null;
  ground: Colour;
  /** What hides everything in the present box. */
  concealed: HiddenBy | null = null;
  fields = new Fields();
  /** What enclosing elements set and their ends restore, the innermost last. */
  readonly saved: Saved[] = [];
  /** Alternatives (`mc:AlternateContent`) open. */
  readonly alternatives: Alternatives[] = [];
  /** Content controls open. */
  readonly controls: Control[] = [];
  /** Content controls around whole paragraphs whose words come from elsewhere. */
  boundBlocks = 0;
  /** Drawings open. */
  readonly drawings: Drawing[] = [];

  constructor(book: Book, frame: StoryFrame, ways: StoryWays) {
    super(ways.meanings);
    this.book = book;
    this.frame = frame;
    this.ground = book.page;
    this.#say = ways.say;
    this.#paragraphs = new Nesting(ways.sink);
  }

  protected get story(): Story {
    return this;
  }

  /** The innermost open paragraph. */
  get paragraph(): OpenParagraph | null {
    return this.#paragraphs.present;
  }

  get draft(): BlockDraft | null {
    return this.paragraph?.draft ?? null;
  }

  /** Takes formatting of the open run, which is worked out when its first words come. */
  openOther(name: string, attributes: Attributes): void {
    if (this.run === null || this.run.look !== null) return;
    applyRunProperty(this.run.properties, name, this.path, attributes, this.book.theme);
  }

  /** A program that knows the element may show words in it. */
  protected tellForeign(): 'told' | 'untold' {
    if (this.draft === null || !TEXT_HOLDERS.has(this.parent)) return 'untold';
    this.draft.doubt('embedded', FOREIGN);
    return 'told';
  }

  protected holdsWords(name: string): boolean {
    return name === 'w:t';
  }

  protected say(text: string): void {
    this.#compare(text);
    this.#say(this, text);
  }

  protected override passOver(text: string): void {
    this.#compare(text);
    super.passOver(text);
  }

  #compare(text: string): void {
    if (this.alternatives.length === 0 || this.path.at(-1) !== 'w:t') return;
    for (const alternatives of this.alternatives) alternatives.say(text);
  }

  /** Notes something doubtful where the story stands. */
  doubtHere(kind: CaveatKind, detail: string): void {
    if (this.draft !== null) this.draft.doubt(kind, detail);
    else this.book.draft.doubtHere(kind, detail);
  }

  beginParagraph(): void {
    const { container, setOff, part, kind } = this.frame;
    const draft = new BlockDraft({ kind: kind ?? 'paragraph', container, setOff, part, speaker: null });
    this.#paragraphs.begin({ draft, properties: {}, frame: this.frame, inner: [] });
    this.run = null;
  }

  endParagraph(): void {
    this.#paragraphs.end();
  }

  /** Enters a box: what follows stands in `container` until `leave`. */
  enter(container: string): void {
    const { frame, ground, concealed, run, fields } = this;
    this.saved.push({ frame, ground, concealed, run, fields });
    this.frame = { ...frame, container };
  }

  leave(): void {
    Object.assign(this, this.saved.pop());
  }
}

/** A content control, or another element whose words are doubtful as a whole, while it is open. */
interface Control {
  /** Its words come from elsewhere. */
  bound: boolean;
  /** It stands around whole paragraphs. */
  blocks: boolean;
  /** Offset of its words in the paragraph around it. */
  start: number;
}

interface Saved {
  readonly frame: StoryFrame;
  readonly ground: Colour;
  readonly concealed: HiddenBy | null;
  readonly run: OpenRun | null;
  readonly fields: Fields;
}

/** What a story does with elements, words and finished paragraphs. */
export interface StoryWays {
  readonly meanings: Meanings<Story>;
  readonly say: (story: Story, text: string) => void;
  readonly sink: (draft: BlockDraft) => void;
}
