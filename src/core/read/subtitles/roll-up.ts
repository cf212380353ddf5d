/**
 * Captions that roll up: each cue repeats the last lines of the one before and adds one below.
 *
 *     cue 1   I was born             cue 2   I was born        cue 3   by the sea,
 *                                            by the sea,               and stayed.
 *
 * A reader reads each line once; taken as they stand, the cues say nearly everything twice. But a speaker may repeat himself
 * ("No." "No."), and that must stay. So lines are left out only where the file as a whole rolls up.
 */
import type { Cue, Line } from './cues.ts';

/** Cues that repeat lines and add to them, for the file to be of this kind. */
const MIN_ROLLING = 2;
const MIN_ROLLING_SHARE = 0.25;

/** How many of each cue's first lines repeat the cue before; all 0 when the captions do not roll up. `cues` are in time order. */
export function repeatedLines(source: string, cues: readonly Cue[]): readonly number[] {
  const texts = cues.map(({ lines }) => lines.map((line) => plainText(source, line)));
  const repeated = texts.map((lines, index) => overlap(texts[index - 1] ?? [], lines));
  const repeating = repeated.filter((count) => count > 0).length;
  const rolling = repeated.filter((count, index) => count > 0 && count < texts[index]!.length).length;
  const rollsUp = rolling >= MIN_ROLLING && repeating >= MIN_ROLLING_SHARE * cues.length;
  return rollsUp ? repeated : repeated.map(() => 0);
}

/** The most lines that end `before` and begin `after`. */
function overlap(before: readonly string[], after: readonly string[]): number {
  for (let count = Math.min(before.length, after.length, MAX_LINES); count > 0; count--) {
    const tail = before.slice(-count);
    if (tail.every((line, index) => line === after[index])) return count;
  }
  return 0;
}

/** A cue shown for less than this, in milliseconds, is over before anybody sees it: one picture of a film in 24 takes 42. */
const FLASH = 40;

/**
 * The cues of `cues`, which are in time order, that flash by with words of their own. Captions that roll up have cues of ten
 * milliseconds too; what those show, the cue before or behind shows as well.
 */
export function flashingCues(source: string, cues: readonly Cue[]): ReadonlySet<Cue> {
  const flashes = new Set<Cue>();
  for (const [index, cue] of cues.entries()) {
    if (cue.end - cue.start >= FLASH) continue;
    const near = cues.slice(Math.max(0, index - 1), index + 2).flatMap((each) => (each === cue ? [] : each.lines));
    const beside = new Set(near.map((line) => plainText(source, line)));
    if (!cue.lines.every((line) => beside.has(plainText(source, line)))) flashes.add(cue);
  }
  return flashes;
}

/** Captions show two or three lines at once. */
const MAX_LINES = 4;

function plainText(source: string, { start, end }: Line): string {
  return source
    .slice(start, end)
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
