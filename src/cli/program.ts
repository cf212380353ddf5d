/** The commands, with what they have in common: where they write, and how they say that they were used wrongly. */
import { Command } from 'commander';
import { defineCanon } from './commands/canon.ts';
import { defineCheck } from './commands/check.ts';
import { defineCompletion } from './commands/completion.ts';
import { defineExplain } from './commands/explain.ts';
import { defineExport } from './commands/export.ts';
import { defineInit } from './commands/init.ts';
import { defineManifest } from './commands/manifest.ts';
import { definePage } from './commands/page.ts';
import { defineQuotes } from './commands/quotes.ts';
import { defineVerify } from './commands/verify.ts';
import { type Session, say } from './session.ts';

const COMMANDS = [
  defineManifest,
  defineVerify,
  defineCheck,
  defineQuotes,
  defineCanon,
  defineExport,
  definePage,
  defineExplain,
  defineInit,
  defineCompletion,
] as const;

const EXAMPLES = `
Examples:
  $ verbatim manifest interview.txt                    seal a transcript
  $ verbatim verify page.html --against interview.txt  judge a copy
  $ verbatim check                                     judge a whole repository

Exit status: 0 everything passes, 1 something does not, 2 something could not be judged.`;

/** The whole command line for one session; `version` is the package's. */
export function programOf(session: Session, version: string): Command {
  const program = new Command('verbatim')
    .description('Proves that a published text still says what the speaker said.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => session.stdout.write(text),
      writeErr: (text) => session.stderr.write(text),
      getOutHelpWidth: () => session.stdout.columns ?? 80,
      getErrHelpWidth: () => session.stderr.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (text) => say(session, oneLine(text)),
    });
  for (const define of COMMANDS) define(program, session);
  return program;
}

/** Commander says `error: unknown option '--fromat'\n(Did you mean --format?)`. */
function oneLine(text: string): string {
  const [problem = '', ...hints] = text.trim().split('\n');
  const hint = hints.join(' ').replace(/^\(D/, '(d');
  return `${problem.replace(/^error: /, '')}${hint === '' ? '; --help lists what there is' : ` ${hint}`}`;
}
