/** Which quotations nothing can be said about: too short to tell, a term, the title of a work. They are told, not failed. */
import type { Judged } from './judged.ts';
import { copyReading, finding } from './make-finding.ts';
import type { Pattern } from './pattern.ts';
import type { Quotation } from './quotation.ts';
import type { QuotedText } from './quoted-text.ts';

export type UncheckedReason = 'short' | 'term' | 'title' | 'no-transcript';

/** Fewer words than this are said by everybody. */
const SHORT = 3;
/** So few words without an attribution, in the middle of a sentence, are a scare quote. */
const SCARE = 3;
/** A term that a cue announces ("so-called") has at most so many words, a title so many. */
const TERM = 4;
const TITLE = 12;

/**
 * Why words that no transcript has need not have been said by anyone; `null` if they read as speech: they are given to
 * somebody, and no cue stands before them.
 */
export function excuse({ words, joints }: Pattern, { cue, attribution, role }: Quotation): UncheckedReason | null {
  if (words.length < SHORT) return 'short';
  const ends = joints.at(-1)!.signs.some((sign) => '.!?'.includes(sign));
  if (role !== 'body') return null;
  if (cue === 'term' && words.length <= TERM) return 'term';
  if (cue === 'title' && words.length <= TITLE && !ends) return 'title';
  if (attribution.by === 'named') return null;
  if (words.length <= TITLE && !ends && isTitleCase(words.map(({ text }) => text))) return 'title';
  const lower = words[0]!.text === words[0]!.key;
  return words.length <= SCARE && attribution.by === 'nobody' && lower && !ends ? 'term' : null;
}

/** Titles in English set all words but the small ones in capitals: `The Raven and the Cathedral`. */
function isTitleCase(words: readonly string[]): boolean {
  const big = words.filter((word) => word.length > 4 || /^\p{Lu}/u.test(word));
  return big.length * 2 >= words.length && big.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}

/** The judgement of a quotation that was not checked. */
export function unchecked(reason: UncheckedReason, text: QuotedText): Judged {
  const copy = copyReading(text, 0, text.text.length);
  const findings = [finding('quotation-unchecked', { copy, data: { reason } })];
  return { verdict: 'unchecked', transcript: null, conventions: [], findings };
}
