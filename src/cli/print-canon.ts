/** What `verbatim canon` does. */
import { canonicalise } from '../core/canon/canonicalise.ts';
import { serialise } from '../core/canon/serialise.ts';
import { readNeeded } from './input.ts';
import type { Session } from './session.ts';
import { settingsFor } from './settings.ts';

/** Prints the canonical form of `file`. */
export async function printCanon(file: string, session: Session): Promise<void> {
  const { furniture } = settingsFor(session.cwd, [file], {});
  const { document } = await readNeeded(file, { furniture }, session);
  session.stdout.write(serialise(canonicalise(document.blocks.map(({ text }) => text)).tokens));
}
