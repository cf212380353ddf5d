/** Transcripts named with `--against`, sealed on the spot. */
import { seal } from '../core/seal/seal.ts';
import { structure } from '../core/structure/structure.ts';
import { readNeeded } from './input.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';
import type { SealedText } from './shelf.ts';

/** The transcripts in the files `names`. One that cannot be read ends the run: nothing can be judged without it. */
export async function sealedFiles(
  names: readonly string[],
  settings: Settings,
  session: Session,
): Promise<readonly SealedText[]> {
  const texts: SealedText[] = [];
  for (const name of names) {
    const { shown, file, document } = await readNeeded(name, { furniture: settings.furniture }, session);
    const transcript = structure(document, settings.conventions);
    const entry = seal(transcript, { path: shown, size: file.bytes.length, sha256: file.sha256 });
    texts.push({ entry, transcript, shown });
  }
  return texts;
}
