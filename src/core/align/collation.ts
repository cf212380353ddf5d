/**
 * A collation: for every token of the copy, whose words it is, and for every sealed passage, where it stands.
 *
 * It is the last stage that knows how the two texts were aligned; all that follows asks it.
 */
import type { Transcript, Witness } from '../structure/transcript.ts';
import type { Numbers } from './keys.ts';
import type { SealedText } from './sealed-text.ts';
import type { Unit } from './units.ts';

/** What a token of the copy is. */
export const TOKEN = {
  /** Nothing of the transcript's: furniture, or a block that does not belong. */
  foreign: 0,
  /** A word of a passage, or one that stands inside a passage. */
  passage: 1,
  label: 2,
  timestamp: 3,
} as const;

/** A label found in the copy. */
export interface FoundLabel {
  readonly name: string;
  /** Half-open range of its tokens; empty when the format names the speaker. */
  readonly from: number;
  readonly to: number;
  /** The first token of the words it stands before. */
  readonly before: number;
}

export interface Collation {
  readonly transcript: Transcript;
  readonly sealed: SealedText;
  readonly copy: Witness;
  /** The sealed tokens and the copy's as integers that are equal where the tokens are. */
  readonly numbers: Numbers;
  readonly units: readonly Unit[];
  /** For each token of the copy, its unit. */
  readonly unitOf: Uint32Array;
  readonly toCopy: Int32Array;
  readonly toSealed: Int32Array;
  /** For each token of the copy, what it is (`TOKEN`). */
  readonly kind: Uint8Array;
  /** For each token of the copy, the passage it belongs to or stands inside, or -1. */
  readonly owner: Int32Array;
  /** For each passage, its first token in the copy, or -1 where it is not there. */
  readonly placed: Int32Array;
  readonly labels: readonly FoundLabel[];
  readonly bounded: boolean;
}
