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
  const asked = askedFor(quotations);
  const hits = sifted(fingerprints, asked);
  const common = holdersOf(hits);
  const scores = quotations.map(() => new Map<number, number>());
  for (const [transcript, shared] of hits.entries()) {
    for (const hash of shared) {
      const weight = Math.log2(1 + fingerprints.length / (common.get(hash) ?? 1));
      for (const quotation of asked.get(hash) ?? []) {
        const score = scores[quotation]!;
        score.set(transcript, (score.get(transcript) ?? 0) + weight);
      }
    }
  }
  return [...new Set(scores.flatMap(bestOf))].toSorted((a, b) => a - b);
}

/** Indexes of the fingerprints that share most with the fingerprint `own`, at most `most`, the nearest first. */
export function sharingMost(fingerprints: readonly Uint32Array[], own: Uint32Array, most: number): readonly number[] {
  const hits = sifted(fingerprints, new Map(Array.from(own, (hash) => [hash, null])));
  const common = holdersOf(hits);
  const score = new Map<number, number>();
  for (const [i, shared] of hits.entries()) {
    let sum = 0;
    for (const hash of shared) sum += Math.log2(1 + fingerprints.length / (common.get(hash) ?? 1));
    if (sum > 0) score.set(i, sum);
  }
  return ranked(score).slice(0, most);
}

/** In how many of the lists each hash is. */
function holdersOf(hits: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const common = new Map<number, number>();
  for (const shared of hits) for (const hash of shared) common.set(hash, (common.get(hash) ?? 0) + 1);
  return common;
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

/** The hashes of each fingerprint that are asked for. */
function sifted(fingerprints: readonly Uint32Array[], asked: ReadonlyMap<number, unknown>): number[][] {
  const sieve = new Uint8Array(1 << SIEVE_BITS);
  for (const hash of asked.keys()) sieve[hash >>> (32 - SIEVE_BITS)] = 1;
  return fingerprints.map((fingerprint) => {
    const shared: number[] = [];
    for (let i = 0; i < fingerprint.length; i++) {
      const hash = fingerprint[i]!;
      if (sieve[hash >>> (32 - SIEVE_BITS)] === 1 && asked.has(hash)) shared.push(hash);
    }
    return shared;
  });
}
