/** From findings to a judgement: what is recognised, what only the digests deny, what is counted, and in which order it is told. */
import { describe, expect, it } from 'vitest';
import { collate } from '../../../src/core/align/collate.ts';
import type { Collation } from '../../../src/core/align/collation.ts';
import { judge } from '../../../src/core/judge/judge.ts';
import type { Judgement } from '../../../src/core/judge/judgement.ts';
import { STRICT } from '../../../src/core/judge/policy.ts';
import { seal } from '../../../src/core/seal/seal.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { NO_CONVENTIONS } from '../../../src/core/structure/transcript.ts';
import { witnessOf } from '../../../src/core/structure/witness.ts';
import { verify } from '../../../src/core/verify.ts';
import { readString } from '../verify/support.ts';

const FILE = { path: 'a.txt', size: 0, sha256: '0'.repeat(64) } as const;
const TEXT = `A winter of lamps

Q: Who lit the lamp that winter?

My sister lit it, every evening at six.

Q: Did she ever complain?

She never did, I think.

Q: And in the summer?

In the summer nobody had to.

This transcript may be published only without modifications, by permission of the publisher.
`;

interface Told {
  readonly sealed?: string;
  /** Passages whose sealed digests are wrong. */
  readonly wrong?: readonly number[];
  readonly changed?: (collation: Collation) => Collation;
}

async function judgedWith(
  copy: string,
  { sealed = TEXT, wrong = [], changed = (one) => one }: Told = {},
): Promise<Judgement> {
  const transcript = structure(await readString(sealed));
  const entry = seal(transcript, FILE);
  const passages = entry.passages.map((one, i) => (wrong.includes(i) ? { ...one, digest: '0'.repeat(32) } : one));
  const collation = changed(collate(transcript, witnessOf(await readString(copy)), NO_CONVENTIONS));
  return judge({
    collation,
    entry: { ...entry, passages },
    closed: new Set(),
    conventions: NO_CONVENTIONS,
    policy: STRICT,
  });
}

const told = ({ findings }: Judgement) => findings.map(({ code, passage }) => `${code} ${passage}`);

describe('a text is recognised', () => {
  const words = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `word${from + i}`).join(' ');
  const sealed = `${[0, 10, 20, 30, 40].map((from) => `${words(from, from + 10)}.`).join('\n\n')}\n`;

  it.each([
    ['eight words in a row', words(20, 28), 'altered'],
    ['seven words in a row', words(20, 27), 'unmatched'],
    ['none', 'Something else altogether.', 'unmatched'],
  ])('by %s', async (_, copy, verdict) => {
    expect((await judgedWith(`${copy}\n`, { sealed })).verdict).toBe(verdict);
  });

  it('by three tenths of its words, however scattered', async () => {
    const short = 'Q: Who lit it?\n\nMy sister did it then.\n';
    expect((await judgedWith('My sister did it then.\n', { sealed: short })).verdict).toBe('altered');
  });

  it('not by its title', async () => {
    const title = 'A winter of lamps and letters in the old harbour';
    const {
      verdict,
      findings,
      words: counts,
      pass,
    } = await judgedWith(`${title}\n`, { sealed: TEXT.replace('A winter of lamps', title) });
    expect([verdict, pass, counts.around]).toEqual(['unmatched', false, 0]);
    expect(findings).toMatchObject([{ code: 'unmatched', level: 'fail', passage: null, sealed: null, copy: null }]);
  });
});

