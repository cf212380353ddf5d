/** What is looked up in the bytes of the file themselves, before it is opened. */
import type { Caveat } from '../document.ts';

/** Pixels of pictures decoded for one document: about three seconds' work. */
const MAX_PIXELS = 100_000_000;
/** How far around a picture's type its size is looked for. */
const REACH = 600;

/** How large the pictures may be that are decoded, and what is to be said about the others. */
export interface PictureBudget {
  readonly maxPixels: number;
  readonly caveats: readonly Caveat[];
}

/** Pictures are only weighed for what they cover, so beyond a budget the largest are left out. */
export function pictureBudget(bytes: Uint8Array): PictureBudget {
  const sizes = pictureSizes(bytes).sort((one, other) => one - other);
  let total = 0;
  const first = sizes.findIndex((size) => {
    total += size;
    return total > MAX_PIXELS;
  });
  if (first < 0) return { maxPixels: MAX_PIXELS, caveats: [] };
  const maxPixels = first === 0 ? 1 : Math.max(1, sizes[first]! - 1);
  return { maxPixels, caveats: [{ kind: 'embedded', at: null, detail: 'large pictures were not weighed' }] };
}

/** Width times height of each picture, from its dictionary. */
function pictureSizes(bytes: Uint8Array): number[] {
  const sizes: number[] = [];
  for (const at of occurrences(bytes, '/Image')) {
    const before = latin1(bytes, at - REACH, at);
    const after = latin1(bytes, at, at + REACH);
    if (!/\/Subtype\s*$/u.test(before.slice(-20))) continue;
    const dictionary = before.slice(before.lastIndexOf('obj') + 1) + after.split('stream', 1)[0];
    const width = Number(/\/Width\s+(\d{1,9})/u.exec(dictionary)?.[1] ?? 0);
    const height = Number(/\/Height\s+(\d{1,9})/u.exec(dictionary)?.[1] ?? 0);
    sizes.push(width * height);
  }
  return sizes;
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
