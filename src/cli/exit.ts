/**
 * How a run ends. The worst that happened decides, so 2 wins over 1.
 *
 * | status | meaning |
 * |---|---|
 * | 0 | everything passes |
 * | 1 | something was judged and does not pass |
 * | 2 | something could not be judged: wrong usage, an unreadable copy, a broken manifest |
 */
export const EXIT = { passed: 0, failed: 1, notJudged: 2 } as const;

/** A status of the table. */
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** The worst of `exits`; passed when there are none. */
export function worstExit(exits: Iterable<Exit>): Exit {
  let worst: Exit = EXIT.passed;
  for (const exit of exits) if (exit > worst) worst = exit;
  return worst;
}
