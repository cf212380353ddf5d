/** `verbatim init`: writes a configuration by looking at the repository. */
import type { Command } from 'commander';
import type { InitOptions } from '../init/write-config.ts';
import type { Session } from '../session.ts';

const EXAMPLES = `
Examples:
  $ verbatim init --dry-run    look at what would be written
  $ verbatim init              write verbatim.config.json here

Nothing is sealed by it: read the file, then run “verbatim manifest”.`;

/** Adds the command to `program`. */
export function defineInit(program: Command, session: Session): void {
  program
    .command('init')
    .summary('write a configuration by looking at this folder')
    .description('Looks for transcripts and for pages that republish them, and writes verbatim.config.json.')
    .option('--dry-run', 'print the configuration and write nothing')
    .addHelpText('after', EXAMPLES)
    .action(async (options: InitOptions) => {
      const { writeConfig } = await import('../init/write-config.ts');
      await writeConfig(options, session);
    });
}
