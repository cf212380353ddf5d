/** Findings about files, lines and settings, which the command side makes itself. Findings about words come from the core. */
import { type FindingCode, findingKind } from '../core/judge/codes.ts';
import type { Finding, Reading } from '../core/judge/finding.ts';
import type { TextResult } from '../core/judge/judgement.ts';
import { type Policy, passes } from '../core/judge/policy.ts';

/** What a finding about a file says besides its code. */
export interface FileFacts {
  /** What exactly was met, in a few words. */
  readonly detail?: string;
  /** Why somebody did it, in their own words. */
  readonly reason?: string;
  /** The line it stands on, from 1, in the file the row is about. */
  readonly line?: number;
}

/** A finding about a file. */
export function fileFinding(code: FindingCode, { detail, reason, line }: FileFacts = {}): Finding {
  return {
    code,
    level: findingKind(code).level,
    speaker: null,
    passage: null,
    sealed: null,
    copy: line === undefined ? null : lineReading(line),
    count: 1,
    data: { ...(detail === undefined ? {} : { detail }), ...(reason === undefined ? {} : { reason }) },
  };
}

function lineReading(line: number): Reading {
  return { text: '', before: '', after: '', place: { by: 'line', line, column: 1 } };
}

/** The row of a file of the record. */
export function textRow(text: string, findings: readonly Finding[], policy: Policy): TextResult {
  return { text, pass: passes(findings, policy), findings };
}
