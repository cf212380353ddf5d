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

/** A copy may give the same words this often (a faithful text, a doctored one, an excerpt as a teaser …). */
const MAX_REPEATS = 4;
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
  readonly mask: number;
  /** Where the n-gram of each slot begins; -1 in a free slot. */
  readonly position: Int32Array;
  /** For each place of the window, how often the n-gram that begins there first occurs (up to `MANY`); 0 for others. */
  readonly sealedCount: Uint8Array;
  readonly copyCount: Uint8Array;
}

const MANY = 255;
/** Free slots in the table for each one taken, at the least. */
const SPARE = 0.5;

function buildTable(sealed: Int32Array, window: Window, n: number): GramTable {
  const count = window.s1 - window.s0 - n + 1;
  const size = 1 << Math.max(4, 32 - Math.clz32(Math.ceil(count * (1 + SPARE))));
  const table = {
    mask: size - 1,
    position: new Int32Array(size).fill(-1),
    sealedCount: new Uint8Array(count),
    copyCount: new Uint8Array(count),
  };
  const { position, sealedCount } = table;
  const rolling = new RollingHash(sealed, window.s0, n);
  for (let i = window.s0; i + n <= window.s1; i++) {
    const slot = slotOf(table, rolling.next(), sealed, sealed, i, n);
    if (position[slot] === -1) position[slot] = i;
    const place = position[slot]! - window.s0;
    if (sealedCount[place]! < MANY) sealedCount[place]!++;
  }
  return table;
}

/** The slot of the n-gram at `at` in `text`, or the free slot where it would go. */
function slotOf(table: GramTable, hash: number, sealed: Int32Array, text: Int32Array, at: number, n: number): number {
  let slot = hash & table.mask;
  for (;;) {
    const position = table.position[slot]!;
    if (position === -1 || sameGram(sealed, position, text, at, n)) return slot;
    slot = (slot + 1) & table.mask;
  }
}

/** The segments of `window`, in the order of the copy. `repeats` lets the copy give an n-gram up to four times. */
export function segmentsIn(
  sealed: Int32Array,
  copy: Int32Array,
  window: Window,
  n: number,
  repeats: 'once' | 'few',
): readonly Segment[] {
  if (window.s1 - window.s0 < n || window.c1 - window.c0 < n) return [];
  const table = buildTable(sealed, window, n);
  const { position, sealedCount, copyCount } = table;
  const { s0, c0, c1 } = window;
  /** For each place of the copy, where its n-gram stands in the sealed text, if only there; or -1. */
  const found = new Int32Array(c1 - c0 - n + 1);
  const rolling = new RollingHash(copy, c0, n);
  let before = -1;
  for (let j = c0; j + n <= c1; j++) {
    const hash = rolling.next();
    // Behind a match mostly comes the next one, and n-grams that overlap differ in one token.
    const goesOn = before !== -1 && sealedCount[before + 1 - s0] === 1 && sealed[before + n] === copy[j + n - 1];
    let at = goesOn ? before + 1 : position[slotOf(table, hash, sealed, copy, j, n)]!;
    if (at !== -1 && sealedCount[at - s0] !== 1) at = -1;
    if (at !== -1 && copyCount[at - s0]! < MANY) copyCount[at - s0]!++;
    found[j - c0] = at;
    before = at;
  }
  return joinAnchors(found, copyCount, window, n, repeats === 'once' ? 1 : MAX_REPEATS);
}

function joinAnchors(
  found: Int32Array,
  copyCount: Uint8Array,
  { s0, c0 }: Window,
  n: number,
  limit: number,
): readonly Segment[] {
  const segments: Segment[] = [];
  let open: { sFirst: number; sLast: number; cFirst: number; cLast: number; weight: number } | null = null;
  for (let k = 0; k < found.length; k++) {
    const s = found[k]!;
    if (s === -1 || copyCount[s - s0]! > limit) continue;
    const c = c0 + k;
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
