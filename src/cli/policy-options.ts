/** What may be there and what may not: the configuration's word, and what the command line may change about it. */
import { type Command, InvalidArgumentError } from 'commander';
import { type FindingCode, isFindingCode } from '../core/judge/codes.ts';
import { type Policy, STRICT } from '../core/judge/policy.ts';
import type { Verdict } from '../core/judge/verdict.ts';
import { CONFIG_NAME } from '../repository/config.ts';
import { allowProblem, denyProblem, isVerdict } from '../repository/policy-names.ts';
import { RunError } from '../repository/run-error.ts';

/** The values of the options below. */
export interface PolicyOptions {
  readonly allow?: readonly (Verdict | FindingCode)[];
  readonly deny?: readonly FindingCode[];
}

/**
 * Adds `--allow` and `--deny`. Where names have a `prefix` of their own, it may be left out: for `quotes`, `repunctuated`
 * means `quotation-repunctuated`.
 */
export function withPolicyOptions(command: Command, prefix = ''): Command {
  const whole = (name: string) => (prefix !== '' && isFindingCode(prefix + name) ? prefix + name : name);
  const allow = (value: string, before: PolicyOptions['allow'] = []) => [
    ...before,
    ...split(value, whole, allowedName),
  ];
  const deny = (value: string, before: PolicyOptions['deny'] = []) => [...before, ...split(value, whole, deniedCode)];
  return command
    .option('--allow <name>', 'let a verdict (excerpt) or a finding (case-changed) pass; repeat for several', allow)
    .option('--deny <code>', 'let a note fail (not-evaluated); repeat for several', deny);
}

function split<T>(value: string, whole: (name: string) => string, read: (name: string) => T): readonly T[] {
  return value.split(',').map((name) => read(whole(name)));
}

function allowedName(name: string): Verdict | FindingCode {
  const problem = allowProblem(name);
  if (problem !== null) throw new InvalidArgumentError(problem);
  if (isVerdict(name) || isFindingCode(name)) return name;
  throw new InvalidArgumentError(denyProblem(name));
}

function deniedCode(name: string): FindingCode {
  if (isFindingCode(name)) return name;
  throw new InvalidArgumentError(denyProblem(name));
}

/**
 * The policy of the configuration with the command line's additions. The command line can deny more; it cannot allow what
 * the configuration denies.
 */
export function policyOf({ allow = [], deny = [] }: PolicyOptions, configured: Policy = STRICT): Policy {
  const denies: ReadonlySet<string> = configured.deny;
  const withheld = allow.find((name) => denies.has(name));
  if (withheld !== undefined) {
    throw new RunError(`--allow ${withheld}: ${CONFIG_NAME} denies it; change it there if it should be allowed`);
  }
  return {
    allow: new Set([...configured.allow, ...allow]),
    deny: new Set([...configured.deny, ...deny]),
  };
}
