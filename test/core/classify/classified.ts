/** What the tests of classifying share: a copy collated with its transcript, and its variants in words. */
import { collate } from '../../../src/core/align/collate.ts';
import { type Stands, standsOf } from '../../../src/core/classify/stands.ts';
import { variantsOf } from '../../../src/core/classify/variants.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { NO_CONVENTIONS } from '../../../src/core/structure/transcript.ts';
import { witnessOf } from '../../../src/core/structure/witness.ts';
import { readString } from '../verify/support.ts';

export interface Classified {
  readonly stands: Stands;
  /** Each variant as `kind: sealed words → words of the copy`. */
  readonly variants: readonly string[];
  /** The words of the copy that a stand holds. */
  readonly wordsOf: (range: { readonly from: number; readonly to: number }) => string;
}

export async function classified(sealedText: string, copyText: string, name = 'text.txt'): Promise<Classified> {
  const transcript = structure(await readString(sealedText, name));
  const collation = collate(transcript, witnessOf(await readString(copyText, name)), NO_CONVENTIONS);
  const { sealed, copy } = collation;
  const stands = standsOf(collation);
  const variants = variantsOf(collation, stands).map(({ kind, s0, s1, c0, c1 }) =>
    [`${kind}:`, ...sealed.tokens.slice(s0, s1), '→', ...copy.tokens.slice(c0, c1)].join(' '),
  );
  return { stands, variants, wordsOf: ({ from, to }) => copy.tokens.slice(from, to).join(' ') };
}
