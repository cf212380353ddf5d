/**
 * `locate`: which of several sealed texts a copy comes from.
 *
 * Digests are asked first: a text of which the copy has a passage is where it comes from, and the more of its words the
 * copy has, the likelier. A passage that many texts share ("This interview may be published …") says little, so its words
 * count in parts. Only a copy without one sealed passage is held against the words of the transcripts at hand.
 */
import type { ManifestEntry } from '../seal/entry.ts';
import type { Witness } from '../structure/transcript.ts';
import type { Sealed } from '../verify.ts';
import { rowOf } from './row.ts';
import { type Findings, keyOf, searchRow } from './search.ts';

const GRAM = 5;

/** The sealed text a copy comes from, and others that fit it as well: indices into the texts that were given. */
export interface Located {
  readonly best: number;
  readonly equals: readonly number[];
}

/** Finds the one of `sealed`, of which there is at least one, that `copy` comes from. Where nothing speaks for any, it is the first. */
export function locate(copy: Witness, sealed: readonly Sealed[]): Located {
  if (sealed.length === 1) return { best: 0, equals: [] };
  const shares = digestShares(
    copy,
    sealed.map(({ entry }) => entry),
  );
  if (shares.some((share) => share > 0)) return bestOf(shares);
  return { ...bestOf(wordShares(copy, sealed)), equals: [] };
}

function bestOf(shares: readonly number[]): Located {
  const most = shares.reduce((a, b) => Math.max(a, b), 0);
  const best = shares.indexOf(most);
  return { best, equals: shares.flatMap((share, i) => (share === most && i !== best ? [i] : [])) };
}

/** For each entry, the tokens of its passages that the copy has, those of shared passages in equal parts. */
function digestShares(copy: Witness, entries: readonly ManifestEntry[]): readonly number[] {
  const found: Findings = { words: new Map(), covered: new Uint8Array(copy.tokens.length) };
  searchRow(
    rowOf(copy, 'all'),
    entries.flatMap(({ passages }) => passages),
    found,
  );
  const shares = entries.map(() => 0);
  for (const [key, { tokens, texts }] of holdersOf(entries)) {
    if (found.words.has(key)) for (const i of texts) shares[i]! += tokens / texts.size;
  }
  return shares;
}

/** By the keys of the passages, how many tokens each has and which entries have it. */
function holdersOf(entries: readonly ManifestEntry[]): ReadonlyMap<string, { tokens: number; texts: Set<number> }> {
  const holders = new Map<string, { tokens: number; texts: Set<number> }>();
  for (const [i, { passages }] of entries.entries()) {
    for (const passage of passages) {
      const key = keyOf(passage);
      const holder = holders.get(key);
      if (holder === undefined) holders.set(key, { tokens: passage.tokens, texts: new Set([i]) });
      else holder.texts.add(i);
    }
  }
  return holders;
}

function wordShares(copy: Witness, sealed: readonly Sealed[]): readonly number[] {
  const grams = new Set(gramsOf(copy.tokens));
  return sealed.map(({ transcript }) => {
    let count = 0;
    for (const gram of transcript === null ? [] : gramsOf(transcript.witness.tokens)) if (grams.has(gram)) count++;
    return count;
  });
}

function* gramsOf(tokens: readonly string[]): Generator<string> {
  for (let i = 0; i + GRAM <= tokens.length; i++)
    yield tokens
      .slice(i, i + GRAM)
      .join(' ')
      .toLowerCase();
}
