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
  const whole = from === 0 && to === tokens.length;
  const text = serialise(whole ? tokens : tokens.slice(from, to));
  assertWellFormed(text);
  return sha256(encoder.encode(text));
}

function assertWellFormed(text: string): void {
  for (let at = 0; at < text.length; at++) {
    if ((text.charCodeAt(at) & 0xf800) !== 0xd800) continue;
    if (text.codePointAt(at)! <= 0xffff) throw new Refusal('not-text', 'half a surrogate pair');
    at++;
  }
}
