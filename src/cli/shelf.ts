/** A shelf holds the sealed texts that copies are held against, and gives for each copy those it may come from. */
import type { Document } from '../core/read/document.ts';
import type { Transcript } from '../core/structure/transcript.ts';
import type { Sealed } from '../core/verify.ts';

/** A sealed text with the name a report shows for it. */
export interface SealedText extends Sealed {
  readonly shown: string;
}

export interface Shelf {
  /** The sealed text whose file has exactly these bytes; `null` when none has. */
  readonly twin: (sha256: string) => Promise<SealedText | null>;
  /** The sealed texts that `copy` may come from, with their transcripts where they are at hand; never empty. */
  readonly candidates: (copy: Document) => Promise<readonly SealedText[]>;
  /** Transcripts whose words are known before a copy is read. */
  readonly known: readonly Transcript[];
}

/** A shelf of a few texts that are all at hand. */
export function shelfOf(texts: readonly SealedText[]): Shelf {
  return {
    twin: async (sha256) => texts.find(({ entry }) => entry.sha256 === sha256) ?? null,
    candidates: async () => texts,
    known: texts.flatMap(({ transcript }) => (transcript === null ? [] : [transcript])),
  };
}
