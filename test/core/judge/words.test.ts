/** The names of the differences inside a passage. */
import { describe, expect, it } from 'vitest';
import { compare } from '../verify/support.ts';

const ANSWER = 'My sister lit it, every evening at six, she went down to the harbour.';
const TEXT = `A winter of lamps

Q: Who lit the lamp that winter?

${ANSWER}

Q: And in the summer?

In the summer nobody had to.

This transcript may be published only without modifications, by permission of the publisher.
`;

/** `code: sealed words > words of the copy`, for every finding that fails. */
async function told(copy: string): Promise<readonly string[]> {
  const { findings } = await compare(TEXT, copy);
  return findings
    .filter(({ level }) => level === 'fail')
    .map(({ code, sealed, copy: reading }) => `${code}: ${sealed?.text} > ${reading?.text}`);
}

describe('in what was said', () => {
  it.each([
    ['evening', 'morning', 'word-substituted: evening > morning'],
    ['evening at', 'morning by', 'word-substituted: evening at > morning by'],
    ['evening ', '', 'word-omitted: evening > '],
    ['evening', 'single evening', 'word-added:  > single'],
    ['evening', 'Evening', 'case-changed: evening > Evening'],
    ['six, she', 'six; she', 'punctuation-changed: , > ;'],
    ['six, she', 'six she', 'punctuation-changed: , > '],
    ['sister lit', 'sister, lit', 'punctuation-changed:  > ,'],
    ['six, she', 'six and she', 'word-added: , > and'],
    ['every evening at', 'every — at', 'word-omitted: evening > —'],
    ['evening', 'eve ning', 'word-division: evening > eve ning'],
    ['every evening', 'everyevening', 'word-division: every evening > everyevening'],
    ['evening', 'Eve Ning', 'word-division: evening > Eve Ning'],
    ['evening', '\u0435vening', 'look-alike-letter: evening > \u0435vening'],
    ['six, she', 's\u0456x; she', 'look-alike-letter: six > s\u0456x'],
    ['sister lit', 's\u0456ster 1it', 'look-alike-letter: sister lit > s\u0456ster 1it'],
    ['sister lit', 's\u0456ster set', 'word-substituted: sister lit > s\u0456ster set'],
    ['sister lit', 's\u0456sters', 'word-substituted: sister lit > s\u0456sters'],
    ['every evening at six', 'at six every evening', 'words-moved: every evening > every evening'],
  ])('“%s” as “%s”', async (was, now, finding) => {
    expect((await told(TEXT.replace(was, now)))[0]).toBe(finding);
  });

  it.each([
    ['at the end', ', she went down to the harbour.', ' …', ', she went down to the harbour. > …'],
    [
      'at the end, in square brackets',
      ', she went down to the harbour.',
      ' [...]',
      ', she went down to the harbour. > [...]',
    ],
    ['at the end, in round ones', ', she went down to the harbour.', ' (…)', ', she went down to the harbour. > (…)'],
    ['at the beginning', 'My sister lit it, every', '… every', 'My sister lit it, > …'],
  ])('an ellipsis %s shortens a passage', async (_, was, now, finding) => {
    expect(await told(TEXT.replace(was, now))).toEqual([`passage-shortened: ${finding}`]);
  });

  it.each([
    ['an ellipsis in the middle', 'evening at six', '…', 'word-omitted: evening at six > …'],
    [
      'another sign at the end',
      ', she went down to the harbour.',
      ' !',
      'word-omitted: , she went down to the harbour. > !',
    ],
  ])('%s leaves words out', async (_, was, now, finding) => {
    expect(await told(TEXT.replace(was, now))).toEqual([finding]);
  });

  it('is told with its passage and speaker, and its places', async () => {
    const { findings } = await compare(TEXT, TEXT.replace('evening', 'morning'));
    expect(findings).toMatchObject([
      {
        code: 'word-substituted',
        level: 'fail',
        passage: 2,
        speaker: 'A',
        count: 1,
        sealed: { text: 'evening', place: { line: 5, column: 25 } },
        copy: { text: 'morning', place: { line: 5, column: 25 } },
      },
    ]);
  });

  it('has its place behind the last word of all, too', async () => {
    const sealed = 'Q: Who lit the lamp that winter?\n\nMy sister lit it then\n';
    const { findings } = await compare(sealed, sealed.replace('then', 'then, too'));
    expect(findings).toMatchObject([
      { code: 'word-added', sealed: { text: '', before: 'My sister lit it then', place: { line: 3, column: 22 } } },
    ]);
  });

  it('is no move of words where the passage moved', async () => {
    const paragraphs = TEXT.split('\n\n');
    const copy = [0, 3, 4, 1, 2, 5].map((i) => paragraphs[i] ?? '').join('\n\n');
    expect((await told(copy)).map((one) => one.replace(/:.*/u, ''))).toEqual(['passage-moved']);
  });
});

describe('in the notice', () => {
  it.each([
    ['only without', 'without', 'notice-changed: only > '],
    ['permission', 'leave', 'notice-changed: permission > leave'],
    ['modifications,', 'modifications', 'punctuation-changed: , > '],
    ['This transcript', 'THIS transcript', 'case-changed: This > THIS'],
  ])('“%s” as “%s”', async (was, now, finding) => {
    expect(await told(TEXT.replace(was, now))).toEqual([finding]);
  });
});

describe('in a title', () => {
  it('all differences are one note, with the first of them', async () => {
    const { findings } = await compare(TEXT, TEXT.replace('A winter of lamps', 'A year of many lamps'));
    expect(findings).toMatchObject([
      {
        code: 'matter-differs',
        level: 'note',
        passage: 0,
        speaker: null,
        count: 2,
        sealed: { text: 'winter', place: { line: 1, column: 3 } },
        copy: { text: 'year', place: { line: 1, column: 3 } },
      },
    ]);
  });
});
