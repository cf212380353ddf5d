/**
 * What a transcript is made of: turns, passages, labels and marks over a document's blocks.
 *
 * Tokens are numbered through the whole witness: token `i` is `witness.tokens[i]`, wherever its block stands.
 */
import type { Lexicon } from '../canon/lexicon.ts';
import type { Document } from '../read/document.ts';

/** What a passage is in the transcript. */
export type Role = 'speech' | 'question' | 'note' | 'notice' | 'matter';

/** A document with its tokens in a row, as every later stage works on it. */
export interface Witness {
  readonly document: Document;
  /** The canonical tokens of all blocks in a row. */
  readonly tokens: readonly string[];
  /** The tokens that occur, and for each token of the row its number there. */
  readonly lexicon: Lexicon;
  readonly numbers: Uint32Array;
  /** For each token, its half-open span in its block's text (UTF-16 code units). */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** For each token, the index of its block. */
  readonly block: Uint32Array;
  /** For each block, the number of its first token; one entry more than there are blocks. */
  readonly firstToken: Uint32Array;
}

export interface Speaker {
  /** The name as the label gives it, without its punctuation; `A` for unlabelled answers to a `Q:`. */
  readonly name: string;
  /** Whether the transcript writes the label. */
  readonly labelled: boolean;
}

/** A speaker's label as it stands before a turn. */
export interface Label {
  readonly name: string;
  /** Half-open range of its tokens, with its punctuation. */
  readonly from: number;
  readonly to: number;
}

/** One block of one turn: the smallest sealed unit. */
export interface Passage {
  readonly role: Role;
  /** Index into the speakers; `null` where nobody speaks (matter, notes, notice, a monologue). */
  readonly speaker: number | null;
  /** Index of the turn it belongs to; `null` where nobody speaks. */
  readonly turn: number | null;
  readonly block: number;
  /** Half-open range of its tokens, without label and timestamp. */
  readonly from: number;
  readonly to: number;
  /** The label that stands before it, if one does. */
  readonly label: Label | null;
}

/** A sign that something was withheld or not understood. */
export interface Mark {
  /** As the text writes it: `(*)`. */
  readonly mark: string;
  /** Index of its passage, and its tokens' half-open range in the witness. */
  readonly passage: number;
  readonly from: number;
  readonly to: number;
}

/** A transcript, structured. */
export interface Transcript {
  readonly witness: Witness;
  readonly title: string | null;
  readonly speakers: readonly Speaker[];
  readonly passages: readonly Passage[];
  readonly marks: readonly Mark[];
}

/** What a publisher declares about transcripts, beyond what is found. */
export interface Conventions {
  /** Labels to take as labels even where they occur once. */
  readonly labels: readonly string[];
  /** Marks besides the known ones: `[cut]`. */
  readonly marks: readonly string[];
  /** Other names of a speaker, by the name the transcript uses: `{ A: ['Sergei'] }`. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

export const NO_CONVENTIONS: Conventions = { labels: [], marks: [], aliases: new Map() };
