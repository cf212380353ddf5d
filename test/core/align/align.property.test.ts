/** The alignment against an oracle: it is well formed, it agrees, and it finds as much as a plain comparison does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alignment, align } from '../../../src/core/align/align.ts';

/** Length of a longest common subsequence, by the textbook's table. */
function longestCommon(a: Int32Array, b: Int32Array): number {
  let row = new Int32Array(b.length + 1);
  for (const one of a) {
    const next = new Int32Array(b.length + 1);
    for (let j = 0; j < b.length; j++) next[j + 1] = one === b[j] ? row[j]! + 1 : Math.max(next[j]!, row[j + 1]!);
    row = next;
  }
  return row[b.length]!;
}

function pairsOf({ toCopy }: Alignment): number {
  return toCopy.reduce((sum, c) => sum + (c === -1 ? 0 : 1), 0);
}

/** Whether the pairs stand in one order in both texts, so that no script finds more than a longest common subsequence. */
function isInOrder({ toCopy }: Alignment): boolean {
  const partners = toCopy.filter((c) => c !== -1);
  return partners.every((c, i) => i === 0 || partners[i - 1]! < c);
}

/** Each pair stands in both tables, agrees, and no token has two partners. */
function expectWellFormed(sealed: Int32Array, copy: Int32Array, { toCopy, toSealed }: Alignment): void {
  expect([toCopy.length, toSealed.length]).toEqual([sealed.length, copy.length]);
  for (let s = 0; s < sealed.length; s++) {
    const c = toCopy[s]!;
    if (c === -1) continue;
    expect(toSealed[c]).toBe(s);
    expect(copy[c]).toBe(sealed[s]);
  }
  for (let c = 0; c < copy.length; c++) if (toSealed[c] !== -1) expect(toCopy[toSealed[c]!]).toBe(c);
}

/** Either text again, from the other one and what is left unpaired. */
function rebuild(own: Int32Array, other: Int32Array, toOther: Int32Array): readonly number[] {
  return Array.from(own, (key, i) => (toOther[i] === -1 ? key : other[toOther[i]!]!));
}

const texts = (alphabet: number, most: number) =>
  fc.array(fc.nat({ max: alphabet - 1 }), { maxLength: most }).map((keys) => Int32Array.from(keys));

/** A text and one made of it by a few edits, with pieces repeated and moved. */
const edited = (alphabet: number, most: number) =>
  fc
    .tuple(
      texts(alphabet, most),
      fc.array(fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 12 }), fc.nat({ max: 999 }), fc.nat({ max: 3 })), {
        maxLength: 4,
      }),
    )
    .map(([sealed, edits]) => {
      const copy = [...sealed];
      for (const [at, length, to, kind] of edits) {
        const from = at % (copy.length + 1);
        const piece = kind === 1 ? copy.slice(from, from + length) : copy.splice(from, length);
        const where = to % (copy.length + 1);
        if (kind === 1 || kind === 2) copy.splice(where, 0, ...piece);
        if (kind === 3) copy.splice(from, 0, to % alphabet);
      }
      return [sealed, Int32Array.from(copy)] as const;
    });

describe('an alignment', () => {
  it.each([2, 5, 40])('of random texts over %i words is well formed and gives both texts back', (alphabet) => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(texts(alphabet, 120), texts(alphabet, 120)), edited(alphabet, 200)), ([a, b]) => {
        const alignment = align(a, b);
        expectWellFormed(a, b, alignment);
        expect(rebuild(a, b, alignment.toCopy)).toEqual([...a]);
        expect(rebuild(b, a, alignment.toSealed)).toEqual([...b]);
      }),
      { numRuns: 500 },
    );
  });

  /**
   * Over two or three words, runs of eight that stand once in both texts are chance, and the script may be some times the
   * shortest. Over eight and more, which is less than any language has, it is the shortest.
   */
  it.each([8, 40])('of short texts over %i words is a longest one', (alphabet) => {
    fc.assert(
      fc.property(texts(alphabet, 60), texts(alphabet, 60), (a, b) => {
        const alignment = align(a, b);
        if (isInOrder(alignment)) expect(pairsOf(alignment)).toBe(longestCommon(a, b));
        else expect(pairsOf(alignment)).toBeGreaterThanOrEqual(longestCommon(a, b));
      }),
      { numRuns: 1000 },
    );
  });

  it('of a text with words dropped, added and changed is a longest one', () => {
    const edit = fc.tuple(fc.nat({ max: 9999 }), fc.nat({ max: 29 }), fc.nat({ max: 2 }));
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 29 }), { minLength: 40, maxLength: 300 }),
        fc.array(edit, { maxLength: 30 }),
        (sealed, edits) => {
          const copy = [...sealed];
          for (const [at, word, kind] of edits) {
            copy.splice(at % (copy.length + 1), kind === 0 ? 0 : 1, ...(kind === 1 ? [] : [word]));
          }
          const [a, b] = [Int32Array.from(sealed), Int32Array.from(copy)];
          const alignment = align(a, b);
          if (isInOrder(alignment)) expect(pairsOf(alignment)).toBe(longestCommon(a, b));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of equal texts pairs every token with its own', () => {
    fc.assert(
      fc.property(texts(3, 300), (a) => {
        expect([...align(a, a.slice()).toCopy]).toEqual(Array.from(a, (_, i) => i));
      }),
    );
  });

  it('depends on the texts alone', () => {
    fc.assert(
      fc.property(edited(4, 300), ([a, b]) => {
        expect([...align(a, b).toCopy]).toEqual([...align(a.slice(), b.slice()).toCopy]);
      }),
    );
  });
});
