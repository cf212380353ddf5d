/** Sentences about files that cannot be read, and about a repository's texts, manifest and signature. */
import type { FindingCode } from '../../judge/codes.ts';
import type { Finding } from '../../judge/finding.ts';
import { because, datum, meaningOf, meaningWith, type Sentence } from './say.ts';

function withReason(finding: Finding): string {
  const detail = datum(finding, 'detail');
  const tail = `${detail === null ? '' : `: ${detail}`}${because(finding) ?? ''}`;
  return meaningWith(finding, tail === '' ? null : tail);
}

function signatureBad(finding: Finding): string {
  const why = datum(finding, 'detail');
  return why === null ? meaningOf(finding) : `The signature does not hold: ${why}.`;
}

export const FILES_WORDING = {
  encrypted: meaningOf,
  'no-text': meaningOf,
  'not-text': meaningOf,
  damaged: meaningOf,
  'too-large': meaningOf,
  'too-deep': meaningOf,
  'unsafe-archive': meaningOf,
  'unknown-encoding': meaningOf,
  'unknown-format': meaningOf,
  missing: meaningOf,
  'not-a-file': meaningOf,
  'not-readable': meaningOf,
  'not-shown': meaningOf,
  'text-missing': meaningOf,
  'text-bytes-changed': meaningOf,
  'text-words-changed': meaningOf,
  'text-unsealed': meaningOf,
  'text-withdrawn': withReason,
  'text-superseded': withReason,
  'line-removed': meaningOf,
  'line-edited': meaningOf,
  'line-moved': meaningOf,
  'line-added': meaningOf,
  'manifest-broken': meaningOf,
  'base-missing': meaningOf,
  'config-loosened': meaningOf,
  'signature-missing': meaningOf,
  'signature-unchecked': meaningOf,
  'signature-good': meaningOf,
  'signature-bad': signatureBad,
} as const satisfies Partial<Record<FindingCode, Sentence>>;
