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
    ['is the second passage where it was put there', BOTH, SANG.replace('we', 'we really'), '111111111111'],
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
    [
      'is where its first half stands, when two halves of it are as long',
      `It was colder than anything we had known! Then we sang every song my mother taught!\n\n${SANG}`,
      `Then we sang every song my mother taught! It was colder than anything we had known!\n\n${SANG}`,
      [9, 18],
    ],
  ])('%s', async (_, sealed, copy, places) => {
    expect([...(await collated(sealed, copy)).placed]).toEqual(places);
  });
});

describe('words that differ', () => {
  it.each([
    [
      'are a whole sentence that was put in',
      'It rained. We sang a song.',
      'It rained. We danced. We sang a song.',
      '',
      'We danced .',
    ],
    [
      'are a whole sentence that was left out',
      'It rained. We danced. We sang a song.',
      'It rained. We sang a song.',
      'We danced .',
      '',
    ],
    [
      'begin with a line of the copy rather than with a sentence',
      'It rained. We sang a song.',
      'It rained. We\ndanced. We sang a song.',
      '',
      'danced . We',
    ],
    [
      'begin with a passage rather than with a sentence',
      'It rained. We\n\ndanced. We sang a song.',
      'It rained. We sang a song.',
      'danced . We',
      '',
    ],
    ['end with the copy', 'Now we saw the tide', 'Then we saw the tide and the tide', 'Now', 'Then and the tide'],
    ['end with the transcript', 'Now we saw the tide and the tide', 'Then we saw the tide', 'Now and the tide', 'Then'],
    [
      'are not a word that agrees between three others',
      'We saw one two three the four five six and left',
      'We saw uno due tre the quattro cinque sei and left',
      'one two three four five six',
      'uno due tre quattro cinque sei',
    ],
    [
      'are a sign as well that agrees between so many',
      'We saw one two three, four five and left',
      'We saw uno due tre, quattro cinque and left',
      'one two three , four five',
      'uno due tre , quattro cinque',
    ],
  ])('%s', async (_, sealed, copy, omitted, added) => {
    const { toCopy, toSealed, ...texts } = await collated(sealed, copy);
    expect(texts.sealed.tokens.filter((_token, s) => toCopy[s] === -1).join(' ')).toBe(omitted);
    expect(texts.copy.tokens.filter((_token, c) => toSealed[c] === -1).join(' ')).toBe(added);
  });
});

it('a litany with a label before every verse is aligned to the last word', async () => {
  const verses = Array.from({ length: 1_100 }, () => 'Kyrie eleison.');
  const { toCopy, bounded } = await collated(verses.join('\n\n'), verses.map((verse) => `A: ${verse}`).join('\n\n'));
  expect([...toCopy]).toEqual(verses.flatMap((_, i) => [5 * i + 2, 5 * i + 3, 5 * i + 4]));
  expect(bounded).toBe(false);
});

describe('words that are not covered', () => {
  it('agree with nothing', async () => {
    const copy = `${BOTH}\n\n${BOTH}`;
    expect([...(await collated(BOTH, copy)).placed]).toEqual([0, 10]);
    expect([...(await collated(BOTH, copy, (token) => token >= 21)).placed]).toEqual([21, 31]);
    expect([...(await collated(BOTH, copy, () => false)).placed]).toEqual([-1, -1]);
  });

  it('are words nonetheless', async () => {
    const { numbers, copy } = await collated(BOTH, BOTH, () => false);
    expect(Array.from(numbers.copy, (number) => numbers.words[number])).toEqual(copy.tokens);
  });

  it('may follow right behind others', async () => {
    const { toCopy } = await collated(BOTH, BOTH, (token) => token < 10);
    expect([...toCopy]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...SANG.split(' ').map(() => -1), -1]);
  });

  it('are told from the others where a line end is read, and behind it', async () => {
    const sealed = `It was colder than anything we had known before\n\n${SANG}`;
    const copy = sealed.replace('colder', 'col-\nder').replace('before', 'be-\nfore');
    const tokens = witnessOf(await readString(copy)).tokens;
    const { toCopy, copy: read } = await collated(sealed, copy, (token) => !['had', 'sang'].includes(tokens[token]!));
    expect(Array.from(toCopy, (c) => (c === -1 ? '-' : read.tokens[c])).join(' ')).toBe(
      'It was colder than anything we - known before Then we - every song my mother - taught us .',
    );
  });
});
