/**
 * Compares a placed quotation with the transcript sign by sign: what differs though the words are the same.
 *
 * The opening capital and the closing sign are conventions and not looked at here; neither is what stands beside an
 * ellipsis or a bracket, where the editor has said that something changed.
 */
import { differOnlyInFirst } from './conventions/opening-capital.ts';
import { gapBehind, tokenAt } from './gaps.ts';
import type { Joint, Pattern } from './pattern.ts';
import type { Placed } from './place-pattern.ts';

/** One difference that leaves the words as they are. */
export interface SmallDifference {
  readonly kind: 'punctuation' | 'case' | 'mark-added';
  /** The word of the pattern it concerns, or stands behind. */
  readonly word: number;
  /** The word of the row. */
  readonly at: number;
  readonly sealed: string;
  readonly copy: string;
}

/** Every difference of signs and capitals in a quotation whose words are all in place. */
export function smallDifferences(placed: Placed): readonly SmallDifference[] {
  const found: SmallDifference[] = [];
  for (const segment of placed.segments) {
    for (let i = segment.from; i < segment.to; i++) {
      const at = segment.at + i - segment.from;
      const capital = caseDifference(placed, i, at);
      if (capital !== null) found.push(capital);
      if (i < segment.to - 1) found.push(...signDifferences(placed, i, at));
    }
  }
  found.push(...edgeMarks(placed));
  return found;
}

function caseDifference({ pattern, stream }: Placed, i: number, at: number): SmallDifference | null {
  const { text, bracketedCapital } = pattern.words[i]!;
  const sealed = tokenAt(stream, at);
  if (text === sealed) return null;
  if ((bracketedCapital || mayChangeCapital(pattern, i)) && differOnlyInFirst(text, sealed)) return null;
  return { kind: 'case', word: i, at, sealed, copy: text };
}

function mayChangeCapital({ joints }: Pattern, i: number): boolean {
  return i === 0 || joints[i]!.ellipsis !== null || joints[i]!.brackets.length > 0;
}

function signDifferences({ pattern, stream }: Placed, i: number, at: number): SmallDifference[] {
  const joint = pattern.joints[i + 1]!;
  const gap = gapBehind(stream, at);
  const found: SmallDifference[] = [];
  const sealed = gap.signs.join(' ');
  const copy = joint.signs.join(' ');
  if (!equalSigns(gap.signs, joint.signs)) found.push({ kind: 'punctuation', word: i, at, sealed, copy });
  return [...found, ...addedMarks(joint, gap.apparatus, i, at)];
}

/** A mark that the quotation has and the transcript, here, has not. */
function addedMarks({ marks }: Joint, apparatus: readonly string[], word: number, at: number): SmallDifference[] {
  const added = marks.filter((mark) => !apparatus.includes(mark));
  return added.map((mark) => ({ kind: 'mark-added', word, at, sealed: '', copy: mark.replaceAll(' ', '') }));
}

/** Marks behind the last word, and behind the last word of each segment. */
function edgeMarks({ pattern, stream, segments }: Placed): SmallDifference[] {
  return segments.flatMap(({ from, to, at }) => {
    const last = at + to - from - 1;
    return addedMarks(pattern.joints[to]!, gapBehind(stream, last).apparatus, to - 1, last);
  });
}

/** Beside a nested quotation's mark, the comma and full stop stand inside it in one country and outside in another. */
function equalSigns(sealed: readonly string[], copy: readonly string[]): boolean {
  if (sealed.join(' ') === copy.join(' ')) return true;
  return sealed.includes('"') && sealed.toSorted().join(' ') === copy.toSorted().join(' ');
}
