/**
 * The words of a copy as one row, for comparing stretches of it with digests.
 *
 * A passage goes on over lines, blocks and whatever is set off between them, so the row knows none of these. It keeps the
 * UTF-8 bytes of its tokens, joined by one space as the canonical form joins them: a stretch is then hashed where it
 * stands, without making its text anew.
 */
import { sha256 } from '#port/sha256';
import { CANONICAL_FORM } from '../canon/serialise.ts';
import { tokenise } from '../canon/tokenise.ts';
import type { Break } from '../read/document.ts';
import { PASSAGE_DIGEST_LENGTH } from '../seal/entry.ts';
import { wordBefore } from '../structure/broken-word.ts';
import type { Witness } from '../structure/transcript.ts';
import { tokenAt } from '../structure/turns.ts';

/** What stands for a token that no digest can be of: a noncharacter, which no text that was read can hold. */
const NO_TOKEN = '\u{10ffff}';
const LONE_SURROGATE = /\p{Surrogate}/u;
const HEAD = new TextEncoder().encode(`${CANONICAL_FORM}\n`);
const LF = 0x0a;

export interface Row {
  readonly witness: Witness;
  /** For each place in the row, the number of its token in the witness. */
  readonly tokens: Uint32Array;
  /** For each token of the witness, its place in the row, or -1. */
  readonly placeOf: Int32Array;
  /** For each place where an ambiguous line end begins, its readings, the likeliest first. */
  readonly breaks: ReadonlyMap<number, Alternative>;
  /** These places, ascending. */
  readonly breakPlaces: readonly number[];
  /** The serialised tokens, with room before them for the form's name. */
  readonly bytes: Uint8Array;
  /** For each place, where its token begins in `bytes`; one entry more, behind the last one's space. */
  readonly offset: Uint32Array;
}

/** The readings of `length` tokens of the row. */
export interface Alternative {
  readonly length: number;
  readonly readings: readonly (readonly string[])[];
}

/** The row of a copy, with or without its set-off blocks. */
export function rowOf(witness: Witness, blocks: 'all' | 'in-flow'): Row {
  const numbers: number[] = [];
  const breaks = new Map<number, Alternative>();
  const lexicon = witness.document.blocks.some((block) => block.breaks.length > 0)
    ? new Set(witness.tokens)
    : new Set<string>();
  for (const [index, block] of witness.document.blocks.entries()) {
    if (blocks === 'in-flow' && block.setOff !== null) continue;
    const shift = numbers.length - witness.firstToken[index]!;
    for (let t = witness.firstToken[index]!; t < witness.firstToken[index + 1]!; t++) numbers.push(t);
    for (const one of block.breaks) {
      const found = alternativeAt(witness, index, one, lexicon);
      if (found !== null) breaks.set(found.from + shift, found.alternative);
    }
  }
  const tokens = Uint32Array.from(numbers);
  const placeOf = new Int32Array(witness.tokens.length).fill(-1);
  tokens.forEach((number, place) => {
    placeOf[number] = place;
  });
  return {
    witness,
    tokens,
    placeOf,
    breaks,
    breakPlaces: [...breaks.keys()].sort((a, b) => a - b),
    ...spell(witness, tokens),
  };
}

function spell(witness: Witness, numbers: Uint32Array): Pick<Row, 'bytes' | 'offset'> {
  const encoder = new TextEncoder();
  const words: string[] = [];
  for (const number of numbers) {
    const token = witness.tokens[number]!;
    words.push(LONE_SURROGATE.test(token) ? NO_TOKEN : token);
  }
  const text = encoder.encode(words.join(' '));
  const bytes = new Uint8Array(HEAD.length + text.length + 1);
  bytes.set(HEAD);
  bytes.set(text, HEAD.length);
  const offset = new Uint32Array(numbers.length + 1);
  offset[0] = HEAD.length;
  let at = HEAD.length;
  for (let place = 0; place < words.length; place++) {
    at = behindSpace(bytes, at);
    offset[place + 1] = at;
  }
  return { bytes, offset };
}

function behindSpace(bytes: Uint8Array, from: number): number {
  const space = bytes.indexOf(0x20, from);
  return space === -1 ? bytes.length : space + 1;
}

/**
 * The digest of the tokens from place `from` up to `to`, as the manifest keeps those of passages. The form's name is
 * written over what stands before them, and put back.
 */
export function digestOf({ bytes, offset }: Row, from: number, to: number): string {
  const start = offset[from]! - HEAD.length;
  const end = offset[to]!;
  const before = bytes.slice(start, offset[from]!);
  const space = bytes[end - 1]!;
  bytes.set(HEAD, start);
  bytes[end - 1] = LF;
  const digest = sha256(bytes.subarray(start, end)).slice(0, PASSAGE_DIGEST_LENGTH);
  bytes.set(before, start);
  bytes[end - 1] = space;
  return digest;
}

/** The place in the row of the token at `offset` in a block's text; `null` when it is not in the row. */
export function placeAt({ witness, placeOf }: Row, block: number, offset: number): number | null {
  const place = placeOf[tokenAt(witness, block, offset)] ?? -1;
  return place === -1 ? null : place;
}

function alternativeAt(
  witness: Witness,
  index: number,
  one: Break,
  lexicon: ReadonlySet<string>,
): { from: number; alternative: Alternative } | null {
  const { text } = witness.document.blocks[index]!;
  const sign = tokenAt(witness, index, one.start);
  const first = witness.firstToken[index]!;
  const from = wordBefore(witness, sign > first && witness.end[sign - 1] === one.start ? sign - 1 : sign, first);
  const to = tokenAt(witness, index, one.end);
  if (to >= witness.firstToken[index + 1]!) return null;
  const left = text.slice(witness.start[from]!, one.start);
  const right = text.slice(one.end, witness.end[to]!);
  const asIs = witness.tokens.slice(from, to + 1);
  const joined = tokenise(left + right).text;
  const readings = one.kind === 'bare' ? [asIs, joined] : [joined, tokenise(`${left}-${right}`).text, asIs];
  return { from, alternative: { length: to - from + 1, readings: likeliestFirst(readings, lexicon) } };
}

/** Words that the copy also has elsewhere are likelier. As it stands, a hyphenated word is known by its halves alone. */
function likeliestFirst(
  readings: readonly (readonly string[])[],
  lexicon: ReadonlySet<string>,
): readonly (readonly string[])[] {
  const doubt = (tokens: readonly string[]): number => (tokens.length === 1 && lexicon.has(tokens[0]!) ? 0 : 1);
  return readings.toSorted((a, b) => doubt(a) - doubt(b));
}
