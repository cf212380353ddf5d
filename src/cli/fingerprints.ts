/** The fingerprints of a manifest's texts: from the cache beside it, and worked out where the cache has none. */
import { createHash } from 'node:crypto';
import { FINGERPRINT_FORM, fingerprintOf } from '../core/quote/index.ts';
import type { ManifestEntry } from '../core/seal/entry.ts';
import type { Transcript } from '../core/structure/transcript.ts';
import { readFingerprints, writeFingerprints } from '../repository/fingerprint-cache.ts';
import type { Settings } from './settings.ts';
import { version } from './version.ts';

/** A text that is not at hand has none of its words known. */
const UNKNOWN = new Uint32Array();

/** Where fingerprints come from. */
export interface FingerprintInput {
  /** The manifest's folder. */
  readonly root: string;
  readonly entries: readonly ManifestEntry[];
  readonly settings: Settings;
  /** Gives a transcript and does not keep it; `null` when it is not there as it was sealed. */
  readonly load: (entry: ManifestEntry) => Promise<Transcript | null>;
  readonly progress: (done: number) => void;
}

/**
 * The fingerprint of each entry, in their order; empty for texts that are not at hand. Texts are read one after the other
 * and let go, so that a hundred thousand of them need no more memory than their fingerprints.
 */
export async function fingerprintsOf(input: FingerprintInput): Promise<readonly Uint32Array[]> {
  const form = formOf(input.settings);
  const cached = readFingerprints(input.root, form);
  const prints = new Map<string, Uint32Array>();
  let news = 0;
  for (const [i, entry] of input.entries.entries()) {
    let print = prints.get(entry.sha256) ?? cached.get(entry.sha256);
    if (print === undefined) {
      const transcript = await input.load(entry);
      input.progress(i + 1);
      if (transcript === null) continue;
      print = fingerprintOf(transcript);
      news++;
    }
    prints.set(entry.sha256, print);
  }
  if (news > 0 || cached.size > prints.size) writeFingerprints(input.root, form, prints);
  return input.entries.map(({ sha256 }) => prints.get(sha256) ?? UNKNOWN);
}

/** What fingerprints depend on besides the file: the way they are made, the program, and how it was told to read. */
function formOf({ furniture, conventions }: Settings): string {
  const { labels, marks, aliases } = conventions;
  const told = createHash('sha256').update(JSON.stringify([furniture, labels, marks, [...aliases]]));
  return `${FINGERPRINT_FORM} ${version()} ${told.digest('hex')}`;
}
