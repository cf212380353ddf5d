/** Transpositions: words that are all there, but stand at another place than they were said. */
import type { Run } from '../align/align.ts';
import { heaviestChain } from '../align/chain.ts';
import type { Collation } from '../align/collation.ts';
import { lowerOf, type Numbers, TRAIT } from '../align/keys.ts';
import type { Segment } from '../align/segments.ts';
import { runsOf } from '../align/tidy.ts';
import { isPunctuation } from '../canon/classes.ts';
import type { Stands } from './stands.ts';
import { asVariant, type Spot, type Variant } from './variant.ts';

/** Two words in a row rarely come back by chance; one does, so it has moved only where it stands this near, in tokens. */
const NEAR = 16;

/** Omitted words that stand as added words elsewhere are one transposition. */
export function takeTranspositions({ numbers }: Collation, variants: readonly Variant[]): readonly Variant[] {
  const omitted = new FirstPlaces(numbers, variants);
  const changed = new Map<number, readonly Variant[]>();
  for (const [i, variant] of variants.entries()) {
    const { from, isSingle } = omitted.of(variant);
    if (from === -1 || from === i || changed.has(i) || changed.has(from)) continue;
    const source = variants[from]!;
    if (isSingle && !isShortMove(source, variant)) continue;
    const spot = { passage: source.passage, s0: source.s0, s1: source.s1, c0: variant.c0, c1: variant.c1 };
    changed.set(i, [{ ...spot, kind: 'transposition' }, ...rest({ ...variant, c0: variant.c1 })]);
    changed.set(from, rest({ ...source, s0: source.s1 }));
  }
  return variants.flatMap((variant, i) => changed.get(i) ?? [variant]);
}

/** Where words were left out for the first time, without their case and their signs. Most are single words, which need no text. */
class FirstPlaces {
  readonly #numbers: Numbers;
  readonly #lower: Int32Array;
  readonly #ofSingle = new Map<number, number>();
  readonly #ofSeveral = new Map<string, number>();

  constructor(numbers: Numbers, variants: readonly Variant[]) {
    this.#numbers = numbers;
    this.#lower = lowerOf(numbers);
    for (const [i, { s0, s1 }] of variants.entries()) {
      const words = this.#wordsIn(numbers.sealed, s0, s1);
      if (typeof words === 'number') this.#ofSingle.set(words, this.#ofSingle.get(words) ?? i);
      else if (words !== '') this.#ofSeveral.set(words, this.#ofSeveral.get(words) ?? i);
    }
  }

  /** The first variant that leaves out what this one adds, or -1; and whether that is a single word. */
  of({ c0, c1 }: Spot): { readonly from: number; readonly isSingle: boolean } {
    const words = this.#wordsIn(this.#numbers.copy, c0, c1);
    const isSingle = typeof words === 'number';
    return { from: (isSingle ? this.#ofSingle.get(words) : this.#ofSeveral.get(words)) ?? -1, isSingle };
  }

  /** A single word as its number, several as their numbers in a row, none as the empty string. */
  #wordsIn(row: Int32Array, from: number, to: number): number | string {
    let found: number | string = '';
    for (let i = from; i < to; i++) {
      if ((this.#numbers.traits[row[i]!]! & TRAIT.word) === 0) continue;
      const number = this.#lower[row[i]!]!;
      found = found === '' ? number : `${found} ${number}`;
    }
    return found;
  }
}

function isShortMove(source: Variant, target: Variant): boolean {
  const plain = source.kind === 'omission' && target.kind === 'addition' && source.passage === target.passage;
  return plain && Math.abs(source.s0 - target.s0) <= NEAR;
}

function rest(spot: Spot): readonly Variant[] {
  return spot.s0 === spot.s1 && spot.c0 === spot.c1 ? [] : [asVariant(spot)];
}

/** Words of a passage that stand among another passage's. */
export function scatteredWords({ toSealed, copy }: Collation, { scattered }: Stands): readonly Variant[] {
  return scattered
    .filter(({ from, to }) => copy.tokens.slice(from, to).some((token) => !isPunctuation(token)))
    .map(({ passage, from, to }) => {
      // A stand begins and ends with an agreeing token.
      const [a, b] = [toSealed[from]!, toSealed[to - 1]!];
      return { kind: 'transposition', passage, s0: Math.min(a, b), s1: Math.max(a, b) + 1, c0: from, c1: to };
    });
}

/** Words that changed places inside their passage: the fewest whose removal leaves the rest ascending. */
export function turnedWords({ toSealed, sealed: { passageOf } }: Collation, { main }: Stands): readonly Variant[] {
  const found: Variant[] = [];
  for (const { passage, from, to } of main) {
    const own = toSealed.subarray(from, to).map((s) => (passageOf[s] === passage ? s : -1));
    const runs = runsOf({ toSealed: own }).map(asSegment);
    const turned = new Set(heaviestChain(runs).rest);
    let open: { kind: 'transposition'; passage: number; s0: number; s1: number; c0: number; c1: number } | null = null;
    for (const run of runs) {
      if (!turned.has(run)) {
        open = null;
        continue;
      }
      const [s1, c1] = [run.sLast + 1, from + run.cLast + 1];
      if (open !== null && run.sFirst >= open.s1) Object.assign(open, { s1, c1 });
      else {
        open = { kind: 'transposition', passage, s0: run.sFirst, s1, c0: from + run.cFirst, c1 };
        found.push(open);
      }
    }
  }
  return found;
}

function asSegment({ s, c, length }: Run): Segment {
  return { sFirst: s, sLast: s + length - 1, cFirst: c, cLast: c + length - 1, weight: length };
}
