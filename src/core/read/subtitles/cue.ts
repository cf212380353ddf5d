/** From one cue to blocks: one for each voice in it. */
import type { Block, Caveat, HiddenBy, HiddenText, Range } from '../document.ts';
import { SeenText } from '../seen-text.ts';
import { hyphenBreaks, innerLineStarts } from '../text/breaks.ts';
import type { StyledCue } from './cue-styles.ts';
import { type Cue, isBlankText } from './cues.ts';
import { type Manner, marksOf, type Notation, readMarkup, type Stretch } from './markup.ts';

/** The blocks of a cue and the words in it that are not seen. */
export interface ReadCue {
  readonly blocks: Block[];
  readonly hidden: HiddenText[];
  readonly caveats: Caveat[];
}

/** What is known of a cue besides its source. */
export interface CueContext {
  readonly notation: Notation;
  readonly styled: StyledCue | null;
  /** How many of its first lines repeat the cue before, and are not read again. */
  readonly repeated: number;
  /** The index its first block will have. */
  readonly firstBlock: number;
}

/** Reads `cue`. */
export function readCue(source: string, cue: Cue, { notation, styled, repeated, firstBlock }: CueContext): ReadCue {
  const reading = new Reading(cue.start, firstBlock);
  const manner: Manner = {
    speaker: null,
    bold: false,
    hiddenBy: styled === null ? null : styled[0]!.hiddenBy,
    styled,
    tags: 0,
  };
  for (const [index, { start, end }] of cue.lines.entries()) {
    reading.breakLine(start);
    for (const stretch of readMarkup(source.slice(start, end), start, notation, manner)) {
      if (index >= repeated) reading.add(stretch, manner);
    }
  }
  return reading.close();
}

class Reading {
  readonly #read: ReadCue = { blocks: [], hidden: [], caveats: [] };
  readonly #start: number;
  readonly #firstBlock: number;
  #seen = new SeenText();
  #strong: Range[] = [];
  #speaker: string | null = null;
  #lineBreakAt: number | null = null;
  #lastEnd = 0;

  constructor(start: number, firstBlock: number) {
    this.#start = start;
    this.#firstBlock = firstBlock;
  }

  breakLine(at: number): void {
    this.#lineBreakAt = at;
  }

  add(stretch: Stretch, manner: Manner): void {
    if (manner.speaker !== this.#speaker && !isBlankText(stretch.text)) this.#nextVoice(manner.speaker);
    if (manner.hiddenBy !== null) {
      this.#hide(stretch, manner.hiddenBy);
      return;
    }
    if (this.#lineBreakAt !== null && this.#seen.length > 0) {
      this.#seen.append('\n', this.#lastEnd, this.#lineBreakAt - this.#lastEnd);
    }
    this.#lineBreakAt = null;
    const start = this.#seen.length;
    this.#seen.append(stretch.text, stretch.start, stretch.width);
    this.#lastEnd = stretch.start + stretch.width;
    const end = this.#seen.length;
    if (manner.bold) this.#strong.push({ start, end });
    const block = this.#firstBlock + this.#read.blocks.length;
    for (const { kind, detail } of marksOf(manner))
      this.#read.caveats.push({ kind, detail, at: { block, start, end } });
  }

  close(): ReadCue {
    this.#nextVoice(null);
    return this.#read;
  }

  #hide(stretch: Stretch, by: HiddenBy): void {
    const block = this.#firstBlock + this.#read.blocks.length;
    const { text, start: source } = stretch;
    if (!isBlankText(text)) {
      this.#read.hidden.push({ text, by, block, offset: this.#seen.length, source, hint: false });
    }
  }

  #nextVoice(speaker: string | null): void {
    const { text, origin } = this.#seen.build();
    if (!isBlankText(text)) {
      this.#read.blocks.push({
        kind: 'cue',
        text,
        origin,
        place: { by: 'time', milliseconds: this.#start },
        container: '',
        selector: '',
        setOff: null,
        strong: this.#strong,
        lineStarts: innerLineStarts(text),
        breaks: hyphenBreaks(text),
        speaker: this.#speaker,
      });
    }
    if (isBlankText(text)) this.#dropBlock();
    this.#seen = new SeenText();
    this.#strong = [];
    this.#speaker = speaker;
  }

  /** Where a voice says nothing that is seen, its hidden words follow the block before. */
  #dropBlock(): void {
    const { hidden, caveats } = this.#read;
    const dropped = this.#firstBlock + this.#read.blocks.length;
    for (let i = hidden.length - 1; hidden[i]?.block === dropped; i--)
      hidden[i] = { ...hidden[i]!, block: dropped - 1, offset: null };
    while (caveats.at(-1)?.at?.block === dropped) caveats.pop();
  }
}
