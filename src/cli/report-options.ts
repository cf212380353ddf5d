/** Where a report goes, and in which form. */
import { type Command, Option } from 'commander';
import type { ReportFormat } from '../core/report/index.ts';

/** The forms a report can have. */
const REPORT_FORMATS = [
  'text',
  'json',
  'sarif',
  'github',
  'junit',
  'markdown',
  'html',
] as const satisfies readonly ReportFormat[];

/** The values of the options below. */
export interface ReportOptions {
  readonly format: ReportFormat;
  readonly output?: string;
  readonly quiet?: true;
  readonly color: 'auto' | 'always' | 'never';
}

/** Adds `--format`, `--output`, `--quiet` and `--color`. */
export function withReportOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'the form of the report').choices(REPORT_FORMATS).default('text'))
    .option('--output <file>', 'write the report to a file instead of standard output')
    .option('--quiet', 'no report where everything passes')
    .addOption(new Option('--color <when>', 'colours').choices(['auto', 'always', 'never']).default('auto'));
}

/** Gathers the values of an option that may be repeated. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
