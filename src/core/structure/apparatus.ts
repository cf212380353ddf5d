/**
 * Reads the apparatus at the start of a stretch of text: a timestamp, a speaker's label, or both, in either order.
 *
 *     [00:12:33] Anna Berg: I never signed it.
 *     └timestamp┘└─label──┘ └ the words begin here
 *
 * It only says what could be apparatus. Whether it is, the text as a whole decides (`conventions.ts`): "Remember: never
 * sign" begins like a label and is none.
 */
import type { Block } from '../read/document.ts';

/** How a label is set off from the words behind it. */
export type LabelForm = 'colon' | 'timed' | 'strong' | 'own-line' | 'cell' | 'voice';

/** All offsets count in the block's text. */
export interface Apparatus {
  readonly timestamp: { readonly start: number; readonly end: number; readonly seconds: number } | null;
  readonly label: {
    readonly name: string;
    readonly start: number;
    readonly end: number;
    readonly form: LabelForm;
  } | null;
  /** Where the words begin. */
  readonly content: number;
}

const TIMESTAMP =
  /(?:\[\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\]|\(\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\)|\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?=\s|$))/uy;
/** A full-width colon needs no space behind it. */
const LABEL =
  /[\p{Lu}\p{Lt}\p{Lo}\p{Nd}][^\n:：?!;。，、？！；]{0,60}?(?:\s?\([^()\n]{1,40}\))?\s?(?:：|:(?=\s|$|["“«„]))/uy;
const QA_DOT = /[QAВО]\.(?=\s)/uy;
const SPACE = /[\s*_]*/uy;
const MAX_NAME_WORDS = 6;
/** A full stop inside a label belongs to a title or an initial. */
const SENTENCE_END = /\p{L}{5,}\.\s|,\s/u;

/** The apparatus that could stand at `at` in a block's text. */
export function apparatusAt(block: Block, at: number): Apparatus {
  const first = timestampAt(block.text, skipSpace(block.text, at));
  const afterFirst = skipSpace(block.text, first?.end ?? at);
  const label = labelAt(block, afterFirst, first !== null);
  const afterLabel = skipSpace(block.text, label?.end ?? afterFirst);
  const second = first === null && label !== null ? timestampAt(block.text, afterLabel) : null;
  return {
    timestamp: first ?? second,
    label,
    content: second === null ? afterLabel : skipSpace(block.text, second.end),
  };
}

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.test(text);
  return SPACE.lastIndex;
}

function timestampAt(text: string, at: number): Apparatus['timestamp'] {
  TIMESTAMP.lastIndex = at;
  const found = TIMESTAMP.exec(text);
  if (found === null) return null;
  const clock = found[0].replace(/^[[(]|[^\d:].*$/gsu, '');
  const seconds = clock.split(':').reduce((total, part) => total * 60 + Number(part), 0);
  return { start: at, end: at + found[0].length, seconds };
}

function labelAt(block: Block, at: number, timed: boolean): Apparatus['label'] {
  return colonLabel(block.text, at) ?? lineLabel(block, at, timed) ?? strongLabel(block, at);
}

function colonLabel(text: string, at: number): Apparatus['label'] {
  for (const pattern of [LABEL, QA_DOT]) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) continue;
    const name = nameOf(found[0]);
    if (!isNameLike(name)) continue;
    return { name, start: at, end: at + found[0].length, form: 'colon' };
  }
  return null;
}

/** `Anna Berg (00:12)`, or a bold or heading line that is nothing but a name. */
function lineLabel(block: Block, at: number, timed: boolean): Apparatus['label'] {
  const lineEnd = block.text.indexOf('\n', at);
  const end = lineEnd < 0 ? block.text.length : lineEnd;
  if (end - at > 80) return null;
  const line = block.text.slice(at, end);
  const time = /\s*[[(]?\d{1,3}:\d{2}(?::\d{2})?[\])]?\s*$/u.exec(line);
  const name = nameOf(time === null ? line : line.slice(0, time.index));
  if (!isNameLike(name) || !/^\p{Lu}|^\p{Lo}/u.test(name)) return null;
  if (time !== null) return { name, start: at, end: at + time.index, form: 'timed' };
  if (timed) return { name, start: at, end, form: 'timed' };
  if (isSetBold(block, at, end)) return { name, start: at, end, form: 'own-line' };
  return isCell(block) && end === block.text.length ? { name, start: at, end, form: 'cell' } : null;
}

/** A cell of a table or a term of a definition list may be a column of speakers. */
function isCell(block: Block): boolean {
  return block.kind === 'cell' || block.container.endsWith('dl');
}

function isSetBold(block: Block, start: number, end: number): boolean {
  return block.kind === 'heading' || block.strong.some((range) => range.start <= start && range.end >= end);
}

/** `**Anna** I never signed it.` */
function strongLabel(block: Block, at: number): Apparatus['label'] {
  const range = block.strong.find((strong) => strong.start <= at && strong.end > at);
  if (range === undefined || range.end >= block.text.trimEnd().length) return null;
  const name = nameOf(block.text.slice(at, range.end));
  return isNameLike(name) ? { name, start: at, end: range.end, form: 'strong' } : null;
}

/** A label's name without its punctuation. */
export function nameOf(label: string): string {
  return label
    .replace(/[:：\s]+$/u, '')
    .replace(/^[\s([]+/u, '')
    .replace(/\s+/gu, ' ')
    .replace(/^([\p{L}])\.$/u, '$1')
    .normalize('NFC');
}

function isNameLike(name: string): boolean {
  if (name === '' || name.length > 60 || /^[\d\s.:,]+$/u.test(name)) return false;
  return name.split(' ').length <= MAX_NAME_WORDS && !SENTENCE_END.test(name);
}

/** How a name is compared: without case, full stops and the colon that a format's own field may hold. */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[.:：]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
