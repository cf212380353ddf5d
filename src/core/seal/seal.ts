/** `seal`: from a transcript to the line of the manifest that records it. */

import { countWords } from '../align/units.ts';
import { CANONICAL_FORM, digestTokens } from '../canon/index.ts';
import type { Transcript } from '../structure/transcript.ts';
import { type ManifestEntry, PASSAGE_DIGEST_LENGTH } from './entry.ts';

/** What the manifest records of the file itself. */
export interface SealedFile {
  /** Relative to the manifest's folder, with `/`. */
  readonly path: string;
  readonly size: number;
  /** SHA-256 of the file's bytes, 64 hex digits. */
  readonly sha256: string;
  /** The day of sealing, `YYYY-MM-DD`. */
  readonly sealed?: string;
}

/** The manifest's record of `transcript`, which was read from `file`. */
export function seal(transcript: Transcript, file: SealedFile): ManifestEntry {
  const { witness, passages, speakers, marks } = transcript;
  return {
    kind: 'sealed',
    path: file.path,
    size: file.size,
    sha256: file.sha256,
    title: transcript.title,
    form: CANONICAL_FORM,
    digest: digestTokens(witness.tokens),
    words: countWords(witness.tokens, 0, witness.tokens.length),
    speakers: speakers.map(({ name, labelled }) => ({ name, labelled })),
    passages: passages.map(({ role, speaker, from, to }) => ({
      role,
      speaker,
      tokens: to - from,
      digest: digestTokens(witness.tokens, from, to).slice(0, PASSAGE_DIGEST_LENGTH),
    })),
    marks: marks.map(({ mark, passage, from }) => ({ mark, passage, token: from - passages[passage]!.from })),
    ...(file.sealed === undefined ? {} : { sealed: file.sealed }),
  };
}
