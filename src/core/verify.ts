/**
 * `verify`: whether a copy still says what the speaker said. The whole flow in one place:
 *
 *     copy, sealed texts ──locate──▶ the text it comes from ──collate──▶ Collation ──judge──▶ Judgement
 */
import { collate } from './align/collate.ts';
import { findingKind } from './judge/codes.ts';
import type { Finding } from './judge/finding.ts';
import { judge } from './judge/judge.ts';
import type { Judgement } from './judge/judgement.ts';
import { type Policy, passes } from './judge/policy.ts';
import { locate } from './locate/locate.ts';
import { recover } from './locate/recover.ts';
import type { Document } from './read/document.ts';
import type { ManifestEntry } from './seal/entry.ts';
import type { Conventions, Transcript } from './structure/transcript.ts';
import { witnessOf } from './structure/witness.ts';

const NOTHING_CLOSED: ReadonlySet<number> = new Set();

/** Why a transcript is not at hand: its file is not there, cannot be read, or no longer has the sealed bytes. */
export type Absence = 'missing' | 'unreadable' | 'changed';

/** A sealed text: its record, and the transcript itself if it is at hand. */
export interface Sealed {
  readonly entry: ManifestEntry;
  readonly transcript: Transcript | null;
  /** Why the transcript is not at hand, where that is known. */
  readonly absence?: Absence;
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
  const { entry, transcript, absence } = sealed[candidate]!;
  const { policy, conventions } = options;
  const known = transcript === null ? recover(witness, entry) : { transcript, closed: NOTHING_CLOSED, covered: null };
  const collation = collate(known.transcript, witness, conventions, known.covered);
  const judgement = judge({ collation, entry, closed: known.closed, policy, conventions });
  const told = transcript === null ? withNote(judgement, absenceNote(absence), policy) : judgement;
  return { ...told, candidate: told.verdict === 'unmatched' ? null : candidate };
}

/** That only the manifest spoke. */
function absenceNote(absence: Absence | undefined): Finding {
  const nothing = { speaker: null, passage: null, sealed: null, copy: null, count: 1 } as const;
  const { level } = findingKind('transcript-absent');
  return { code: 'transcript-absent', level, ...nothing, data: absence === undefined ? {} : { why: absence } };
}

function withNote(judgement: Judgement, note: Finding, policy: Policy): Judgement {
  const findings = [...judgement.findings, note];
  return { ...judgement, findings, pass: passes(findings, policy) };
}
