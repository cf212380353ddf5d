/**
 * `verify`: whether a copy still says what the speaker said. The whole flow in one place:
 *
 *     copy, sealed texts ──locate──▶ the text it comes from ──collate──▶ Collation ──judge──▶ Judgement
 */
import { collate } from './align/collate.ts';
import { judge } from './judge/judge.ts';
import type { Judgement } from './judge/judgement.ts';
import type { Policy } from './judge/policy.ts';
import { locate } from './locate/locate.ts';
import { recover } from './locate/recover.ts';
import type { Document } from './read/document.ts';
import type { ManifestEntry } from './seal/entry.ts';
import type { Conventions, Transcript } from './structure/transcript.ts';
import { witnessOf } from './structure/witness.ts';

const NOTHING_CLOSED: ReadonlySet<number> = new Set();

/** A sealed text: its record, and the transcript itself if it is at hand. */
export interface Sealed {
  readonly entry: ManifestEntry;
  readonly transcript: Transcript | null;
}

export interface VerifyOptions {
  readonly policy: Policy;
  readonly conventions: Conventions;
}

/** A judgement, and which of the sealed texts it speaks of: its index, or `null` when none was recognised. */
export interface Verified extends Judgement {
  readonly candidate: number | null;
}

/**
 * Judges `copy` against the one of `sealed` it comes from: word by word where its transcript is at hand, passage by passage
 * where only the manifest is. `sealed` has at least one entry. Throws nothing that depends on the words.
 */
export function verify(copy: Document, sealed: readonly Sealed[], options: VerifyOptions): Verified {
  const witness = witnessOf(copy);
  const candidate = locate(witness, sealed);
  const { entry, transcript } = sealed[candidate]!;
  const known = transcript === null ? recover(witness, entry) : { transcript, closed: NOTHING_CLOSED };
  const collation = collate(known.transcript, witness, options.conventions);
  const judgement = judge({ collation, entry, closed: known.closed, ...options });
  return { ...judgement, candidate: judgement.verdict === 'unmatched' ? null : candidate };
}
