/** Blocks of a copy that are not the transcript's: furniture, words put between, words put in the place of others, sealed words again. */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/core/read/document.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { type Conventions, NO_CONVENTIONS } from '../../../src/core/structure/transcript.ts';
import type { Verified } from '../../../src/core/verify.ts';
import { documentOf } from '../quote/support.ts';
import { compare, judged, readString } from '../verify/support.ts';

const LINES = [
  'Q: Who lit the lamp that winter?',
  'My sister lit it, every evening at six.',
  'Nobody ever asked her to do that work at night.',
  'Q: And in the summer?',
  'In the summer nobody had to.',
];

const CODES = new Set([
  'passage-added',
  'block-interpolated',
  'block-set-off',
  'pull-quote',
  'repeated-altered',
  'word-substituted',
  'passage-omitted',
]);

type Part = string | (Partial<Block> & { readonly text: string });

/** The judgement of a page of these blocks against the interview of `sealed`. */
async function page(
  blocks: readonly Part[],
  { sealed = LINES, conventions = NO_CONVENTIONS }: { sealed?: readonly string[]; conventions?: Conventions } = {},
): Promise<Verified> {
  const transcript = structure(await readString(`${sealed.join('\n\n')}\n`), conventions);
  return judged(transcript, documentOf(...blocks), conventions);
}

/** `code: words of the copy`, and what is told besides. */
const told = ({ findings }: Verified) =>
  findings
    .filter(({ code }) => CODES.has(code))
    .map(({ code, copy, data }) => [`${code}: ${copy?.text}`, ...Object.values(data)].join(' | '));

/** The interview with blocks between its first answer and its second question. */
const between = (...blocks: readonly Part[]): readonly Part[] => [...LINES.slice(0, 3), ...blocks, ...LINES.slice(3)];
const aside = (text: string): Part => ({ text, container: 'body > aside', setOff: { by: 'aside' } });
/** Set off though it stands in the same box as the speech. */
const beside = (text: string): Part => ({ text, setOff: { by: 'role=note' } });

const COLD = 'It was so cold.';

describe('words between the passages', () => {
  it.each([
    ['in the flow and form of the speech', COLD, 'passage-added: It was so cold.'],
    [
      'of another kind',
      { text: COLD, kind: 'heading', selector: 'h2' } as const,
      'block-interpolated: It was so cold. | h2 | heading',
    ],
    [
      'in another box',
      { text: COLD, container: 'body > div', selector: 'div.ad' },
      'block-interpolated: It was so cold. | div.ad | paragraph',
    ],
    ['set off by meaning', aside(COLD), 'block-set-off: It was so cold. | aside'],
    ['set off by meaning in the same box', beside(COLD), 'block-set-off: It was so cold. | role=note'],
    ['set off, with a label', aside(`Host: ${COLD}`), 'passage-added: Host: It was so cold. | Host'],
    ['set off, with a label before no word', aside('Q: ♪'), 'block-set-off: Q: ♪ | aside'],
  ])('%s', async (_, block, finding) => {
    expect(told(await page(between(block)))).toEqual([finding]);
  });

  it('are in the flow where they are like the block before them, or like the one behind', async () => {
    const mixed = (kind: 'quote' | 'paragraph' | 'list-item') =>
      page([
        { text: LINES[0] ?? '', kind: 'list-item' },
        ...LINES.slice(1, 2),
        { text: LINES[2] ?? '', kind: 'quote' },
        { text: COLD, kind },
        ...LINES.slice(3),
      ]);
    expect(told(await mixed('quote'))).toEqual([`passage-added: ${COLD}`]);
    expect(told(await mixed('paragraph'))).toEqual([`passage-added: ${COLD}`]);
    expect(told(await mixed('list-item'))).toEqual([`block-interpolated: ${COLD} |  | list-item`]);
  });

  it('are in no flow of words that are not sealed themselves', async () => {
    const heading = { text: COLD, kind: 'heading' } as const;
    expect(told(await page(between(heading, heading)))).toEqual([
      `block-interpolated: ${COLD} |  | heading`,
      `block-interpolated: ${COLD} |  | heading`,
    ]);
  });

  it('are set off by nothing that holds the interview, too', async () => {
    const within = (block: Part) => page(between(block).map((one) => (typeof one === 'string' ? aside(one) : one)));
    const heading = { text: COLD, kind: 'heading', container: 'body > aside', setOff: { by: 'aside' } } as const;
    expect(told(await within(aside(COLD)))).toEqual([`passage-added: ${COLD}`]);
    expect(told(await within(heading))).toEqual([`block-interpolated: ${COLD} |  | heading`]);
    expect(told(await within({ ...heading, setOff: { by: 'figure' } }))).toEqual([`block-set-off: ${COLD} | figure`]);
    const half = [...LINES.slice(0, 3).map(aside), heading, ...LINES.slice(3)];
    expect(told(await page(half))).toEqual([`block-interpolated: ${COLD} |  | heading`]);
  });

  it('of several lines are one finding', async () => {
    const copy = await compare(`${LINES.join('\n\n')}\n`, `${between('It was so cold.\nIt was dark.').join('\n\n')}\n`);
    expect(told(copy)).toEqual(['passage-added: It was so cold. It was dark.']);
  });

  it('may be none: a row of signs in the flow is added, too', async () => {
    expect(told(await page(between('* * *')))).toEqual(['passage-added: * * *']);
    expect(told(await page([...LINES, '* * *']))).toEqual([]);
  });
});