describe('what the digests deny', () => {
  it('is told, with the passage, where nothing else is', async () => {
    const { verdict, findings } = await judgedWith(TEXT, { wrong: [2, 5] });
    expect(verdict).toBe('altered');
    expect(findings).toMatchObject([
      {
        code: 'digest-differs',
        level: 'fail',
        passage: 2,
        sealed: { text: 'My sister lit it, every evening at six.' },
      },
      { code: 'digest-differs', level: 'fail', passage: 5, sealed: { text: 'And in the summer?' } },
    ]);
  });

  it.each([
    ['a title', TEXT, [0], []],
    ['the passage that has a finding', TEXT.replace('evening at', 'evening, at'), [2], ['punctuation-changed 2']],
    ['the one before it', TEXT.replace('evening at', 'evening, at'), [1], ['punctuation-changed 2']],
    ['the one behind it', TEXT.replace('evening at', 'evening, at'), [3], ['punctuation-changed 2']],
    ['passages left out', TEXT.replace(/Q: Who[\s\S]*?six\.\n\n/u, ''), [], ['passage-omitted 1']],
    ['any, where the copy is altered', TEXT.replace('evening', 'morning'), [2, 5], ['word-substituted 2']],
  ])('is not told of %s', async (_, copy, wrong, findings) => {
    expect(told(await judgedWith(copy, { wrong }))).toEqual(findings);
  });

  it('is told further away from another finding', async () => {
    const copy = TEXT.replace('evening at', 'evening, at');
    expect(told(await judgedWith(copy, { wrong: [4] }))).toEqual(['punctuation-changed 2', 'digest-differs 4']);
  });

  it('is told beside a note', async () => {
    const copy = TEXT.replace('A winter', 'A summer').replace('Q: And', 'Q: \u2060And');
    expect(told(await judgedWith(copy, { wrong: [5] }))).toEqual([
      'digest-differs 5',
      'matter-differs 0',
      'format-character null',
    ]);
  });

  it('is the order, too', async () => {
    const sealed = TEXT.replace('She never did, I think.', 'In the summer nobody had to.');
    const exchanged = (collation: Collation): Collation => {
      const owner = collation.owner.map((passage) => (passage === 4 ? 6 : passage === 6 ? 4 : passage));
      return { ...collation, owner };
    };
    expect(told(await judgedWith(sealed, { sealed, changed: exchanged }))).toEqual(['digest-differs null']);
  });
});

describe('a judgement', () => {
  it('tells failures before notes, each by passage, and those of no passage last', async () => {
    const copy = TEXT.replace('A winter', 'A summer')
      .replace('evening', 'morning')
      .replace('summer nobody', 'summer somebody')
      .replace('Q: Did', 'Interviewer: Did')
      .replaceAll('Q:', 'Interviewer:')
      .replace('I think', 'I\u2063 think');
    expect(told(await judgedWith(copy))).toEqual([
      'word-substituted 2',
      'word-substituted 6',
      'invisible-character null',
      'matter-differs 0',
      'label-renamed 1',
    ]);
  });

  it('counts the words of what was said: those sealed, and those the copy has as they are', async () => {
    const { words } = await judgedWith(`Harbour news\n\n${TEXT.replace('Who lit', 'WHO set')}\n\nRead more.\n`);
    // 6 and 8, 4 and 5, 4 and 6, and 13 of the notice; two of them differ.
    expect(words).toEqual({ sealed: 46, matched: 44, around: 4 });
  });

  it('names other words in a passage’s place', async () => {
    const replaced = (was: string) => TEXT.replace(was, 'The harbour was frozen over.');
    expect((await judgedWith(replaced('She never did, I think.'))).findings).toMatchObject([
      {
        code: 'word-substituted',
        passage: 4,
        sealed: { text: 'She never did, I think.' },
        copy: { text: 'The harbour was frozen over.' },
      },
    ]);
  });

  it('names them without the transcript, too', async () => {
    const transcript = structure(await readString(TEXT));
    const copy = await readString(
      TEXT.replace('My sister lit it, every evening at six.', 'The harbour was frozen over.'),
    );
    const { findings } = verify(copy, [{ entry: seal(transcript, FILE), transcript: null }], {
      policy: STRICT,
      conventions: NO_CONVENTIONS,
    });
    expect(findings.filter(({ level }) => level === 'fail')).toMatchObject([{ code: 'passage-differs', passage: 2 }]);
  });

  it('calls other words in the place of terms a changed notice', async () => {
    const sealed = `${TEXT}\nThe names of the ships were changed, by agreement with the publisher of this interview.\n\nNo publication of the interview without its conditions.\n`;
    const copy = sealed.replace(/The names[\s\S]*?interview\./u, 'The harbour was frozen over.');
    expect(told(await judgedWith(copy, { sealed }))).toEqual(['notice-changed 8']);
  });
});
