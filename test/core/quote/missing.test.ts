/** Quotations whose words stand nowhere as they are: changed, put together from pieces, or said by nobody. */
import { describe, expect, it } from 'vitest';
import type { QuotationResult } from '../../../src/core/quote/quotes-report.ts';
import { against, only, sourceOf } from './support.ts';

/** `run(3, 6)` is `w3 w4 w5`. */
const run = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => `w${from + i}`).join(' ');

/** The word `w7` is the seventh of the row, counted from 0. */
const ROW = sourceOf(
  'row',
  `Ann: ${run(0, 10)}.

Bob: ${run(10, 20)}.

Ann: ${run(20, 30)}.

${run(30, 40)}.

Bob: ${run(40, 60)}.

Ann: ${run(60, 130)}.

Bob: ${run(130, 140)}.`,
);

const judge = (quoted: string, source = ROW): QuotationResult => only(against(`He said “${quoted}”.`, [source]));

/** The words the quotation is held against, and of each finding what it says. */
const told = ({ verdict, transcript, conventions, findings }: QuotationResult) => ({
  verdict,
  conventions,
  held: transcript?.text ?? null,
  findings: findings.map(({ code, sealed, copy, count, data }) => [
    code,
    data['kind'] ?? data['parts'] ?? '',
    sealed?.text ?? null,
    copy?.text,
    count,
  ]),
});

const altered = (held: string, ...findings: readonly (readonly [string, string, string])[]) => ({
  verdict: 'altered',
  conventions: [],
  held,
  findings: findings.map((one) => ['quotation-altered', ...one, 1]),
});

const notFound = (held: string | null, quoted: string) => ({
  verdict: 'not-found',
  conventions: [],
  held,
  findings: [['quotation-not-found', '', held, quoted, 1]],
});

const spliced = (held: string, parts: number, ...findings: readonly (readonly [string, string])[]) => ({
  verdict: 'spliced',
  conventions: [],
  held,
  findings: findings.map(([sealed, copy]) => ['quotation-spliced', parts, sealed, copy, 1]),
});

describe('a changed quotation', () => {
  it('has each difference with both readings, their context and their places', () => {
    expect(judge('w83 w84 x w86 w87, w89 w90 w91')).toMatchObject({
      pass: false,
      transcript: {
        name: 'row',
        text: 'w83 w84 w85 w86 w87 w88 w89 w90 w91',
        before: run(60, 83),
        after: run(92, 130),
        speaker: 'Ann',
        place: { by: 'line', line: 11, column: 98 },
      },
      findings: [
        {
          code: 'quotation-altered',
          level: 'fail',
          speaker: 'Ann',
          passage: 5,
          sealed: {
            text: 'w85',
            before: 'w79 w80 w81 w82 w83 w84',
            after: 'w86 w87 w88 w89 w90 w91',
            place: { by: 'line', line: 11, column: 106 },
          },
          copy: {
            text: 'x',
            before: 'w83 w84 ',
            after: ' w86 w87, w89 w90 w91',
            place: { by: 'line', line: 1, column: 18 },
          },
          count: 1,
          data: { kind: 'substitution' },
        },
        {
          sealed: { text: 'w88', before: 'w82 w83 w84 w85 w86 w87', after: 'w89 w90 w91 w92 w93 w94' },
          copy: {
            text: '',
            before: 'w83 w84 x w86 w87, ',
            after: 'w89 w90 w91',
            place: { by: 'line', line: 1, column: 29 },
          },
          data: { kind: 'omission' },
        },
      ],
    });
  });

  it.each([
    ['four words, one changed', 'w1 w2 x w4', altered('w1 w2 w3 w4', ['substitution', 'w3', 'x'])],
    ['five words, one changed', 'w1 w2 x w4 w5', altered('w1 w2 w3 w4 w5', ['substitution', 'w3', 'x'])],
    ['six words, two changed', 'w1 w2 x y w5 w6', altered('w1 w2 w3 w4 w5 w6', ['substitution', 'w3 w4', 'x y'])],
    [
      'half as many differences as words',
      'w0 w2 w4 w6 w7 w8',
      altered(run(0, 9), ['omission', 'w1', ''], ['omission', 'w3', ''], ['omission', 'w5', '']),
    ],
    [
      'a word changed where one turn ends',
      'w17 w18 x w20 w21',
      altered('w17 w18 w19\nw20 w21', ['substitution', 'w19', 'x']),
    ],
    ['a word added behind the transcript’s last', 'w137 w138 w139 x', altered('w137 w138 w139', ['addition', '', 'x'])],
    [
      'eighty-five of a hundred words at one place',
      `${run(60, 77)} w134 w135 w136`,
      altered(run(60, 77), ['addition', '', 'w134 w135 w136']),
    ],
  ])('is shown beside its place: %s', (_, quoted, expected) => {
    expect(told(judge(quoted))).toEqual(expected);
  });

  it.each([
    ['three words, one changed', 'w1 x w3', 'w1 w2 w3'],
    ['five words, two changed', 'w1 x w3 y w5', run(1, 6)],
    ['six words, three changed', 'w1 x y z w5 w6', run(1, 7)],
    ['more differences than half its words', 'w0 w2 w4 w6 w8', run(0, 9)],
    ['two words of five in place', 'w1 w2 x y z', 'w1 w2'],
    ['one word of five in place', 'w1 x y z v', null],
    ['no word in place', 'u x y z v', null],
  ])('is not found when too little stands there, but the nearest place is shown: %s', (_, quoted, held) => {
    expect(told(judge(quoted))).toEqual(notFound(held, quoted));
  });

  it('behind the transcript’s last word stands there', () => {
    expect(judge('w137 w138 w139 x').findings).toMatchObject([
      { speaker: 'Bob', passage: 6, sealed: { before: run(134, 140), after: '', place: { line: 13, column: 51 } } },
    ]);
  });

  it('lists twenty differences, and counts the others in the last', () => {
    const without = (differences: number) =>
      Array.from({ length: (differences + 1) * 3 - 1 }, (_, i) => (i % 3 === 2 ? '' : `w${60 + i} `))
        .join('')
        .trim();
    const counts = (quoted: string) => judge(quoted).findings.map(({ count }) => count);
    expect(counts(without(20))).toEqual(new Array(20).fill(1));
    expect(counts(without(22))).toEqual([...new Array(19).fill(1), 3]);
  });

  it('differs as a whole where its signs reach too far', () => {
    const quoted = 'w110 w111 [x] w126 w127 w128 w129';
    expect(told(judge(quoted))).toEqual(altered(run(110, 130), ['substitution', run(110, 130), quoted]));
  });

  it('differs as a whole where it is too long to be aligned', () => {
    const many = sourceOf('many', `Ann: ${run(0, 2_200)}.\n\nBob: Yes.\n\nAnn: No.\n\nBob: Yes.`);
    const quoted = `x ${run(1, 2_100)}`;
    expect(told(judge(quoted, many))).toEqual(
      altered(`${run(0, 2_200)}\nYes\nNo\nYes`, ['substitution', `${run(0, 2_200)}\nYes\nNo\nYes`, quoted]),
    );
  });

  it('is held against a transcript behind one without a word', () => {
    const many = sourceOf('many', `Ann: ${run(0, 2_200)}.\n\nBob: Yes.\n\nAnn: No.\n\nBob: Yes.`);
    const result = only(against(`He said “x ${run(1, 2_100)}”.`, [sourceOf('empty', ''), many]));
    expect(result).toMatchObject({ verdict: 'altered', transcript: { name: 'many' }, findings: [{ passage: 0 }] });
  });
});

