/**
 * A finding is one judged fact, as data: a stable code, a level, places and readings. Sentences are made from it in one
 * place (`report/wording.ts`), so every report says the same thing in the same words.
 */
import type { Place } from '../read/document.ts';
import type { FindingCode } from './codes.ts';

/** `fail` counts against the copy; `note` is only told. */
export type Level = 'fail' | 'note';

/** What one witness has at a finding. */
export interface Reading {
  /** The words as they stand there, with their typography; '' where this witness has nothing. */
  readonly text: string;
  /** A few words before and after, for a reader to recognise the spot. */
  readonly before: string;
  readonly after: string;
  /** Where it stands, or where it would stand; `null` when the witness is not at hand. */
  readonly place: Place | null;
}

export interface Finding {
  readonly code: FindingCode;
  readonly level: Level;
  /** The speaker of the sealed passage, as the transcript names them; `null` when it concerns no one. */
  readonly speaker: string | null;
  /** Index of the sealed passage, from 0; `null` when it concerns none. */
  readonly passage: number | null;
  readonly sealed: Reading | null;
  readonly copy: Reading | null;
  /** How many occurrences stand behind this one finding; 1 unless it is counted. */
  readonly count: number;
  /** What the sentence needs besides: a selector, a label, a question's first words. Never a path or a metadata value. */
  readonly data: Readonly<Record<string, string | number>>;
}
