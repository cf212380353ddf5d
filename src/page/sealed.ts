/** What the publisher put into the page: the sealed record, and the transcripts if they said so. */
import { read } from '../core/read/index.ts';
import { current } from '../core/seal/manifest-change.ts';
import { parseManifest } from '../core/seal/manifest-parse.ts';
import { structure } from '../core/structure/structure.ts';
import type { Conventions } from '../core/structure/transcript.ts';
import type { Sealed } from '../core/verify.ts';

/** The data in the page, as the command line writes it. */
export interface PageData {
  /** Lines of a manifest. */
  readonly manifest: string;
  /** The sealed files' bytes in base64, by path; empty unless the publisher gives the transcripts along. */
  readonly transcripts: Readonly<Record<string, string>>;
  readonly furniture: readonly string[];
  readonly labels: readonly string[];
  readonly marks: readonly string[];
  readonly aliases: Readonly<Record<string, readonly string[]>>;
}

/** What copies are judged with. */
export interface SealedRecord {
  readonly texts: readonly Sealed[];
  readonly conventions: Conventions;
  readonly furniture: readonly string[];
}

/** Reads the data in the page. */
export async function recordOf(data: PageData): Promise<SealedRecord> {
  const { labels, marks, furniture } = data;
  const conventions = { labels, marks, aliases: new Map(Object.entries(data.aliases)) };
  const texts: Sealed[] = [];
  for (const entry of current(parseManifest(data.manifest)).values()) {
    const base64 = data.transcripts[entry.path];
    const document = base64 === undefined ? null : await read(bytesOf(base64), { name: entry.path, furniture });
    texts.push({ entry, transcript: document === null ? null : structure(document, conventions) });
  }
  return { texts, conventions, furniture };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
