/**
 * Finds the labels and timestamps of the copy, by what stands before the sealed words.
 *
 * In a copy a label need not follow the copy's own convention: the words behind it are known, so whatever stands between
 * a line's start and a passage's first word, and reads like a label, is one.
 */
import { type Apparatus, apparatusAt, nameKey } from '../structure/apparatus.ts';
import { hasRisingTimestamps, labelKeys } from '../structure/conventions.ts';
import { genericSide } from '../structure/generic-labels.ts';
import { stretchesOf } from '../structure/stretches.ts';
import type { Conventions, Transcript, Witness } from '../structure/transcript.ts';
import { tokenAt } from '../structure/turns.ts';
import { type FoundLabel, TOKEN } from './collation.ts';
import type { SealedText } from './sealed-text.ts';
import type { Pairs } from './tidy.ts';
import { firstPaired, type Unit } from './units.ts';

/** Which names are labels in this copy: the sealed ones, declared ones, generic ones, and those it shows by its own convention. */
export interface KnownLabels {
  readonly isKnown: (name: string) => boolean;
  readonly timed: boolean;
}

export function knownLabels(copy: Witness, transcript: Transcript, conventions: Conventions): KnownLabels {
  const stretches = stretchesOf(copy.document);
  const keys = new Set(labelKeys(copy.document, stretches, conventions));
  for (const speaker of transcript.speakers) keys.add(nameKey(speaker.name));
  return {
    isKnown: (name) => keys.has(nameKey(name)) || genericSide(name) !== null,
    timed: hasRisingTimestamps(stretches),
  };
}

/** Marks labels and timestamps in `kind`, and gives the labels in the order of the copy. */
export function findLabels(
  copy: Witness,
  sealed: SealedText,
  transcript: Transcript,
  pairs: Pairs,
  units: readonly Unit[],
  known: KnownLabels,
  kind: Uint8Array,
): readonly FoundLabel[] {
  const labels: FoundLabel[] = [];
  let waiting: LabelTokens | null = null;
  for (const unit of units) {
    const first = firstPaired(pairs, unit);
    const opening = openingApparatus(copy, unit, first, pairs, sealed, known, kind);
    if (first === -1) {
      waiting = opening?.content === unit.to ? opening.label : null;
      if (waiting !== null) kind.fill(TOKEN.label, waiting.from, waiting.to);
      continue;
    }
    const label = opening?.label ?? voiceOf(copy, unit) ?? waiting;
    waiting = null;
    if (label !== null) {
      kind.fill(TOKEN.label, label.from, label.to);
      labels.push({ ...label, before: first });
    }
    for (const inner of innerLabels(copy, sealed, transcript, pairs, unit, first, known)) {
      kind.fill(TOKEN.label, inner.from, inner.to);
      labels.push(inner);
    }
  }
  return labels;
}

type LabelTokens = Omit<FoundLabel, 'before'>;

interface Opening {
  readonly label: LabelTokens;
  /** The token behind label and timestamp. */
  readonly content: number;
}

/** The label a unit opens with; marks the timestamp beside it. `first` is the unit's first sealed word, or -1. */
function openingApparatus(
  copy: Witness,
  unit: Unit,
  first: number,
  pairs: Pairs,
  sealed: SealedText,
  known: KnownLabels,
  kind: Uint8Array,
): Opening | null {
  const block = copy.document.blocks[unit.block]!;
  const apparatus = apparatusAt(block, copy.start[unit.from]!);
  const limit = first === -1 ? unit.to : first;
  markTimestamp(copy, unit, apparatus, limit, known, kind);
  const { label } = apparatus;
  if (label === null) return null;
  const from = tokenAt(copy, unit.block, label.start);
  const to = tokenAt(copy, unit.block, label.end);
  if (to > limit) return null;
  const opensPassage = to === first && opens(sealed, pairs.toSealed[first]!);
  if (!known.isKnown(label.name) && !opensPassage) return null;
  return { label: { name: label.name, from, to }, content: tokenAt(copy, unit.block, apparatus.content) };
}

function opens(sealed: SealedText, s: number): boolean {
  return s === sealed.first[sealed.passageOf[s]!];
}

function markTimestamp(
  copy: Witness,
  unit: Unit,
  { timestamp }: Apparatus,
  limit: number,
  known: KnownLabels,
  kind: Uint8Array,
): void {
  if (timestamp === null || !known.timed) return;
  const from = tokenAt(copy, unit.block, timestamp.start);
  const to = tokenAt(copy, unit.block, timestamp.end);
  if (to <= limit) kind.fill(TOKEN.timestamp, from, to);
}

/** A speaker the format names counts where a block begins. */
function voiceOf(copy: Witness, unit: Unit): LabelTokens | null {
  const name = unit.opensBlock ? copy.document.blocks[unit.block]!.speaker : null;
  return name === null ? null : { name, from: unit.from, to: unit.from };
}

/** Labels in the middle of a unit, where cues or paragraphs run on: between two passages, and known. */
function* innerLabels(
  copy: Witness,
  sealed: SealedText,
  transcript: Transcript,
  { toSealed }: Pairs,
  unit: Unit,
  first: number,
  known: KnownLabels,
): Generator<FoundLabel> {
  // A cue may end with the label of the next one.
  const last = Math.min(unit.to, toSealed.length - 1);
  for (let to = first + 1; to <= last; to++) {
    const next = toSealed[to]!;
    if (toSealed[to - 1] !== -1 || !opens(sealed, next)) continue;
    if (transcript.passages[sealed.passageOf[next]!]!.label === null) continue;
    let from = to;
    while (toSealed[from - 1] === -1) from--;
    const { label } = apparatusAt(copy.document.blocks[unit.block]!, copy.start[from]!);
    if (label !== null && known.isKnown(label.name) && tokenAt(copy, unit.block, label.end) === to) {
      yield { name: label.name, from, to, before: to };
    }
  }
}
