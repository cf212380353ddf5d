/**
 * Judges a quotation whose words are all in place: by which conventions, with which signs, and whose words they are.
 *
 * The words may stand at several places. The place that speaks for the quotation is taken: the same words in an answer
 * excuse those in a question.
 */
import type { Finding } from '../judge/finding.ts';
import { type SmallDifference, smallDifferences } from './compare.ts';
import { turnings } from './context.ts';
import type { Use } from './conventions/convention.ts';
import { CONVENTIONS } from './conventions/index.ts';
import { textOf } from './gaps.ts';
import { type Judged, sourceAt } from './judged.ts';
import { copyReading, finding, sealedReading, whose } from './make-finding.ts';
import type { Placed } from './place-pattern.ts';
import type { Attribution, Quotation } from './quotation.ts';
import type { QuotedText } from './quoted-text.ts';
import type { ConventionUse, QuoteVerdict } from './quotes-report.ts';
import { type OtherSpeaker, otherSpeaker } from './speaker.ts';

/** Small differences, and uses of conventions, listed one by one. */
const LISTED = 12;

/** A quotation at one place, with all that can be said about it there. */
export interface PlacedReading {
  readonly placed: Placed;
  readonly uses: readonly Use[];
  readonly differences: readonly SmallDifference[];
  readonly other: OtherSpeaker | null;
}

/** The reading that speaks best for the quotation. `all` has at least one place. */
export function bestReading(all: readonly Placed[], attribution: Attribution): PlacedReading {
  const readings = all.map((placed) => readingOf(placed, attribution));
  return readings.reduce((best, one) => (rank(one) < rank(best) ? one : best));
}

function readingOf(placed: Placed, attribution: Attribution): PlacedReading {
  return {
    placed,
    uses: CONVENTIONS.flatMap((usesOf) => usesOf(placed)),
    differences: smallDifferences(placed),
    other: otherSpeaker(placed.stream, placed.from, placed.to, attribution),
  };
}

/** How much speaks against a reading, worst first; the least wins. */
function rank({ placed, uses, differences, other }: PlacedReading): number {
  const problems = uses.filter(({ problem }) => problem?.level === 'fail').length;
  const added = differences.filter(({ kind }) => kind === 'mark-added').length;
  const others = other === null ? 0 : other.level === 'fail' ? 400 : 3;
  const gaps = (placed.to - placed.from) / 10_000;
  return (problems + added) * 1_000 + (placed.crosses ? 600 : 0) + others + differences.length * 5 + uses.length + gaps;
}

/** The verdict of a reading, worst first. */
function verdictOf({ placed, uses, differences, other }: PlacedReading): QuoteVerdict {
  if (uses.some(({ problem }) => problem?.level === 'fail')) return 'altered';
  if (differences.some(({ kind }) => kind === 'mark-added')) return 'altered';
  if (placed.crosses) return 'spliced';
  if (other?.level === 'fail') return 'other-speaker';
  if (differences.length > 0) return 'repunctuated';
  return uses.some(({ beyond }) => beyond) ? 'convention' : 'verbatim';
}

/** Judges a quotation by its best reading. */
export function judgePlaced(reading: PlacedReading, quotation: Quotation, text: QuotedText): Judged {
  const { placed, uses } = reading;
  const { stream, from, to } = placed;
  return {
    verdict: verdictOf(reading),
    transcript: sourceAt(stream, from, to),
    conventions: uses.map((use) => useOf(placed, use)),
    findings: [
      ...splicedTurns(placed, text),
      ...otherFindings(reading, quotation, text),
      ...listed(uses).flatMap((use) => useFindings(placed, use, text)),
      ...differenceFindings(reading, text),
      ...contextFindings(placed, text),
    ],
  };
}

/** The uses worth a finding: so many, and each that fails. */
function listed(uses: readonly Use[]): readonly Use[] {
  const beyond = uses.filter((use) => use.beyond);
  return beyond.filter(({ problem }, i) => i < LISTED || problem?.level === 'fail');
}

function useOf({ stream }: Placed, { convention, text, from, to, sealed }: Use): ConventionUse {
  return { convention, text, sealed: sealed ?? textOf(stream, from, to) };
}

function useFindings({ stream }: Placed, use: Use, text: QuotedText): Finding[] {
  const { convention, from, to, problem } = use;
  const sealed = sealedReading(stream, from, to, use.sealed ?? undefined);
  const copy = copyReading(text, use.start, use.start + use.text.length);
  const facts = { sealed, copy, ...whose(stream, from) };
  const listed = finding('quotation-convention', { ...facts, data: { convention, swallowed: to - from } });
  if (problem === null) return [listed];
  return [
    listed,
    finding(problem.code, { ...facts, level: problem.level, data: { convention, words: problem.words.join(', ') } }),
  ];
}

function splicedTurns({ stream, crosses, from, to }: Placed, text: QuotedText): Finding[] {
  if (!crosses) return [];
  const copy = copyReading(text, 0, text.text.length);
  return [
    finding('quotation-spliced', {
      sealed: sealedReading(stream, from, to),
      copy,
      ...whose(stream, to - 1),
      data: { parts: 2 },
    }),
  ];
}

function otherFindings({ placed, other }: PlacedReading, { attribution }: Quotation, text: QuotedText): Finding[] {
  if (other === null) return [];
  const { stream, from, to } = placed;
  const { level, speaker, role } = other;
  const data = { role, named: attribution.name ?? '' };
  const copy = copyReading(text, 0, text.text.length);
  const { passage } = whose(stream, from);
  return [
    finding('quotation-other-speaker', {
      level,
      speaker,
      passage,
      sealed: sealedReading(stream, from, to),
      copy,
      data,
    }),
  ];
}

function differenceFindings({ placed, differences }: PlacedReading, text: QuotedText): Finding[] {
  const { stream, pattern } = placed;
  return differences.slice(0, LISTED).map(({ kind, word, at, sealed, copy }, i) => {
    const { start, end } = pattern.words[word]!;
    const count = i === LISTED - 1 ? differences.length - i : 1;
    const place = kind === 'case' ? { start, end } : { start: end, end };
    const readings = {
      sealed: sealedReading(stream, at, at + 1, sealed),
      copy: copyReading(text, place.start, place.end, copy),
    };
    const code = kind === 'mark-added' ? 'quotation-altered' : 'quotation-repunctuated';
    return finding(code, {
      ...readings,
      ...whose(stream, at),
      count,
      data: { kind: kind === 'mark-added' ? 'addition' : kind },
    });
  });
}

function contextFindings({ stream, pattern, from, to }: Placed, text: QuotedText): Finding[] {
  return turnings(stream, from, to)
    .filter(({ side }) => (side === 'after' ? pattern.joints.at(-1)! : pattern.joints[0]!).ellipsis === null)
    .map(({ word, side, at }) => {
      const offset = side === 'after' ? text.text.length : 0;
      const readings = { sealed: sealedReading(stream, at, at + 1), copy: copyReading(text, offset, offset) };
      return finding('context-turns', { ...readings, ...whose(stream, at), data: { word, side } });
    });
}
