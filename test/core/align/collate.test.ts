/** Of every token of a copy, whose it is, and of every passage, where it stands. */
import { describe, expect, it } from 'vitest';
import { collate } from '../../../src/core/align/collate.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { NO_CONVENTIONS } from '../../../src/core/structure/transcript.ts';
import { witnessOf } from '../../../src/core/structure/witness.ts';
import { readString } from '../verify/support.ts';

const COLD = 'It was colder than anything we had known before.';
const SANG = 'Then we sang every song my mother had taught us.';
const BOTH = `${COLD}\n\n${SANG}`;

async function collated(sealed: string, copy: string, covered: ((token: number) => boolean) | null = null) {
  const witness = witnessOf(await readString(copy));
  const marked = covered === null ? null : Uint8Array.from(witness.tokens, (_, token) => (covered(token) ? 1 : 0));
  return collate(structure(await readString(sealed)), witness, NO_CONVENTIONS, marked);
}

describe('the owner of a word', () => {
  it.each([
    ['is its passage', BOTH, BOTH, '0000000000 1111111111 1'],
    ['is that passage in which it was put', BOTH, COLD.replace('we', 'really we'), '00000000000'],
    ['is the passage before whose first word it was put', BOTH, `Well, ${COLD}`, '000000000000'],
    ['is the passage behind whose last word it was put', BOTH, `${COLD} Yes`, '00000000000'],
    ['is the passage before, where it was put between two', BOTH, `${COLD} Yes ${SANG}`, '00000000000 11111111111'],
    [
      'is nobody where its line has no words of a passage',
      BOTH,
      `${COLD}\n\nThe tide tables\n\n${SANG}`,
      '0000000000 ... 11111111111',
    ],
    ['is nobody where it is a label', `Q: ${COLD}\n\nA: ${SANG}`, `Q: ${COLD}`, '.. 0000000000'],
  ])('%s', async (_, sealed, copy, owners) => {
    const { owner } = await collated(sealed, copy);
    expect(Array.from(owner, (passage) => (passage === -1 ? '.' : passage)).join('')).toBe(owners.replaceAll(' ', ''));
  });
});

describe('the place of a passage', () => {
  const LONG = `${COLD} ${SANG.replace('.', '!')} My brother kept the old ledgers in the cellar?`;
  it.each([
    ['is where it begins', BOTH, BOTH, [0, 10]],
    ['is nowhere where it was left out', BOTH, SANG, [-1, 0]],
    [
      'is where its first words are, when others are left out',
      BOTH,
      `${COLD}\n\n${SANG.replace('Then we ', '')}`,
      [0, 10],
    ],
    [
      'is where most of it stands',
      LONG,
      `My brother kept the old ledgers in the cellar? ${COLD} ${SANG.replace('.', '!')}`,
      [10],
    ],
    [
      'is where most of it stands, with what was put in and left out',
      LONG,
      `My brother kept the old ledgers in the cellar? ${COLD.replace('anything', 'all')} ${SANG.replace('.', '!')}`,
      [10],
    ],
  ])('%s', async (_, sealed, copy, places) => {
    expect([...(await collated(sealed, copy)).placed]).toEqual(places);
  });
});

describe('words that are not covered', () => {
  it('agree with nothing', async () => {
    const copy = `${BOTH}\n\n${BOTH}`;
    expect([...(await collated(BOTH, copy)).placed]).toEqual([0, 10]);
    expect([...(await collated(BOTH, copy, (token) => token >= 21)).placed]).toEqual([21, 31]);
    expect([...(await collated(BOTH, copy, () => false)).placed]).toEqual([-1, -1]);
  });

  it('are told from the others where a line end is read', async () => {
    const copy = COLD.replace('colder', 'col-\nder').replace('anything', 'any-\nthing');
    const tokens = witnessOf(await readString(copy)).tokens;
    const { toCopy, copy: read } = await collated(COLD, copy, (token) => tokens[token] !== 'we');
    expect(Array.from(toCopy, (c) => (c === -1 ? '-' : read.tokens[c])).join(' ')).toBe(
      'It was colder than anything - had known before .',
    );
  });
});
