/** What a file holds and a reader does not see: where it belongs to the interview, and where it does not. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/judge/finding.ts';
import { plainReading } from '../../../src/core/judge/reading.ts';
import type { Block, HiddenText } from '../../../src/core/read/document.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { documentOf } from '../quote/support.ts';
import { judged, readString } from '../verify/support.ts';

const TITLE = 'A winter of lamps and long letters';
const LINES = [
  'Q: Who lit the lamp that winter?',
  'My sister lit it, every evening at six.',
  'Nobody ever asked her to do that work.',
  'Q: And in the summer?',
  'In the summer nobody had to.',
];

/** A page with a head, the title, the interview (passages 1 to 5) and a foot. */
const PAGE = ['The harbour news', TITLE, ...LINES, 'Read more about lamps'];

/** Words of a block of their own behind the block told; -1 is before all. */
const apart = (block: number, text: string): HiddenText => ({
  text,
  by: 'style',
  block,
  offset: null,
  source: null,
  hint: false,
});

/** Words inside a block. */
const inside = (block: number, offset: number, text: string): HiddenText => ({ ...apart(block, text), offset });

type Part = string | (Partial<Block> & { readonly text: string });

async function hiddenIn(page: readonly Part[], ...hidden: readonly HiddenText[]): Promise<readonly Finding[]> {
  const transcript = structure(await readString(`${[TITLE, ...LINES].join('\n\n')}\n`));
  const { findings } = judged(transcript, { ...documentOf(...page), hidden });
  return findings.filter(({ code }) => code === 'hidden-text');
}

const passagesOf = (findings: readonly Finding[]) => findings.map(({ passage }) => passage);

describe('hidden words inside a block of the interview', () => {
  it('fail, with their passage and speaker, their place, and how they are hidden', async () => {
    const [found, ...others] = await hiddenIn(PAGE, inside(3, 3, '\n never\t  ever '));
    expect(others).toEqual([]);
    expect({ ...found, copy: found?.copy && plainReading(found.copy) }).toEqual({
      code: 'hidden-text',
      level: 'fail',
      speaker: 'A',
      passage: 2,
      sealed: null,
      copy: {
        text: 'never ever',
        before: 'My ',
        after: 'sister lit it, every evening at six.',
        place: { by: 'paragraph', paragraph: 4 },
      },
      count: 1,
      data: { means: 'style' },
    });
  });

  it.each([
    ['at its end', inside(3, 39, 'never'), 2],
    ['behind its end', inside(3, 99, 'never'), 2],
    ['before its label', inside(2, 0, 'never'), 1],
    ['as one number', inside(4, 6, '7'), 3],
    ['as one symbol', inside(4, 6, '¬'), 3],
  ])('%s', async (_, hidden, passage) => {
    expect(passagesOf(await hiddenIn(PAGE, hidden))).toEqual([passage]);
  });

  it('are quoted with what stands around them, in one line', async () => {
    const first = ['Q: Who \n lit the lamp  that winter?', ...LINES.slice(1)];
    const [found] = await hiddenIn(first, inside(0, 13, 'never'));
    expect(found?.copy).toMatchObject({ before: 'Q: Who lit ', after: 'the lamp that winter?' });
  });

  it('belong to the passage nearest to them in their block', async () => {
    const lines = { text: `${LINES[1]}\nIt was dark.`, lineStarts: [40] };
    expect(passagesOf(await hiddenIn([...PAGE.slice(0, 3), lines, ...PAGE.slice(4)], inside(3, 52, 'never')))).toEqual([
      2,
    ]);
  });

  it('belong to the passage before them, where one ends and one begins', async () => {
    const joined = `${LINES[1]} ${LINES[2]}`;
    const page = [...PAGE.slice(0, 3), joined, ...PAGE.slice(5)];
    expect(passagesOf(await hiddenIn(page, inside(3, 39, 'never')))).toEqual([2]);
    expect(passagesOf(await hiddenIn(page, inside(3, 43, 'never')))).toEqual([3]);
  });

  it.each([
    ['are signs of punctuation alone', inside(3, 3, ' ,“” – … ')],
    ['are a hint for those who listen', { ...inside(3, 3, 'opens in a new window'), hint: true }],
    ['stand in a title, which may differ', inside(1, 2, 'dark')],
    ['stand in a block that holds nothing sealed', inside(7, 5, 'much')],
    ['stand before a block that holds nothing sealed', inside(7, 0, 'much')],
    ['stand at the end of a block that holds nothing sealed', inside(0, 16, 'much')],
  ])('are not told where they %s', async (_, hidden) => {
    expect(await hiddenIn(PAGE, hidden)).toEqual([]);
  });
});

