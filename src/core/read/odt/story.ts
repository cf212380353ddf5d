/** Walks one story of an OpenDocument text (the body, a header) and keeps track of the paragraph, the formatting and the box. */
import type { BlockKind, CaveatKind, HiddenBy, SetOff } from '../document.ts';
import { keptWords, type Placing } from '../office/anchored.ts';
import { BlockDraft } from '../office/block-draft.ts';
import type { DocumentDraft } from '../office/document-draft.ts';
import { isSymbolFont } from '../office/symbols.ts';
import { type Colour, placedAway, WHITE } from '../office/unseen.ts';
import { FOREIGN, type Meanings, type Nested, Nesting, Walk } from '../office/walk.ts';
import type { Styles } from './styles.ts';
import { inside, type TextProperties, unseen } from './text-properties.ts';

/** What the stories of one document share. */
export interface Book {
  readonly draft: DocumentDraft;
  /** Blocks of notes, in the order of their marks. */
  readonly notes: BlockDraft[];
  /** Names of the fields that name a person. */
  readonly people: Set<string>;
}

/** What the blocks of a story, or of a note in it, have in common. */
export interface StoryFrame {
  readonly container: string;
  readonly part: string;
  readonly setOff: SetOff | null;
  readonly kind: 'note' | 'running' | 'cell' | null;
}

export interface OpenParagraph extends Nested {
  draft: BlockDraft;
  /** Whether its list puts words before it. */
  readonly labelled: boolean;
  /** Whether a field says that the whole paragraph is hidden. */
  withheld: boolean;
}

/** What is known of a paragraph when it begins. */
export interface ParagraphStart {
  readonly style: string;
  readonly kind: BlockKind;
  readonly labelled: boolean;
}

/** What enclosing elements set and their ends restore. */
interface Setting {
  readonly frame: StoryFrame;
  readonly ground: Colour;
  /** What hides everything here. */
  readonly hidden: HiddenBy | null;
  /** Formatting of the words here. */
  readonly look: TextProperties;
  readonly paragraphs: Nesting<OpenParagraph>;
  /** Lists open here, by the names of their styles. */
  readonly lists: readonly string[];
  /** What stands here was taken out or is said about the text; its words go nowhere. */
  readonly aside: 'text' | 'aside';
}

/** A frame or shape while it is open. */
interface OpenFrame {
  /** Text boxes met in it: only the first of several is shown. */
  boxes: number;
  /** The first of its words. */
  words: string;
  readonly placing: Placing;
}

const SPACES = /[ \t\r\n]+/g;

export class Story extends Walk<Story> {
  readonly book: Book;
  readonly styles: Styles;
  readonly #settings: Setting[] = [];
  #now: Setting;
  /** Sections open, and whether a condition decides if they are shown. */
  readonly sections: boolean[] = [];
  /** Frames and shapes open. */
  readonly frames: OpenFrame[] = [];
  /** Starts of open fields in the present block; `null` for one that is fixed. */
  readonly #fieldStarts: (number | null)[] = [];

  constructor(
    book: Book,
    styles: Styles,
    frame: StoryFrame,
    ways: { meanings: Meanings<Story>; sink: (draft: BlockDraft) => void },
  ) {
    super(ways.meanings);
    this.book = book;
    this.styles = styles;
    const paragraphs = new Nesting<OpenParagraph>(ways.sink);
    this.#now = { frame, ground: WHITE, hidden: null, look: {}, paragraphs, lists: [], aside: 'text' };
  }

  protected get story(): Story {
    return this;
  }

  get now(): Setting {
    return this.#now;
  }

  get paragraph(): OpenParagraph | null {
    return this.#now.paragraphs.present;
  }

  get draft(): BlockDraft | null {
    return this.paragraph?.draft ?? null;
  }

  /** Changes settings until `leave`. */
  enter(changes: Partial<Setting>): void {
    this.#settings.push(this.#now);
    this.#now = { ...this.#now, ...changes };
  }

