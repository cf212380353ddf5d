/** Sends a finished report where it belongs: standard output, or a file that is whole at every moment. */
import { resolve } from 'node:path';
import { shownPath } from '../repository/paths.ts';
import { RunError } from '../repository/run-error.ts';
import { writeFileWhole } from '../repository/write-file.ts';
import type { Session } from './session.ts';

/** Writes `text` to the file `output` (when one is given), which must be none of the `inputs`, or to standard output. */
export function emit(text: string, output: string | undefined, inputs: readonly string[], session: Session): void {
  if (output === undefined || output === '-') {
    session.stdout.write(text);
    return;
  }
  const path = resolve(session.cwd, output);
  const shown = shownPath(output, session.cwd);
  if (inputs.some((input) => input !== '-' && resolve(session.cwd, input) === path)) {
    throw new RunError(`--output ${shown} would overwrite what is being judged: give another name`);
  }
  writeFileWhole(path, text, shown);
}
