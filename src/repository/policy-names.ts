/** The names a person may allow and deny, and what is wrong with the others. */
import { FINDING_CODES, findingKind, isFindingCode } from '../core/judge/codes.ts';
import { VERDICTS, type Verdict } from '../core/judge/verdict.ts';
import { didYouMean } from './suggest.ts';

/** Whether `name` is a verdict's. */
export function isVerdict(name: string): name is Verdict {
  return VERDICTS.some((verdict) => verdict === name);
}

/** Why `name` cannot be allowed, or `null` when it can. */
export function allowProblem(name: string): string | null {
  if (!isVerdict(name) && !isFindingCode(name)) {
    return `“${name}” is neither a verdict nor a finding${didYouMean(name, [...VERDICTS, ...FINDING_CODES])}`;
  }
  const verdict = isVerdict(name) ? name : findingKind(name).verdict;
  if (verdict === 'unreadable' || verdict === 'unmatched') return `“${name}” cannot be allowed: nothing was judged`;
  return null;
}

/** Why `name` cannot be denied. */
export function denyProblem(name: string): string {
  return `“${name}” is not the code of a finding${didYouMean(name, FINDING_CODES)}`;
}
