/** `verbatim export`: what the manifest says, in formats that others verify with. */
import { type Command, Option } from 'commander';
import type { ExportOptions } from '../export-manifest.ts';
import type { Session } from '../session.ts';

const EXAMPLES = `
Examples:
  $ verbatim export > SHA256SUMS && sha256sum -c SHA256SUMS
  $ verbatim export --format bagit > manifest-sha256.txt
  $ verbatim export --format bagit --bag ../interviews-bag   a whole bag (RFC 8493), with copies of the texts`;

/** Adds the command to `program`. */
export function defineExport(program: Command, session: Session): void {
  program
    .command('export')
    .summary('write the manifest for sha256sum or BagIt')
    .description('Writes what the manifest seals in a format that other programs verify with.')
    .addOption(new Option('--format <format>', 'the form').choices(['sha256sum', 'bagit']).default('sha256sum'))
    .addOption(new Option('--bag <folder>', 'make a whole bag in a new folder').implies({ format: 'bagit' }))
    .option('--manifest <file>', 'the manifest to use (otherwise the nearest one, walking up)')
    .option('--output <file>', 'write to a file instead of standard output')
    .addHelpText('after', EXAMPLES)
    .action(async (options: ExportOptions) => {
      const { exportManifest } = await import('../export-manifest.ts');
      exportManifest(options, session);
    });
}
