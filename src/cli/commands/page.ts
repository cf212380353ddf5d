/** `verbatim page`: builds the page on which readers check copies. */
import type { Command } from 'commander';
import type { Session } from '../session.ts';
import type { PageOptions } from '../write-page.ts';

const EXAMPLES = `
Examples:
  $ verbatim page --output check.html                                      for all sealed texts
  $ verbatim page interview.txt --with-transcript --output check.html      with the words, to show what differs
  $ verbatim page --with-pdf --output check.html                           for PDFs too, and 1.7 MB larger`;

/** Adds the command to `program`. */
export function definePage(program: Command, session: Session): void {
  program
    .command('page')
    .summary('build a page on which readers check copies')
    .description(
      'Builds one self-contained HTML file on which any reader can check a copy, offline, in their own browser.',
    )
    .argument('[text...]', 'the sealed texts, by their paths in the manifest (otherwise all)')
    .option('--with-transcript', 'put the transcripts into the page, so that it can show what differs')
    .option('--with-pdf', 'put what reads PDFs into the page, which makes it three times as large')
    .option('--manifest <file>', 'the manifest to use (otherwise the nearest one, walking up)')
    .option('--output <file>', 'write to a file instead of standard output')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: PageOptions) => {
      const { writePage } = await import('../write-page.ts');
      writePage(paths, options, session);
    });
}
