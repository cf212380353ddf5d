/** How a stretch of words repeats the sealed ones: word for word, with changes, or not at all. */
import { describe, expect, it } from 'vitest';
import { collate } from '../../../src/core/align/collate.ts';
import { type Repetition, repetitionsOf, wordsOf } from '../../../src/core/judge/repetition.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { NO_CONVENTIONS } from '../../../src/core/structure/transcript.ts';
import { witnessOf } from '../../../src/core/structure/witness.ts';
import { readString } from '../verify/support.ts';

/**
 * Passages 0 to 4, and where their tokens begin and end among the sealed ones: question 0–7, answer 7–17 and 17–22,
 * question 22–27, answer 27–34.
 */
const SEALED = `Q: Who lit the lamp that winter?

My sister lit it, every evening at six.

Nobody ever asked her.

Q: And in the summer?

In the summer nobody had to.
`;

/** How each stretch repeats the sealed words, all of them asked of one index. */
async function repeatedIn(sealed: string, ...stretches: readonly string[]): Promise<readonly Repetition[]> {
  const transcript = structure(await readString(sealed));
  const collation = collate(transcript, witnessOf(await readString('An empty page.')), NO_CONVENTIONS);
  const words = stretches.map((stretch) => stretch.split(' ').filter((word) => word !== ''));
  const repetitions = repetitionsOf({ collation }, words);
  return words.map(repetitions.of);
}

describe('a stretch of words', () => {
  it.each([
    ['one run of words', 'every evening at six', { passage: 1, s0: 12, s1: 16 }],
    ['past a sign', 'lit it every evening', { passage: 1, s0: 9, s1: 14 }],
    ['from one passage of a turn to the next', 'at six nobody ever', { passage: 1, s0: 14, s1: 19 }],
    [
      'at its second place, where the words first go on otherwise',
      'in the summer nobody',
      { passage: 4, s0: 27, s1: 31 },
    ],
    ['to the last word of all', 'nobody had to', { passage: 4, s0: 30, s1: 33 }],
    ['from the first word of all', 'who lit the', { passage: 0, s0: 0, s1: 3 }],
  ])('is repeated exactly: %s', async (_, stretch, run) => {
    expect(await repeatedIn(SEALED, stretch)).toEqual([{ kind: 'exact', ...run }]);
  });

  it.each([
    // Five of its eight words are the passage's, which has eight, too.
    ['other words behind', 'my sister lit it every morning at seven', 1, 7, 13, 5 / 8, 5 / 8],
    ['other words before', 'he never lit the lamp', 0, 1, 4, 3 / 5, 3 / 6],
    ['from one turn to the next', 'that winter my sister', 0, 4, 9, 1, 4 / 6],
    ['beyond the end of the text', 'nobody had to go', 4, 30, 33, 3 / 4, 3 / 6],
    ['words of a passage in another order', 'every evening at my sister lit', 1, 7, 15, 1, 6 / 8],
    // Three words of the first answer, four of the second; where they are as many, the one met first is told.
    ['more of one passage than of another', 'evening at six and nobody ever asked her', 2, 17, 21, 7 / 8, 1],
    ['as much of one passage as of another', 'evening at six and nobody ever asked', 1, 13, 16, 6 / 7, 3 / 8],
  ])('is repeated with changes: %s', async (_, stretch, passage, s0, s1, share, ofPassage) => {
    expect(await repeatedIn(SEALED, stretch)).toEqual([{ kind: 'altered', passage, s0, s1, share, ofPassage }]);
  });

  it('is looked up beside others, of which most repeat nothing', async () => {
    expect(await repeatedIn(SEALED, '', 'at six', 'a lamp in the hall', 'nobody ever asked')).toEqual([
      { kind: 'none' },
      { kind: 'none' },
      { kind: 'none' },
      { kind: 'exact', passage: 2, s0: 17, s1: 20 },
    ]);
  });

  it('is not known to an index that was made for others', async () => {
    const transcript = structure(await readString(SEALED));
    const collation = collate(transcript, witnessOf(await readString('An empty page.')), NO_CONVENTIONS);
    const repetitions = repetitionsOf({ collation }, [['nobody', 'ever', 'asked']]);
    expect(repetitions.of(['every', 'evening', 'at', 'six'])).toEqual({ kind: 'none' });
  });

  it('repeats nothing where none has three words', async () => {
    expect(await repeatedIn(SEALED, 'at six', '')).toEqual([{ kind: 'none' }, { kind: 'none' }]);
  });

  it('ends where the speaker changes, also in a conversation without an asking side', async () => {
    const talk = ['Anna: It was dark that winter.', 'Ida: My sister lit the lamp.', 'Anna: I know.', 'Ida: At six.'];
    expect(await repeatedIn(talk.join('\n\n'), 'that winter my sister')).toMatchObject([{ kind: 'altered', share: 1 }]);
  });

  it('may run from one notice or note to the next, and through a monologue, but from none to the other', async () => {
    const monologue = 'The lamp was lit at six.\n\nNobody asked who lit it.\n';
    expect(await repeatedIn(monologue, 'lit at six nobody asked')).toMatchObject([{ kind: 'exact', s0: 3, s1: 9 }]);
    const noted = `${SEALED}\n[She stands up.]\n\n[She lights the lamp.]\n`;
    expect(await repeatedIn(noted, 'stands up she lights', 'had to she stands')).toMatchObject([
      { kind: 'exact', passage: 5 },
      { kind: 'altered', passage: 4 },
    ]);
  });

  it('is looked for at the first eight places where its first words stand', async () => {
    const litany = (times: number) => `${'Pray for us now. '.repeat(times)}Pray for us all.\n`;
    expect(await repeatedIn(litany(7), 'pray for us all')).toMatchObject([{ kind: 'exact' }]);
    expect(await repeatedIn(litany(8), 'pray for us all')).toMatchObject([{ kind: 'altered' }]);
  });
});

describe('the words of tokens', () => {
  it('are without signs and in lower case', () => {
    expect(wordsOf(['“', 'Who', ',', "ISN'T", '1947', '—', '?'])).toEqual(['who', "isn't", '1947']);
  });
});
