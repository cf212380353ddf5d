/** Words broken over a line end, in a copy whose transcript is at hand or not. */
import { describe, expect, it } from 'vitest';
import { STRICT } from '../../../src/core/judge/policy.ts';
import { seal } from '../../../src/core/seal/seal.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { NO_CONVENTIONS } from '../../../src/core/structure/transcript.ts';
import { verify } from '../../../src/core/verify.ts';
import { compare, readString } from '../verify/support.ts';

const SEALED = `Q: What was it that you had seen that night?

It was the ferry with her lamps out, дев'ять of them, and nobody aboard.

Q: And then what did you and your brother do?

We went home and said a word to no one at all.
`;

describe('a word broken over a line end', () => {
  it.each([
    ['with a hyphen', 'lamps', 'la-\nmps'],
    ['behind an apostrophe, as Ukrainian does', "дев'ять", 'дев’-\nять'],
    ['before its last letters', 'nobody', 'nobo-\ndy'],
  ])('%s is the word', async (_, word, broken) => {
    const copy = SEALED.replace(word, broken);
    expect(await compare(SEALED, copy)).toMatchObject({ verdict: 'verbatim' });
    const entry = seal(structure(await readString(SEALED)), { path: 'a.txt', size: 0, sha256: '0'.repeat(64) });
    const alone = verify(await readString(copy), [{ entry, transcript: null }], {
      policy: STRICT,
      conventions: NO_CONVENTIONS,
    });
    expect(alone.verdict).toBe('verbatim');
  });

  it('is told as one word where it is a foreign one', async () => {
    const { findings } = await compare(SEALED, SEALED.replace('ferry', 'cathe-\ndral'));
    expect(findings.filter(({ level }) => level === 'fail')).toMatchObject([
      { code: 'word-substituted', sealed: { text: 'ferry' }, copy: { text: 'cathe- dral' } },
    ]);
  });
});
