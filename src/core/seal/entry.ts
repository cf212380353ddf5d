/** What the manifest records. The file's own spelling of it is in `manifest-write.ts` and `manifest-parse.ts`. */

/** What a passage is. */
export type Role = 'speech' | 'question' | 'note' | 'notice' | 'matter';

/** Hex digits of a passage's digest that the manifest keeps. */
export const PASSAGE_DIGEST_LENGTH = 32;

/** One block of one turn, the smallest sealed unit. */
export interface SealedPassage {
  readonly role: Role;
  /** Index into the speakers, or `null` where nobody speaks. */
  readonly speaker: number | null;
  /** How many tokens of the canonical form it has, without label and timestamp. */
  readonly tokens: number;
  /** The first `PASSAGE_DIGEST_LENGTH` hex digits of the SHA-256 of these tokens. */
  readonly digest: string;
}

export interface SealedSpeaker {
  /** The name as the text gives it; empty for one who is never named. */
  readonly name: string;
  /** Whether the text puts a label before this speaker's turns. */
  readonly labelled: boolean;
}

/** A sign that something was withheld or not understood. */
export interface SealedMark {
  /** The mark as written: `(*)`. */
  readonly mark: string;
  /** Index of its passage. */
  readonly passage: number;
  /** Index, in that passage, of its first token. */
  readonly token: number;
}

/** One sealed text: one line of the manifest. */
export type ManifestEntry = SealedText & (FirstSealing | Supersession);

/** What every line records of its text. */
interface SealedText {
  readonly kind: 'sealed';
  /** Relative to the manifest's folder, with `/`. */
  readonly path: string;
  /** Bytes of the file. */
  readonly size: number;
  /** SHA-256 of the file's bytes, 64 hex digits. */
  readonly sha256: string;
  readonly title: string | null;
  readonly form: 'verbatim-text/1';
  /** SHA-256 of the whole text's canonical form, 64 hex digits. */
  readonly digest: string;
  readonly words: number;
  readonly speakers: readonly SealedSpeaker[];
  readonly passages: readonly SealedPassage[];
  readonly marks: readonly SealedMark[];
  /** The day of sealing, `YYYY-MM-DD`. */
  readonly sealed?: string;
}

/** A line that supersedes nothing. */
interface FirstSealing {
  readonly supersedes?: never;
  readonly moved?: never;
  readonly reason?: never;
}

/** A line that corrects or moves another. */
interface Supersession {
  /** The `sha256` of the line that this one corrects or moves. Says which together with `moved`. */
  readonly supersedes: string;
  /** The path of the superseded line, where it is another. */
  readonly moved?: string;
  /** Why it supersedes. */
  readonly reason: string;
}

/** What is left of a text that was withdrawn. It holds no digest: digests of short passages can be guessed. */
export interface Tombstone {
  readonly kind: 'withdrawn';
  readonly path: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly reason: string;
  readonly sha256?: never;
  readonly supersedes?: never;
}

export type ManifestRecord = ManifestEntry | Tombstone;

/** A manifest: its records sorted by path and, for one path, in the order of sealing. */
export interface Manifest {
  readonly entries: readonly ManifestRecord[];
}

/** A manifest that seals nothing yet. */
export const EMPTY_MANIFEST: Manifest = { entries: [] };

/** The line of the file that the record with this index stands on. Lines count from 1; the first is the header. */
export function lineOf(index: number): number {
  return index + 2;
}
