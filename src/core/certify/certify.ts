/**
 * Certification: the words taken from the copy, passage by passage, hashed and held against the sealed digests.
 *
 * This is what decides. It takes from the collation only which tokens of the copy are whose, and hashes all of them, paired
 * or not; so a fault in the alignment can bring a false alarm, never a false `verbatim`.
 */
import { type Collation, TOKEN } from '../align/collation.ts';
import { digestTokens } from '../canon/index.ts';
import { type ManifestEntry, PASSAGE_DIGEST_LENGTH } from '../seal/entry.ts';

export interface Certificate {
  /** For each sealed passage, whether the copy's words for it hash to the sealed digest. */
  readonly agrees: readonly boolean[];
  /** Whether the passages that are there follow one another as sealed, none in pieces; titles aside. */
  readonly inOrder: boolean;
}

/** Certifies the copy of `collation` against the sealed `entry`. */
export function certify({ copy, owner, kind }: Collation, { passages }: ManifestEntry): Certificate {
  const words: string[][] = passages.map(() => []);
  let inOrder = true;
  let last = 0;
  for (let c = 0; c < owner.length; c++) {
    if (kind[c] !== TOKEN.passage) continue;
    const passage = owner[c]!;
    // Titles and bylines may stand anywhere.
    if (passages[passage]!.role !== 'matter') {
      if (passage < last) inOrder = false;
      last = Math.max(last, passage);
    }
    words[passage]!.push(copy.tokens[c]!);
  }
  const agrees = passages.map(
    (passage, i) =>
      words[i]!.length === passage.tokens && digestTokens(words[i]!).slice(0, PASSAGE_DIGEST_LENGTH) === passage.digest,
  );
  return { agrees, inOrder };
}
