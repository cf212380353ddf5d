/** Where in a copy a passage may begin and end, as far as the copy's own form tells. */
import { apparatusAt } from '../structure/apparatus.ts';
import { placeAt, type Row } from './row.ts';

/** Signs behind which a sentence has ended, in any script; quotation marks are all one token. */
const ENDS_SENTENCE: ReadonlySet<string> = new Set('.!?…:;)]"—。！？；：」』）।॥؟۔؛');

/** Places where a passage may begin whatever stands before: where a block or line begins, behind a label or timestamp. */
export function openings(row: Row): readonly number[] {
  const found = new Set<number>();
  for (const [index, block] of row.witness.document.blocks.entries()) {
    for (const start of [0, ...block.lineStarts]) {
      const at = apparatusAt(block, start);
      for (const offset of [start, at.timestamp?.end ?? start, at.content]) {
        const place = placeAt(row, index, offset);
        if (place !== null) found.add(place);
      }
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Places behind the end of a sentence. */
export function sentenceStarts({ witness, tokens }: Row): readonly number[] {
  const found: number[] = [];
  for (let place = 1; place < tokens.length; place++) {
    if (ENDS_SENTENCE.has(witness.tokens[tokens[place - 1]!]!)) found.push(place);
  }
  return found;
}

/** Whether the copy is subtitles, in which a passage may begin in the middle of a cue. */
export function isSubtitles({ witness }: Row): boolean {
  return witness.document.blocks.some((block) => block.kind === 'cue');
}

/** Sorted places, each once, of two sorted lists. */
export function mergePlaces(a: readonly number[], b: readonly number[]): Uint32Array {
  return Uint32Array.from(new Set([...a, ...b])).sort();
}

/** The index of the first of the sorted `places` that is not below `place`. */
export function firstFrom(places: ArrayLike<number>, place: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
