/**
 * Makes an alignment read as a careful editor would mark it, without making it wrong: every pair it keeps still agrees.
 *
 * Two things are mended. Chance agreements: where a sentence was replaced by another, "the" and a comma agree by accident,
 * and a report would show confetti (Fraser, "Diff strategies", 2006, calls it semantic clean-up). And position: in
 * "the red the blue" against "the blue" the script may drop "red the" or "the red"; both are shortest, and the one that
 * falls on whole sentences or blocks is the one a reader understands.
 */
import type { Run } from './align.ts';

/** What tidying needs to know about either text. */
export interface Landmarks {
  /** Whether the copy's token begins a block or line, or the sealed token a passage. */
  readonly opensCopy: (token: number) => boolean;
  readonly opensSealed: (token: number) => boolean;
  readonly isWord: (sealed: number) => boolean;
  /** Whether a token of the sealed text or the copy ends a sentence. */
  readonly endsSealed: (sealed: number) => boolean;
  readonly endsCopy: (copy: number) => boolean;
}

/** Agreements longer than this are never taken for chance. */
const MAX_CHANCE = 6;
const MAX_SLIDE = 64;

export interface Pairs {
  readonly toCopy: Int32Array;
  readonly toSealed: Int32Array;
}

/** Mends `pairs` in place. `exactSealed` and `exactCopy` number the tokens with their case. */
export function tidy(pairs: Pairs, exactSealed: Int32Array, exactCopy: Int32Array, landmarks: Landmarks): void {
  reattach(pairs, exactSealed, exactCopy, landmarks);
  dropChance(pairs, landmarks);
  slideAdditions(pairs, exactCopy, landmarks);
  slideOmissions(pairs, exactSealed, landmarks);
}

/** An anchor has eight tokens, so it can hold this many of the passage before or behind its own. */
const MAX_TAIL = 7;

/**
 * Gives the end of a passage back to its passage. Where an answer moved behind another question, the run that carries it
 * may begin with that question's mark: "? That is very simple" is an anchor in both texts.
 */
function reattach(
  { toCopy, toSealed }: Pairs,
  exactSealed: Int32Array,
  exactCopy: Int32Array,
  { opensSealed }: Landmarks,
): void {
  for (let s = 1; s < toCopy.length; s++) {
    if (!opensSealed(s)) continue;
    for (let from = Math.max(1, s - MAX_TAIL); from < s; from++) {
      const [before, now] = [toCopy[from - 1]!, toCopy[from]!];
      if (opensSealed(from) || before === -1 || exactSealed[from] !== exactCopy[before + 1]) continue;
      const holder = toSealed[before + 1]!;
      // Whoever holds it takes the other token in exchange: they are the same sign. What is -1 leads nowhere, and stays so.
      toCopy[holder] = now;
      toSealed[now] = holder;
      toCopy[from] = before + 1;
      toSealed[before + 1] = from;
    }
  }
}

/** The runs of an alignment in the order of the copy. */
export function runsOf({ toSealed }: Pick<Pairs, 'toSealed'>): readonly Run[] {
  const runs: Run[] = [];
  for (let c = 0; c < toSealed.length; ) {
    const s = toSealed[c]!;
    if (s === -1) {
      c++;
      continue;
    }
    let length = 1;
    while (toSealed[c + length] === s + length) length++;
    runs.push({ s, c, length });
    c += length;
  }
  return runs;
}

function dropChance(pairs: Pairs, landmarks: Landmarks): void {
  let before: Run | undefined;
  const runs = runsOf(pairs);
  for (const [i, run] of runs.entries()) {
    const next = runs[i + 1];
    if (before !== undefined && next !== undefined && isChance(run, before, next, landmarks)) unpair(pairs, run);
    else before = run;
  }
}

function isChance(run: Run, before: Run, next: Run, { isWord, opensSealed }: Landmarks): boolean {
  if (run.length > MAX_CHANCE) return false;
  const left = gapSize(before, run);
  const right = gapSize(run, next);
  if (run.length > left || run.length > right) return false;
  let words = 0;
  for (let s = run.s; s < run.s + run.length; s++) {
    if (opensSealed(s)) return false;
    if (isWord(s)) words++;
  }
  return words === 0 ? left + right > 4 : words * 4 <= Math.min(left, right);
}

/** The larger side of the gap between two runs, which follow each other in the copy; -1 when they do not ascend. */
function gapSize(a: Run, b: Run): number {
  const sealed = b.s - a.s - a.length;
  const copy = b.c - a.c - a.length;
  return sealed < 0 ? -1 : Math.max(sealed, copy);
}

function unpair({ toCopy, toSealed }: Pairs, run: Run): void {
  toCopy.fill(-1, run.s, run.s + run.length);
  toSealed.fill(-1, run.c, run.c + run.length);
}

/** Moves each pure addition to the best of its equal positions. */
function slideAdditions({ toCopy, toSealed }: Pairs, exact: Int32Array, marks: Landmarks): void {
  slide(toSealed, toCopy, exact, (from, to) =>
    worth(marks.opensCopy(from), marks.opensCopy(to), from > 0 && marks.endsCopy(from - 1), marks.endsCopy(to - 1)),
  );
}

function slideOmissions({ toCopy, toSealed }: Pairs, exact: Int32Array, marks: Landmarks): void {
  slide(toCopy, toSealed, exact, (from, to) =>
    worth(
      marks.opensSealed(from),
      marks.opensSealed(to),
      from > 0 && marks.endsSealed(from - 1),
      marks.endsSealed(to - 1),
    ),
  );
}

function worth(opens: boolean, opensNext: boolean, endsBefore: boolean, ends: boolean): number {
  return (opens ? 8 : 0) + (opensNext ? 8 : 0) + (endsBefore ? 2 : 0) + (ends ? 2 : 0);
}

/** `own` is the text with the unpaired stretch; `other` has nothing there. */
function slide(
  own: Int32Array,
  other: Int32Array,
  exact: Int32Array,
  score: (from: number, to: number) => number,
): void {
  for (let from = 0; from < own.length; from++) {
    if (own[from] !== -1) continue;
    let to = from;
    while (own[to] === -1) to++;
    const before = own[from - 1] ?? -1;
    if (before !== -1 && own[to] === before + 1) slideOne(own, other, exact, from, to, score);
    from = to;
  }
}

function slideOne(
  own: Int32Array,
  other: Int32Array,
  exact: Int32Array,
  from: number,
  to: number,
  score: (from: number, to: number) => number,
): void {
  let best = 0;
  let bestScore = score(from, to);
  const consider = (shift: number): void => {
    const value = score(from + shift, to + shift);
    if (value > bestScore) [best, bestScore] = [shift, value];
  };
  const [last, next] = [own[from - 1]!, own[to]!];
  for (let k = 1; k <= MAX_SLIDE && exact[from - k] === exact[to - k] && own[from - k] === last - k + 1; k++)
    consider(-k);
  for (let k = 0; k < MAX_SLIDE && exact[from + k] === exact[to + k] && own[to + k] === next + k; k++) consider(k + 1);
  shiftGap(own, other, from, to, best);
}

function shiftGap(own: Int32Array, other: Int32Array, from: number, to: number, shift: number): void {
  for (let k = 1; k <= -shift; k++) repair(own, other, from - k, to - k);
  for (let k = 0; k < shift; k++) repair(own, other, to + k, from + k);
}

/** Gives the partner of `old` to `now`. */
function repair(own: Int32Array, other: Int32Array, old: number, now: number): void {
  const partner = own[old]!;
  own[old] = -1;
  own[now] = partner;
  other[partner] = now;
}
