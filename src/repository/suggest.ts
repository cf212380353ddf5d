/** “Did you mean …?” for names that are nearly right. */

/** A hint at the nearest of `known`, ready to append to a message, or '' when none is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  let best = { candidate: '', distance: Math.max(2, Math.floor(name.length / 3)) + 1 };
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= best.distance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < best.distance) best = { candidate, distance };
  }
  return best.candidate === '' ? '' : ` (did you mean “${best.candidate}”?)`;
}

/** How many letters must be added, dropped or changed (Levenshtein); names are cut at 40 letters. */
function editDistance(a: string, b: string): number {
  const left = a.slice(0, 40);
  const right = b.slice(0, 40);
  let row = Uint8Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 1; i <= left.length; i++) {
    const next = new Uint8Array(row.length);
    next[0] = i;
    for (let j = 1; j < row.length; j++) {
      const change = left[i - 1] === right[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + change);
    }
    row = next;
  }
  return row[right.length]!;
}
