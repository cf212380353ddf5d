/** What is allowed and denied, and which verdict is the headline. */
import { describe, expect, it } from 'vitest';
import { type FindingCode, findingKind } from '../../../src/core/judge/codes.ts';
import type { Finding } from '../../../src/core/judge/finding.ts';
import { type Policy, passes, STRICT } from '../../../src/core/judge/policy.ts';
import { VERDICTS, worst } from '../../../src/core/judge/verdict.ts';

function told(code: FindingCode): Finding {
  const rest = { speaker: null, passage: null, sealed: null, copy: null, count: 1, data: {} };
  return { code, level: findingKind(code).level, ...rest };
}

const allowing = (...names: (FindingCode | (typeof VERDICTS)[number])[]): Policy => ({
  ...STRICT,
  allow: new Set(names),
});
const denying = (...codes: FindingCode[]): Policy => ({ ...STRICT, deny: new Set(codes) });

describe('passing', () => {
  it.each<[string, FindingCode[], Policy, boolean]>([
    ['nothing found', [], STRICT, true],
    ['a note', ['typography'], STRICT, true],
    ['a note that is denied', ['not-evaluated'], denying('not-evaluated'), false],
    ['a failure', ['passage-omitted'], STRICT, false],
    ['a failure whose verdict is allowed', ['passage-omitted'], allowing('excerpt'), true],
    ['a failure whose code is allowed', ['passage-omitted'], allowing('passage-omitted'), true],
    ['two failures, one allowed', ['passage-omitted', 'case-changed'], allowing('excerpt'), false],
    ['two failures, both allowed', ['passage-omitted', 'case-changed'], allowing('excerpt', 'case-changed'), true],
    ['a worse verdict than the allowed one', ['word-omitted'], allowing('excerpt', 'repunctuated'), false],
    ['a better verdict than the allowed one', ['case-changed'], allowing('altered'), false],
    ['no text recognised, whatever is allowed', ['unmatched'], allowing('unmatched'), false],
    ['an unreadable copy, whatever is allowed', ['encrypted'], allowing('unreadable', 'encrypted'), false],
  ])('with %s', (_, codes, policy, expected) => {
    expect(passes(codes.map(told), policy)).toBe(expected);
  });

  it('denying wins over allowing', () => {
    const policy: Policy = { allow: new Set(['excerpt']), deny: new Set(['passage-omitted']) };
    expect(passes([told('passage-omitted')], policy)).toBe(false);
  });
});

describe('the worst verdict', () => {
  it.each(VERDICTS)('%s is no better than itself and all that follow', (verdict) => {
    const milder = VERDICTS.slice(VERDICTS.indexOf(verdict));
    expect(worst([...milder].reverse())).toBe(verdict);
  });

  it('of none is verbatim', () => {
    expect(worst([])).toBe('verbatim');
  });
});
