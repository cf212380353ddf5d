/** The canonical form of a whole text, for those who want it in one call. */
import { digestTokens } from './digest.ts';
import { CANONICAL_FORM } from './serialise.ts';
import { tokenise } from './tokenise.ts';

/** A text in canonical form. */
export interface Canonical {
  /** The name of the form: `verbatim-text/1`. */
  readonly form: string;
  readonly tokens: readonly string[];
  /** SHA-256 of the serialisation, as 64 lower-case hex digits. */
  readonly digest: string;
}

/**
 * The canonical form of a text given as its blocks. Blocks are tokenised one by one, and the text's tokens are theirs in a
 * row. Throws a `Refusal` (`not-text`) when a block holds half a surrogate pair.
 */
export function canonicalise(blocks: readonly string[]): Canonical {
  const tokens: string[] = [];
  for (const block of blocks) for (const token of tokenise(block).text) tokens.push(token);
  return { form: CANONICAL_FORM, tokens, digest: digestTokens(tokens) };
}