describe('a splice', () => {
  it('is told with every part behind the first', () => {
    expect(judge(`${run(22, 27)} ${run(63, 67)} ${run(12, 16)}`)).toMatchObject({
      verdict: 'spliced',
      pass: false,
      conventions: [],
      transcript: { text: run(22, 27), speaker: 'Ann', place: { by: 'line', line: 5, column: 14 } },
      findings: [
        {
          code: 'quotation-spliced',
          level: 'fail',
          speaker: 'Ann',
          passage: 5,
          sealed: { text: run(63, 67), place: { by: 'line', line: 11, column: 18 } },
          copy: { text: run(63, 67), place: { by: 'line', line: 1, column: 30 } },
          count: 1,
          data: { parts: 3 },
        },
        {
          speaker: 'Bob',
          passage: 1,
          sealed: { text: run(12, 16) },
          copy: { text: run(12, 16) },
          data: { parts: 3 },
        },
      ],
    });
  });

  it.each([
    ['of two turns', run(2, 6), run(64, 68)],
    ['of two turns, near each other', run(36, 40), run(52, 56)],
    ['of two paragraphs of a turn', run(20, 24), run(36, 40)],
    ['of one paragraph, far apart', run(62, 66), run(79, 83)],
    ['of one paragraph, backwards', run(66, 70), run(62, 66)],
    ['whose parts have four words on average', run(2, 5), run(64, 69)],
  ])('is put together from true words: %s', (_, first, second) => {
    expect(told(judge(`${first} ${second}`))).toEqual(spliced(first, 2, [second, second]));
  });

  it.each([
    ['with parts of less than four words on average', run(2, 5), run(64, 68)],
    ['with a part of two words', run(2, 9), run(64, 66)],
    ['with twelve words left out between', run(62, 66), run(78, 82)],
    ['with a word that nobody said', `${run(2, 6)} x`, run(64, 68)],
    ['with a word that nobody said in place of the very first', `x ${run(1, 6)}`, run(64, 68)],
    ['with three parts of one paragraph, near each other', `${run(60, 64)} ${run(76, 80)}`, run(81, 85)],
  ])('is none %s', (_, first, second) => {
    expect(judge(`${first} ${second}`).verdict).not.toBe('spliced');
  });

  it('over an ellipsis that reaches from one turn into another is shown as a whole', () => {
    expect(told(judge('w7 w8 … w10 w11'))).toEqual(
      spliced('w7 w8 w9\nw10 w11', 2, ['w7 w8 w9\nw10 w11', 'w7 w8 … w10 w11']),
    );
    expect(judge('w7 w8 w9 … w18 w19').findings).toMatchObject([
      { speaker: 'Bob', passage: 1, copy: { before: '', after: '' } },
    ]);
  });

  describe('takes words that stand at several places', () => {
    const BREAD = 'the bread is always late';
    const talk = (...answers: readonly string[]) =>
      sourceOf('talk', answers.map((one, i) => `${i % 2 ? 'Bob' : 'Ann'}: ${one}.`).join('\n\n'));
    const far = (n: number): string => run(1_000 * n, 1_000 * n + 30);

    it.each([
      ['from the one that comes next', [BREAD, run(10, 20), far(1), BREAD, far(2), BREAD], run(12, 18), [3]],
      ['from the first where none comes next', [BREAD, far(1), BREAD, far(2), run(10, 20), far(3)], run(12, 18), [0]],
      [
        'from where more of them stand in a row',
        ['the bread is good', far(1), run(10, 20), far(2), BREAD, far(3)],
        run(12, 18),
        [4],
      ],
      [
        'also if that comes before',
        [BREAD, far(1), run(10, 20), far(2), 'the bread is good', far(3)],
        run(12, 18),
        [0],
      ],
      [
        'part by part',
        [BREAD, run(30, 40), far(1), run(10, 20), BREAD, far(2), BREAD],
        `${run(32, 37)} ${run(12, 18)}`,
        [3, 4],
      ],
    ])('%s', (_, answers, quoted, passages) => {
      const { verdict, findings } = judge(`${quoted} ${BREAD}`, talk(...answers));
      expect([verdict, findings.map(({ passage }) => passage)]).toEqual(['spliced', passages]);
    });
  });

  it('lists twenty parts and says how many there are', () => {
    const quoted = Array.from({ length: 22 }, (_, i) => run(126 - 3 * i - 3, 130 - 3 * i)).join(' ');
    const { findings } = judge(quoted);
    expect(findings.map(({ data }) => data['parts'])).toEqual(new Array(20).fill(22));
  });
});

