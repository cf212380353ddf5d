/** `verbatim quotes ARTICLE…`: judges direct quotations. */
import type { Command } from 'commander';
import type { QuotesOptions } from '../judge-articles.ts';
import { withPolicyOptions } from '../policy-options.ts';
import { collect, withReportOptions } from '../report-options.ts';
import type { Session } from '../session.ts';

const EXAMPLES = `
Examples:
  $ verbatim quotes article.md --against interview.txt
  $ verbatim quotes article.html                     against the nearest manifest’s texts
  $ verbatim quotes article.html --within            headline, pull quotes and captions against the body
  $ verbatim quotes article.md --against interview.txt --deny repunctuated`;

/** Adds the command to `program`. */
export function defineQuotes(program: Command, session: Session): void {
  const command = program
    .command('quotes')
    .summary('judge direct quotations')
    .description('Finds the direct quotations of articles and judges each against what was said.')
    .argument('<article...>', 'the articles, in any format that can be read; - is standard input')
    .option('--against <file>', 'a transcript that is quoted; repeat for several', collect)
    .option('--within', 'hold headline, pull quotes and captions against the article’s own body')
    .option('--manifest <file>', 'the manifest to use (otherwise the nearest one, walking up)')
    .addHelpText('after', EXAMPLES);
  withReportOptions(withPolicyOptions(command, 'quotation-')).action(
    async (articles: string[], options: QuotesOptions) => {
      const { judgeArticles } = await import('../judge-articles.ts');
      await judgeArticles(articles, options, session);
    },
  );
}
