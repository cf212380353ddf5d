/**
 * Steps 1 and 2 of the form, done only where a text needs them.
 *
 * Nearly every block needs neither, and looking it over once costs a tenth of rewriting it.
 */
import { CLASSES, IGNORABLE, JOINER, MARK, MARK_INHERITING } from './classes.ts';
import { bufferFor } from './code-units.ts';
import { mayExpand } from './fold.ts';
import { dropIgnorables } from './ignorables.ts';
import { MAX_UNSORTED } from './marks.ts';
import { toNfc } from './normalise.ts';
import type { OffsetMap } from './offset-map.ts';

/** A text that is ready to be tokenised, and the maps back to the given one, the last step first. */
export interface Prepared {
  readonly text: string;
  /** Its code units, in the buffer that all texts share, and a space behind the last. */
  readonly units: Uint16Array;
  readonly maps: readonly OffsetMap[];
}

/** What a text holds, as bits. */
const DROPPED = 1;
const NOTED = 2;
const CROWDED = 4;

/** Below it nothing is dropped, changed by NFC or combines: U+00AD is the first ignorable. */
const FIRST_NOTED = 0xad;

/** Drops, expands and composes what the form says. */
export function prepare(given: string): Prepared {
  const maps: OffsetMap[] = [];
  let text = given;
  let units = bufferFor(text.length);
  let held = inspect(text, units);
  if ((held & DROPPED) !== 0) {
    const kept = dropIgnorables(text);
    maps.push(kept.map);
    text = kept.text;
    units = bufferFor(text.length);
    held = inspect(text, units);
  }
  const composed = mayCompose(text, held) ? toNfc(text) : null;
  if (composed !== null) {
    maps.unshift(composed.map);
    text = composed.text;
    units = bufferFor(text.length);
    inspect(text, units);
  }
  return { text, units, maps };
}

/** The engine's own answer is taken where it is quick: its time grows with the square of the marks in a row. */
function mayCompose(text: string, held: number): boolean {
  if ((held & CROWDED) !== 0) return true;
  return held !== 0 && text.normalize('NFC') !== text;
}

/** The bits of what `text` holds; its code units go into `units`. */
function inspect(text: string, units: Uint16Array): number {
  let held = 0;
  let marks = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    units[at] = code;
    if (code < FIRST_NOTED) continue;
    const whole = text.codePointAt(at)!;
    const kind = CLASSES[whole]!;
    held |= isDropped(code, kind) ? DROPPED : NOTED;
    marks = kind >= MARK_INHERITING && kind <= MARK ? marks + 1 : 0;
    if (marks > MAX_UNSORTED) held |= CROWDED;
    if (whole > 0xffff) units[++at] = text.charCodeAt(at);
  }
  return held;
}

/** Whether the code point is dropped or written otherwise, if only in some places. */
function isDropped(code: number, kind: number): boolean {
  return kind === IGNORABLE || kind === JOINER || mayExpand(code);
}
