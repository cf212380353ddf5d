/**
 * Reads the signs of an RTF file into a document.
 *
 * Two things lead other readers astray. `\u8217\'92` is one character: what follows a `\u` stands in for it where Unicode is not
 * known, and `\uc` says how much of it there is. And a group that begins with a destination (a font table, a picture, a
 * header) is not text, although it looks like it.
 */

import { Refusal } from '../../refusal.ts';
import type { HiddenBy } from '../document.ts';
import { MAX_DEPTH } from '../limits.ts';
import { BlockDraft, type BlockFrame } from '../office/block-draft.ts';
import { DocumentDraft } from '../office/document-draft.ts';
import { isSymbolFont } from '../office/symbols.ts';
import { BLACK, type Colour, frameUnseenBy, placedAway, unseenBy, WHITE } from '../office/unseen.ts';
import type { CodePages } from './code-pages.ts';
import { CodedText, type Coding } from './coded-text.ts';
import type { RtfHandlers } from './lexer.ts';
import { Lists } from './lists.ts';
import { beginFlow, type Group, type ParagraphState, PLAIN } from './state.ts';
import { Tables } from './tables.ts';
import type { TABLES, TEXTS } from './texts.ts';

/** The last byte that is white space. */
const SPACE = 0x20;
const BODY: BlockFrame = { kind: 'paragraph', container: 'body', setOff: null, part: '', speaker: null };

/** What control words and texts do, and what the end of a group does. */
export interface RtfWays {
  readonly controls: ReadonlyMap<string, Control>;
  readonly texts: typeof TEXTS;
  readonly tables: typeof TABLES;
  readonly endGroup: (reader: RtfReader, ended: Group) => void;
}

/** Acts on the reader; `value` is the number behind the control word. */
export type Control = (reader: RtfReader, value: number | null) => void;

export class RtfReader implements RtfHandlers {
  readonly document = new DocumentDraft('rtf');
  readonly tables = new Tables();
  readonly lists = new Lists((font) => this.tables.fonts.get(font)?.name ?? '');
  readonly notes: BlockDraft[] = [];
  readonly running: BlockDraft[] = [];
  readonly boxes: BlockDraft[] = [];
  readonly people = new Set<string>();
  readonly #ways: RtfWays;
  readonly #groups: Group[] = [];
  group: Group;
  /** Colours behind the cells of the present row, and the cell that is read. */
  readonly cellGrounds: number[] = [];
  pendingCellGround = 0;
  cell = 0;
  /** Height of the present row, exactly, in points. */
  rowHeight: number | null = null;
  /** The font that `\plain` goes back to. */
  defaultFont = -1;
  /** The file's code page. */
  page = 1252;
  #skipping = 0;
  readonly #said: CodedText;
  /** The label that the file gives the present paragraph. */
  label = '';

