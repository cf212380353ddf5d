/** Words broken over a line end, in a copy whose transcript is at hand or not. */
import { describe, expect, it } from 'vitest';
import { readBreaks } from '../../../src/core/align/breaks.ts';
import { STRICT } from '../../../src/core/judge/policy.ts';
import { seal } from '../../../src/core/seal/seal.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { NO_CONVENTIONS } from '../../../src/core/structure/transcript.ts';
import { witnessOf } from '../../../src/core/structure/witness.ts';
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

const tokensOf = async (text: string): Promise<readonly string[]> => witnessOf(await readString(text)).tokens;

describe('a line end behind a hyphen', () => {
  it.each([
    [
      'keeps the hyphen where the sealed word has one',
      'the co-operation of all',
      'the co-\noperation of all',
      'the co-operation of all',
    ],
    [
      'loses it where the sealed word has none',
      'the cooperation of all',
      'the co-\noperation of all',
      'the cooperation of all',
    ],
    [
      'parts two words where these are sealed',
      'als Vor- und Nachteil',
      'als Vor-\nund Nachteil',
      'als Vor — und Nachteil',
    ],
    ['joins a foreign word', 'the ferry of all', 'the cathe-\ndral of all', 'the cathedral of all'],
    ['joins a foreign word alone in its block', 'the ferry of all', 'cathe-\ndral', 'cathedral'],
    [
      'is read by what stands before',
      'the cooperation of all, a co-operation with few',
      'a co-\noperation x',
      'a co-operation x',
    ],
    [
      'is read by what stands before the other',
      'a co-operation with few, the cooperation of all',
      'the co-\noperation x',
      'the cooperation x',
    ],
    [
      'is read by what stands behind',
      'the cooperation of all, a co-operation with few',
      'x co-\noperation with',
      'x co-operation with',
    ],
    [
      'is read by what stands behind the other',
      'a co-operation with few, the cooperation of all',
      'x co-\noperation of',
      'x cooperation of',
    ],
    [
      'is no word where what stands at both sides is sealed',
      'and now — we sang, here else',
      'and now-\nhere else',
      'and now — here else',
    ],
    ['is read for each', 'nobody came aboard', 'nobo-\ndy came aboa-\nrd', 'nobody came aboard'],
  ])('%s', async (_, sealed, text, tokens) => {
    const read = readBreaks(witnessOf(await readString(text)), { tokens: await tokensOf(sealed) });
    expect(read.tokens.join(' ')).toBe(tokens);
  });

  it('leaves the words their places', async () => {
    const copy = witnessOf(await readString('Ice\n\nno ferry-\nman and co-\noperation'));
    const read = readBreaks(copy, { tokens: await tokensOf('no ferry — man and cooperation') });
    expect(read).toMatchObject({
      tokens: ['Ice', 'no', 'ferry', '—', 'man', 'and', 'cooperation'],
      start: Uint32Array.of(0, 0, 3, 8, 10, 14, 18),
      end: Uint32Array.of(3, 2, 8, 9, 13, 17, 31),
      block: Uint32Array.of(0, 1, 1, 1, 1, 1, 1),
      firstToken: Uint32Array.of(0, 1, 7),
    });
  });

  it('is not looked for where there is none', async () => {
    const copy = witnessOf(await readString('no ferry\nman'));
    expect(readBreaks(copy, { tokens: [] })).toBe(copy);
  });
});

describe('a line end that may stand inside a word', () => {
  it.each([
    [
      'parts words that are sealed as two',
      'here we are now here we sang and nowhere else',
      'x now\nhere we',
      'x now here we',
    ],
    [
      'joins a word that is sealed as one',
      'here we are now here we sang and nowhere else',
      'and now\nhere else',
      'and nowhere else',
    ],
    ['parts where both are as likely', 'nowhere and now here', 'x now\nhere y', 'x now here y'],
    [
      'joins where the two never meet in the sealed text',
      'now we are here and nowhere',
      'x now\nhere y',
      'x nowhere y',
    ],
    ['parts foreign words', 'now and then', 'cathe\ndral', 'cathe dral'],
    ['has no hyphen', 'a cathe-dral', 'a cathe\ndral', 'a cathe dral'],
  ])('%s', async (_, sealed, text, tokens) => {
    const at = text.indexOf('\n');
    const document = await readString(text);
    const breaks = [{ kind: 'bare', start: at, end: at + 1 }] as const;
    const copy = witnessOf({ ...document, blocks: document.blocks.map((block) => ({ ...block, breaks })) });
    expect(readBreaks(copy, { tokens: await tokensOf(sealed) }).tokens.join(' ')).toBe(tokens);
  });

  it('joins nothing to the next block', async () => {
    const document = await readString('now\n\nhere we');
    const blocks = document.blocks.map((block) => ({
      ...block,
      breaks: [{ kind: 'bare', start: 3, end: 3 } as const],
    }));
    const copy = witnessOf({ ...document, blocks: [blocks[0]!, document.blocks[1]!] });
    expect(readBreaks(copy, { tokens: ['nowhere', 'we'] }).tokens).toEqual(['now', 'here', 'we']);
  });
});
