/** `verbatim verify COPY…`: judges copies. */
import { type Command, Option } from 'commander';
import { withPolicyOptions } from '../policy-options.ts';
import { collect, withReportOptions } from '../report-options.ts';
import type { Session } from '../session.ts';
import type { VerifyOptions } from '../verify-copies.ts';

const EXAMPLES = `
Examples:
  $ verbatim verify page.html --against interview.txt
  $ verbatim verify print.pdf page.html                  against the nearest manifest
  $ verbatim verify --joined page1.html page2.html --against interview.txt
  $ verbatim verify part.md --against interview.txt --allow excerpt
  $ verbatim verify page.html --against interview.txt --render
  $ curl -s https://example.org/page | verbatim verify - --against interview.txt
  $ verbatim verify page.html --against interview.txt --format json --output report.json`;

/** Adds the command to `program`. */
export function defineVerify(program: Command, session: Session): void {
  const command = program
    .command('verify')
    .summary('judge copies')
    .description('Judges whether copies still say what the speaker said.')
    .argument('<copy...>', 'the copies, in any format that can be read; - is standard input')
    .option('--against <file>', 'the transcript a copy is held against; repeat for several', collect)
    .option('--manifest <file>', 'the manifest to use (otherwise the nearest one, walking up)')
    .option('--signers <file>', 'who may have signed the manifest: a file of allowed signers (ssh-keygen)')
    .option('--joined', 'judge the files as the pages of one copy, in the order given')
    .addOption(new Option('--render', 'judge web pages as your own Chromium shows them, too').conflicts('joined'))
    .addHelpText('after', EXAMPLES);
  withReportOptions(withPolicyOptions(command)).action(async (copies: string[], options: VerifyOptions) => {
    const { verifyCopies } = await import('../verify-copies.ts');
    await verifyCopies(copies, options, session);
  });
}
