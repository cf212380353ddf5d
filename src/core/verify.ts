/**
 * `verify`: whether a copy still says what the speaker said. The whole flow in one place:
 *
 *     copy, sealed texts ──locate──▶ the text it comes from ──collate──▶ Collation ──judge──▶ Judgement
 */
import { collate } from './align/collate.ts';
import { type FindingCode, findingKind } from './judge/codes.ts';
import type { Finding } from './judge/finding.ts';
import { judge } from './judge/judge.ts';
import type { Judgement } from './judge/judgement.ts';
import { type Policy, passes } from './judge/policy.ts';
import { plainFindings } from './judge/reading.ts';
import { locate } from './locate/locate.ts';
import { type Recovered, recover } from './locate/recover.ts';
import type { Document } from './read/document.ts';
import type { SideBySide } from './report/html/side-by-side.ts';
import { sideBySideOf } from './report/side-by-side/index.ts';
import type { ManifestEntry } from './seal/entry.ts';
import type { OlderVersion } from './seal/manifest-change.ts';
import type { Conventions, Transcript, Witness } from './structure/transcript.ts';
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
  /** What this record superseded, the newest first. */
  readonly older?: readonly OlderVersion[];
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
 *
 * A copy is judged against what is in force. Where it does not pass, and is what an older version said, that is noted.
 */
export function verify(copy: Document, sealed: readonly Sealed[], options: VerifyOptions): Verified {
  const verified = verifyOnDemand(copy, sealed, options);
  return { ...verified, findings: plainFindings(verified.findings) };
}

/**
 * As `verify`, but the words that a finding quotes are looked up when they are looked at, and until then keep both texts in
 * memory. For who shows a few of very many findings; they are no plain data.
 */
export function verifyOnDemand(copy: Document, sealed: readonly Sealed[], options: VerifyOptions): Verified {
  const witness = witnessOf(copy);
  const { best, equals } = locate(witness, sealed);
  const text = sealed[best]!;
  const judgement = judgeOne(witness, text, options);
  const notes = [
    ...(equals.length > 0 ? [note('several-candidates', { candidates: pathsOf(equals, sealed) })] : []),
    ...(judgement.pass ? [] : olderNote(witness, text, options)),
  ];
  const isUnmatched = judgement.verdict === 'unmatched';
  return { ...withNotes(judgement, notes, options.policy), candidate: isUnmatched ? null : best };
}

/** A judgement that can show both texts side by side, each finding on its words. */
export interface VerifiedSideBySide extends Verified {
  /**
   * Both texts, marked with `findings` by their index: those of the judgement, and what a report has added to them.
   * `null` where no text was recognised. Where the transcript is not at hand, the copy alone, with what its digests say of each passage.
   */
  readonly sideBySide: (findings: readonly Finding[]) => SideBySide | null;
}

/** As `verifyOnDemand`, for a report that shows the texts. The texts are aligned again when they are asked for, and only then. */
export function verifySideBySide(
  copy: Document,
  sealed: readonly Sealed[],
  options: VerifyOptions,
): VerifiedSideBySide {
  const verified = verifyOnDemand(copy, sealed, options);
  const text = verified.candidate === null ? null : sealed[verified.candidate]!;
  const sideBySide = (findings: readonly Finding[]) => {
    if (text === null) return null;
    const witness = witnessOf(copy);
    const { transcript, closed, covered } = wordsOf(witness, text);
    const collation = collate(transcript, witness, options.conventions, covered);
    const isKnown = new Set(verified.findings);
    return sideBySideOf(collation, findings, isKnown, text.transcript === null ? closed : null);
  };
  return { ...verified, sideBySide };
}

/** The words of a sealed text: those of its transcript, or as many as the copy itself proves. */
function wordsOf(witness: Witness, sealed: Sealed): Words {
  const { transcript } = sealed;
  return transcript === null ? recover(witness, sealed.entry) : { transcript, closed: NOTHING_CLOSED, covered: null };
}

/** As recovered from a copy; where the transcript is at hand nothing is closed, and nothing need be covered. */
type Words = Omit<Recovered, 'covered'> & { readonly covered: Recovered['covered'] | null };

function judgeOne(witness: Witness, sealed: Sealed, options: VerifyOptions): Judgement {
  const { policy, conventions } = options;
  const { transcript, absence } = sealed;
  const known = wordsOf(witness, sealed);
  const collation = collate(known.transcript, witness, conventions, known.covered);
  const judgement = judge({
    collation,
    // A transcript at hand is sealed when its digests are asked for.
    get entry() {
      return sealed.entry;
    },
    closed: known.closed,
    policy,
    conventions,
  });
  if (transcript !== null) return judgement;
  return withNotes(judgement, [note('transcript-absent', absence === undefined ? {} : { why: absence })], policy);
}

/** The newest older version that the copy gives unchanged, judged by its digests. */
function olderNote(witness: Witness, { older = [] }: Sealed, options: VerifyOptions): readonly Finding[] {
  const version = older.find(
    ({ entry }) => judgeOne(witness, { entry, transcript: null }, options).verdict === 'verbatim',
  );
  if (version === undefined) return [];
  const { sealed } = version.entry;
  return [note('superseded-version', { ...(sealed === undefined ? {} : { day: sealed }), reason: version.reason })];
}

function pathsOf(indices: readonly number[], sealed: readonly Sealed[]): string {
  return indices.map((i) => sealed[i]!.entry.path).join(', ');
}

function note(code: FindingCode, data: Finding['data']): Finding {
  const { level } = findingKind(code);
  return { code, level, speaker: null, passage: null, sealed: null, copy: null, count: 1, data };
}

function withNotes(judgement: Judgement, notes: readonly Finding[], policy: Policy): Judgement {
  if (notes.length === 0) return judgement;
  const findings = [...judgement.findings, ...notes];
  return { ...judgement, findings, pass: passes(findings, policy) };
}
