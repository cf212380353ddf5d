/** Archives for the tests, made from strings. */
import { strToU8, type Zippable, zipSync } from 'fflate';

/** A ZIP of these parts, in this order. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts)) files[name] = typeof part === 'string' ? strToU8(part) : part;
  return zipSync(files, { mtime: new Date('2001-01-01T00:00:00Z') });
}

/** Offsets at which `signature` (`PK\x01\x02`: an entry of the list, `PK\x03\x04`: an entry) stands. */
export function offsetsOf(zip: Uint8Array, signature: string): number[] {
  const found: number[] = [];
  for (let at = 0; at + signature.length <= zip.length; at++) {
    if (Array.from(signature).every((sign, i) => zip[at + i] === sign.charCodeAt(0))) found.push(at);
  }
  return found;
}

export const LISTED = 'PK\u0001\u0002';
export const LOCAL = 'PK\u0003\u0004';
export const END = 'PK\u0005\u0006';

/** A copy of `zip` with a number of `width` bytes written at `offset`. */
export function patched(zip: Uint8Array, offset: number, value: number, width: 2 | 4): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  if (width === 2) view.setUint16(offset, value, true);
  else view.setUint32(offset, value, true);
  return copy;
}

/** A copy of `zip` in which every name `from` in its lists is `to`, of the same length. */
export function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  const copy = zip.slice();
  for (const at of offsetsOf(zip, from)) copy.set(strToU8(to), at);
  return copy;
}
