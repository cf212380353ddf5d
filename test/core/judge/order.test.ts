/** Where passages stand: left out, moved, or under another question. */
import { describe, expect, it } from 'vitest';
import { structure } from '../../../src/core/structure/structure.ts';
import type { Verified } from '../../../src/core/verify.ts';
import { documentOf } from '../quote/support.ts';
import { judged, readString } from '../verify/support.ts';

const LINES = [
  'Q: Who lit the lamp that winter?',
  'My sister lit it, every evening at six.',
  'Nobody ever asked her to do that work.',
  'Q: And in the summer?',
  'In the summer nobody had to, for it was light.',
  'Q: What became of the old boat?',
  'We sold it to an islander.',
];

const CODES = new Set([
  'passage-moved',
  'question-changed',
  'question-omitted',
  'passage-omitted',
  'notice-removed',
  'matter-differs',
]);

async function ordered(sealed: readonly string[], copy: readonly string[]): Promise<Verified> {
  return judged(structure(await readString(`${sealed.join('\n\n')}\n`)), documentOf(...copy));
}

/** `code passage`, and what is told besides. */
const told = ({ findings }: Verified) =>
  findings
    .filter(({ code }) => CODES.has(code))
    .map(({ code, passage, data }) =>
      [`${code} ${passage}`, ...Object.entries(data).map(([key, value]) => `${key}: ${value}`)].join(' | '),
    );

/** The findings of a copy that has the passages of `sealed` in this order. */
const inOrder = async (order: readonly number[], sealed: readonly string[] = LINES) =>
  told(
    await ordered(
      sealed,
      order.map((i) => sealed[i] ?? ''),
    ),
  );

const [FIRST, , , SECOND, , THIRD] = LINES.map((line) => line.replace('Q: ', ''));

describe('passages that moved', () => {
  it.each([
    ['none', [0, 1, 2, 3, 4, 5, 6], []],
    ['a pair to the front', [3, 4, 0, 1, 2, 5, 6], ['passage-moved 3 | passages: 2']],
    ['a pair to the end', [0, 1, 2, 5, 6, 3, 4], [`passage-moved 5 | passages: 2 | follows: ${FIRST}`]],
    ['two paragraphs of one answer', [0, 2, 1, 3, 4, 5, 6], [`passage-moved 2 | passages: 1 | follows: ${FIRST}`]],
    [
      'an answer under the next question',
      [0, 1, 3, 4, 2, 5, 6],
      [`passage-moved 2 | passages: 1 | follows: ${SECOND}`, `question-changed 2 | was: ${FIRST} | now: ${SECOND}`],
    ],
    [
      'two that did not stand together',
      [0, 3, 4, 2, 1, 5, 6],
      [
        `passage-moved 1 | passages: 1 | follows: ${SECOND}`,
        `passage-moved 2 | passages: 1 | follows: ${SECOND}`,
        `question-changed 2 | was: ${FIRST} | now: ${SECOND}`,
      ],
    ],
    [
      'all pairs turned round',
      [5, 6, 3, 4, 0, 1, 2],
      [`passage-moved 3 | passages: 2 | follows: ${THIRD}`, 'passage-moved 5 | passages: 2'],
    ],
  ])('%s', async (_, order, findings) => {
    expect(await inOrder(order)).toEqual(findings);
  });

  it('are shown where they stand in both', async () => {
    const { findings } = await ordered(
      LINES,
      [3, 4, 0, 1, 2, 5, 6].map((i) => LINES[i] ?? ''),
    );
    expect(findings.filter(({ code }) => code === 'passage-moved')).toMatchObject([
      {
        level: 'fail',
        speaker: 'Q',
        sealed: { text: 'And in the summer?', place: { line: 7, column: 4 } },
        copy: { text: 'And in the summer?', place: { by: 'paragraph', paragraph: 1 } },
      },
    ]);
  });
});

describe('an answer without its question', () => {
  it.each([
    [
      'stands under the one before',
      [0, 1, 2, 4, 5, 6],
      [`passage-omitted 3 | passages: 1`, `question-changed 4 | was: ${SECOND} | now: ${FIRST}`],
    ],
    [
      'stands under none',
      [1, 2, 3, 4, 5, 6],
      [`passage-omitted 0 | passages: 1`, `question-omitted 1 | was: ${FIRST}`],
    ],
    [
      'is told once, though it has two paragraphs',
      [3, 4, 1, 2],
      [
        `passage-omitted 0 | passages: 1`,
        `passage-moved 1 | passages: 2 | follows: ${SECOND}`,
        `question-changed 1 | was: ${FIRST} | now: ${SECOND}`,
        `passage-omitted 5 | passages: 2`,
      ],
    ],
    ['but not if it goes with it', [0, 1, 2, 5, 6], [`passage-omitted 3 | passages: 2`]],
    ['nor a question without its answer', [0, 1, 2, 3, 5, 6], [`passage-omitted 4 | passages: 1`]],
  ])('%s', async (_, order, findings) => {
    expect((await inOrder(order)).toSorted()).toEqual(findings.toSorted());
  });

  it('keeps it, where one of its paragraphs is there', async () => {
    const sealed = [
      'Interviewer: Who lit it?',
      'I mean the lamp in the harbour.',
      'Ida Lund: My sister lit it, every evening at six.',
      'Interviewer: And in the summer?',
      'Ida Lund: In the summer nobody had to, for it was light.',
    ];
    expect(await inOrder([1, 2, 3, 4], sealed)).toEqual(['passage-omitted 0 | passages: 1']);
    expect(await inOrder([0, 2, 3, 4], sealed)).toEqual(['passage-omitted 1 | passages: 1']);
  });
});

