/** SHA-256 where Node is at hand. */
import { hash } from 'node:crypto';

/** The SHA-256 of `bytes`, as 64 lower-case hex digits (FIPS 180-4). */
export function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}
