/** What a copy holds that can show other words than the ones read: where it touches the interview, and where not. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/judge/finding.ts';
import type { Caveat, Document } from '../../../src/core/read/document.ts';
import { structure } from '../../../src/core/structure/structure.ts';
import { documentOf } from '../quote/support.ts';
import { judged, readString } from '../verify/support.ts';

const LINES = [
  'Q: Who lit the lamp that winter?',
  'My sister lit it, every evening at six.',
  'Q: And in the summer?',
  'In the summer nobody had to.',
];

/** The interview between a headline and a footer, with a picture's caption before the second answer. */
const BLOCKS = ['The harbour news', ...LINES.slice(0, 3), 'A lamp', LINES[3]!, 'Read more about lamps'];
const CODES = new Set(['drawn-otherwise', 'not-evaluated', 'deleted-text', 'personal-metadata']);

/** The findings of caveats in a page that gives the interview between a headline and a footer. */
async function caveatsOf(...caveats: readonly Caveat[]): Promise<readonly Finding[]> {
  const transcript = structure(await readString(`${LINES.join('\n\n')}\n`));
  const copy: Document = { ...documentOf(...BLOCKS), caveats };
  return judged(transcript, copy).findings.filter(({ code }) => CODES.has(code));
}

/** A font on the words `words` of a block. */
function fontOn(block: number, words: string, detail = 'Wingdings'): Caveat {
  const start = BLOCKS[block]!.indexOf(words);
  return { kind: 'font', detail, at: { block, start, end: start + words.length } };
}

describe('a caveat that touches the interview', () => {
  it('fails, with the words, their passage and speaker, and what it is', async () => {
    const found = await caveatsOf(fontOn(2, 'every evening'));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      code: 'drawn-otherwise',
      level: 'fail',
      passage: 1,
      speaker: 'A',
      copy: { text: 'every evening', before: 'My sister lit it, ', after: ' at six.' },
      count: 1,
      data: { kind: 'font', detail: 'Wingdings' },
    });
  });

  it.each([
    ['before', 0],
    ['behind', 39],
  ])('directly %s its words touches them too', async (_, at) => {
    const found = await caveatsOf({ kind: 'frame', detail: 'iframe', at: { block: 2, start: at, end: at } });
    expect(found).toMatchObject([{ code: 'drawn-otherwise', passage: 1, copy: { text: '' } }]);
  });

  it('is told once for the same words, however many tricks there are', async () => {
    const found = await caveatsOf(fontOn(2, 'every'), fontOn(2, 'every', 'Symbol'), fontOn(2, 'every', 'Webdings'));
    expect(found.map(({ code, count, copy }) => [code, count, copy?.text])).toEqual([['drawn-otherwise', 1, 'every']]);
  });

  it('is told of each place where the words are others', async () => {
    const found = await caveatsOf(
      fontOn(2, 'every'),
      fontOn(2, 'evening'),
      fontOn(2, 'every evening'),
      fontOn(5, 'nobody'),
    );
    expect(found.map(({ copy }) => copy?.text)).toEqual(['every', 'evening', 'every evening', 'nobody']);
  });
});

describe('a caveat that touches other words of the page', () => {
  it.each([
    ['in a headline', fontOn(0, 'harbour news')],
    ['in a footer', fontOn(6, 'Read')],
    ['at the end of the block before', { kind: 'frame', detail: 'iframe', at: { block: 4, start: 6, end: 6 } }],
    ['at the start of the block behind', { kind: 'frame', detail: 'iframe', at: { block: 6, start: 0, end: 0 } }],
    ['in a block that is not there', { kind: 'font', detail: 'Wingdings', at: { block: 7, start: 0, end: 9 } }],
    ['before all blocks', { kind: 'font', detail: 'Wingdings', at: { block: -1, start: 0, end: 9 } }],
  ] satisfies [string, Caveat][])('%s is not told', async (_, caveat) => {
    expect(await caveatsOf(caveat)).toEqual([]);
  });
});

describe('a caveat of the whole document', () => {
  it('is a note without words', async () => {
    const found = await caveatsOf({ kind: 'font', detail: 'Wingdings', at: null });
    expect(found).toMatchObject([
      { code: 'not-evaluated', level: 'note', passage: null, copy: null, data: { kind: 'font' } },
    ]);
  });

  it('that puts words at other places than they are read at fails', async () => {
    const found = await caveatsOf({ kind: 'reordered', detail: 'flex-direction', at: null });
    expect(found).toMatchObject([{ code: 'drawn-otherwise', level: 'fail', passage: null, copy: null }]);
  });

  it('is counted by its kind, with the first as its example', async () => {
    const sheet = (detail: string): Caveat => ({ kind: 'stylesheet', detail, at: null });
    const script: Caveat = { kind: 'script', detail: 'script', at: null };
    const found = await caveatsOf(sheet('link'), sheet('@import'), script, sheet('link'));
    expect(found.map(({ code, count, data }) => [code, count, data['kind'], data['detail']])).toEqual([
      ['not-evaluated', 3, 'stylesheet', 'link'],
      ['not-evaluated', 1, 'script', 'script'],
    ]);
  });

  it('and one at a word of the interview are counted together where both are notes', async () => {
    const gone = (block: number, start: number): Caveat => ({
      kind: 'deleted-text',
      detail: 'del',
      at: { block, start, end: start },
    });
    const found = await caveatsOf(gone(2, 3), gone(5, 7), { kind: 'deleted-text', detail: 'del', at: null });
    expect(found).toMatchObject([{ code: 'deleted-text', level: 'note', count: 3, passage: 1 }]);
  });
});
