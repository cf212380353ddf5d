/** `verbatim check`: the gate of a texts repository. */
import { type Command, InvalidArgumentError } from 'commander';
import type { CheckOptions } from '../check-repository.ts';
import { withPolicyOptions } from '../policy-options.ts';
import { withReportOptions } from '../report-options.ts';
import type { Session } from '../session.ts';

const EXAMPLES = `
Examples:
  $ verbatim check                        every sealed text, every declared copy
  $ verbatim check --base origin/main     also: no line of the base’s manifest was touched
  $ verbatim check --base origin/main --changed --format github

With --base, the configuration of the base governs.`;

/** Adds the command to `program`. */
export function defineCheck(program: Command, session: Session): void {
  const command = program
    .command('check')
    .summary('judge a whole repository: the gate for pull requests')
    .description(
      'Checks that every sealed text is there and unchanged, that no text is unsealed, and judges declared copies.',
    )
    .option('--base <revision>', 'compare with a git revision: the base of a pull request')
    .option('--changed', 'judge only what changed since --base')
    .option('--manifest <file>', 'the manifest to use (otherwise the nearest one, walking up)')
    .option('--signers <file>', 'who may have signed the manifest: a file of allowed signers (ssh-keygen)')
    .option('--jobs <number>', 'threads to use (otherwise as many as the machine runs at once)', jobsOf)
    .addHelpText('after', EXAMPLES);
  withReportOptions(withPolicyOptions(command)).action(async (options: CheckOptions) => {
    const { checkRepository } = await import('../check-repository.ts');
    await checkRepository(options, session);
  });
}

function jobsOf(value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value)) throw new InvalidArgumentError('give a number from 1 to 999');
  return Number(value);
}
