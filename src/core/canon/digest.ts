/** The digest of a token sequence: SHA-256 of its serialisation in UTF-8. */
import { sha256 } from '#port/sha256';
import { Refusal } from '../refusal.ts';
import { serialise } from './serialise.ts';

const encoder = new TextEncoder();

/**
 * The SHA-256 of the tokens from index `from` up to `to`, as 64 lower-case hex digits.
 *
 * Half a surrogate pair has no UTF-8 and would be hashed as U+FFFD, so that two different texts had one digest; it is
 * refused as `not-text`.
 */
export function digestTokens(tokens: readonly string[], from = 0, to: number = tokens.length): string {
  const text = serialise(tokens.slice(from, to));
  if (!text.isWellFormed()) throw new Refusal('not-text', 'half a surrogate pair');
  return sha256(encoder.encode(text));
}
