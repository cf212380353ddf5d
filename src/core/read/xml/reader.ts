/** Walks a TEI or DocBook text by the rules of its vocabulary. */
import type { Caveat, Document, HiddenBy } from '../document.ts';
import { lineStarts } from '../place.ts';
import type { Attributes, XmlContext, XmlHandlers } from '../xml-events/index.ts';
import { frameOf, ROOT } from './frames.ts';
import type { Head } from './head.ts';
import { type Piece, pieces } from './references.ts';
import type { Rule, Vocabularies } from './rules.ts';
import { Written } from './written.ts';
import { XmlBlock, type XmlFrame } from './xml-block.ts';

/** An open element. */
interface Open {
  readonly name: string;
  readonly rule: Rule | null;
  readonly frame: XmlFrame;
  /** The block around a note, to be gone on with. */
  readonly around: XmlBlock | null;
  /** Where the element's words begin in the block, for bold and raised ones. */
  readonly start: number;
  readonly strong: boolean;
  /** Children of a choice met so far. */
  chosen: number;
  /** Whether quotation marks were put around its words. */
  marked: boolean;
  /** The speaker named inside. */
  speaker: string | null;
  /** What lets its words in for some readers only. */
  readonly condition: string | null;
}

/** Words that are being read and not seen. */
interface Hiding {
  readonly by: HiddenBy;
  readonly source: number;
  words: string;
}

