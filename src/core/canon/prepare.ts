/**
 * Steps 1 and 2 of the form, done only where a text needs them.
 *
 * Nearly every block needs neither, and looking it over once costs a tenth of rewriting it.
 */
import { CLASSES, IGNORABLE, JOINER, MARK, MARK_INHERITING, UNASSIGNED, UNSPACED_DIGIT } from './classes.ts';
import { bufferFor } from './code-units.ts';
import { EXPANSIONS } from './fold.ts';
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
const HIGH = 2;
const UNSTABLE = 4;
const COMBINING = 8;

/** Below it nothing needs a second look: U+00AD is the first ignorable. */
const FIRST_NOTED = 0xad;

/** No code point below it is changed by NFC or combines with another one below it. */
const FIRST_COMBINING = 0x300;

/** The bits of each class. */
const BITS_OF_CLASS = Uint8Array.from({ length: UNSPACED_DIGIT + 1 }, (_, kind) => bitsOf(kind));

/** The bits of a code unit from `FIRST_NOTED` on. */
function bitsAt(code: number): number {
  if (EXPANSIONS.get(code) !== undefined) return DROPPED;
  return BITS_OF_CLASS[CLASSES[code]!]! | (code >= FIRST_COMBINING ? HIGH : 0);
}

function bitsOf(kind: number): number {
  if (kind === IGNORABLE || kind === JOINER) return DROPPED;
  if (kind === UNASSIGNED) return UNSTABLE;
  return kind >= MARK_INHERITING && kind <= MARK ? COMBINING : 0;
}

const NO_MAPS: readonly OffsetMap[] = [];

/** Drops, expands and composes what the form says. */
export function prepare(text: string): Prepared {
  const units = bufferFor(text.length);
  const held = inspect(text, units);
  const isReady = (held & DROPPED) === 0 && !mayCompose(text, held);
  return isReady ? { text, units, maps: NO_MAPS } : rewrite(text, held);
}

function rewrite(given: string, heldByGiven: number): Prepared {
  const maps: OffsetMap[] = [];
  let text = given;
  let held = heldByGiven;
  if ((held & DROPPED) !== 0) {
    const kept = dropIgnorables(text);
    maps.push(kept.map);
    text = kept.text;
    held = inspect(text, bufferFor(text.length));
  }
  const composed = mayCompose(text, held) ? toNfc(text) : null;
  if (composed !== null) {
    maps.unshift(composed.map);
    text = composed.text;
  }
  const units = bufferFor(text.length);
  inspect(text, units);
  return { text, units, maps };
}

/** The engine's own answer is taken where it is quick and the same everywhere. */
function mayCompose(text: string, held: number): boolean {
  if ((held & UNSTABLE) !== 0) return true;
  return (held & HIGH) !== 0 && text.normalize('NFC') !== text;
}

/** The bits of what `text` holds; its code units go into `units`. */
function inspect(text: string, units: Uint16Array): number {
  let held = 0;
  let marks = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    units[at] = code;
    if (code < FIRST_NOTED) continue;
    let bits = bitsAt(code);
    if ((code & 0xfc00) === 0xd800) {
      const whole = text.codePointAt(at)!;
      if (whole > 0xffff) units[++at] = text.charCodeAt(at);
      bits = HIGH | BITS_OF_CLASS[CLASSES[whole]!]!;
    }
    held |= bits;
    marks = (bits & COMBINING) === 0 ? 0 : marks + 1;
    if (marks > MAX_UNSORTED) held |= UNSTABLE;
  }
  return held;
}
