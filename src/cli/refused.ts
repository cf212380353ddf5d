/** An input that cannot be read, as a line on standard error and as a row of the report. */
import { findingKind } from '../core/judge/codes.ts';
import type { Finding } from '../core/judge/finding.ts';
import type { CopyResult } from '../core/judge/judgement.ts';
import type { Refusal } from '../core/refusal.ts';

/** `page.bin: not text (byte 0xFF at offset 12). Save it as plain UTF-8 text.` */
export function refusedLine(shown: string, refusal: Refusal): string {
  const { title, remedy } = findingKind(refusal.reason);
  const what = `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
  return `${shown}: ${what}${refusal.detail === '' ? '' : ` (${refusal.detail})`}. ${remedy}`;
}

/** The finding of a refusal. */
export function refusedFinding(refusal: Refusal): Finding {
  return {
    code: refusal.reason,
    level: 'fail',
    speaker: null,
    passage: null,
    sealed: null,
    copy: null,
    count: 1,
    data: { detail: refusal.detail },
  };
}

/** The row of a copy that cannot be read. */
export function refusedResult(shown: string, refusal: Refusal): CopyResult {
  return {
    copy: shown,
    transcript: null,
    verdict: 'unreadable',
    pass: false,
    identical: false,
    words: { sealed: 0, matched: 0, around: 0 },
    findings: [refusedFinding(refusal)],
  };
}
