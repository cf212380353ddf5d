/**
 * Recovers a transcript from its digests and a copy.
 *
 * The manifest holds no words. But where the copy's words for a passage hash to its digest, they are the sealed words. So
 * the passages that the copy gives faithfully can be written down again from the copy itself; the others stay closed, each
 * as many tokens that agree with nothing. With that transcript a copy is judged as with the real one: what is faithful and
 * in its place, moved, left out, or given to another, comes out alike; of a passage that differs one learns only that.
 */
import type { ManifestEntry } from '../seal/entry.ts';
import type { Transcript, Witness } from '../structure/transcript.ts';
import { rebuild } from './rebuild.ts';
import { rowOf } from './row.ts';
import { type Findings, keyOf, searchRow } from './search.ts';

/** A recovered transcript, which of its passages stayed closed, and which tokens of the copy are words of the others. */
export interface Recovered {
  readonly transcript: Transcript;
  readonly closed: ReadonlySet<number>;
  readonly covered: Uint8Array;
}

/** The transcript of `entry`, as far as `copy` gives it. */
export function recover(copy: Witness, entry: ManifestEntry): Recovered {
  const found: Findings = { words: new Map(), covered: new Uint8Array(copy.tokens.length) };
  searchRow(rowOf(copy, 'in-flow'), entry.passages, found);
  const isMissing = entry.passages.some((passage) => !found.words.has(keyOf(passage)));
  if (isMissing && copy.document.blocks.some((block) => block.setOff !== null)) {
    searchRow(rowOf(copy, 'all'), entry.passages, found);
  }
  const words = entry.passages.map((passage) => found.words.get(keyOf(passage)) ?? null);
  const closed = new Set(words.flatMap((one, i) => (one === null ? [i] : [])));
  return { transcript: rebuild(entry, words), closed, covered: found.covered };
}
