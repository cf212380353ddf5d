/**
 * Anchors: n-grams that occur once in the sealed text and in the copy, joined into segments.
 *
 * A segment is a stretch of anchors on one diagonal, given by where its first and its last anchor BEGIN in each text. An
 * n-gram that is unique begins at one place only, so two segments never share a beginning in the sealed text unless the
 * copy repeats it: that makes their order well defined without trimming.
 */

/** A half-open rectangle of the two texts. */
export interface Window {
  readonly s0: number;
  readonly s1: number;
  readonly c0: number;
  readonly c1: number;
}

export interface Segment {
  readonly sFirst: number;
  readonly sLast: number;
  readonly cFirst: number;
  readonly cLast: number;
  /** How many anchors it joins. */
  readonly weight: number;
}

/** Another one in every process, so that nobody can write a text whose n-grams all collide. No outcome depends on it. */
const BASE = Math.floor(Math.random() * 0x80000000) * 2 + 1;
const MIXER = 0x9e3779b1;

/** The hashes of successive n-grams: a polynomial that takes one token in and lets one go at each step (Karp and Rabin). */
class RollingHash {
  readonly #text: Int32Array;
  readonly #n: number;
  /** BASE to the power of n. */
  readonly #leaving: number;
  #sum = 0;
  #at: number;

  constructor(text: Int32Array, at: number, n: number) {
    this.#text = text;
    this.#n = n;
    this.#at = at;
    let power = 1;
    for (let k = 0; k < n; k++) {
      power = Math.imul(power, BASE);
      this.#sum = (Math.imul(this.#sum, BASE) + text[at + k]! + 1) | 0;
    }
    this.#leaving = power;
  }

  /** The hash of the n-gram at hand, well mixed; goes on to the next one. */
  next(): number {
    const hash = Math.imul(this.#sum ^ (this.#sum >>> 16), MIXER);
    const at = this.#at++;
    const [out, into] = [this.#text[at]!, this.#text[at + this.#n] ?? 0];
    this.#sum = (Math.imul(this.#sum, BASE) + into + 1 - Math.imul(out + 1, this.#leaving)) | 0;
    return hash ^ (hash >>> 15);
  }
}

function sameGram(a: Int32Array, i: number, b: Int32Array, j: number, n: number): boolean {
  for (let k = 0; k < n; k++) if (a[i + k] !== b[j + k]) return false;
  return true;
}

/**
 * An open-addressing table of the sealed window's n-grams, by the place where each begins for the first time. What is known
 * of an n-gram is kept by that place and not by its slot: a copy mostly goes on where it was, so it is found in the
 * processor's cache.
 */
interface GramTable {
  readonly sealed: Int32Array;
  /** Where the window begins in `sealed`; places count from there. */
  readonly s0: number;
  readonly n: number;
  /** In each slot the place in the low bits and bits of the hash above them, so that others are seldom looked at; or -1. */
  readonly entries: Int32Array;
  /** The bits of the place. It never fills them, so no entry is -1. */
  readonly placeBits: number;
  /** For each place, how often the n-gram that begins there first occurs (up to `MANY`); 0 for others. */
  readonly sealedCount: Uint8Array;
  readonly copyCount: Uint8Array;
}

const MANY = 255;
/** Free slots in the table for each one taken, at the least. */
const SPARE = 0.5;

function buildTable(sealed: Int32Array, { s0, s1 }: Window, n: number): GramTable {
  const count = s1 - s0 - n + 1;
  const size = 1 << Math.max(4, 32 - Math.clz32(Math.ceil(count * (1 + SPARE))));
  const entries = new Int32Array(size).fill(-1);
  const placeBits = 2 ** (32 - Math.clz32(count)) - 1;
  const sealedCount = new Uint8Array(count);
  const table = { sealed, s0, n, entries, placeBits, sealedCount, copyCount: new Uint8Array(count) };
  const rolling = new RollingHash(sealed, s0, n);
  for (let place = 0; place < count; place++) {
    const hash = rolling.next();
    const slot = slotOf(table, hash, sealed, s0 + place);
    if (entries[slot] === -1) entries[slot] = (hash & ~placeBits) | place;
    const first = entries[slot]! & placeBits;
    if (sealedCount[first]! < MANY) sealedCount[first]!++;
  }
  return table;
}

/** The slot of the n-gram at `at` in `text`, or the free slot where it would go. */
function slotOf({ sealed, s0, n, entries, placeBits }: GramTable, hash: number, text: Int32Array, at: number): number {
  const mask = entries.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const entry = entries[slot]!;
    if (entry === -1) return slot;
    const isLikely = ((entry ^ hash) & ~placeBits) === 0;
    if (isLikely && sameGram(sealed, s0 + (entry & placeBits), text, at, n)) return slot;
  }
}

/** The place of the n-gram at `at` in `text`, if it occurs once in the sealed window; or -1. */
function placeIn(table: GramTable, hash: number, text: Int32Array, at: number): number {
  // A free slot has a place that no n-gram has.
  const place = table.entries[slotOf(table, hash, text, at)]! & table.placeBits;
  return table.sealedCount[place] === 1 ? place : -1;
}

/** The segments of `window`, in the order of the copy, which may give the same n-gram up to `repeats` times. */
export function segmentsIn(
  sealed: Int32Array,
  copy: Int32Array,
  window: Window,
  n: number,
  repeats: number,
): readonly Segment[] {
  if (window.s1 - window.s0 < n || window.c1 - window.c0 < n) return [];
  const table = buildTable(sealed, window, n);
  const { sealedCount, copyCount } = table;
  const { s0, c0, c1 } = window;
  /** For each place of the copy, that of its n-gram in the sealed text, if it is only there; or -1. */
  const found = new Int32Array(c1 - c0 - n + 1);
  const rolling = new RollingHash(copy, c0, n);
  let place = -1;
  for (let k = 0; k < found.length; k++) {
    const hash = rolling.next();
    // Behind a match mostly comes the next one, and n-grams that overlap differ in one token.
    const goesOn = place !== -1 && sealedCount[place + 1] === 1 && sealed[s0 + place + n] === copy[c0 + k + n - 1];
    place = goesOn ? place + 1 : placeIn(table, hash, copy, c0 + k);
    if (place !== -1 && copyCount[place]! < MANY) copyCount[place]!++;
    found[k] = place;
  }
  return joinAnchors(found, copyCount, window, n, repeats);
}

function joinAnchors(
  found: Int32Array,
  copyCount: Uint8Array,
  { s0, c0 }: Window,
  n: number,
  repeats: number,
): readonly Segment[] {
  const segments: Segment[] = [];
  let open: { sFirst: number; sLast: number; cFirst: number; cLast: number; weight: number } | null = null;
  for (let k = 0; k < found.length; k++) {
    const place = found[k]!;
    if (place === -1 || copyCount[place]! > repeats) continue;
    const [s, c] = [s0 + place, c0 + k];
    if (open !== null && c - open.cLast <= n && s - open.sLast === c - open.cLast) {
      open.sLast = s;
      open.cLast = c;
      open.weight++;
    } else {
      if (open !== null) segments.push(open);
      open = { sFirst: s, sLast: s, cFirst: c, cLast: c, weight: 1 };
    }
  }
  if (open !== null) segments.push(open);
  return segments;
}
