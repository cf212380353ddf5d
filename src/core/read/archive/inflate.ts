/** One entry's bytes, inflated no further than its header promised and checked against its CRC-32. */
import { Refusal } from '../../refusal.ts';
import type { Entry } from './directory.ts';

/** Bytes of one entry, inflated. */
const MAX_ENTRY_BYTES = 64 * 1024 * 1024;
/** How many times its packed size an entry above `RATIO_FREE_BYTES` may grow; XML of real documents stays below 40. */
const MAX_RATIO = 200;
/** Up to here an entry may grow at any ratio. */
const RATIO_FREE_BYTES = 1024 * 1024;
/** Packed bytes given to the inflater at once; they can become at most about a thousand times as many. */
const STEP = 16 * 1024;

type Fflate = typeof import('fflate');

/**
 * The inflated bytes of `entry` of the archive `bytes`.
 *
 * @throws Refusal `unsafe-archive` above a cap or when there are more bytes than promised, `damaged` when there are fewer or
 * they are not the ones that were packed.
 */
export function inflateEntry(fflate: Fflate, bytes: Uint8Array, entry: Entry): Uint8Array {
  const { size, compressedSize, start } = entry;
  if (size > MAX_ENTRY_BYTES) throw new Refusal('unsafe-archive', `an entry of more than ${MAX_ENTRY_BYTES} bytes`);
  if (size > RATIO_FREE_BYTES && size > compressedSize * MAX_RATIO) {
    throw new Refusal('unsafe-archive', `an entry grows more than ${MAX_RATIO} times`);
  }
  const packed = bytes.subarray(start, start + compressedSize);
  const plain = entry.method === 0 ? packed : inflate(fflate, packed, entry);
  if (plain.length !== size || crc32(plain) !== entry.crc)
    throw new Refusal('damaged', 'an entry is not as it was packed');
  return plain;
}

function inflate(fflate: Fflate, packed: Uint8Array, entry: Entry): Uint8Array {
  if (entry.method !== 8) throw new Refusal('damaged', `packing method ${entry.method} is not known`);
  const plain = new Uint8Array(entry.size);
  let length = 0;
  const stream = new fflate.Inflate((chunk) => {
    if (length + chunk.length > plain.length) throw new Refusal('unsafe-archive', 'an entry is larger than it says');
    plain.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('damaged', 'an entry cannot be inflated');
  }
  return plain.subarray(0, length);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 of ISO 3309, as ZIP keeps it. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = CRC_TABLE[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
