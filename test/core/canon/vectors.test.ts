/** Runs the vectors that any implementation of the form can run. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalise } from '../../../src/core/canon/index.ts';

interface Vector {
  readonly name: string;
  readonly rule: string;
  readonly text?: string;
  readonly blocks?: readonly string[];
  readonly tokens: readonly string[];
  readonly digest?: string;
}

interface Difference {
  readonly name: string;
  readonly rule: string;
  readonly different: readonly [string, string];
}

interface Vectors {
  readonly vectors: readonly Vector[];
  readonly differences: readonly Difference[];
}

const file = new URL('../../../src/core/canon/verbatim-text-1.vectors.json', import.meta.url);
const { vectors, differences }: Vectors = JSON.parse(readFileSync(file, 'utf8'));

describe('verbatim-text/1', () => {
  it('has vectors enough to build on', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(200);
    expect(differences.length).toBeGreaterThanOrEqual(50);
  });

  it.each(vectors)('$rule: $name', ({ text, blocks, tokens, digest }) => {
    const found = canonicalise(blocks ?? [text ?? '']);
    expect(found.tokens).toEqual(tokens);
    if (digest !== undefined) expect(found.digest).toBe(digest);
  });

  it.each(differences)('$rule: tells apart $name', ({ different: [one, other] }) => {
    expect(canonicalise([one]).digest).not.toBe(canonicalise([other]).digest);
  });
});