describe('the nearest place', () => {
  const filler = (n: number): string => run(1_000 * n, 1_000 * n + 30);
  /** A talk of these answers, far from one another. */
  const talk = (...answers: readonly string[]) =>
    sourceOf('talk', answers.map((one, i) => `${i % 2 ? 'Bob' : 'Ann'}: ${filler(i)} ${one}.`).join('\n\n'));
  const held = (quoted: string, ...answers: readonly string[]) => judge(quoted, talk(...answers)).transcript?.text;
  const GREEK = 'alpha beta gamma delta epsilon';

  it.each([
    [
      'has the words in order',
      'alpha beta gamma delta other',
      'gamma delta epsilon alpha beta',
      'alpha beta gamma delta',
    ],
    [
      'has one word less, in a row',
      'alpha beta gamma delta other',
      'alpha so beta so gamma so delta so epsilon',
      'alpha beta gamma delta',
    ],
    [
      'has all words, with little between',
      'alpha beta gamma delta other',
      'alpha so beta gamma so delta epsilon',
      'alpha so beta gamma so delta epsilon',
    ],
  ])('%s', (_, one, other, best) => {
    expect(held(GREEK, one, other)).toBe(best);
    expect(held(GREEK, other, one)).toBe(best);
  });

  it('is the first of equals', () => {
    const { transcript } = judge(GREEK, talk('alpha beta gamma delta', 'so', 'alpha beta gamma delta'));
    expect(transcript).toMatchObject({ text: 'alpha beta gamma delta', place: { line: 1 } });
  });

  it('is where most of the words stand together, however often each of them stands elsewhere', () => {
    const decoys = GREEK.split(' ').flatMap((word) => [word, word, word]);
    expect(held(GREEK, ...decoys, 'alpha so beta so gamma so delta so epsilon')).toBe(
      'alpha so beta so gamma so delta so epsilon',
    );
  });

  it('is told by rare words, not by common ones', () => {
    const often = new Array<string>(6).fill('so so so so so so so so so so so so so so so so so so so so');
    expect(held('alpha beta so x gamma delta', ...often, 'alpha beta so gamma delta')).toBe(
      'alpha beta so gamma delta',
    );
    expect(held('so alpha x beta gamma', 'so '.repeat(5_000), 'so alpha beta gamma')).toBe('so alpha beta gamma');
  });

  it('reaches no further than a few times the quotation’s length', () => {
    expect(told(judge(`${run(60, 65)} … ${run(134, 139)}`))).toEqual(
      spliced(run(60, 65), 2, [run(134, 139), run(134, 139)]),
    );
  });
});
