/** The headline of a judgement: the worst class of finding that there is. */

/** Worst first. */
export const VERDICTS = [
  'unreadable',
  'unmatched',
  'altered',
  'suspect',
  'interpolated',
  'excerpt',
  'repunctuated',
  'verbatim',
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** The worst of `verdicts`; `verbatim` when there are none. */
export function worst(verdicts: Iterable<Verdict>): Verdict {
  let at = VERDICTS.length - 1;
  for (const verdict of verdicts) at = Math.min(at, VERDICTS.indexOf(verdict));
  return VERDICTS[at] ?? 'verbatim';
}