  constructor(pages: CodePages, ways: RtfWays) {
    this.#said = new CodedText(pages, () => this.#guess());
    this.#ways = ways;
    const flow = beginFlow(BODY, (draft) => this.#addBody(draft));
    this.group = {
      destination: 'text',
      look: PLAIN,
      flow,
      fallback: 1,
      field: null,
      shape: null,
      twofold: false,
      optional: false,
      wordless: '',
      wordlessWithin: '',
    };
  }

  open(): void {
    this.flush();
    this.#skipping = 0;
    if (this.#groups.length >= MAX_DEPTH) throw new Refusal('too-deep', 'groups');
    const { twofold, wordlessWithin } = this.group;
    const destination = twofold ? 'skip' : this.group.destination;
    const wordless = twofold && this.group.destination === 'text' ? 'upr' : wordlessWithin;
    this.#groups.push(this.group);
    this.group = { ...this.group, destination, twofold: false, optional: false, wordless };
  }

  close(): void {
    this.flush();
    this.#skipping = 0;
    const ended = this.group;
    this.group = this.outer;
    this.#groups.length--;
    this.#ways.endGroup(this, ended);
  }

  /** The group around the present one: there is one wherever a sign stands. */
  get outer(): Group {
    return this.#groups[this.#groups.length - 1]!;
  }

  /** Whether there is text before. */
  get hasBegun(): boolean {
    return this.group.flow.draft !== null || !this.document.isEmpty;
  }

  /** How the present paragraph is set. */
  get paragraph(): ParagraphState {
    return this.group.flow.paragraph;
  }

  control(word: string, value: number | null): void {
    if (this.#skipped()) return;
    const { group } = this;
    const optional = group.optional;
    group.optional = false;
    const table = this.#ways.tables[group.destination];
    if (table !== undefined) {
      this.flush();
      table(this, word, value ?? 0);
    }
    const act = this.#ways.controls.get(word);
    if (act !== undefined) act(this, value);
    else group.wordless = group.wordlessWithin = '';
    if (act === undefined && optional) group.destination = 'skip';
  }

  symbol(sign: string): void {
    if (this.#skipped()) return;
    if (sign === '*') this.group.optional = true;
    else if (sign === '~') this.say('\u00a0');
    else if (sign === '-') this.say('\u00ad');
    else if (sign === '_') this.say('\u2011');
  }

  byte(byte: number): void {
    if (this.#skipped()) return;
    this.group.optional = false;
    if (this.group.wordless !== '' && byte > SPACE) this.doubtWords();
    if (this.group.destination !== 'skip') this.#said.byte(byte, this.#coding());
  }

  /** Takes a character written as Unicode; what stands in for it is passed over. */
  unicode(value: number): void {
    this.say(String.fromCharCode(value & 0xffff));
    this.#skipping = this.group.fallback;
  }

  /** Takes text. */
  say(text: string): void {
    if (this.group.wordless !== '' && text.trim() !== '') this.doubtWords();
    this.#said.say(this.group.destination === 'skip' ? '' : text, this.#coding());
  }

  /** Notes that some programs show here what the present group holds. */
  doubtWords(): void {
    const { flow, wordless } = this.group;
    this.flush();
    if (flow.draft === null) this.document.doubtHere('embedded', `\\${wordless}`);
    else flow.draft.doubt('embedded', `\\${wordless}`);
    this.group.wordless = '';
  }

  /** Gives the text read so far to where it belongs; called before anything changes that decides about it. */
  flush(): void {
    const text = this.#said.take(this.#coding());
    if (text !== '') this.#ways.texts[this.group.destination](this, text);
  }

  /** The block being read, begun when there is none. */
  get draft(): BlockDraft {
    const { flow } = this.group;
    flow.draft ??= new BlockDraft(flow.frame);
    return flow.draft;
  }

  /** Ends the block being read. */
  endBlock(kind: 'paragraph' | 'cell'): void {
    this.flush();
    const { flow } = this.group;
    if (this.group.destination !== 'text') return;
    const { draft } = flow;
    flow.draft = null;
    if (draft === null) return;
    if (flow.frame.kind === 'paragraph') draft.frame = { ...draft.frame, ...this.#frame(kind) };
    this.group.field?.doubt(draft);
    if (this.#labelled()) draft.doubt('auto-number', 'list', 0);
    this.label = '';
    flow.add(draft);
  }

  breakLine(): void {
    this.flush();
    if (this.group.destination !== 'text') return;
    const by = this.unseen();
    if (by === null) this.draft.breakLine();
    else this.draft.hide('\n', by);
  }

  /** What keeps text of the present look from being seen. */
  unseen(): HiddenBy | null {
    const { look } = this.group;
    const away = this.#away();
    if (away !== null) return away;
    const highlight = this.#colour(look.highlight);
    const colour = this.#colour(look.colour);
    return unseenBy({
      vanished: look.hidden,
      colour: colour ?? (highlight === null ? null : BLACK),
      ground: highlight ?? this.#colour(look.ground) ?? this.#groundBehind(),
      points: look.halfPoints / 2,
      scale: look.scale,
      spacing: look.spacing,
      shift: look.shift,
    });
  }

  /** What keeps the whole paragraph from the page. */
  #away(): HiddenBy | null {
    const { exact, indent, frame, inTable } = this.paragraph;
    const row = inTable ? placedAway(this.rowHeight, 0) : null;
    return placedAway(exact, indent) ?? row ?? frameUnseenBy(frame);
  }

  /** Whether the paragraph's list puts words before it: by its pattern, or by what the file says they came to. */
  #labelled(): boolean {
    const { list, level } = this.paragraph;
    if (list > 0 && this.lists.worded(list, level)) return true;
    return /\p{L}{2}/u.test(this.label.replace(/\b[ivxlcdm]+\b/gi, ''));
  }

  #addBody(draft: BlockDraft): void {
    this.document.add(draft);
    for (const box of this.boxes.splice(0)) this.document.add(box);
  }

  /** Bytes were read in the usual code page for one that is not known. */
  #guess(): void {
    if (this.group.destination === 'text') this.document.doubt('encoding', 'read as windows-1252');
  }

  #skipped(): boolean {
    if (this.#skipping === 0) return false;
    this.#skipping--;
    return true;
  }

  /** The symbol font whose signs the bytes are, '' for none. */
  #symbolFont(): string {
    if (this.group.destination !== 'text') return '';
    const font = this.tables.fonts.get(this.group.look.font);
    return font?.symbols === true && isSymbolFont(font.name) ? font.name : '';
  }

  #coding(): Coding {
    return {
      page: this.tables.fonts.get(this.group.look.font)?.page ?? this.page,
      symbols: this.#symbolFont(),
    };
  }

  #colour(index: number): Colour | null {
    return index === 0 ? null : (this.tables.colours[index] ?? null);
  }

  #groundBehind(): Colour {
    const cell = this.paragraph.inTable ? this.#colour(this.cellGrounds[this.cell] ?? 0) : null;
    return this.#colour(this.paragraph.ground) ?? cell ?? WHITE;
  }

  #frame(kind: 'paragraph' | 'cell'): Pick<BlockFrame, 'kind' | 'container'> {
    const { inTable, list, outline, style } = this.paragraph;
    if (kind === 'cell' || inTable) return { kind: 'cell', container: 'body > table > row > cell' };
    const name = this.tables.styles.get(style)?.name.trim() ?? '';
    if (outline < 9 || /^(heading \d|title|subtitle)$/.test(name)) return { kind: 'heading', container: 'body' };
    if (name === 'caption') return { kind: 'caption', container: 'body' };
    return { kind: list > 0 ? 'list-item' : 'paragraph', container: 'body' };
  }
}