describe('a question is named', () => {
  /** Seventy-five signs. */
  const exact = 'Who lit the lamp in the harbour that winter, when nobody went out, not even';

  it.each([
    ['whole, up to eighty signs', `${exact} you?`, `${exact} you?`],
    ['in whole words beyond that', `${exact} you, Ida?`, `${exact} you, …`],
    ['without the word that ends behind the eightieth', `${exact}ing you, Ida?`, `${exact}ing …`],
  ])('%s', async (_, question, named) => {
    const [omitted] = (await ordered([`Q: ${question}`, ...LINES.slice(1)], LINES.slice(1))).findings.filter(
      ({ code }) => code === 'question-omitted',
    );
    expect(omitted?.data).toEqual({ was: named });
  });
});

describe('a conversation without an asking side', () => {
  const talk = [
    'Anna Berg: The lamp was lit all through that winter.',
    'Ida Lund: Who lit the lamp that winter?',
    'Anna Berg: My sister lit it, every evening at six.',
    'Ida Lund: I remember how she went down to the harbour.',
    'Ida Lund: Did nobody ever ask her to do it?',
    'Ida Lund: She went when it rained, too.',
    'Anna Berg: Nobody ever asked her, and nobody paid her.',
  ];

  it.each([
    [
      'a reply behind somebody else’s words',
      [0, 2, 3, 4, 5, 6],
      'question-changed 2 | was: Who lit the lamp that winter? | now: The lamp was lit all through that winter.',
    ],
  ])('%s is told', async (_, order, finding) => {
    expect(await inOrder(order, talk)).toContain(finding);
  });

  it.each([
    ['behind its question', [0, 1, 2, 4, 5, 6]],
    ['at the beginning', [2, 3, 4, 5, 6]],
    ['to no question', [0, 1, 2, 3, 4, 6]],
    ['that is the same speaker’s next words', [0, 1, 2, 3, 5, 6]],
    ['whose question stands elsewhere', [0, 2, 1, 3, 4, 5, 6]],
    ['with the first words of all behind it', [1, 2, 0, 3, 4, 5, 6]],
  ])('a reply %s is in its place', async (_, order) => {
    expect((await inOrder(order, talk)).filter((one) => one.startsWith('question'))).toEqual([]);
  });
});

describe('passages left out', () => {
  const sealed = [
    'A winter of lamps',
    'By Otto Krug',
    ...LINES.slice(0, 5),
    '* * *',
    ...LINES.slice(5),
    'This transcript may be published only without modifications, by permission of the publisher.',
  ];
  const keep = (...left: readonly number[]) =>
    inOrder(
      sealed.map((_, i) => i).filter((i) => !left.includes(i)),
      sealed,
    );

  it.each([
    ['in one stretch are one finding', [2, 3, 4], ['passage-omitted 2 | passages: 3']],
    ['in two are two', [2, 3, 4, 8, 9], ['passage-omitted 2 | passages: 3', 'passage-omitted 8 | passages: 2']],
    ['may be titles', [0, 1], ['matter-differs 0 | passages: 2']],
    ['are told apart from titles', [1, 2, 3, 4], ['passage-omitted 2 | passages: 3', 'matter-differs 1 | passages: 1']],
    ['may be ornaments, of which nothing is told', [7], []],
    ['may be the notice', [10], ['notice-removed 10 | passages: 1']],
    [
      'are told apart from the notice',
      [8, 9, 10],
      ['passage-omitted 8 | passages: 2', 'notice-removed 10 | passages: 1'],
    ],
  ])('%s', async (_, left, findings) => {
    expect(await keep(...left)).toEqual(findings);
  });

  it.each([
    ['behind what is there before it', [0, 1, 2], { text: '', before: 'work.', after: '' }, 3],
    ['before all, where nothing is', [3, 4, 5, 6], { text: '', before: '', after: 'And in the summer?' }, 1],
    [
      'behind what is there before it, though that has moved',
      [5, 6, 0, 1, 2],
      { text: '', before: 'work.', after: '' },
      5,
    ],
  ])('have their place %s', async (_, order, reading, paragraph) => {
    const { findings } = await ordered(
      LINES,
      order.map((i) => LINES[i] ?? ''),
    );
    const copy = findings.find(({ code }) => code === 'passage-omitted')?.copy;
    expect({ text: copy?.text, before: copy?.before.split(' ').at(-1), after: copy?.after }).toEqual(reading);
    expect(copy?.place).toEqual({ by: 'paragraph', paragraph });
  });
});
