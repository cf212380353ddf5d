/**
 * Looks lines up in a large manifest without reading all of it.
 *
 * To name the source of one page among ten thousand sealed texts, a single line has to be understood. So the file's bytes
 * are searched for a digest, and only the lines that hold it are read, each as strictly as ever. Whoever vouches for the
 * whole file (`check`) reads the whole file.
 */
import { Buffer } from 'node:buffer';
import type { ManifestEntry } from '../core/seal/entry.ts';
import { ManifestError } from '../core/seal/manifest-error.ts';
import { parseManifest } from '../core/seal/manifest-parse.ts';
import { HEADER } from '../core/seal/manifest-write.ts';
import { expected } from './run-error.ts';

const LF = 0x0a;

/** The lines of a manifest. */
export class ManifestLines {
  readonly #bytes: Buffer;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The sealed texts that have a passage with this digest; `null` when there are more than `most`. */
  withPassage(digest: string, most: number): readonly ManifestEntry[] | null {
    return this.#entriesWith(`,"${digest}"]`, most);
  }

  /** The sealed texts whose file has this SHA-256. */
  withBytes(sha256: string, most: number): readonly ManifestEntry[] | null {
    return this.#entriesWith(`"sha256":"${sha256}"`, most);
  }

  /** Whether a line supersedes one whose file has this SHA-256. */
  isSuperseded(sha256: string): boolean {
    return this.#bytes.includes(`"supersedes":"${sha256}"`);
  }

  /** `null` also where a line stands for a newer version of another, or is broken: then the whole file must be read. */
  #entriesWith(needle: string, most: number): readonly ManifestEntry[] | null {
    const lines: string[] = [];
    let at = this.#bytes.indexOf(needle);
    while (at !== -1) {
      const end = this.#bytes.indexOf(LF, at);
      const stop = end === -1 ? this.#bytes.length : end;
      lines.push(this.#bytes.toString('utf8', this.#bytes.lastIndexOf(LF, at) + 1, stop));
      if (lines.length > most) return null;
      at = this.#bytes.indexOf(needle, stop);
    }
    return lines.some((line) => line.includes('"supersedes":"')) ? null : entriesIn(lines);
  }
}

function entriesIn(lines: readonly string[]): readonly ManifestEntry[] | null {
  try {
    const { entries } = parseManifest([HEADER, ...lines, ''].join('\n'));
    return entries.filter((record) => record.kind === 'sealed');
  } catch (error) {
    expected(error, ManifestError);
    return null;
  }
}