describe('words around the interview', () => {
  it('are furniture, which is counted', async () => {
    const copy = await page(['The harbour news', ...LINES, 'Read more about lamps.', '* * *']);
    expect(told(copy)).toEqual([]);
    expect(copy.words).toEqual({ sealed: 34, matched: 34, around: 7 });
  });

  it('may stand directly before a monologue', async () => {
    const sealed = ['The lamp was lit at six.', 'Nobody asked who lit it.'];
    const copy = await page(['It was dark.', ...sealed], { sealed });
    expect([told(copy), copy.words.around]).toEqual([[], 3]);
  });

  it.each([
    ['a line above a labelled one', `The harbour news\n${LINES.join('\n\n')}`, []],
    ['a line behind the last answer, in its paragraph', `${LINES.join('\n\n')}\n${COLD}`, [`passage-added: ${COLD}`]],
    [
      'a line in the paragraph of an answer',
      LINES.join('\n\n').replace('six.\n', `six.\n${COLD}\n`),
      [`passage-added: ${COLD}`],
    ],
  ])('are not %s', async (_, copy, findings) => {
    expect(told(await compare(`${LINES.join('\n\n')}\n`, `${copy}\n`))).toEqual(findings);
  });

  it('are not a line above the first of a monologue, in its paragraph', async () => {
    const copy = await compare(
      'The lamp was lit at six.\n\nNobody asked.\n',
      `${COLD}\nThe lamp was lit at six.\n\nNobody asked.\n`,
    );
    expect(told(copy)).toEqual([`passage-added: ${COLD}`]);
  });

  it('are a line above the first timestamp', async () => {
    const timed = LINES.map((line, i) => `[00:0${i}] ${line}`).join('\n\n');
    expect(told(await compare(`${timed}\n`, `The harbour news\n${timed}\n`))).toEqual([]);
  });
});

