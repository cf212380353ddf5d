/** Judges a quotation whose words stand nowhere as they are: changed, spliced, or said by nobody we know. */
import type { Finding } from '../judge/finding.ts';
import { type Judged, sourceAt } from './judged.ts';
import { copyReading, finding, sealedReading, whose } from './make-finding.ts';
import { type Nearest, nearestPlace } from './nearest.ts';
import type { Occurrences } from './occurrences.ts';
import type { Pattern } from './pattern.ts';
import type { QuotedText } from './quoted-text.ts';
import { type Piece, spliceOf } from './splice.ts';

/** Share of a quotation's words that must stand at the place for the quotation to count as changed, not as unknown. */
const ALTERED_SHARE = 0.6;
/** Up to so many words, all but one must stand there. */
const FEW_WORDS = 5;
/** From this share on, the differences are changes at one place and not a splice. */
const ONE_PLACE_SHARE = 0.85;
/** Share from which the nearest place is worth showing. */
const SHOWN_SHARE = 0.4;
/** Differences listed one by one; the rest is counted in the last. */
const LISTED = 20;

/** Judges `pattern`, which stands nowhere in the row as it is. */
export function judgeMissing(index: Occurrences, pattern: Pattern, text: QuotedText): Judged {
  const nearest = nearestPlace(index, pattern);
  const share = shareOf(nearest, pattern);
  const altered = nearest !== null && isAltered(nearest, pattern);
  if (altered && share >= ONE_PLACE_SHARE) return judgeAltered(index, nearest, pattern, text);
  const pieces = spliceOf(index, pattern);
  if (pieces !== null) return judgeSpliced(index, pieces, pattern, text);
  if (altered) return judgeAltered(index, nearest, pattern, text);
  return judgeNotFound(index, share >= SHOWN_SHARE ? nearest : null, text);
}

function shareOf(nearest: Nearest | null, { words }: Pattern): number {
  return (nearest?.alignment?.matched ?? 0) / words.length;
}

function isAltered({ alignment }: Nearest, { words }: Pattern): boolean {
  if (alignment === null) return true;
  const least = words.length <= FEW_WORDS ? words.length - 1 : Math.ceil(words.length * ALTERED_SHARE);
  return alignment.matched >= Math.max(3, least) && alignment.differences.length <= words.length / 2;
}

/** The half-open range of the row a nearest place covers. */
function rangeOf({ alignment, from, to }: Nearest): { from: number; to: number } {
  if (alignment === null) return { from, to };
  return { from: from + alignment.from, to: from + alignment.to };
}

/** The editor's signs cover every difference, and reach too far: from one turn into another, or over too many words. */
function judgeWhole({ stream }: Occurrences, nearest: Nearest, text: QuotedText): Judged {
  const { from, to } = rangeOf(nearest);
  const crosses = nearest.alignment !== null && to > stream.passages[stream.passage[from]!]!.turnTo;
  const readings = { sealed: sealedReading(stream, from, to), copy: copyReading(text, 0, text.text.length) };
  const found = crosses
    ? finding('quotation-spliced', { ...readings, ...whose(stream, to - 1), data: { parts: 2 } })
    : finding('quotation-altered', { ...readings, ...whose(stream, from), data: { kind: 'substitution' } });
  const verdict = crosses ? 'spliced' : 'altered';
  return { verdict, transcript: sourceAt(stream, from, to), conventions: [], findings: [found] };
}

function judgeAltered(index: Occurrences, nearest: Nearest, pattern: Pattern, text: QuotedText): Judged {
  const { stream } = index;
  const differences = nearest.alignment?.differences ?? [];
  if (differences.length === 0) return judgeWhole(index, nearest, text);
  const { from, to } = rangeOf(nearest);
  const findings = differences.slice(0, LISTED).map((one, i): Finding => {
    const { start } = pattern.words[one.from]!;
    const end = one.to > one.from ? pattern.words[one.to - 1]!.end : start;
    const at = nearest.from + one.sealedFrom;
    const sealed = sealedReading(stream, at, nearest.from + one.sealedTo);
    const count = i === LISTED - 1 ? differences.length - i : 1;
    const facts = { sealed, copy: copyReading(text, start, end), ...whose(stream, at), count };
    return finding('quotation-altered', { ...facts, data: { kind: one.kind } });
  });
  return { verdict: 'altered', transcript: sourceAt(stream, from, to), conventions: [], findings };
}

function judgeSpliced({ stream }: Occurrences, pieces: readonly Piece[], pattern: Pattern, text: QuotedText): Judged {
  const findings = pieces.slice(1, 1 + LISTED).map(({ from, to, at }) => {
    const copy = copyReading(text, pattern.words[from]!.start, pattern.words[to - 1]!.end);
    const sealed = sealedReading(stream, at, at + to - from);
    return finding('quotation-spliced', { sealed, copy, ...whose(stream, at), data: { parts: pieces.length } });
  });
  const first = pieces[0]!;
  const transcript = sourceAt(stream, first.at, first.at + first.to);
  return { verdict: 'spliced', transcript, conventions: [], findings };
}

function judgeNotFound({ stream }: Occurrences, nearest: Nearest | null, text: QuotedText): Judged {
  const copy = copyReading(text, 0, text.text.length);
  if (nearest === null) {
    return {
      verdict: 'not-found',
      transcript: null,
      conventions: [],
      findings: [finding('quotation-not-found', { copy })],
    };
  }
  const { from, to } = rangeOf(nearest);
  const sealed = sealedReading(stream, from, to);
  const findings = [finding('quotation-not-found', { copy, sealed, ...whose(stream, from) })];
  return { verdict: 'not-found', transcript: sourceAt(stream, from, to), conventions: [], findings };
}
