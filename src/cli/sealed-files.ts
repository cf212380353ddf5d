/** Transcripts named with `--against`, sealed on the spot. */
import type { Document } from '../core/read/document.ts';
import type { ManifestEntry } from '../core/seal/entry.ts';
import { seal } from '../core/seal/seal.ts';
import { structure } from '../core/structure/structure.ts';
import type { Conventions, Transcript } from '../core/structure/transcript.ts';
import { type Input, readNeeded } from './input.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';
import type { SealedText } from './shelf.ts';

/** The transcripts in the files `names`. One that cannot be read ends the run: nothing can be judged without it. */
export async function sealedFiles(
  names: readonly string[],
  { furniture, conventions }: Settings,
  session: Session,
): Promise<readonly SealedText[]> {
  const texts: SealedText[] = [];
  for (const name of names) texts.push(new SealedFile(await readNeeded(name, { furniture }, session), conventions));
  return texts;
}

/** A transcript that was read. It is structured and sealed when a copy is held against its words. */
class SealedFile implements SealedText {
  readonly shown: string;
  readonly bytes: Uint8Array;
  readonly #input: Input;
  readonly #conventions: Conventions;
  #transcript: Transcript | null = null;
  #entry: ManifestEntry | null = null;

  constructor(input: Input, conventions: Conventions) {
    this.shown = input.shown;
    this.bytes = input.file.bytes;
    this.#input = input;
    this.#conventions = conventions;
  }

  get document(): Document {
    return this.#input.document;
  }

  get transcript(): Transcript {
    this.#transcript ??= structure(this.#input.document, this.#conventions);
    return this.#transcript;
  }

  get entry(): ManifestEntry {
    const { shown, bytes } = this;
    this.#entry ??= seal(this.transcript, { path: shown, size: bytes.length, sha256: this.#input.file.sha256 });
    return this.#entry;
  }
}