describe('a label before words that are not the transcript’s', () => {
  const conventions = { ...NO_CONVENTIONS, labels: ['Ida Lund'], aliases: new Map([['A', ['Sergei']]]) };

  it.each([
    ['a sealed name', 'Q: No.', 'Q'],
    ['a declared label', 'Ida Lund: No.', 'Ida Lund'],
    ['an alias', 'Sergei: No.', 'Sergei'],
    ['a generic label before four words', 'Host: It was so cold.', 'Host'],
  ])('fails around the interview: %s', async (_, text, label) => {
    expect(told(await page([...LINES, text], { conventions }))).toEqual([`passage-added: ${text} | ${label}`]);
  });

  it.each([
    ['a generic one before fewer words: a byline', 'Host: Otto Ines Krug'],
    ['one that names no speaker', 'Remember: it was so very cold.'],
    ['a sealed one before no word', 'Q: ♪ ♪'],
  ])('is none around the interview: %s', async (_, text) => {
    expect(told(await page([...LINES, text], { conventions }))).toEqual([]);
  });

  it('may stand on a line of its own', async () => {
    const copy = [...LINES, 'Ida Lund:', COLD, 'Read more.'];
    expect(told(await page(copy, { conventions }))).toEqual([`passage-added: ${COLD} | Ida Lund`]);
  });

  it('is no timestamp on a line of its own', async () => {
    const timed = LINES.map((line, i) => `[00:0${i}] ${line}`);
    expect(told(await page([...timed, '[00:09]', COLD], { sealed: timed }))).toEqual([]);
  });

  it('may be the format’s own', async () => {
    expect(told(await page([...LINES, { text: 'No.', speaker: 'Otto' }]))).toEqual(['passage-added: No. | Otto']);
    expect(told(await page([...LINES, { text: '♪', speaker: 'Otto' }]))).toEqual([]);
  });
});

describe('sealed words again', () => {
  it.each([
    ['four of them as they are', 'asked her to do', 'pull-quote: asked her to do'],
    ['three of them as they are', 'asked her to', 'block-set-off: asked her to | aside'],
    ['four with one changed', 'nobody ever asked him', 'repeated-altered: him'],
    ['three of two turns', 'winter? My sister', 'block-set-off: winter? My sister | aside'],
    ['half of them changed', 'nobody ever asked him for anything', 'repeated-altered: him for anything'],
    [
      'more than half changed',
      'nobody ever asked him for much money',
      'block-set-off: nobody ever asked him for much money | aside',
    ],
  ])('set off between the passages: %s', async (_, text, finding) => {
    expect(told(await page(between(aside(text))))).toEqual([finding]);
  });

  it('in the flow of the speech are added, though they are as they were said', async () => {
    expect(told(await page(between('Nobody ever asked her.')))).toEqual(['passage-added: Nobody ever asked her.']);
  });

  it.each([
    // Three words of one passage and three of another, of twelve.
    [
      'twelve words, half of them changed',
      'Lit it every day they asked her to come over and pray',
      ['repeated-altered: day they asked her to come over and pray'],
    ],
    ['eleven words, few of a passage', 'Lit it every day they asked her to come and pray', []],
    ['seven of the ten words of a passage', 'Nobody ever asked her to do that job', ['repeated-altered: job']],
    ['six of the ten words of a passage', 'Nobody ever asked her to do jobs', []],
    ['a whole passage as it was said', LINES[1] ?? '', []],
  ])('around the interview: %s', async (_, text, findings) => {
    expect(told(await page([...LINES, aside(text)]))).toEqual(findings);
  });

  it.each([
    ['another word', 'Nobody ever asked him to do that work.', 'her', 'him'],
    ['several for one', 'Nobody ever asked my brother to do that work.', 'her', 'my brother'],
    ['a word left out', 'Nobody ever asked to do that work.', 'her', ''],
    ['behind another sign', 'Nobody ever, asked him to do that work.', 'her', 'him'],
    ['a sign and words added', 'Nobody ever asked, and I told, her to do that work.', '', ', and I told,'],
    ['behind a label', 'Q: Nobody ever asked him to do that work.', 'her', 'him'],
    ['the second of two', 'Nobody ever asked him to do that job at night.', 'her', 'him'],
    [
      'none, but two turns run together',
      'Q: That winter? My sister',
      'that winter? My sister',
      'That winter? My sister',
    ],
  ])('are shown where they first differ: %s', async (_, text, was, now) => {
    const { findings } = await page(between(aside(text)));
    expect(findings.find(({ code }) => code === 'repeated-altered')).toMatchObject({
      level: 'fail',
      sealed: { text: was },
      copy: { text: now },
    });
  });

  it('are shown whole where very many differ', async () => {
    const words = Array.from({ length: 900 }, (_, i) => `word${i}`);
    const changed = words.map((word, i) => (i % 4 === 3 ? `other${i}` : word));
    const sealed = [...LINES, `${words.join(' ')}.`];
    const { findings } = await page([...sealed, aside(changed.join(' '))], { sealed });
    const found = findings.find(({ code }) => code === 'repeated-altered');
    expect(found?.copy?.text).toMatch(/^word0 word1 word2 other3 word4 .*…$/u);
    expect(found?.sealed?.text).toMatch(/^word0 word1 word2 word3 word4 .*…$/u);
    const ends = [...words.slice(0, 6), 'and', ...words.slice(-6)].join(' ');
    expect((await page([...sealed, aside(ends)], { sealed })).findings).toMatchObject([
      { code: 'repeated-altered', sealed: { text: found?.sealed?.text }, copy: { text: ends } },
    ]);
  });
});

