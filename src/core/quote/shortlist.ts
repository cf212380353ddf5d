/**
 * Chooses, of thousands of transcripts, the few that an article's quotations can come from, without reading them.
 *
 * Each transcript has a fingerprint, made once: hashes of pairs of words that follow each other, of which the least in every
 * window of three is kept (winnowing: Schleimer, Wilkerson and Aiken 2003). So any four words in a row that a quotation
 * shares with a transcript share a hash with its fingerprint, and half of the pairs need not be kept.
 *
 * It is a hint. A transcript it names is read, structured and judged by like any other, and no verdict comes from here. What
 * it can do wrong is to leave a transcript out: a quotation of less than four words names none.
 */
import { isPunctuation } from '../canon/classes.ts';
import { tokenise } from '../canon/tokenise.ts';
import type { Transcript } from '../structure/transcript.ts';
import type { Quotation } from './quotation.ts';
import { streamOf } from './stream.ts';

/** Names the way fingerprints are made; one made in another way is to be made anew. */
export const FINGERPRINT_FORM = 'verbatim-fingerprint/1';

/** Pairs in a window of which one is kept. */
const WINDOW = 3;
/** Transcripts chosen for one quotation. */
const CHOSEN = 8;
/** Bits of the sieve that most hashes of a fingerprint fall through at once. */
const SIEVE_BITS = 20;

/** FNV-1a, 32 bits, over the UTF-16 code units of a word. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function pairHash(a: number, b: number): number {
  const mixed = Math.imul(a ^ (b >>> 15) ^ (b << 17), 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** The fingerprint of a transcript: ascending hashes, each once. Linear in its words, but for the sort. */
export function fingerprintOf(transcript: Transcript): Uint32Array {
  const { words, vocabulary } = streamOf([{ name: '', transcript }]);
  const hashes = new Uint32Array(vocabulary.size + 1);
  for (const [word, number] of vocabulary) hashes[number] = hashOf(word);
  const pairs = new Uint32Array(Math.max(0, words.length - 1));
  for (let i = 0; i < pairs.length; i++) pairs[i] = pairHash(hashes[words[i]!]!, hashes[words[i + 1]!]!);
  const kept = new Set<number>();
  for (let i = 0; i + WINDOW <= pairs.length; i++) kept.add(Math.min(...pairs.subarray(i, i + WINDOW)));
  return Uint32Array.from(kept).toSorted();
}

/** Indexes, ascending, of the fingerprints whose transcripts `quotations` may come from. Linear in the fingerprints. */
export function shortlist(fingerprints: readonly Uint32Array[], quotations: readonly Quotation[]): readonly number[] {
  const scores = quotations.map(() => new Map<number, number>());
  for (const [asking, holders] of holdersOf(fingerprints, askedFor(quotations))) {
    for (const quotation of asking) addShared(scores[quotation]!, holders, fingerprints.length);
  }
  return [...new Set(scores.flatMap(bestOf))].toSorted((a, b) => a - b);
}

/** Indexes of the fingerprints that share most with the fingerprint `own`, at most `most`, the nearest first. */
export function sharingMost(fingerprints: readonly Uint32Array[], own: Uint32Array, most: number): readonly number[] {
  const score = new Map<number, number>();
  const holders = holdersOf(fingerprints, new Map(Array.from(own, (hash) => [hash, hash])));
  for (const list of holders.values()) addShared(score, list, fingerprints.length);
  return ranked(score).slice(0, most);
}

/** Counts a hash for each fingerprint that has it; the fewer of `all` have it, the more it says. */
function addShared(score: Map<number, number>, holders: readonly number[], all: number): void {
  const weight = Math.log2(1 + all / holders.length);
  for (const transcript of holders) score.set(transcript, (score.get(transcript) ?? 0) + weight);
}

function bestOf(score: ReadonlyMap<number, number>): readonly number[] {
  return ranked(score).slice(0, CHOSEN);
}

/** Those with the highest scores first, the first of equals before. */
function ranked(score: ReadonlyMap<number, number>): readonly number[] {
  return [...score].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).map(([transcript]) => transcript);
}

/** For each hash of a pair of words, the quotations that have it. */
function askedFor(quotations: readonly Quotation[]): Map<number, number[]> {
  const asked = new Map<number, number[]>();
  for (const [i, { text }] of quotations.entries()) {
    const words = tokenise(text).text.filter((token) => !isPunctuation(token));
    const hashes = words.map((word) => hashOf(word.toLowerCase()));
    for (let w = 1; w < hashes.length; w++) {
      const hash = pairHash(hashes[w - 1]!, hashes[w]!);
      const list = asked.get(hash);
      if (list === undefined) asked.set(hash, [i]);
      else if (list.at(-1) !== i) list.push(i);
    }
  }
  return asked;
}

/** For each hash that is asked for, by what it is asked for as: the fingerprints that have it. */
function holdersOf<T>(
  fingerprints: readonly Uint32Array[],
  asked: ReadonlyMap<number, T>,
): ReadonlyMap<T, readonly number[]> {
  const sieve = new Uint8Array(1 << SIEVE_BITS);
  for (const hash of asked.keys()) sieve[hash >>> (32 - SIEVE_BITS)] = 1;
  const holders = new Map<T, number[]>();
  for (const [i, fingerprint] of fingerprints.entries()) {
    for (let k = 0; k < fingerprint.length; k++) {
      const hash = fingerprint[k]!;
      // Most hashes are asked for by nobody, and the sieve tells so sooner than the map.
      const asking = sieve[hash >>> (32 - SIEVE_BITS)] === 1 ? asked.get(hash) : undefined;
      if (asking === undefined) continue;
      const list = holders.get(asking);
      if (list === undefined) holders.set(asking, [i]);
      else list.push(i);
    }
  }
  return holders;
}
