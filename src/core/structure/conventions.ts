/**
 * Decides which of the possible labels and timestamps are apparatus. A label is one only when the text shows a convention:
 * it recurs, it is a `Q:` or its like, it is declared, or the format itself names the speaker. Timestamps are apparatus
 * only in a series that rises.
 */
import type { Document } from '../read/document.ts';
import { nameKey } from './apparatus.ts';
import { genericSide } from './generic-labels.ts';
import type { Stretch } from './stretches.ts';
import type { Conventions } from './transcript.ts';

/** A text in which this share of the paragraphs carries a label is written in labels, so a name seen once is one too. */
const LABELLED_SHARE = 0.6;
const SENTENCE_ENDED = /[.!?…:;"”“»。！？؟।)\]]\s*$/u;

/** The keys of the names that are labels in this text. */
export function labelKeys(
  document: Document,
  stretches: readonly Stretch[],
  conventions: Conventions,
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const lines = new Map<string, number>();
  const certain = new Set(conventions.labels.map(nameKey));
  for (const [name, aliases] of conventions.aliases) for (const one of [name, ...aliases]) certain.add(nameKey(one));
  for (const { apparatus } of stretches) {
    if (apparatus.label === null) continue;
    const key = nameKey(apparatus.label.name);
    const { form, name } = apparatus.label;
    if (form === 'cell' || (form === 'own-line' && genericSide(name) === null)) {
      lines.set(key, (lines.get(key) ?? 0) + 1);
      continue;
    }
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (apparatus.label.form === 'timed' || genericSide(apparatus.label.name) !== null) certain.add(key);
  }
  for (const block of document.blocks) if (block.speaker !== null) certain.add(nameKey(block.speaker));
  for (const key of alternatingLines(lines)) certain.add(key);
  const recurring = [...counts].filter(([key, count]) => count > 1 || certain.has(key)).map(([key]) => key);
  const labelled = [...counts.values()].reduce((a, b) => a + b, 0);
  const known = new Set([...certain, ...recurring]);
  if (recurring.length === 0 || labelled < LABELLED_SHARE * stretches.length) return known;
  const titles = titleKeys(document, stretches, known);
  return new Set([...known, ...[...counts.keys()].filter((key) => !titles.has(key))]);
}

/** What only seems a label, because a title holds a colon: in a heading, or above the first label in a line that ends no sentence. */
function titleKeys(document: Document, stretches: readonly Stretch[], known: ReadonlySet<string>): ReadonlySet<string> {
  const titles = new Set<string>();
  let above = true;
  for (const { apparatus, block, start, end } of stretches) {
    if (apparatus.label === null) continue;
    const key = nameKey(apparatus.label.name);
    const { kind, text } = document.blocks[block]!;
    if (known.has(key)) above = false;
    else if (kind === 'heading' || (above && !SENTENCE_ENDED.test(text.slice(start, end)))) titles.add(key);
  }
  return titles;
}

/**
 * Lines and cells that are nothing but a name are labels where two of them take turns; one alone that recurs is a running
 * title, and the head of a column, which may say “Speaker”, never recurs.
 */
function alternatingLines(lines: ReadonlyMap<string, number>): readonly string[] {
  const recurring = [...lines].filter(([, count]) => count > 1).map(([key]) => key);
  return recurring.length > 1 || recurring.some((key) => genericSide(key) !== null) ? recurring : [];
}

/** Whether the timestamps among `stretches` form a rising series; one alone is none. */
export function hasRisingTimestamps(stretches: readonly Stretch[]): boolean {
  const series = stretches.flatMap(({ apparatus }) =>
    apparatus.timestamp === null ? [] : [apparatus.timestamp.seconds],
  );
  return series.length > 1 && series.every((seconds, i) => i === 0 || seconds >= series[i - 1]!);
}
