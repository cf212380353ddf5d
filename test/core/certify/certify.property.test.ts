/** The hash decides: however wrong an alignment is, a changed copy is never called verbatim. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { collate } from '../../../src/core/align/collate.ts';
import type { Collation } from '../../../src/core/align/collation.ts';
import { certify } from '../../../src/core/certify/certify.ts';
import { judge } from '../../../src/core/judge/judge.ts';
import { STRICT } from '../../../src/core/judge/policy.ts';
import { seal } from '../../../src/core/seal/seal.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { NO_CONVENTIONS } from '../../../src/core/structure/transcript.ts';
import { witnessOf } from '../../../src/core/structure/witness.ts';
import { type Interview, interviews, paragraphsOf, replaceParagraph, textOf } from '../verify/interview.ts';
import { readString } from '../verify/support.ts';

const FILE = { path: 'a.txt', size: 0, sha256: '0'.repeat(64) } as const;

async function collated(sealed: Interview, copy: Interview) {
  const transcript = structure(await readString(textOf(sealed)));
  const collation = collate(transcript, witnessOf(await readString(textOf(copy))), NO_CONVENTIONS);
  return { collation, entry: seal(transcript, FILE) };
}

function doctored(interview: Interview, n: number): Interview {
  const all = paragraphsOf(interview);
  const index = n % all.length;
  const { label, words } = all[index]!;
  return replaceParagraph(interview, index, [{ label, words: words.with(1, 'cathedral') }]);
}

/** A fault in the alignment: tokens that pretend to agree with words they do not stand for, or with none. */
function corrupted(collation: Collation, faults: readonly (readonly [number, number])[]): Collation {
  const toSealed = collation.toSealed.slice();
  const toCopy = collation.toCopy.slice();
  for (const [a, b] of faults) {
    const c = a % toSealed.length;
    const s = b % (toCopy.length + 1);
    toSealed[c] = s === toCopy.length ? -1 : s;
    if (s < toCopy.length) toCopy[s] = c;
  }
  return { ...collation, toSealed, toCopy };
}

const faults = fc.array(fc.tuple(fc.nat({ max: 9999 }), fc.nat({ max: 9999 })), { maxLength: 20 });

it('every passage of a faithful copy agrees, in order', async () => {
  await fc.assert(
    fc.asyncProperty(interviews, async (interview) => {
      const { collation, entry } = await collated(interview, interview);
      const { agrees, inOrder } = certify(collation, entry);
      expect(agrees.every(Boolean)).toBe(true);
      expect(inOrder).toBe(true);
    }),
    { numRuns: 40 },
  );
});

it('the passage with another word, and no other, disagrees', async () => {
  await fc.assert(
    fc.asyncProperty(interviews, fc.nat({ max: 9999 }), async (interview, n) => {
      const { collation, entry } = await collated(interview, doctored(interview, n));
      const index = 1 + (n % paragraphsOf(interview).length);
      expect(certify(collation, entry).agrees.flatMap((one, i) => (one ? [] : [i]))).toEqual([index]);
    }),
    { numRuns: 60 },
  );
});

it('a faulty alignment of a changed copy never makes it verbatim', async () => {
  await fc.assert(
    fc.asyncProperty(interviews, fc.nat({ max: 9999 }), faults, async (interview, n, wrong) => {
      const { collation, entry } = await collated(interview, doctored(interview, n));
      const faulty = corrupted(collation, wrong);
      // The word itself is said to agree: the comparison is blind to it, the digest is not.
      const c = faulty.copy.tokens.indexOf('cathedral');
      const s = faulty.sealed.first[1 + (n % paragraphsOf(interview).length)]! + 1;
      faulty.toSealed[c] = s;
      faulty.toCopy[s] = c;
      const rest = { closed: new Set<number>(), conventions: NO_CONVENTIONS, policy: STRICT };
      const { verdict, pass } = judge({ collation: faulty, entry, ...rest });
      expect(verdict).not.toBe('verbatim');
      expect(pass).toBe(false);
    }),
    { numRuns: 150 },
  );
});
