/**
 * The list of a ZIP's entries, as its central directory gives it (PKWARE APPNOTE 6.3.10), checked before anything is inflated.
 *
 * A ZIP says everything twice: in the central directory at its end and in a header before each entry. Two programs may
 * believe different copies, so one file can show an editor true words and us others. `word/document.xml` listed twice, once
 * true and once altered, is the plain case. Whatever two programs could read differently is refused here: names that occur
 * twice or differ only in case, headers that contradict each other, entries that overlap, bytes nobody accounts for.
 */
import { Refusal } from '../../refusal.ts';

/** Entries of one archive. */
export const MAX_ENTRIES = 2_000;
/** Bytes of all entries together, inflated. */
const MAX_TOTAL_BYTES = 256 * 1024 * 1024;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONG = 0xffffffff;
const ENCRYPTED_FLAGS = 0x2041;
const LATER_SIZES_FLAG = 0x0008;

/** One entry of the archive: where its bytes lie and what they must become. */
export interface Entry {
  readonly name: string;
  /** 0 is stored, 8 is deflated; others are not read. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Offset of the first compressed byte. */
  readonly start: number;
}

interface Listed extends Omit<Entry, 'start'> {
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly header: number;
}

const damaged = (detail: string): Refusal => new Refusal('damaged', detail);
const unsafe = (detail: string): Refusal => new Refusal('unsafe-archive', detail);

/**
 * The entries of the ZIP in `bytes`, by name in lower case.
 *
 * @throws Refusal `damaged` when the list is broken or cut off, `unsafe-archive` when it is ambiguous or too large,
 * `encrypted` when an entry needs a password.
 */
export function readDirectory(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) throw damaged('a split archive');
  if (count > MAX_ENTRIES) throw unsafe(`more than ${MAX_ENTRIES} entries`);
  if (offset + size !== end) throw damaged('the list of entries is not where the archive says');
  return located(view, bytes, listed(view, bytes, offset, end, count), offset);
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (view.getUint32(at, true) === END && view.getUint16(at + 20, true) === last - at) return at;
  }
  throw damaged('the archive is cut off: it has no list of entries');
}

function listed(view: DataView, bytes: Uint8Array, from: number, end: number, count: number): Listed[] {
  const entries: Listed[] = [];
  let at = from;
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_LENGTH > end || view.getUint32(at, true) !== CENTRAL)
      throw damaged('the list of entries is broken');
    const nameEnd = at + CENTRAL_LENGTH + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > end) throw damaged('the list of entries is cut off');
    entries.push(listedEntry(view, bytes, at, nameEnd, extraEnd));
    at = next;
  }
  if (at !== end) throw unsafe('bytes between the list of entries and its end');
  return entries;
}

function listedEntry(view: DataView, bytes: Uint8Array, at: number, nameEnd: number, extraEnd: number): Listed {
  const rawName = bytes.subarray(at + CENTRAL_LENGTH, nameEnd);
  const flags = view.getUint16(at + 8, true);
  if ((flags & ENCRYPTED_FLAGS) !== 0) throw new Refusal('encrypted', 'an entry of the archive needs a password');
  const short = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const [size = 0, compressedSize = 0, header = 0] = longSizes(view, nameEnd, extraEnd, short);
  const method = view.getUint16(at + 10, true);
  return {
    name: safeName(rawName),
    rawName,
    flags,
    method,
    crc: view.getUint32(at + 16, true),
    size,
    compressedSize,
    header,
  };
}

/** Sizes of 0xFFFFFFFF stand in the ZIP64 extra field, in order, eight bytes each. */
function longSizes(view: DataView, from: number, end: number, short: readonly number[]): number[] {
  if (!short.includes(LONG)) return [...short];
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return short.map((value) => {
      if (value !== LONG) return value;
      if (next + 8 > end) throw damaged('a size is missing from the list of entries');
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    });
  }
  throw damaged('a size is missing from the list of entries');
}

function safeName(raw: Uint8Array): string {
  const name = decodeName(raw);
  const steps = name.split('/');
  if (name === '' || name.startsWith('/') || steps.includes('..') || steps.includes('.'))
    throw unsafe('an entry outside of the archive');
  if (/[\\\u0000-\u001f\u007f]|^[A-Za-z]:/.test(name)) throw unsafe('an entry with a forbidden sign in its name');
  return name;
}

/** Part names are ASCII in practice. Others are UTF-8; where they are not, the bytes are kept apart, which is all we need. */
function decodeName(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return Array.from(raw, (byte) => String.fromCharCode(byte)).join('');
  }
}

function located(view: DataView, bytes: Uint8Array, list: readonly Listed[], end: number): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let total = 0;
  let free = 0;
  for (const entry of [...list].sort((a, b) => a.header - b.header)) {
    total += entry.size;
    if (total > MAX_TOTAL_BYTES) throw unsafe(`more than ${MAX_TOTAL_BYTES} bytes when inflated`);
    if (entry.header < free) throw unsafe('two entries share the same bytes');
    const start = startOf(view, bytes, entry, end);
    free = start + entry.compressedSize;
    if (free > end) throw damaged('an entry is cut off');
    const key = entry.name.normalize('NFC').toLowerCase();
    if (entries.has(key)) throw unsafe('an entry is listed twice, or two names differ only in case');
    const { name, method, crc, compressedSize, size } = entry;
    entries.set(key, { name, method, crc, compressedSize, size, start });
  }
  return entries;
}

function startOf(view: DataView, bytes: Uint8Array, entry: Listed, end: number): number {
  const at = entry.header;
  if (at + LOCAL_LENGTH > end || view.getUint32(at, true) !== LOCAL)
    throw damaged('an entry is not where the list says');
  const nameEnd = at + LOCAL_LENGTH + view.getUint16(at + 26, true);
  const start = nameEnd + view.getUint16(at + 28, true);
  if (start > end) throw damaged('an entry is cut off');
  if ((view.getUint16(at + 6, true) & ENCRYPTED_FLAGS) !== 0) {
    throw new Refusal('encrypted', 'an entry of the archive needs a password');
  }
  if (!sameBytes(bytes.subarray(at + LOCAL_LENGTH, nameEnd), entry.rawName)) throw unsafe('an entry has two names');
  if (view.getUint16(at + 8, true) !== entry.method) throw unsafe('an entry is packed in two ways');
  agree(view, at, entry);
  return start;
}

/** Sizes in the local header: the listed ones, or left open when they follow the data or stand in a ZIP64 field. */
function agree(view: DataView, at: number, entry: Listed): void {
  const later = (view.getUint16(at + 6, true) & LATER_SIZES_FLAG) !== 0;
  const pairs = [
    [view.getUint32(at + 14, true), entry.crc],
    [view.getUint32(at + 18, true), entry.compressedSize],
    [view.getUint32(at + 22, true), entry.size],
  ];
  for (const [local, central] of pairs) {
    if (local === central || local === LONG || (later && local === 0)) continue;
    throw unsafe('an entry has two sizes');
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
