/**
 * Tells a pull quote in the flow of a plain text from a paragraph of the body that is all quotation.
 *
 * Both are a block between marks and nothing else. A pull quote says again what the body says: most of its words stand in
 * one other, longer stretch of quotation. `“Our volunteers are people who put freedom above comfort”` echoes; a paragraph
 * of new speech does not, and neither does the original of the two.
 */
import { isWord } from '../canon/classes.ts';
import { tokenise } from '../canon/tokenise.ts';

/** Share of a quotation's word pairs that must stand in one other quotation. */
const SHARE = 0.5;

/** Of texts that share a pair, so many are remembered: the cost stays linear. */
const REMEMBERED = 64;

/** Which of the texts in `candidates` echo another one. Linear in the words. */
export function echoes(texts: readonly string[], candidates: ReadonlySet<number>): ReadonlySet<number> {
  const known = new Map<string, number[]>();
  const sharers = texts.map((text, i) =>
    Array.from(pairsOf(text), (pair) => {
      const sharing = known.get(pair) ?? [];
      known.set(pair, sharing);
      if (sharing.length < REMEMBERED) sharing.push(i);
      return sharing;
    }),
  );
  return new Set([...candidates].filter((i) => echoesAnother(i, sharers, candidates)));
}

/** `sharers` has for each text, pair by pair, the texts with that pair. No text is its own original. */
function echoesAnother(
  index: number,
  sharers: readonly (readonly (readonly number[])[])[],
  candidates: ReadonlySet<number>,
): boolean {
  const own = sharers[index]!;
  const shared = new Map<number, number>();
  for (const other of own.flat()) shared.set(other, (shared.get(other) ?? 0) + 1);
  for (const [other, count] of shared) {
    const original = !candidates.has(other) || sharers[other]!.length > own.length;
    if (original && count >= own.length * SHARE) return true;
  }
  return false;
}

function pairsOf(text: string): Set<string> {
  const words = tokenise(text)
    .text.filter(isWord)
    .map((word) => word.toLowerCase());
  const pairs = new Set<string>();
  for (let i = 1; i < words.length; i++) pairs.add(`${words[i - 1]} ${words[i]}`);
  return pairs;
}
