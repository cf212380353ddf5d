/** What the user allows or denies. The verdict never depends on it; passing does. */
import { type FindingCode, findingKind } from './codes.ts';
import type { Finding } from './finding.ts';
import type { Verdict } from './verdict.ts';

export interface Policy {
  /** Verdicts (all findings that lead to them) and codes that may be there. */
  readonly allow: ReadonlySet<Verdict | FindingCode>;
  /** Notes that fail. What is denied stays denied, whatever is allowed. */
  readonly deny: ReadonlySet<FindingCode>;
}

export const STRICT: Policy = { allow: new Set(), deny: new Set() };

/** Whether a finding stands against passing under `policy`. */
export function counts(finding: Finding, policy: Policy): boolean {
  if (policy.deny.has(finding.code)) return true;
  if (finding.level === 'note') return false;
  const { verdict } = findingKind(finding.code);
  if (verdict === 'unreadable' || verdict === 'unmatched') return true;
  return !policy.allow.has(finding.code) && !policy.allow.has(verdict);
}

/** Whether a copy or quotation with these findings passes. */
export function passes(findings: readonly Finding[], policy: Policy): boolean {
  return !findings.some((finding) => counts(finding, policy));
}