describe('a hidden block', () => {
  it('between two paragraphs of one passage fails', async () => {
    const page = [...PAGE.slice(0, 3), 'My sister lit it,', 'every evening at six.', ...PAGE.slice(4)];
    const [found, ...others] = await hiddenIn(page, apart(3, 'or so'));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      passage: 2,
      copy: { text: 'or so', before: 'My sister lit it,', after: '', place: { by: 'paragraph', paragraph: 4 } },
    });
  });

  it('between two paragraphs of one passage fails, though the first ends in another sign', async () => {
    const page = [...PAGE.slice(0, 3), 'My sister lit it;', 'every evening at six.', ...PAGE.slice(4)];
    expect(passagesOf(await hiddenIn(page, apart(3, 'or so')))).toEqual([2]);
  });

  it('behind a passage that breaks off there fails: it may be the rest', async () => {
    const page = PAGE.map((block) => block.replace(' at six.', ''));
    expect(passagesOf(await hiddenIn(page, apart(3, 'late')))).toEqual([2]);
    expect(await hiddenIn(page, apart(4, 'late'))).toEqual([]);
    expect(await hiddenIn([...PAGE.slice(0, 3), `${LINES[1]} Or so.`, ...PAGE.slice(4)], apart(3, 'late'))).toEqual([]);
  });

  it.each([
    ['between two passages', apart(3, 'Or so they say in the harbour')],
    ['between two blocks that hold nothing sealed', apart(7, 'Or so they say in the harbour')],
    ['before all others', apart(-1, 'Or so they say in the harbour')],
  ])('of other words %s is not told', async (_, hidden) => {
    expect(await hiddenIn([...PAGE, 'Our other pages'], hidden)).toEqual([]);
  });

  it.each([
    ['words of a passage as they were said', 'Nobody EVER asked, her', 3],
    ['words of a passage with changes, half of them its own', 'nobody ever asked him for any', 3],
    ['words of two passages run together', 'every evening at six in the summer nobody', 2],
  ])('fails that gives %s', async (_, text, passage) => {
    expect(passagesOf(await hiddenIn(PAGE, apart(7, text)))).toEqual([passage]);
  });

  it.each([
    ['no more than three words of a passage', 'nobody ever asked'],
    ['a passage’s words and more than as many others', 'nobody ever asked them for any help'],
    ['the title', 'A winter of lamps and letters'],
  ])('is not told that gives %s', async (_, text) => {
    expect(await hiddenIn(PAGE, apart(7, text))).toEqual([]);
  });

  it.each([
    ['a sealed one, before however few words', 'Q: No?'],
    ['a generic one', 'Guest: She was.'],
  ])('with a speaker’s label fails: %s', async (_, text) => {
    expect(await hiddenIn(PAGE, apart(-1, text))).toMatchObject([
      {
        passage: null,
        speaker: null,
        copy: { text, before: '', after: '', place: { by: 'paragraph', paragraph: 1 } },
      },
    ]);
  });

  it.each([
    ['a generic label before three signs', 'Guest: No.'],
    ['a label that names no speaker', 'Remember: she was never paid for that.'],
  ])('is not told for %s', async (_, text) => {
    expect(await hiddenIn(PAGE, apart(-1, text))).toEqual([]);
  });

  it('with a sealed name fails, in whatever case', async () => {
    const names = ['Anna Berg', 'Ida Lund', 'Anna Berg', 'Ida Lund'];
    const sealed = `${names.map((name, i) => `${name}: ${LINES[[0, 1, 3, 4][i] ?? 0]?.replace('Q: ', '')}`).join('\n\n')}\n`;
    const page = sealed.trim().split('\n\n');
    const copy = { ...documentOf(...page), hidden: [apart(1, 'IDA LUND: No.'), apart(1, 'Bo Lund: No.')] };
    const { findings } = judged(structure(await readString(sealed)), copy);
    expect(findings.map(({ code, copy: reading }) => [code, reading?.text])).toEqual([
      ['hidden-text', 'IDA LUND: No.'],
    ]);
  });

  it('is quoted with forty signs to either side, and two hundred of its own', async () => {
    const long = `Q: ${'Was she paid? '.repeat(20)}`;
    const page = [...PAGE, 'This paper comes out on Mondays, and on Thursdays in the winter.'];
    const [found] = await hiddenIn(page, apart(8, long));
    expect(found?.copy).toMatchObject({
      text: `${long.slice(0, 200)}…`,
      before: 'Mondays, and on Thursdays in the winter.',
    });
    expect((await hiddenIn(page, apart(8, long.slice(0, 200))))[0]?.copy?.text).toBe(long.slice(0, 200).trim());
  });
});
