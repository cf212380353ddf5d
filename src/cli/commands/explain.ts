/** `verbatim explain [CODE]`: what a finding means, and what to do. */
import type { Command } from 'commander';
import { isFindingCode } from '../../core/judge/codes.ts';
import { denyProblem } from '../../repository/policy-names.ts';
import { RunError } from '../../repository/run-error.ts';
import type { Session } from '../session.ts';

const EXAMPLES = `
Examples:
  $ verbatim explain                 every finding, in a line each
  $ verbatim explain word-omitted    one finding: its meaning, why it matters, what to do`;

/** Adds the command to `program`. */
export function defineExplain(program: Command, session: Session): void {
  program
    .command('explain')
    .summary('say what a finding means and what to do')
    .description('Says what a finding means, why it matters and what to do; without a code, lists them all.')
    .argument('[code]', 'the code of a finding, as reports show it')
    .addHelpText('after', EXAMPLES)
    .action(async (code: string | undefined) => {
      if (code !== undefined && !isFindingCode(code)) throw new RunError(denyProblem(code));
      const { explain, explainAll } = await import('../../core/report/explain.ts');
      session.stdout.write(code === undefined ? explainAll() : explain(code));
    });
}
