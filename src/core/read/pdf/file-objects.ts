/**
 * Looks into the file itself for what pdf.js does not give: the dictionaries of objects, and content streams as they are.
 *
 * This is no second reader. It finds objects by their markers, the last of a number counts, and what it cannot follow is
 * simply not found.
 */
import { Refusal } from '../../refusal.ts';
import { latin1, occurrences } from './raw.ts';

/** Bytes of one content stream when inflated: a page of text has some ten thousand. */
const MAX_INFLATED = 64 * 1024 * 1024;
/** Objects looked at. */
const MAX_OBJECTS = 2_000_000;
/** Most dictionaries are shorter than this. */
const SHORT_DICTIONARY = 2_000;
/** The longest dictionary followed. */
const MAX_DICTIONARY = 100_000;
/** The beginning of the dictionary of an object stream. */
const OBJECT_STREAM = /^(?:(?!stream)[\s\S])*?\/ObjStm\b/u;
const REFERENCE = /^\s*(\d{1,10})\s+\d{1,5}\s+R/u;

/** Where the objects of a file are. */
export class FileObjects {
  readonly #bytes: Uint8Array;
  /** Where each object begins, behind `obj`. */
  readonly #places = new Map<number, number>();
  /** Objects kept in object streams, as source. */
  readonly #packed = new Map<number, string>();

  private constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The objects of a file; none of an encrypted one, whose streams cannot be followed. */
  static async of(bytes: Uint8Array): Promise<FileObjects> {
    const objects = new FileObjects(bytes);
    if (!occurrences(bytes, '/Encrypt').next().done) return objects;
    for (const at of occurrences(bytes, ' obj')) {
      const number = /(\d{1,10})\s+\d{1,5}$/u.exec(latin1(bytes, at - 18, at))?.[1];
      if (number !== undefined) objects.#places.set(Number(number), at + 4);
      if (objects.#places.size > MAX_OBJECTS) throw new Refusal('too-large', 'too many objects');
    }
    await objects.#unpack();
    return objects;
  }

  /** The source of an object up to its end or its stream; '' if it is not found. */
  source(number: number): string {
    const at = this.#places.get(number);
    if (at === undefined) return this.#packed.get(number) ?? '';
    for (const reach of [SHORT_DICTIONARY, MAX_DICTIONARY]) {
      const text = latin1(this.#bytes, at, at + reach);
      const end = text.search(/\bendobj\b|\bstream\r?\n/u);
      if (end >= 0) return text.slice(0, end);
    }
    return '';
  }

  /** The content of a stream, inflated if need be, one character a byte; `null` if there is none or it is packed in another way. */
  async content(number: number): Promise<string | null> {
    const at = this.#places.get(number);
    const source = this.source(number);
    if (at === undefined || latin1(this.#bytes, at + source.length, at + source.length + 6) !== 'stream') return null;
    if (/\/Crypt|\/LZW|\/ASCII|\/RunLength|\/DCT|\/JPX/u.test(source)) return null;
    const start =
      at + source.length + (latin1(this.#bytes, at + source.length + 6, at + source.length + 8) === '\r\n' ? 8 : 7);
    const given = Number(/\/Length\s+(\d+)(?!\d|\s+\d+\s+R)/u.exec(source)?.[1] ?? Number.NaN);
    const end = Number.isNaN(given) ? this.#streamEnd(start) : start + given;
    if (!source.includes('/Filter')) return latin1(this.#bytes, start, end);
    // A length that was written wrong is passed over, as readers of PDF do.
    const inflated =
      (await inflate(this.#bytes.subarray(start, end))) ??
      (await inflate(this.#bytes.subarray(start, this.#streamEnd(start))));
    return inflated === null ? null : latin1(inflated, 0, inflated.length);
  }

  /** The objects that dictionaries of the file refer to under `key`, which begins with `/`. */
  *referredAs(key: string): Generator<number> {
    for (const at of occurrences(this.#bytes, key)) {
      const reference = REFERENCE.exec(latin1(this.#bytes, at + key.length, at + key.length + 24));
      if (reference !== null) yield Number(reference[1]);
    }
    for (const source of this.#packed.values()) {
      for (const after of source.split(key).slice(1)) {
        const reference = REFERENCE.exec(after.slice(0, 24));
        if (reference !== null) yield Number(reference[1]);
      }
    }
  }

  #streamEnd(start: number): number {
    const next = occurrences(this.#bytes.subarray(start), 'endstream').next();
    return next.done === true ? this.#bytes.length : start + next.value;
  }

  /** Reads the object streams (ISO 32000-1, 7.5.7). */
  async #unpack(): Promise<void> {
    for (const [number, at] of this.#places) {
      if (!OBJECT_STREAM.test(latin1(this.#bytes, at, at + 400))) continue;
      const source = this.source(number);
      const content = await this.content(number);
      if (content === null) continue;
      const first = Number(/\/First\s+(\d+)/u.exec(source)?.[1]);
      const header = content.slice(0, first).trim().split(/\s+/u).map(Number);
      for (let i = 0; i + 1 < header.length; i += 2) {
        const end = header[i + 3];
        this.#packed.set(
          header[i]!,
          content.slice(first + header[i + 1]!, end === undefined ? undefined : first + end),
        );
      }
    }
  }
}

/** Inflates a zlib stream up to a bound; `null` if it is none. A stream cut short gives what there is of it. */
async function inflate(packed: Uint8Array): Promise<Uint8Array | null> {
  const { Unzlib } = await import('fflate');
  const chunks: Uint8Array[] = [];
  let total = 0;
  const stream = new Unzlib((chunk) => {
    chunks.push(chunk);
    total += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && total <= MAX_INFLATED; at += 4_096) {
      stream.push(packed.subarray(at, at + 4_096), at + 4_096 >= packed.length);
    }
  } catch {
    if (total === 0) return null;
  }
  if (total > MAX_INFLATED) throw new Refusal('too-large', `a stream of more than ${MAX_INFLATED} bytes`);
  return joined(chunks, total);
}

function joined(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const whole = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