describe('a passage with other words in its place', () => {
  it.each([
    ['an answer', [LINES[0], COLD, ...LINES.slice(2)], ['word-substituted: It was so cold.']],
    ['one of two paragraphs', [...LINES.slice(0, 2), COLD, ...LINES.slice(3)], ['word-substituted: It was so cold.']],
    [
      'the last answer, with more behind it',
      [...LINES.slice(0, 4), COLD, 'Read more.'],
      ['word-substituted: It was so cold.'],
    ],
    [
      'the last answer, behind an advertisement',
      [...LINES.slice(0, 4), aside('Buy lamps!'), COLD],
      ['word-substituted: It was so cold.'],
    ],
    [
      'one before words that were added elsewhere',
      [LINES[0], COLD, ...LINES.slice(2, 4), 'It was dark.', LINES[4]],
      ['word-substituted: It was so cold.', 'passage-added: It was dark.'],
    ],
    [
      'one behind words that were added elsewhere',
      [LINES[0], 'It was dark.', ...LINES.slice(1, 4), COLD],
      ['word-substituted: It was so cold.', 'passage-added: It was dark.'],
    ],
  ])('is told with both: %s', async (_, blocks, findings) => {
    expect(told(await page(blocks.map((block) => block ?? '')))).toEqual(findings);
  });

  it.each([
    [
      'two paragraphs',
      [...LINES.slice(0, 2), COLD, 'It was dark.', ...LINES.slice(3)],
      ['passage-omitted:  | 1', 'passage-added: It was so cold.', 'passage-added: It was dark.'],
    ],
    [
      'one paragraph for two',
      [LINES[0] ?? '', COLD, ...LINES.slice(3)],
      ['passage-omitted:  | 2', 'passage-added: It was so cold.'],
    ],
    [
      'words set off',
      [...LINES.slice(0, 2), aside(COLD), ...LINES.slice(3)],
      ['passage-omitted:  | 1', `block-set-off: ${COLD} | aside`],
    ],
    [
      'words with a label',
      [...LINES.slice(0, 2), 'Host: It was so cold.', ...LINES.slice(3)],
      ['passage-omitted:  | 1', 'passage-added: Host: It was so cold. | Host'],
    ],
  ])('is left out, where there are %s', async (_, blocks, findings) => {
    expect(told(await page(blocks))).toEqual(findings);
  });

  it('is left out, where it ended the last answer and the page goes on', async () => {
    const sealed = LINES.slice(0, 3);
    const copy = await page([...LINES.slice(0, 2), COLD], { sealed });
    expect([told(copy), copy.words.around]).toEqual([['passage-omitted:  | 1'], 4]);
  });

  it('is no ornament', async () => {
    const sealed = between('* * *').map(String);
    expect(told(await page(between(COLD), { sealed }))).toEqual([`passage-added: ${COLD}`]);
  });

  it('counts no words around that stand in for an answer', async () => {
    expect((await page([...LINES.slice(0, 4), COLD, 'Read more.'])).words.around).toBe(2);
  });
});
