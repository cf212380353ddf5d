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

/**
 * A copy of `zip` whose first listed entry keeps its size in extra fields (PKWARE APPNOTE 4.5): each of `fields` is an id and a
 * length, and the size stands in that of id 1.
 */
export function longSizes(zip: Uint8Array, ...fields: readonly (readonly [id: number, length: number])[]): Uint8Array {
  const at = offsetsOf(zip, LISTED)[0] ?? 0;
  const old = new DataView(zip.buffer);
  const extra = fields.flatMap(([id, length]) => {
    const field = new Uint8Array(4 + length);
    const view = new DataView(field.buffer);
    view.setUint16(0, id, true);
    view.setUint16(2, length, true);
    if (id === 1) view.setUint32(4, old.getUint32(at + 24, true), true);
    return [...field];
  });
  const behindName = at + 46 + old.getUint16(at + 28, true);
  const longer = Uint8Array.from([...zip.subarray(0, behindName), ...extra, ...zip.subarray(behindName)]);
  const end = (offsetsOf(zip, END)[0] ?? 0) + extra.length;
  const listed = patched(patched(longer, at + 24, 0xffffffff, 4), at + 30, extra.length, 2);
  return patched(listed, end + 12, old.getUint32(end - extra.length + 12, true) + extra.length, 4);
}
