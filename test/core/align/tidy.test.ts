/** Alignments made to read as an editor would mark them. */
import { describe, expect, it } from 'vitest';
import { runsOf, tidy } from '../../../src/core/align/tidy.ts';
import { opening, row } from './rows.ts';

interface Example {
  /** A letter or sign for each token; a bar before what begins a passage, or in the copy a line. */
  readonly sealed: string;
  readonly copy: string;
  /** For each sealed token, its partner in the copy as a letter of `0-9a-z`, or a dot; spaces and bars only part them. */
  readonly pairs: string;
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** The partners of the sealed tokens after tidying, in the same notation; both directions have to agree. */
function tidied({ sealed, copy, pairs }: Example): string {
  const [a, b] = [row(sealed), row(copy)];
  const toCopy = Int32Array.from(pairs.replace(/[ |]/gu, ''), (digit) => DIGITS.indexOf(digit));
  expect(toCopy).toHaveLength(a.length);
  const toSealed = new Int32Array(b.length).fill(-1);
  for (const [s, c] of toCopy.entries()) if (c !== -1) toSealed[c] = s;
  const isSign = (token: number): boolean => '.,?!'.includes(String.fromCodePoint(token));
  const ends = (token: number): boolean => '.?!'.includes(String.fromCodePoint(token));
  const [opensSealed, opensCopy] = [opening(sealed), opening(copy)];
  tidy({ toCopy, toSealed }, a, b, {
    opensSealed: (s) => s >= a.length || opensSealed.has(s),
    opensCopy: (c) => c >= b.length || opensCopy.has(c),
    isWord: (s) => !isSign(a[s]!),
    endsSealed: (s) => ends(a[s]!),
    endsCopy: (c) => ends(b[c]!),
  });
  for (const [c, s] of toSealed.entries()) if (s !== -1) expect(toCopy[s]).toBe(c);
  expect(toCopy.filter((c) => c !== -1)).toHaveLength(toSealed.filter((s) => s !== -1).length);
  const partners = Array.from(toCopy, (c) => DIGITS[c] ?? '.');
  return pairs.replace(/[^ |]/gu, () => partners.shift() ?? '');
}

it('the runs of an alignment stand in the order of the copy', () => {
  expect(runsOf({ toSealed: Int32Array.of(-1, 4, 5, -1, 6, 0, 1, 3) })).toEqual([
    { s: 4, c: 1, length: 2 },
    { s: 6, c: 4, length: 1 },
    { s: 0, c: 5, length: 2 },
    { s: 3, c: 7, length: 1 },
  ]);
});

describe('the end of a passage', () => {
  it.each([
    [
      'comes back from before an answer that moved, in exchange for the same sign',
      { sealed: 'ab?|cd|ef?|gh', copy: 'ab?|gh|ef?|cd', pairs: '017|89|562|34' },
      '012|89|567|34',
    ],
    [
      'comes back from before an answer that moved, where nobody holds the sign',
      { sealed: 'ab?|cd', copy: 'ab?|x?|cd', pairs: '014|56' },
      '012|56',
    ],
    [
      'is found where it was not paired, and its holder has nothing to give in exchange',
      { sealed: 'ab?|c?', copy: 'ab?', pairs: '01.|.2' },
      '012|..',
    ],
    ['is found where neither was paired', { sealed: 'ab?|cd', copy: 'ab?', pairs: '01.|..' }, '012|..'],
    ['may be several tokens', { sealed: 'ab?!|cd', copy: 'ab?!|?!cd', pairs: '0145|67' }, '0123|67'],
    [
      'may be as many as an anchor holds of it, and no more',
      { sealed: 'a12345678|cd', copy: 'a12345678|12345678cd', pairs: '09abcdefg|hi' },
      '09abcdefg|hi',
    ],
    [
      'is seven tokens at most',
      { sealed: 'a1234567|cd', copy: 'a1234567|1234567cd', pairs: '089abcde|fg' },
      '01234567|fg',
    ],
    ['stays where another sign follows', { sealed: 'ab?|cd', copy: 'ab!|x?|cd', pairs: '014|56' }, '014|56'],
    [
      'stays where the sign that follows has its own words before it',
      { sealed: 'ab?|cd|b?', copy: 'b?|?cd', pairs: '.02|34|.1' },
      '.01|34|.2',
    ],
    [
      'stays where nothing of its passage is paired before it',
      { sealed: 'ab?|cd', copy: 'ab?|x?|cd', pairs: '..4|56' },
      '..4|56',
    ],
    ['stays where the copy begins with the sign', { sealed: 'ab?|cd', copy: '?x?|cd', pairs: '..2|34' }, '..2|34'],
    ['stays where the copy ends', { sealed: 'ab?|cd', copy: '?cd|ab', pairs: '340|12' }, '340|12'],
    ['is no other passage’s beginning', { sealed: 'ab|?|cd', copy: 'x?|ab?|cd', pairs: '23|1|56' }, '23|1|56'],
  ] as const)('%s', (_, example, pairs) => {
    expect(tidied(example)).toBe(pairs);
  });
});

describe('an agreement between two gaps', () => {
  it.each([
    ['is chance where a word stands in four others', 'abcdeTfghijk', 'aqrstTuvwxyk', '0....5.....b', '0..........b'],
    ['is none where one side has three others', 'abcdTfghijk', 'aqrsTuvwxyk', '0...4.....a', '0...4.....a'],
    ['is none where the other side has three others', 'abcdeTfghk', 'aqrstTuvwk', '0....5...9', '0....5...9'],
    ['is chance where the gaps are those of the copy', 'aTk', 'aqrstTuvwxyk', '05b', '0.b'],
    ['is chance where the gaps are those of the sealed text', 'abcdeTfghijk', 'aTk', '0....1.....2', '0..........2'],
    ['is chance where a sign stands between three and two', 'abcd,fgk', 'aqrs,uvk', '0...4..7', '0......7'],
    ['is none where a sign stands between two and two', 'abc,efk', 'aqr,tuk', '0..3..6', '0..3..6'],
    ['is none where it is longer than a gap', 'ab,.!ghijk', 'aq,.!uvwxk', '0.234....9', '0.234....9'],
    ['is none where it is longer than the gap behind', 'abcde,.!gk', 'aqrst,.!uk', '0....567.9', '0....567.9'],
    [
      'is chance where it has six signs',
      'abcdefg,.!,.!hijklmk',
      'aqrstuv,.!,.!qrstuvk',
      '0......789abc......j',
      '0..................j',
    ],
    [
      'is none where it has seven',
      'abcdefgh,.!,.!,hijklmnk',
      'aqrstuvw,.!,.!,qrstuvwk',
      '0.......89abcde.......m',
      '0.......89abcde.......m',
    ],
    ['is none where a passage begins with it', 'abcde|Tfghijk', 'aqrst|Tuvwxyk', '0....|5.....b', '0....|5.....b'],
    ['is none where nothing agrees before it', 'abcdeTfghijk', 'zqrstTuvwxyk', '.....5.....b', '.....5.....b'],
    ['is none where nothing agrees behind it', 'abcdeTfghijl', 'aqrstTuvwxyk', '0....5......', '0....5......'],
    [
      'is none where what stands before it changed places',
      'abcdeTfghijkZ',
      'ZqrstTuvwxyk',
      '.....5.....b0',
      '.....5.....b0',
    ],
    [
      'is none where what stands behind it changed places',
      'ZabcdeTfghij',
      'aqrstTuvwxyZ',
      'b0....5.....',
      'b0....5.....',
    ],
    [
      'is chance behind another chance',
      'abcdeTfghijUklmnp',
      'aqrstTuvwxyUqrsup',
      '0....5.....b....g',
      '0...............g',
    ],
  ])('%s', (_, sealed, copy, pairs, expected) => {
    expect(tidied({ sealed, copy, pairs })).toBe(expected);
  });
});

describe('what was put in or left out', () => {
  it.each([
    ['stays where no place is better', 'xab', 'xaab', '013', '013'],
    ['falls on a whole sentence before', 'a.bc', 'a.bx.bc', '0126', '0156'],
    ['falls on a whole sentence behind', 'ab.c', 'ab.xb.c', '0456', '0126'],
    ['falls on the end of a sentence', 'ab.c', 'ab.b.c', '0145', '0125'],
    ['begins with a line rather than with a sentence', 'a.bc', 'a.b|x.bc', '0156', '0126'],
    ['ends with a line', 'a,bc', 'a,bx,|bc', '0126', '0156'],
    ['begins with the copy', 'ab', 'aab', '02', '12'],
    ['ends with the copy', 'xba', 'xbaca', '014', '012'],
    ['stays where nothing stands before it', 'abc', 'c|xc', '..2', '..2'],
    ['stays where other words were left out', 'abqc', 'a|bx|bc', '01.4', '01.4'],
    ['does not go back past words that were left out', 'ypmqr', 'y|pqXpqr', '01.26', '01.26'],
    ['does not go back past others that were put in', 'yqr', 'y|pqXpqr', '026', '026'],
    ['does not go on past words that were left out', 'ypmqr', 'ypq|Xpqr', '04.56', '04.56'],
    ['does not go on past others that were put in', 'ypr', 'ypq|Xpqr', '046', '046'],
  ])('%s', (_, sealed, copy, pairs, expected) => {
    expect(tidied({ sealed, copy, pairs })).toBe(expected);
  });

  it.each([
    ['stays where no place is better', 'xaab', 'xab', '01.2', '01.2'],
    ['falls on a whole sentence before', 'a.bx.bc', 'a.bc', '012...3', '01...23'],
    ['falls on a whole sentence behind', 'ab.xb.c', 'ab.c', '0...123', '012...3'],
    ['falls on a whole sentence between two', 'ab.b.c', 'ab.c', '0..123', '012..3'],
    ['begins with a passage rather than with a sentence', 'a.b|x.bc', 'a.bc', '01.|..23', '012|...3'],
    ['ends with a passage', 'a,bx,|bc', 'a,bc', '012..|.3', '01...|23'],
    ['begins with the transcript', 'aab', 'ab', '0.1', '.01'],
    ['ends with the transcript', 'xbaca', 'xba', '01..2', '012..'],
  ])('%s, when it was left out', (_, sealed, copy, pairs, expected) => {
    expect(tidied({ sealed, copy, pairs })).toBe(expected);
  });

  const MOST = 64;
  it.each([
    ['back', MOST, 200, 200 - MOST],
    ['back', MOST + 1, 200, 200],
    ['on', -MOST, 200, 200 + MOST],
    ['on', -MOST - 1, 200, 200],
  ])('goes %s by no more than 64 words: %i', (_, distance, from, expected) => {
    const [sealed, copy] = [new Int32Array(400).fill(7), new Int32Array(401).fill(7)];
    const toCopy = Int32Array.from(sealed, (_word, s) => (s < from ? s : s + 1));
    const toSealed = Int32Array.from(copy, (_word, c) => (c < from ? c : c - 1)).fill(-1, from, from + 1);
    const never = (): boolean => false;
    const opensCopy = (c: number): boolean => c === (distance > 0 ? from - distance : from - distance + 1);
    tidy({ toCopy, toSealed }, sealed, copy, {
      opensSealed: never,
      opensCopy,
      isWord: () => true,
      endsSealed: never,
      endsCopy: never,
    });
    expect(toSealed.indexOf(-1)).toBe(expected);
  });
});
