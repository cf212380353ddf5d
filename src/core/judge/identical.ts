/**
 * Copies whose bytes are the sealed file's. A plain text shows all that it holds, so nothing in it could differ; other
 * formats may hold what is not seen, and are judged like any copy.
 */
import { countWords } from '../align/units.ts';
import type { Document } from '../read/document.ts';
import type { Transcript } from '../structure/transcript.ts';
import type { Judgement } from './judgement.ts';

/** Whether a document shows all that it holds, and was read without a guess. */
export function isPlain({ format, hidden, caveats }: Document): boolean {
  return format === 'text' && hidden.length === 0 && caveats.length === 0;
}

/** The words of a judgement in which every word of `transcript` matches. */
export function allWords({ witness, passages }: Transcript): Judgement['words'] {
  let said = 0;
  // Titles and bylines are not the speaker's, so they are not counted.
  for (const { role, from, to } of passages) if (role !== 'matter') said += countWords(witness.tokens, from, to);
  return { sealed: said, matched: said, around: 0 };
}
