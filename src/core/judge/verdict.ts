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
  let worst: Verdict = 'verbatim';
  for (const verdict of verdicts) if (VERDICTS.indexOf(verdict) < VERDICTS.indexOf(worst)) worst = verdict;
  return worst;
}
