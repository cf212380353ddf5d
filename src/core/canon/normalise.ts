/**
 * Step 2 of the form: NFC, with the way back, the same in every engine.
 *
 * NFC of assigned code points never changes. Code points that Unicode 15.0 does not know may be given decompositions
 * later, so they are left as they are and nothing composes across them. Only what NFC changes becomes a changed piece:
 * a text is compared in stretches of some hundred code units, and a stretch that differs is taken apart into clusters.
 */
import { classAfter, classAt, MARK, MARK_INHERITING, UNASSIGNED, widthAt } from './classes.ts';
import { normalise } from './marks.ts';
import { Rewriting, type Rewritten } from './offset-map.ts';

/** Code units that are compared at once. */
const STRETCH = 200;

/** NFC of `text` and the way back, or `null` when nothing changes. */
export function toNfc(text: string): Rewritten | null {
  const out = new Rewriting(text);
  let copied = 0;
  const change = (composed: string, start: number, end: number): void => {
    out.copy(copied, start);
    out.replace(composed, start, end);
    copied = end;
  };
  for (let at = 0; at < text.length; ) {
    const end = stretchEnd(text, at);
    const stretch = text.slice(at, end);
    if (normalise(stretch) !== stretch) composeClusters(text, at, end, change);
    at = end;
  }
  if (copied === 0) return null;
  out.copy(copied, text.length);
  return out.build();
}

/** Reports each cluster from `start` to `end` that NFC changes. */
function composeClusters(
  text: string,
  start: number,
  end: number,
  change: (composed: string, start: number, end: number) => void,
): void {
  for (let at = start; at < end; ) {
    const next = clusterEnd(text, at);
    const cluster = text.slice(at, next);
    const composed = classAt(text, at) === UNASSIGNED ? cluster : normalise(cluster);
    if (composed !== cluster) change(composed, at, next);
    at = next;
  }
}

/** The end of a stretch of whole clusters. */
function stretchEnd(text: string, start: number): number {
  const enough = Math.min(start + STRETCH, text.length);
  let at = start;
  while (at < enough) at = clusterEnd(text, at);
  return at;
}

/** The end of the cluster that begins at `start`: one code point and all behind it that could combine with what is before. */
function clusterEnd(text: string, start: number): number {
  let at = start + widthAt(text, start);
  if (classAt(text, start) === UNASSIGNED) return at;
  while (combinesBackwards(text, at)) at += widthAt(text, at);
  return at;
}

/** Marks, and the vowels and finals of Hangul. No other code point of Unicode 15.0 composes with one before it. */
function combinesBackwards(text: string, at: number): boolean {
  const kind = classAfter(text, at);
  if (kind >= MARK_INHERITING && kind <= MARK) return true;
  const code = text.charCodeAt(at);
  return (code >= 0x1161 && code <= 0x1175) || (code >= 0x11a8 && code <= 0x11c2);
}
