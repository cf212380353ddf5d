/**
 * Puts very many combining marks on one base into canonical order before the engine normalises them.
 *
 * Engines reorder marks by insertion, which is quadratic: 160,000 marks in an unlucky order hold Node up for five
 * seconds, and a few million for hours. Sorted first, the engine finds nothing to move. The classes to sort by are found by
 * asking the engine about pairs of marks, so no table of combining classes is needed.
 */

/** Longest stretch that is given to the engine unsorted. Real letters carry a handful of marks. */
export const MAX_UNSORTED = 256;

/** NFC of `text`, in time proportional to its length whatever its marks. */
export function normalise(text: string): string {
  return (text.length <= MAX_UNSORTED ? text : decomposed(text)).normalize('NFC');
}

/** NFD of `text`, without the engine's ordering of marks. */
export function decomposed(text: string): string {
  return sortMarks(decompose(text));
}

/** Each code point decomposed by itself, in the order they stand in. */
function decompose(text: string): string[] {
  const parts: string[] = [];
  for (const one of text) for (const part of one.normalize('NFD')) parts.push(part);
  return parts;
}

/** The Canonical Ordering Algorithm (Unicode, D109), with one bucket for each combining class. */
function sortMarks(parts: readonly string[]): string {
  const ranks = rankMarks(new Set(parts));
  const sorted: string[] = [];
  let buckets: string[][] = [];
  for (const part of parts) {
    const rank = ranks.get(part);
    if (rank !== undefined) {
      const bucket = buckets[rank] ?? [];
      bucket.push(part);
      buckets[rank] = bucket;
      continue;
    }
    for (const bucket of Object.values(buckets)) sorted.push(bucket.join(''));
    buckets = [];
    sorted.push(part);
  }
  for (const bucket of Object.values(buckets)) sorted.push(bucket.join(''));
  return sorted.join('');
}

/** The rank of the combining class of each mark that can be reordered; others have none. */
function rankMarks(parts: ReadonlySet<string>): Map<string, number> {
  const marks = [...parts].filter(isReordered).sort(compareClasses);
  const ranks = new Map<string, number>();
  let rank = 0;
  marks.forEach((mark, index) => {
    const previous = marks[index - 1];
    if (previous !== undefined && compareClasses(previous, mark) !== 0) rank++;
    ranks.set(mark, rank);
  });
  return ranks;
}

/** Marks of the lowest and the highest combining class there is, 1 and 240: every class above 0 moves past one of them. */
const LOWEST = '\u0334';
const HIGHEST = '\u0345';

function isReordered(part: string): boolean {
  return swaps(HIGHEST, part) || swaps(part, LOWEST);
}

function compareClasses(a: string, b: string): number {
  if (swaps(a, b)) return 1;
  return swaps(b, a) ? -1 : 0;
}

/** Whether canonical order puts `b` before `a`, two different marks. */
function swaps(a: string, b: string): boolean {
  return `x${a}${b}`.normalize('NFD') === `x${b}${a}`;
}
