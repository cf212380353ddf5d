/**
 * Fills two gaps of the oldest supported platform that pdf.js takes for granted: without the first no font loads and every
 * page comes out empty; without the second an annotation with a link is dropped, and its text with it.
 */

/** Defines what is missing and leaves alone what is there. */
export function fillGaps(): void {
  define(ArrayBuffer.prototype, 'transferToFixedLength', transferToFixedLength);
  define(URL, 'parse', parseUrl);
}

function define(target: object, name: string, value: unknown): void {
  if (Reflect.has(target, name)) return;
  Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

/** A copy of the buffer with the given length; the original is not detached, which nobody relies on. */
function transferToFixedLength(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
  const copy = new Uint8Array(length);
  copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
  return copy.buffer;
}

function parseUrl(url: string, base?: string): URL | null {
  try {
    return new URL(url, base);
  } catch {
    return null;
  }
}