  leave(): void {
    this.#now = this.#settings[this.#settings.length - 1]!;
    this.#settings.length--;
  }

  /** Enters a box named `name`. */
  enterBox(name: string, ground: Colour | null): void {
    const { frame } = this.#now;
    this.enter({ frame: { ...frame, container: `${frame.container} > ${name}` }, ground: ground ?? this.#now.ground });
  }

  beginParagraph({ style, kind, labelled }: ParagraphStart): void {
    const { container, setOff, part } = this.#now.frame;
    const draft = new BlockDraft({ kind, container, setOff, part, speaker: null });
    this.#now.paragraphs.begin({ draft, inner: [], labelled, withheld: false });
    const ground = this.styles.ground('paragraph', style) ?? this.#now.ground;
    const { exact = null, indent = 0 } = this.styles.place('paragraph', style);
    const hidden = this.#now.hidden ?? placedAway(exact, indent);
    this.enter({ look: this.styles.text('paragraph', style), ground, hidden });
  }

  endParagraph(): void {
    this.leave();
    this.#now.paragraphs.end();
  }

  /** Enters formatting by a text style. */
  enterSpan(style = ''): void {
    this.enter({ look: inside(this.#now.look, this.styles.text('text', style)) });
  }

  beginField(kind: 'fixed' | 'computed'): void {
    this.#fieldStarts.push(kind === 'fixed' ? null : (this.draft?.length ?? 0));
  }

  /** Ends the field that was begun last: what is computed can show other words. */
  endField(name: string): void {
    const start = this.#fieldStarts[this.#fieldStarts.length - 1]!;
    this.#fieldStarts.length--;
    if (start !== null) this.draft?.doubt('field', name, start);
  }

  /** Takes words at the present place. */
  sayWords(words: string): void {
    const { draft } = this;
    if (draft === null) return;
    const { look } = this.#now;
    const by = this.#unseen();
    for (const frame of this.frames) frame.words = keptWords(frame.words, words);
    if (look.struck === true) draft.doubt('deleted-text', 'style:text-line-through-style');
    else if (by !== null) draft.hide(words, by);
    else this.#saySeen(draft, words);
  }

  breakLine(): void {
    const by = this.#unseen();
    if (by === null) this.draft?.breakLine();
    else this.draft?.hide('\n', by);
  }

  doubtHere(kind: CaveatKind, detail: string): void {
    if (this.draft !== null) this.draft.doubt(kind, detail);
    else if (this.#now.aside === 'text') this.book.draft.doubtHere(kind, detail);
  }

  protected openOther(): void {}

  protected tellForeign(): 'told' | 'untold' {
    if (this.draft === null) return 'untold';
    if (this.parent.startsWith('text:')) this.draft.doubt('embedded', FOREIGN);
    return 'told';
  }

  protected holdsWords(name: string): boolean {
    return name.startsWith('text:');
  }

  protected say(text: string): void {
    const element = this.path.at(-1) ?? '';
    if (element === 'dc:creator' && text.trim() !== '') this.book.people.add('creator of a change or comment');
    if (!element.startsWith('text:') && !element.startsWith('loext:')) return;
    const words = text.replace(SPACES, ' ');
    this.sayWords(this.draft?.seen === true ? words : words.trimStart());
  }

  #unseen(): HiddenBy | null {
    return this.#now.hidden ?? unseen(this.#now.look, this.#now.ground);
  }

  #saySeen(draft: BlockDraft, words: string): void {
    const { look } = this.#now;
    const font = this.styles.family(look.font ?? '');
    const weight = look.bold === true ? 'strong' : 'plain';
    const symbols = isSymbolFont(font) && /\p{L}/u.test(words);
    const start = symbols ? draft.length : 0;
    if (look.raised === true) draft.raise(words, weight);
    else draft.say(words, weight);
    if (symbols) draft.doubt('font', font.slice(0, 40), start);
  }
}
