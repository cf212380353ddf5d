/** `verbatim manifest [FILE…]`: seals texts. */
import { type Command, Option } from 'commander';
import type { ManifestOptions } from '../manifest-options.ts';
import type { Session } from '../session.ts';

const EXAMPLES = `
Examples:
  $ verbatim manifest interview.txt --dry-run     look at what would be sealed
  $ verbatim manifest 'texts/**/*.txt'            seal all these texts
  $ verbatim manifest                             seal the texts that the configuration names
  $ verbatim manifest a.txt --amend "Corrected the date in the third answer."
  $ verbatim manifest a.txt --withdraw "A name was taken out."
  $ verbatim manifest --import SHA256SUMS         seal what a list of checksums names
  $ verbatim manifest --only a.txt --output a.jsonl   a manifest of one text, to hand on
  $ verbatim manifest --sign ~/.ssh/id_ed25519    sign it: verbatim-manifest.jsonl.sig

Nothing is sealed unless everything asked for can be.`;

/** Adds the command to `program`. */
export function defineManifest(program: Command, session: Session): void {
  program
    .command('manifest')
    .summary('seal texts: create or extend the manifest')
    .description('Seals texts: creates verbatim-manifest.jsonl, or adds lines to the nearest one.')
    .argument('[file...]', 'texts or globs; otherwise the texts that the configuration names')
    .option('--dry-run', 'print the structure that would be sealed, and seal nothing')
    .option('--amend <reason>', 'seal a changed or moved text anew and say why; the old line stays')
    .addOption(
      new Option('--withdraw <reason>', 'take a text’s digests out for good and say why').conflicts(['amend', 'only']),
    )
    .addOption(new Option('--only <file>', 'print the manifest of one sealed text').conflicts(['amend', 'dryRun']))
    .addOption(
      new Option('--import <list>', 'seal the texts of a SHA256SUMS file, if their bytes are still the same').conflicts(
        ['withdraw', 'only'],
      ),
    )
    .option('--output <file>', 'the manifest to write (otherwise the nearest one, or a new one here)')
    .addOption(
      new Option('--breaks <how>', 'what a hyphen at a line’s end is: join drops it, keep keeps it').choices([
        'join',
        'keep',
      ]),
    )
    .option('--date <day>', 'record the day of sealing, as YYYY-MM-DD or “today”')
    .option('--sign <key>', 'sign the manifest with an SSH key; without files, sign it as it stands')
    .addHelpText('after', EXAMPLES)
    .action(async (files: string[], options: ManifestOptions) => {
      const { sealTexts } = await import('../seal-texts.ts');
      await sealTexts(files, options, session);
    });
}
