/** `verbatim canon FILE`: prints the bytes that are hashed. */
import type { Command } from 'commander';
import type { Session } from '../session.ts';

const EXAMPLES = `
Examples:
  $ verbatim canon interview.txt
  $ verbatim canon interview.txt | sha256sum    the digest the manifest keeps
  $ curl -s https://example.org/page | verbatim canon -`;

/** Adds the command to `program`. */
export function defineCanon(program: Command, session: Session): void {
  program
    .command('canon')
    .summary('print the canonical form of a text')
    .description('Prints the canonical form of a text: exactly the bytes whose SHA-256 is sealed.')
    .argument('<file>', 'the text; - is standard input')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string) => {
      const { printCanon } = await import('../print-canon.ts');
      await printCanon(file, session);
    });
}
