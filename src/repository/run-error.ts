/**
 * Why a run cannot go on, in lines fit for the person who started it: what is wrong, and what to do. Never an absolute
 * path. The command line prints the lines and ends with status 2.
 */
export class RunError extends Error {
  readonly lines: readonly string[];

  constructor(...lines: readonly [string, ...string[]]) {
    super(lines[0]);
    this.name = 'RunError';
    this.lines = lines;
  }
}

/** The system's short code of an error (`ENOENT`), or '' when it is none of the system's. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
