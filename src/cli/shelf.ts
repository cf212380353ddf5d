/** A shelf holds the sealed texts that copies are held against, and gives for each copy those it may come from. */
import { Buffer } from 'node:buffer';
import type { Document } from '../core/read/document.ts';
import type { Transcript } from '../core/structure/transcript.ts';
import type { Sealed } from '../core/verify.ts';
import type { FileBytes } from '../repository/read-file.ts';

/** A sealed text with the name a report shows for it. */
export interface SealedText extends Sealed {
  readonly shown: string;
  /** The sealed file, where it was read: its bytes, and what they say. */
  readonly bytes?: Uint8Array;
  readonly document?: Document;
}

export interface Shelf {
  /** The sealed text whose file has exactly the bytes of `copy`; `null` when none has. */
  readonly twin: (copy: FileBytes) => Promise<SealedText | null>;
  /** The sealed texts that `copy` may come from, with their transcripts where they are at hand; never empty. */
  readonly candidates: (copy: Document) => Promise<readonly SealedText[]>;
  /** Transcripts whose words are known before a copy is read. */
  readonly known: () => readonly Transcript[];
}

/** A shelf of a few texts that are all at hand. */
export function shelfOf(texts: readonly SealedText[]): Shelf {
  return {
    twin: async (copy) => texts.find((text) => hasBytes(text, copy)) ?? null,
    candidates: async () => texts,
    known: () => texts.flatMap(({ transcript }) => (transcript === null ? [] : [transcript])),
  };
}

/** Bytes that are at hand are compared; others are known by their SHA-256. */
function hasBytes(text: SealedText, copy: FileBytes): boolean {
  if (text.bytes === undefined) return text.entry.sha256 === copy.sha256;
  return Buffer.compare(text.bytes, copy.bytes) === 0;
}
