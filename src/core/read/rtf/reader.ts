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
import type { CodePage } from './code-pages.ts';
import { CodedText, type Coding } from './coded-text.ts';
import type { RtfHandlers } from './lexer.ts';
import { Lists } from './lists.ts';
import { takeShapeValue } from './shapes.ts';
import { type Flow, type Group, type ParagraphState, PLAIN, PLAIN_PARAGRAPH } from './state.ts';
import { Tables } from './tables.ts';

const BODY: BlockFrame = { kind: 'paragraph', container: 'body', setOff: null, part: '', speaker: null };

/** What control words do, and what the end of a group does. */
export interface RtfWays {
  readonly controls: ReadonlyMap<string, Control>;
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
  paragraph: ParagraphState = { ...PLAIN_PARAGRAPH };
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
  #label = '';

  constructor(pages: ReadonlyMap<number, CodePage>, ways: RtfWays) {
    this.#said = new CodedText(pages);
    this.#ways = ways;
    const flow: Flow = { frame: BODY, draft: null, add: (draft) => this.#addBody(draft) };
    this.group = {
      destination: 'text',
      look: PLAIN,
      flow,
      fallback: 1,
      field: null,
      shape: null,
      twofold: false,
      optional: false,
    };
  }

  open(): void {
    this.flush();
    this.#skipping = 0;
    if (this.#groups.length >= MAX_DEPTH) throw new Refusal('too-deep', 'groups');
    const destination = this.group.twofold ? 'skip' : this.group.destination;
    this.#groups.push(this.group);
    this.group = { ...this.group, destination, twofold: false, optional: false };
  }

  close(): void {
    this.flush();
    this.#skipping = 0;
    const outer = this.#groups.pop();
    if (outer === undefined) return;
    const ended = this.group;
    this.group = outer;
    this.#ways.endGroup(this, ended);
  }

  /** The group around the present one. */
  get outer(): Group | null {
    return this.#groups.at(-1) ?? null;
  }

  control(word: string, value: number | null): void {
    if (this.#skipped()) return;
    const { group } = this;
    const optional = group.optional;
    group.optional = false;
    if (group.destination === 'fonts') this.flush();
    if (group.destination === 'fonts') this.tables.fontControl(word, value);
    else if (group.destination === 'colours') this.#colourControl(word, value);
    else if (group.destination === 'styles') this.#styleControl(word, value);
    else if (group.destination === 'lists') this.lists.control(word, value);
    const act = this.#ways.controls.get(word);
    if (act !== undefined) act(this, value);
    else if (optional) group.destination = 'skip';
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
    if (this.group.destination !== 'skip') this.#said.byte(byte, this.#coding());
  }

  /** Takes a character written as Unicode; what stands in for it is passed over. */
  unicode(value: number): void {
    this.say(String.fromCharCode(value & 0xffff));
    this.#skipping = this.group.fallback;
  }

  /** Takes text. */
  say(text: string): void {
    this.#said.say(this.group.destination === 'skip' ? '' : text, this.#coding());
  }

  /** Gives the text read so far to where it belongs; called before anything changes that decides about it. */
  flush(): void {
    const text = this.#said.take(this.#coding());
    if (text !== '') this.#place(text);
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
    if (this.#labelled()) draft.doubt('auto-number', 'list', 0);
    this.#label = '';
    flow.add(draft);
  }

  breakLine(): void {
    this.flush();
    if (this.group.destination === 'text' && this.unseen() === null) this.draft.breakLine();
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
    return /\p{L}{2}/u.test(this.#label.replace(/\b[ivxlcdm]+\b/gi, ''));
  }

  #addBody(draft: BlockDraft): void {
    this.document.add(draft);
    for (const box of this.boxes.splice(0)) this.document.add(box);
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

  #place(text: string): void {
    const { destination, field } = this.group;
    if (destination === 'text') this.#sayText(text);
    else if (destination === 'fonts') this.tables.fontText(text);
    else if (destination === 'colours') this.tables.colourText(text);
    else if (destination === 'styles') this.tables.styleText(text);
    else if (destination === 'instruction' && field !== null && field.code.length < 64) field.code += text.slice(0, 64);
    else if (destination === 'label' && this.#label.length < 64) this.#label += text.slice(0, 64);
    else if (destination === 'level-text') this.lists.pattern(text);
    else if (destination === 'shape-name' && this.group.shape !== null) this.group.shape.property = text.trim();
    else if (destination === 'shape-value') takeShapeValue(this, text);
    else if (destination === 'title') this.document.declare('title', text);
    else if (destination === 'personal' && text.trim() !== '') this.people.add('author');
  }

  #sayText(text: string): void {
    const { look } = this.group;
    const by = this.unseen();
    if (look.deleted) this.draft.doubt('tracked-change', '\\deleted');
    else if (look.struck) this.draft.doubt('deleted-text', '\\strike');
    else if (by !== null) this.draft.hide(text, by);
    else this.#saySeen(text);
  }

  #saySeen(text: string): void {
    const { look } = this.group;
    const weight = look.bold ? 'strong' : 'plain';
    const font = this.tables.fonts.get(look.font);
    const drawn = font !== undefined && !font.symbols && isSymbolFont(font.name) && /\p{L}/u.test(text);
    const start = drawn ? this.draft.length : 0;
    if (look.raised) this.draft.raise(text, weight);
    else this.draft.say(text, weight);
    if (drawn) this.draft.doubt('font', font.name.slice(0, 40), start);
  }

  #colourControl(word: string, value: number | null): void {
    this.flush();
    this.tables.colourControl(word, value);
  }

  #styleControl(word: string, value: number | null): void {
    this.flush();
    this.tables.styleControl(word, value);
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
