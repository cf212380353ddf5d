/** How a terminal report looks in this session: its width and its colours. */
import { type Look, type Paint, PLAIN } from '../core/report/text/paint.ts';
import type { ReportOptions } from './report-options.ts';
import type { Session } from './session.ts';

const DEFAULT_WIDTH = 80;

/** The look of a report that goes to standard output, or to a file. */
export async function lookFor(options: ReportOptions, session: Session): Promise<Look> {
  const terminal = options.output === undefined && session.stdout.isTTY === true;
  return {
    width: (terminal ? session.stdout.columns : undefined) ?? DEFAULT_WIDTH,
    paint: wantsColour(options.color, terminal, session.env) ? await coloured() : PLAIN,
    detail: options.quiet === true ? 'verdicts' : 'full',
  };
}

/** `--color` first, then NO_COLOR and FORCE_COLOR (no-color.org, force-color.org), then whether a person is looking. */
function wantsColour(when: ReportOptions['color'], terminal: boolean, env: Session['env']): boolean {
  if (when !== 'auto') return when === 'always';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '') return env['FORCE_COLOR'] !== '0';
  return terminal && env['TERM'] !== 'dumb';
}

async function coloured(): Promise<Paint> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return { bad: chalk.red, good: chalk.green, warn: chalk.yellow, dim: chalk.dim, strong: chalk.bold };
}
