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

/** The same for a message, where it cannot be left out. */
export function errorName(error: unknown): string {
  return errorCode(error) || 'failed';
}

/** What was thrown, where it is of the `kind` that can be met with; anything else is a fault of ours and is thrown on. */
export function expected<E extends Error>(error: unknown, kind: abstract new (...args: never[]) => E): E {
  if (error instanceof kind) return error;
  throw error;
}
