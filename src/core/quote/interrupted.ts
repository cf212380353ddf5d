/**
 * A sentence that an attribution interrupts: `“I did,” he said, “sign it.”`
 *
 * Each part may be the speaker's words while the sentence is not: the transcript may say `I did not sign it`. So where the
 * parts pass and plainly are one sentence (the first does not end one, the second begins in lower case), they are judged
 * together too.
 */
import type { Judged } from './judged.ts';
import type { Quotation } from './quotation.ts';

export interface Interrupted {
  /** Index of the last part. */
  readonly last: number;
  /** All parts as one quotation. */
  readonly joined: Quotation;
}

const ENDS_SENTENCE = /[.!?…。！？]["”’»]*\s*$/u;
const BEGINS_LOWER = /^[\s"'“‘«„]*\p{Ll}/u;
const PASSING: ReadonlySet<string> = new Set(['verbatim', 'convention', 'repunctuated', 'unchecked']);

/** Every interrupted sentence whose parts pass by themselves. */
export function interruptedSentences(quotations: readonly Quotation[], judged: readonly Judged[]): Interrupted[] {
  const found: Interrupted[] = [];
  for (let last = 1; last < quotations.length; last++) {
    const [first, second] = [quotations[last - 1]!, quotations[last]!];
    if (!second.continues || ENDS_SENTENCE.test(first.text) || !BEGINS_LOWER.test(second.text)) continue;
    if (![judged[last - 1]!, judged[last]!].every(({ verdict }) => PASSING.has(verdict))) continue;
    const stretches = [...first.stretches, ...second.stretches];
    found.push({ last, joined: { ...second, stretches, text: `${first.text}\n${second.text}` } });
  }
  return found;
}
