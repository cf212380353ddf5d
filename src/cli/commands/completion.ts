/** `verbatim completion SHELL`: a script that completes commands, options and codes. */
import { Argument, type Command } from 'commander';
import type { Session } from '../session.ts';

const EXAMPLES = `
Examples:
  $ verbatim completion bash > ~/.local/share/bash-completion/completions/verbatim
  $ verbatim completion zsh > ~/.zfunc/_verbatim
  $ verbatim completion fish > ~/.config/fish/completions/verbatim.fish`;

/** Adds the command to `program`. */
export function defineCompletion(program: Command, session: Session): void {
  program
    .command('completion')
    .summary('print a completion script for a shell')
    .description('Prints a script with which a shell completes commands, options and their values.')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', EXAMPLES)
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { completionScript } = await import('../completion.ts');
      session.stdout.write(completionScript(shell, program));
    });
}
