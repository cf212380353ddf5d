/** Sentences about files that cannot be read, and about a repository's texts, manifest and signature. */
import type { FindingCode } from '../../judge/codes.ts';
import type { Finding } from '../../judge/finding.ts';
import { because, datum, meaningWith, type Sentence } from './say.ts';

function withDetail(finding: Finding): string {
  const detail = datum(finding, 'detail');
  return meaningWith(finding, detail === null ? null : `: ${detail}`);
}

function withReason(finding: Finding): string {
  return meaningWith(finding, because(finding));
}

export const FILES_WORDING = {
  encrypted: withDetail,
  'no-text': withDetail,
  'not-text': withDetail,
  damaged: withDetail,
  'too-large': withDetail,
  'too-deep': withDetail,
  'unsafe-archive': withDetail,
  'unknown-encoding': withDetail,
  'unknown-format': withDetail,
  missing: withDetail,
  'not-a-file': withDetail,
  'not-readable': withDetail,
  'text-missing': withDetail,
  'text-bytes-changed': withDetail,
  'text-words-changed': withDetail,
  'text-unsealed': withDetail,
  'text-withdrawn': withReason,
  'text-superseded': withReason,
  'line-removed': withDetail,
  'line-edited': withDetail,
  'line-moved': withDetail,
  'line-added': withDetail,
  'manifest-broken': withDetail,
  'base-missing': withDetail,
  'config-loosened': withDetail,
  'signature-missing': withDetail,
  'signature-good': withDetail,
  'signature-bad': withDetail,
} as const satisfies Partial<Record<FindingCode, Sentence>>;
