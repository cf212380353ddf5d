/** `judge`: from a collation and its certificate to findings and a verdict. */
import { type Collation, TOKEN } from '../align/collation.ts';
import { TRAIT } from '../align/keys.ts';
import { type Certificate, certify } from '../certify/certify.ts';
import { standsOf } from '../classify/stands.ts';
import { variantsOf } from '../classify/variants.ts';
import type { ManifestEntry } from '../seal/entry.ts';
import type { Conventions } from '../structure/transcript.ts';
import { judgeAttribution } from './attribution.ts';
import { judgeCaveats } from './caveats.ts';
import { judgeCharacters } from './characters.ts';
import { findingKind } from './codes.ts';
import type { Finding } from './finding.ts';
import { judgeForeign } from './foreign.ts';
import type { Foreign } from './foreign-stretches.ts';
import { judgeHidden } from './hidden.ts';
import type { Judgement } from './judgement.ts';
import { judgeNotes } from './notes.ts';
import { judgeOrder } from './order.ts';
import { type Policy, passes } from './policy.ts';
import { copyReading, finding, passageReading, type Scene } from './scene.ts';
import { judgeTypography } from './typography.ts';
import { worst } from './verdict.ts';
import { judgeWords } from './words.ts';

/** What a judgement is made from. */
export interface Case {
  readonly collation: Collation;
  readonly entry: ManifestEntry;
  /** Passages whose words are not at hand and were not found in the copy either. */
  readonly closed: ReadonlySet<number>;
  readonly conventions: Conventions;
  readonly policy: Policy;
}

/** The judgement of the copy in `collation` against the sealed `entry`, which is only looked at where no other finding fails it. */
export function judge(given: Case): Judgement {
  const { collation, closed, conventions, policy } = given;
  const stands = standsOf(collation);
  const { passages } = collation.transcript;
  const said = stands.main.filter(({ passage }) => passages[passage]!.role !== 'matter');
  const scene: Scene = { collation, stands, closed, conventions, said };
  if (!isRecognised(scene)) return unmatched(scene, policy);
  const foreign = judgeForeign(scene);
  const told = [
    ...judgeWords(scene, variantsOf(collation, stands)),
    ...judgeNotes(scene),
    ...judgeOrder(scene, new Set(foreign.replaced.keys())),
    ...[...foreign.replaced].map(([passage, one]) => replacement(scene, passage, one)),
    ...judgeAttribution(scene),
    ...foreign.findings,
    ...judgeHidden(scene),
    ...judgeCharacters(scene),
    ...judgeCaveats(scene),
    ...judgeTypography(scene),
  ];
  const findings = [...told, ...uncertified(scene, told, () => certify(collation, given.entry))];
  return conclude(scene, findings, foreign.wordsAround, policy);
}

/** A run this long, or this share of the transcript, is no chance. */
const RECOGNISED_RUN = 8;
const RECOGNISED_SHARE = 0.3;

function isRecognised({ collation, said }: Scene): boolean {
  if (said.length === 0) return false;
  const { toSealed, sealed } = collation;
  let agreeing = 0;
  let run = 0;
  for (let c = 0; c < toSealed.length; c++) {
    const s = toSealed[c]!;
    if (s === -1) continue;
    agreeing++;
    run = toSealed[c - 1] === s - 1 ? run + 1 : 1;
    if (run >= RECOGNISED_RUN) return true;
  }
  return agreeing >= RECOGNISED_SHARE * sealed.numbers.length;
}

function unmatched(scene: Scene, policy: Policy): Judgement {
  return conclude(scene, [finding(scene, { code: 'unmatched' })], 0, policy);
}

/** Other words where a passage stood. */
function replacement(scene: Scene, passage: number, one: Foreign): Finding {
  const { role } = scene.collation.transcript.passages[passage]!;
  const code = scene.closed.has(passage) ? 'passage-differs' : 'word-substituted';
  return finding(scene, {
    code: role === 'notice' ? 'notice-changed' : code,
    passage,
    sealed: passageReading(scene, passage),
    copy: copyReading(scene, one.from, one.to),
  });
}

/**
 * What the digests deny though nothing was located there: the hash decides, also where some other finding is allowed. A
 * passage whose neighbour has a finding may have lent it words, so it is not told twice. A copy that is altered already
 * needs no certificate.
 */
function uncertified(scene: Scene, told: readonly Finding[], certificateOf: () => Certificate): readonly Finding[] {
  const failing = told.filter((one) => one.level === 'fail');
  if (failing.some((one) => findingKind(one.code).verdict === 'altered')) return [];
  const certificate = certificateOf();
  const located = new Set(
    failing.flatMap(({ passage }) => (passage === null ? [] : [passage - 1, passage, passage + 1])),
  );
  const omitted = new Set(scene.stands.omitted);
  const { passages } = scene.collation.transcript;
  const denied = passages.flatMap(({ role }, i) =>
    role === 'matter' || certificate.agrees[i] || located.has(i) || (omitted.has(i) && failing.length > 0) ? [] : [i],
  );
  if (denied.length > 0) {
    return denied.map((passage) =>
      finding(scene, { code: 'digest-differs', passage, sealed: passageReading(scene, passage) }),
    );
  }
  return certificate.inOrder ? [] : [finding(scene, { code: 'digest-differs' })];
}

function conclude(scene: Scene, findings: readonly Finding[], around: number, policy: Policy): Judgement {
  const verdict = worst(findings.filter((one) => one.level === 'fail').map((one) => findingKind(one.code).verdict));
  return {
    verdict,
    pass: passes(findings, policy),
    identical: false,
    words: { sealed: countSealed(scene), matched: countMatched(scene), around },
    findings: inOrder(findings),
  };
}

/** For each passage, whether it was said: titles and bylines are not the speaker's, so they are not counted. */
function saidPassages({ collation }: Scene): Uint8Array {
  return Uint8Array.from(collation.transcript.passages, ({ role }) => (role === 'matter' ? 0 : 1));
}

function countSealed(scene: Scene): number {
  const { sealed, numbers } = scene.collation;
  const said = saidPassages(scene);
  let count = 0;
  for (let s = 0; s < numbers.sealed.length; s++) {
    if ((numbers.traits[numbers.sealed[s]!]! & TRAIT.word) !== 0) count += said[sealed.passageOf[s]!]!;
  }
  return count;
}

function countMatched(scene: Scene): number {
  const { toSealed, sealed, kind, numbers } = scene.collation;
  const said = saidPassages(scene);
  let count = 0;
  for (let c = 0; c < toSealed.length; c++) {
    const s = toSealed[c]!;
    if (s === -1 || kind[c] !== TOKEN.passage || numbers.sealed[s] !== numbers.copy[c]) continue;
    if ((numbers.traits[numbers.copy[c]!]! & TRAIT.word) !== 0) count += said[sealed.passageOf[s]!]!;
  }
  return count;
}

/** Failures before notes, each by passage; those of one passage as they were told. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const rank = (one: Finding): number => (one.level === 'fail' ? 0 : 1);
  const place = (one: Finding): number => one.passage ?? Number.MAX_SAFE_INTEGER;
  return findings.toSorted((a, b) => rank(a) - rank(b) || place(a) - place(b));
}
