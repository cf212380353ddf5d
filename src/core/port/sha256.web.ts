/** SHA-256 in a browser, whose own is asynchronous and absent from `file://` pages in places. */
import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The SHA-256 of `bytes`, as 64 lower-case hex digits (FIPS 180-4). */
export function sha256(bytes: Uint8Array): string {
  return bytesToHex(hash(bytes));
}
