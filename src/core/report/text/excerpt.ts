/**
 * A reading with a few words of context, the words in question between signs: `I was [-afraid of-] them` in the transcript,
 * `I was {+angry at+} them` in the copy. The signs are those of `wdiff`; colours only repeat what they say.
 */
import type { Reading } from '../../judge/finding.ts';
import { type Brush, displayWidth, type Span } from '../columns.ts';
import { forTerminal, isRightToLeft, shown } from '../escape.ts';
import { clip, clipStart } from '../wording/say.ts';

/** Code points of context on each side, and of the words in question. */
const CONTEXT = 48;
const WORDS = 240;

export interface Signs {
  readonly open: string;
  readonly close: string;
  readonly brush: Brush;
}

/** Soft hyphens of a typeset page are of no use in context; elsewhere they are shown. */
function context(text: string): string {
  return shown(text.replaceAll('\u00AD', ''));
}

function before(text: string): string {
  const words = clipStart(context(text.slice(-CONTEXT * 8)), CONTEXT);
  return words.startsWith('…') || words.trim() === '' ? words : `… ${words.trimStart()}`;
}

function after(text: string): string {
  const words = clip(context(text.slice(0, CONTEXT * 8)), CONTEXT);
  return words.endsWith('…') || words.trim() === '' ? words : `${words.trimEnd()} …`;
}

/** The reading as spans. */
export function excerpt(reading: Reading, signs: Signs): Span[] {
  const left = before(reading.before);
  const right = after(reading.after);
  const middle = clip(shown(reading.text.slice(0, WORDS * 8)).trim(), WORDS);
  const marked = middle === '' ? '' : `${signs.open}${middle}${signs.close}`;
  const glueLeft = left !== '' && !left.endsWith(' ') && /\s$/u.test(reading.before) ? ' ' : '';
  const glueRight = right !== '' && !right.startsWith(' ') && /^\s/u.test(reading.after) ? ' ' : '';
  const isolate = isRightToLeft(left + middle + right);
  return [
    { text: `${isolate ? '\u2068' : ''}${forTerminal(left)}${glueLeft}` },
    { text: forTerminal(marked), brush: signs.brush },
    { text: `${glueRight}${forTerminal(right)}${isolate ? '\u2069' : ''}` },
  ];
}

/** Whether a reading has anything to show. */
export function hasWords(reading: Reading | null): reading is Reading {
  return reading !== null && displayWidth(reading.text.trim()) > 0;
}
