/** `locate`: which of several sealed texts a copy comes from. */
import type { Witness } from '../structure/transcript.ts';
import type { Sealed } from '../verify.ts';

const GRAM = 5;

/** The index of the sealed text with which the copy shares most; the first of equals. */
export function locate(copy: Witness, sealed: readonly Sealed[]): number {
  if (sealed.length === 1) return 0;
  const grams = new Set<string>();
  for (let i = 0; i + GRAM <= copy.tokens.length; i++)
    grams.add(
      copy.tokens
        .slice(i, i + GRAM)
        .join(' ')
        .toLowerCase(),
    );
  let best = 0;
  let most = -1;
  for (const [i, { transcript }] of sealed.entries()) {
    if (transcript === null) continue;
    const share = shared(grams, transcript.witness.tokens);
    if (share > most) [most, best] = [share, i];
  }
  return best;
}

function shared(grams: ReadonlySet<string>, tokens: readonly string[]): number {
  let count = 0;
  for (let i = 0; i + GRAM <= tokens.length; i++) {
    if (
      grams.has(
        tokens
          .slice(i, i + GRAM)
          .join(' ')
          .toLowerCase(),
      )
    )
      count++;
  }
  return count;
}
