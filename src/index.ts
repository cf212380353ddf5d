/**
 * The library: everything the command line does with words, as functions of bytes and values.
 *
 * ```ts
 * const transcript = structure(await read(bytes, { name: 'interview.txt' }));
 * const entry = seal(transcript, { path: 'interview.txt', size: bytes.length, sha256: '…' });
 * const copy = await read(page, { name: 'page.html' });
 * const judgement = verify(copy, [{ entry, transcript }], { policy: STRICT, conventions: NO_CONVENTIONS });
 * ```
 */
export { CANONICAL_FORM, type Canonical, canonicalise, parseSerialisation, serialise } from './core/canon/index.ts';
export { FINDING_CODES, type FindingCode, type FindingKind, findingKind, isFindingCode } from './core/judge/codes.ts';
export type { Finding, Level, Reading } from './core/judge/finding.ts';
export type { CopyResult, Judgement, Report, TextResult } from './core/judge/judgement.ts';
export { type Policy, STRICT } from './core/judge/policy.ts';
export { VERDICTS, type Verdict } from './core/judge/verdict.ts';
export type { Block, Caveat, Document, Format, HiddenText, Place } from './core/read/document.ts';
export { type ReadOptions, read } from './core/read/index.ts';
export { Refusal, type RefusalReason } from './core/refusal.ts';
export { explain, explainAll, type ReportFormat, writeReport } from './core/report/index.ts';
export { parseReport } from './core/report/parse.ts';
export { ReportError } from './core/report/parse-field.ts';
export type { Manifest, ManifestEntry, SealedPassage, Tombstone } from './core/seal/entry.ts';
export { ManifestError, type ManifestProblem } from './core/seal/manifest-error.ts';
export { parseManifest } from './core/seal/manifest-parse.ts';
export { serialiseManifest } from './core/seal/manifest-write.ts';
export { type SealedFile, seal } from './core/seal/seal.ts';
export { structure } from './core/structure/structure.ts';
export { type Conventions, NO_CONVENTIONS, type Passage, type Transcript } from './core/structure/transcript.ts';
export { type Sealed, type Verified, type VerifyOptions, verify } from './core/verify.ts';
