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

/** For each text, whether it echoes another one. Only those in `candidates` are asked about. Linear in the words. */
export function echoes(texts: readonly string[], candidates: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set<number>();
  if (candidates.size === 0) return found;
  const pairs = texts.map(pairsOf);
  const where = new Map<string, number[]>();
  for (const [i, set] of pairs.entries()) {
    for (const pair of set) {
      const list = where.get(pair);
      if (list === undefined) where.set(pair, [i]);
      else if (list.length < 64) list.push(i);
    }
  }
  for (const i of candidates) if (echoesAnother(i, pairs, where, candidates)) found.add(i);
  return found;
}

function echoesAnother(
  index: number,
  pairs: readonly ReadonlySet<string>[],
  where: ReadonlyMap<string, readonly number[]>,
  candidates: ReadonlySet<number>,
): boolean {
  const own = pairs[index]!;
  const shared = new Map<number, number>();
  for (const pair of own) {
    for (const other of where.get(pair) ?? []) if (other !== index) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  for (const [other, count] of shared) {
    const original = !candidates.has(other) || pairs[other]!.size > own.size;
    if (original && count >= own.size * SHARE) return true;
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
