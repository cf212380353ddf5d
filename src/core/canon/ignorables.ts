/**
 * Step 1 of the form, with the ligatures of step 3: drops what does not show, and writes ligatures as their letters.
 *
 * ZWNJ and ZWJ are spelling in Persian, Hindi or Sinhala and noise in English. They stay only directly between two letters or
 * marks, neither of which is Latin, Greek or Cyrillic. A mark without a script of its own counts as its base letter
 * does (UAX #24); otherwise `é` + ZWNJ would be judged otherwise when decomposed. The other ignorables are looked
 * through, so that a soft hyphen beside a ZWNJ changes nothing.
 *
 * Ligatures are expanded here rather than after normalising, so that what comes out is in NFC: ﺎ + U+0653 is آ.
 */
import {
  classAfter,
  classAt,
  IGNORABLE,
  JOINER,
  LETTER,
  LETTER_NEAR,
  MARK,
  MARK_INHERITING,
  MARK_NEAR,
  UNSPACED_LETTER,
  widthAt,
} from './classes.ts';
import { expansionOf } from './fold.ts';
import { Rewriting, type Rewritten } from './offset-map.ts';

/** What stands on one side of a joiner: a letter it may stay at, a letter that drops it, or no letter at all. */
type Side = 'keeps' | 'drops' | 'none';

/** The text without ignorables and with ligatures as letters, and the way back. */
export function dropIgnorables(text: string): Rewritten {
  const out = new Rewriting(text);
  let copied = 0;
  let before: Side = 'none';
  let base: Side = 'none';
  for (let at = 0; at < text.length; ) {
    const kind = classAt(text, at);
    const next = at + widthAt(text, at);
    const letters = kind === IGNORABLE ? '' : replacement(text, at, kind, before, base);
    if (letters !== null) {
      out.copy(copied, at);
      out.replace(letters, at, next);
      copied = next;
    }
    if (kind !== IGNORABLE) {
      before = sideOf(kind, base);
      if (kind !== JOINER) base = before;
    }
    at = next;
  }
  out.copy(copied, text.length);
  return out.build();
}

/** What to write for the code point at `at` in place of itself, or `null` to leave it. */
function replacement(text: string, at: number, kind: number, before: Side, base: Side): string | null {
  if (kind === JOINER) return before === 'keeps' && sideAfter(text, at + 1, base) === 'keeps' ? null : '';
  return expansionOf(text.charCodeAt(at));
}

/** The side behind a joiner. It stops at the next joiner, so that many of them cost no more than one. */
function sideAfter(text: string, from: number, base: Side): Side {
  let at = from;
  while (classAfter(text, at) === IGNORABLE) at += widthAt(text, at);
  return sideOf(classAfter(text, at), base);
}

/** A mark that inherits is what its base is; without a base it keeps a joiner. ʼ is an apostrophe before it is a letter. */
function sideOf(kind: number, base: Side): Side {
  if (kind === LETTER || kind === MARK || kind === UNSPACED_LETTER) return 'keeps';
  if (kind === LETTER_NEAR || kind === MARK_NEAR) return 'drops';
  if (kind === MARK_INHERITING) return base === 'none' ? 'keeps' : base;
  return 'none';
}