const QUOTATION = /["'“”„«»‹›‘’‚]/u;
/** An instruction that a browser follows stands before the first element. */
const STYLESHEET = /<\?xml-stylesheet\b/;
const PROLOG_LENGTH = 10_000;

export class XmlReader implements XmlHandlers {
  readonly #source: string;
  readonly #vocabulary: Vocabularies;
  readonly #head: Head;
  readonly #open: Open[] = [];
  readonly #out = new Written();
  readonly #waiting: XmlBlock[] = [];
  #block: XmlBlock | null = null;
  #openBlocks = 0;
  /** Notes open inside of a block: what ends in them is a block of the note. */
  #openNotes = 0;
  /** What is doubtful at the beginning of the block that is to come. */
  readonly #early: Pick<Caveat, 'kind' | 'detail'>[] = [];
  #skip = 0;
  #hiding: Hiding | null = null;
  /** Whether words name a speaker, and those that did so far. */
  #naming = false;
  #name = '';
  /** Raised words wait until it is known whether they are letters. */
  #raised: Piece[] | null = null;

  constructor(source: string, vocabulary: Vocabularies, head: Head) {
    this.#source = source;
    this.#vocabulary = vocabulary;
    this.#head = head;
  }

  open(name: string, attributes: Attributes, context: XmlContext): void {
    if (this.#skip > 0) {
      this.#skip++;
      return;
    }
    const parent = this.#open.at(-1) ?? null;
    const rule = this.#ruleOf(name, parent, attributes);
    if (rule?.does === 'block' || rule?.does === 'box') this.#endBlock();
    const open = this.#begin(name, rule, attributes, parent);
    this.#open.push(open);
    this.#count(open, 1);
    if (rule !== null) this.#apply(rule, open, attributes, context);
  }

  close(_name: string, context: XmlContext): void {
    if (this.#skip > 0) {
      this.#skip--;
      if (this.#skip > 0) return;
      this.#endHiding();
    }
    const open = this.#open[this.#open.length - 1]!;
    this.#open.length--;
    this.#count(open, -1);
    if (open.strong) this.#block?.embolden(Math.min(open.start, this.#block.length));
    this.#doubtCondition(open);
    this.#finish(open, context);
  }

  text(text: string, context: XmlContext): void {
    if (this.#hiding !== null) this.#hiding.words += text;
    if (this.#skip > 0) return;
    for (const piece of pieces(this.#source, context.start, context.end)) {
      if (this.#naming) this.#name += piece.text;
      else if (this.#raised !== null) this.#raised.push(piece);
      else this.#say(piece);
    }
  }

  /** The document as read. */
  build(): Document {
    this.#endBlock();
    const { metadata, personal, renditions } = this.#head;
    if (renditions.unread > 0) this.#out.doubtAll('stylesheet', `${renditions.unread} renditions not evaluated`);
    if (STYLESHEET.test(this.#source.slice(0, PROLOG_LENGTH)))
      this.#out.doubtAll('stylesheet', '1 external style sheet');
    if (personal.size > 0) this.#out.doubtAll('personal-metadata', [...personal].join(', '));
    return {
      format: this.#vocabulary.format,
      blocks: this.#out.blocks,
      hidden: this.#out.hidden,
      caveats: this.#out.caveats,
      lines: lineStarts(this.#source),
      metadata,
    };
  }

  #ruleOf(name: string, parent: Open | null, attributes: Attributes): Rule | null {
    if (name.startsWith('?')) return { does: 'leave-out', caveat: 'embedded' };
    const { rules, byAttributes } = this.#vocabulary;
    if (parent?.rule?.does === 'choose' && parent.chosen++ > 0)
      return { does: 'leave-out', caveat: 'optional-content' };
    const by = this.#vocabulary.unseenBy(name, attributes, this.#head.renditions);
    if (by !== null) return { does: 'hide', by };
    const rule = byAttributes(name, parent?.name ?? '', attributes) ?? rules.get(name) ?? null;
    return rule?.does === 'speaker' && this.#naming ? null : rule;
  }

  #begin(name: string, rule: Rule | null, attributes: Attributes, parent: Open | null): Open {
    const around = parent?.frame ?? ROOT;
    const who = this.#vocabulary.speakerOf(name, attributes);
    const speaker = (who === null ? null : (this.#head.people.get(who) ?? who)) ?? parent?.speaker ?? around.speaker;
    const frame = frameOf(name, rule, { ...around, speaker });
    const strong = this.#vocabulary.isStrong(name, attributes);
    return {
      name,
      rule,
      frame,
      around: this.#block,
      start: this.#block?.next ?? 0,
      strong,
      chosen: 0,
      marked: false,
      speaker: null,
      condition: parent === null ? null : this.#vocabulary.conditionOf(attributes),
    };
  }

  #apply(rule: Rule, open: Open, attributes: Attributes, context: XmlContext): void {
    if (rule.does === 'skip') this.#skip = 1;
    else if (rule.does === 'hide') this.#hide(rule.by, open.name, context.start);
    else if (rule.does === 'leave-out') this.#leaveOut(rule.caveat, open.name);
    else if (rule.does === 'doubt') this.#doubt(rule.caveat, open.name);
    else if (rule.does === 'line') this.#block?.breakLine(context.start, lineEnd(attributes));
    else if (rule.does === 'part') this.#block?.part(context.start);
    else if (rule.does === 'quote') this.#beginQuote(rule, open, context);
    else if (rule.does === 'raise') this.#raised ??= [];
    else if (rule.does === 'speaker') this.#naming = true;
    else if (rule.does === 'note') this.#beginNote(context.start);
  }

  #finish(open: Open, context: XmlContext): void {
    const { rule } = open;
    if (rule?.does === 'block' || rule?.does === 'box') this.#endBlock();
    else if (rule?.does === 'note') this.#endNote(open);
    else if (rule?.does === 'speaker') this.#nameSpeaker();
    else if (rule?.does === 'raise') this.#endRaised(context.start);
    else if (rule?.does === 'quote' && open.marked) this.#sayMark('”', context);
  }

  #say({ text, start, width }: Piece): void {
    if (this.#block === null && text.trim() === '') return;
    const block = this.#present();
    if (width !== text.length) block.sayReference(text, start, width);
    else if (block.frame.kind === 'preformatted') block.keep(text, start);
    else block.say(text, start);
  }

  /** TEI leaves open whether the marks are in the text; they are not added to marks that are there, nor around whole blocks. */
  #beginQuote(rule: Rule & { does: 'quote' }, open: Open, context: XmlContext): void {
    const next = this.#source.charAt(context.end);
    const there = QUOTATION.test(next) || QUOTATION.test(this.#block?.last ?? '');
    open.marked = rule.marks === 'always' || (this.#openBlocks > 0 && !there);
    if (open.marked) this.#sayMark('“', context);
  }

  #sayMark(mark: string, context: XmlContext): void {
    this.#present().sayReference(mark, context.start, context.end - context.start);
  }

  /** Raised digits and signs stand apart; raised letters belong to their word. */
  #endRaised(end: number): void {
    const raised = this.#raised ?? [];
    this.#raised = null;
    const apart = !raised.some(({ text }) => /\p{L}/u.test(text));
    if (apart) this.#block?.part(raised[0]?.start ?? end);
    for (const piece of raised) this.#say(piece);
    if (apart) this.#block?.part(end);
  }

  #present(): XmlBlock {
    if (this.#block !== null) return this.#block;
    this.#block = new XmlBlock(this.#open[this.#open.length - 1]!.frame);
    for (const { kind, detail } of this.#early.splice(0)) this.#block.doubt(kind, detail);
    return this.#block;
  }

  /** Begins to pass over words that are not seen; a block or box of them stands apart from the words before. */
  #hide(by: HiddenBy, name: string, source: number): void {
    this.#skip = 1;
    this.#hiding = { by, source, words: '' };
    const usual = this.#vocabulary.rules.get(name)?.does;
    if (usual === 'block' || usual === 'box') this.#endBlock();
  }

  #endHiding(): void {
    if (this.#hiding === null) return;
    const { words, by, source } = this.#hiding;
    this.#hiding = null;
    const text = words.replace(/\s+/g, ' ').trim();
    if (text === '') return;
    if (this.#block !== null) this.#block.hide(text, by, source);
    else this.#out.hide(text, by, source);
  }

  /** Words that only some readers are given are doubtful; where blocks stand in the element, their places are. */
  #doubtCondition({ condition, start, rule }: Open): void {
    if (condition === null) return;
    const inBlock = this.#block !== null && rule?.does !== 'box';
    if (inBlock) this.#block?.doubt('optional-content', condition, Math.min(start, this.#block.length));
    else this.#doubt('optional-content', condition);
  }

  #leaveOut(caveat: Caveat['kind'], name: string): void {
    this.#skip = 1;
    this.#doubt(caveat, name.replace(/^\?:/, ''));
  }

  /** Notes something doubtful here: in the block, at its beginning where it has no words yet, or at the end of the one before. */
  #doubt(kind: Caveat['kind'], detail: string): void {
    if (this.#block !== null) this.#block.doubt(kind, detail);
    else if (this.#open.some(({ rule }) => rule?.does === 'block')) this.#early.push({ kind, detail });
    else this.#out.doubt(kind, detail);
  }

  #nameSpeaker(): void {
    const name = this.#name.replace(/\s+/g, ' ').trim();
    this.#naming = false;
    this.#name = '';
    if (name !== '') this.#open[this.#open.length - 1]!.speaker = name;
  }

  #beginNote(start: number): void {
    this.#endRaised(start);
    this.#block?.part(start);
    this.#block = null;
  }

  #endNote({ around }: Open): void {
    if (this.#block !== null) this.#waiting.push(this.#block);
    this.#block = around;
    if (around === null) this.#giveWaiting();
  }

  #endBlock(): void {
    if (this.#openNotes > 0) {
      if (this.#block !== null) this.#waiting.push(this.#block);
      this.#block = null;
      return;
    }
    if (this.#block !== null) this.#out.give(this.#block);
    this.#block = null;
    for (const { kind, detail } of this.#early.splice(0)) this.#out.doubt(kind, detail);
    this.#giveWaiting();
  }

  #count({ rule, around }: Open, change: 1 | -1): void {
    if (rule?.does === 'block') this.#openBlocks += change;
    else if (rule?.does === 'note' && around !== null) this.#openNotes += change;
  }

  #giveWaiting(): void {
    for (const block of this.#waiting.splice(0)) this.#out.give(block);
  }
}

function lineEnd(attributes: Attributes): 'between words' | 'in a word' | 'unknown' {
  const said = attributes['break'];
  return said === 'no' ? 'in a word' : said === 'yes' ? 'between words' : 'unknown';
}
