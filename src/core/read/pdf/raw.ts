/** What is looked up in the bytes of the file themselves, before it is opened. */
import type { Caveat } from '../document.ts';

/** Pixels of pictures decoded for one document: about three seconds' work. */
export const MAX_PIXELS = 100_000_000;
/** How far around a picture's type its size is looked for. */
const REACH = 600;

/** What stands in the place of `/Image` in the dictionary of a picture that is left out: a kind that draws nothing. */
const NOTHING = Uint8Array.from('/PS   ', (character) => character.charCodeAt(0));

/** A copy of the file with no more pictures than can be weighed, and what is to be said about the others. */
export interface WithinBudget {
  readonly bytes: Uint8Array;
  readonly caveats: readonly Caveat[];
}

/** Pictures are only weighed for what they cover, so beyond a budget the largest are left out. */
export function withinBudget(bytes: Uint8Array): WithinBudget {
  const copy = new Uint8Array(bytes);
  const pictures = picturesIn(bytes).sort((one, other) => one.size - other.size);
  let total = 0;
  const left = pictures.filter(({ size }) => {
    total += size;
    return total > MAX_PIXELS;
  });
  for (const { at } of left) copy.set(NOTHING, at);
  if (left.length === 0) return { bytes: copy, caveats: [] };
  return { bytes: copy, caveats: [{ kind: 'embedded', at: null, detail: 'large pictures were not weighed' }] };
}

/** Where the kind of each picture stands, and its width times its height, from its dictionary. */
function picturesIn(bytes: Uint8Array): { readonly at: number; readonly size: number }[] {
  const pictures: { readonly at: number; readonly size: number }[] = [];
  for (const at of occurrences(bytes, '/Image')) {
    const before = latin1(bytes, at - REACH, at);
    const after = latin1(bytes, at, at + REACH);
    if (!/\/Subtype\s*$/u.test(before.slice(-20))) continue;
    const dictionary = before.slice(before.lastIndexOf('obj') + 1) + after.split('stream', 1)[0];
    pictures.push({ at, size: numberAt(dictionary, 'Width') * numberAt(dictionary, 'Height') });
  }
  return pictures;
}

/** The number under a key of a dictionary; 0 if there is none. */
function numberAt(dictionary: string, key: string): number {
  return Number(new RegExp(`/${key}\\s+(\\d{1,9})`, 'u').exec(dictionary)?.[1] ?? 0);
}

/** Where the ASCII string `wanted` occurs. */
export function* occurrences(bytes: Uint8Array, wanted: string): Generator<number> {
  const codes = Array.from(wanted, (character) => character.charCodeAt(0));
  const first = codes[0]!;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (codes.every((code, i) => bytes[at + i] === code)) yield at;
  }
}

/** Bytes made into characters at once: more arguments than this are too many for one call. */
const PIECE = 4_096;

/** A stretch of the bytes, each as one character. */
export function latin1(bytes: Uint8Array, from: number, to: number): string {
  const pieces: string[] = [];
  const end = Math.min(Math.max(0, to), bytes.length);
  for (let at = Math.max(0, from); at < end; at += PIECE) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, Math.min(at + PIECE, end))));
  }
  return pieces.join('');
}
