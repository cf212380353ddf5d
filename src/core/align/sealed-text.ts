/** The sealed words in a row: what a copy is aligned with. Labels and timestamps are not among them. */
import type { Lexicon } from '../canon/lexicon.ts';
import type { Transcript } from '../structure/transcript.ts';

export interface SealedText {
  /** Made when somebody asks for it; numbers mostly do. */
  readonly tokens: readonly string[];
  /** The transcript's words, and for each token its number there. */
  readonly lexicon: Lexicon;
  readonly numbers: Uint32Array;
  /** For each token, its passage. */
  readonly passageOf: Uint32Array;
  /** For each token, its number in the transcript's witness. */
  readonly inWitness: Uint32Array;
  /** For each passage, its first token here; one entry more than there are passages. */
  readonly first: Uint32Array;
}

/** The tokens of all passages of `transcript`, in order. */
export function sealedText({ witness, passages }: Transcript): SealedText {
  const first = new Uint32Array(passages.length + 1);
  for (const [i, passage] of passages.entries()) first[i + 1] = first[i]! + passage.to - passage.from;
  const total = first[passages.length]!;
  const numbers = new Uint32Array(total);
  const passageOf = new Uint32Array(total);
  const inWitness = new Uint32Array(total);
  for (const [i, { from, to }] of passages.entries()) {
    const at = first[i]!;
    passageOf.fill(i, at, first[i + 1]);
    numbers.set(witness.numbers.subarray(from, to), at);
    for (let t = from; t < to; t++) inWitness[at + t - from] = t;
  }
  let tokens: readonly string[] | null = null;
  return {
    get tokens() {
      tokens ??= Array.from(numbers, (number) => witness.lexicon.words[number]!);
      return tokens;
    },
    lexicon: witness.lexicon,
    numbers,
    passageOf,
    inWitness,
    first,
  };
}

/** A few of the tokens: those from `from` to `to`. */
export function sealedTokens({ lexicon, numbers }: SealedText, from: number, to: number): readonly string[] {
  return Array.from(numbers.subarray(from, to), (number) => lexicon.words[number]!);
}
