/**
 * A reading with a few words of context, the words in question between signs: `I was [-afraid of-] them` in the transcript,
 * `I was {+angry at+} them` in the copy. The signs are those of `wdiff`; colours only repeat what they say.
 */
import type { Reading } from '../../judge/finding.ts';
import type { Brush, Span } from '../columns.ts';
import { inContext } from '../context.ts';
import { forTerminal, isRightToLeft } from '../escape.ts';

const LIMITS = { context: 48, words: 240 } as const;

export interface Signs {
  readonly open: string;
  readonly close: string;
  readonly brush: Brush;
}

/** `… ` before words that begin in the middle of a sentence, ` …` behind those that stop there. */
function leading(text: string): string {
  return text.trim() === '' || text.startsWith('…') ? text : `… ${text}`;
}

function trailing(text: string): string {
  return text.trim() === '' || text.endsWith('…') ? text : `${text} …`;
}

/** The reading as spans. */
export function excerpt(reading: Reading, signs: Signs): Span[] {
  const { before, words, after } = inContext(reading, LIMITS);
  const isolate = isRightToLeft(before + words + after);
  const marked = words === '' ? '' : `${signs.open}${words}${signs.close}`;
  return [
    { text: `${isolate ? '\u2068' : ''}${forTerminal(leading(before))}` },
    { text: forTerminal(marked), brush: signs.brush },
    { text: `${forTerminal(trailing(after))}${isolate ? '\u2069' : ''}` },
  ];
}

/** Whether a reading has anything to show. */
export function hasWords(reading: Reading | null): reading is Reading {
  return reading !== null && reading.text.trim() !== '';
}
