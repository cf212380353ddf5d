/** What the narrative around quotations says of each: who said it, whether it goes on, and what it is. */
import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../src/core/quote/find.ts';
import type { Block } from '../../../src/core/read/document.ts';
import { documentOf } from './support.ts';

type Blocks = readonly (string | (Partial<Block> & { readonly text: string }))[];

const quotationsOf = (...blocks: Blocks) => findQuotations(documentOf(...blocks)).quotations;
const whoOf = (...blocks: Blocks) => quotationsOf(...blocks).map(({ attribution: { name, by } }) => [name, by]);

const ASIDE = { by: 'aside' } as const;
const LONG = 'x'.repeat(200);

describe('a quotation', () => {
  it('has its words, its place, its role, and whom it is given to', () => {
    expect(quotationsOf('So be it.', 'The so-called “ cold road ” is gone, says Aldo Brenn.')).toEqual([
      {
        stretches: [{ block: 1, start: 15, end: 26 }],
        text: 'cold road',
        role: 'body',
        block: 1,
        offset: 14,
        continues: false,
        attribution: { name: 'Aldo Brenn', by: 'named', asked: false },
        cue: 'term',
      },
    ]);
  });

  it.each<[string, Blocks, readonly string[]]>([
    ['is not one inside another', ['“One «two» three.”'], ['One «two» three.']],
    [
      'is not one inside another of several paragraphs',
      ['“One', '“two «three» four', '“five”'],
      ['One\ntwo «three» four\nfive'],
    ],
    [
      'is not one inside a block quote',
      [{ text: 'We left at “dawn” and rowed.', kind: 'quote' }],
      ['We left at “dawn” and rowed.'],
    ],
    ['is not one inside a line of dialogue', ['—«Two» —dijo Ana.', '—Three.'], ['«Two»', 'Three.']],
    [
      'is not one inside a later paragraph of another, behind a box',
      ['“One', { text: '“In.”', setOff: ASIDE }, '“two «three» four', '“five”'],
      ['One\ntwo «three» four\nfive', 'In.'],
    ],
    [
      'is not one inside a block quote between the paragraphs of another',
      ['“Zero.”', '“One', { text: 'We left at “dawn” and rowed.', kind: 'quote', container: 'aside' }, '“two.”'],
      ['Zero.', 'One\ntwo.', 'We left at “dawn” and rowed.'],
    ],
    [
      'stands where it begins',
      [{ text: 'We left at dawn.', kind: 'quote' }, '“One”', { text: 'We rowed.', kind: 'quote' }],
      ['We left at dawn.', 'One', 'We rowed.'],
    ],
    ['may follow at once', ['“One”“two”'], ['One', 'two']],
    ['has words', ['“…” and “—” and “one”'], ['one']],
    ['is cut where the narrator speaks inside', ['«One, — сказал он. — Two», и ушёл.'], ['One,', 'Two']],
    [
      'is cut at each of the narrator’s words',
      ['«One, — сказал он. — Two, — сказал он. — Three».'],
      ['One,', 'Two,', 'Three'],
    ],
    [
      'of several paragraphs is not cut',
      ['«One, — сказал он. — Two.', '«Three».'],
      ['One, — сказал он. — Two.\nThree'],
    ],
  ])('%s', (_, blocks, texts) => {
    expect(quotationsOf(...blocks).map(({ text }) => text)).toEqual(texts);
  });

  it('has its parts in their places where the narrator speaks inside', () => {
    const parts = quotationsOf('Он: «Да, — сказал Дрозд. — Нет», и ушёл.');
    expect(parts.map(({ offset, stretches }) => [offset, stretches])).toEqual([
      [4, [{ block: 0, start: 5, end: 8 }]],
      [26, [{ block: 0, start: 26, end: 30 }]],
    ]);
    expect(parts.map(({ attribution: { name }, continues }) => [name, continues])).toEqual([
      ['Дрозд', false],
      ['Дрозд', true],
    ]);
  });

  it('of a caption that is shown twice is listed once, and of a heading each time', () => {
    const texts = ['“One”', '“One”', '“Two”'];
    const count = (kind: 'caption' | 'heading') => quotationsOf(...texts.map((text) => ({ text, kind }))).length;
    expect([count('caption'), count('heading')]).toEqual([2, 3]);
  });

  it('of a caption is listed also where the body has it', () => {
    const caption = { text: '“One”', kind: 'caption' } as const;
    expect(quotationsOf('He said “One” to us.', caption, 'He said “One” again.')).toHaveLength(3);
  });

  it('of a headline is no pull quote where the body has it too', () => {
    const body = 'He said: “We carried the dead, and the post, when the road was flooded in spring.”';
    const echo = '“when the road was flooded”';
    expect(quotationsOf({ text: echo, kind: 'heading' }, body, echo).map(({ role }) => role)).toEqual([
      'headline',
      'body',
      'pull-quote',
    ]);
  });

  it('in a box is a pull quote where it stands alone, and body where it does not', () => {
    const box = (text: string) => ({ text, setOff: { by: 'aside' } as const });
    expect(quotationsOf(box('“One”'), box('He said “two” to us.')).map(({ role }) => role)).toEqual([
      'pull-quote',
      'body',
    ]);
  });

  it.each([
    ['The so-called “a b” left.', 'term'],
    ['In his film “A b” he left.', 'title'],
    ['The plain “a b” left.', null],
  ])('has the cue of the words before it: %s', (article, cue) => {
    expect(quotationsOf(article).map((one) => one.cue)).toEqual([cue]);
  });
});

describe('whom a quotation is given to', () => {
  const NOBODY = [null, 'nobody'];
  const SOMEBODY = [null, 'carried'];
  const BRENN = ['Brenn', 'named'];
  const LUND = ['Lund', 'named'];

  it.each<[string, Blocks, readonly (readonly (string | null)[])[]]>([
    ['stands behind it rather than before', ['Lund said “a b c,” says Brenn.'], [BRENN]],
    ['stands before it', ['Brenn said “a b c” again.'], [BRENN]],
    ['stands at most 200 letters behind', [`“A b c” ${LONG} says Brenn.`], [NOBODY]],
    ['stands at most 200 letters before', [`Brenn said ${LONG} “a b c”.`], [NOBODY]],
    ['stands between it and the quotation before', ['Brenn said “a b c” and “d e f” there.'], [BRENN, NOBODY]],
    ['stands between it and the quotation behind', ['“A b c” and “d e f” says Brenn.'], [NOBODY, BRENN]],
    ['may stand before its first paragraph', ['Brenn said: “a', '“b”'], [BRENN]],
    ['may stand behind its last paragraph', ['“a', '“b,” says Brenn.'], [BRENN]],
    ['stands before the next in its last paragraph', ['“a', '“b” and “c,” says Brenn.'], [NOBODY, BRENN]],
    ['stands in its own paragraph', ['Brenn said “a b c”.', '“D e f.”'], [BRENN, NOBODY]],
    ['begins no sentence of its own', ['“A b c.” Brenn says so.'], [NOBODY]],
    ['begins no sentence of its own, behind two spaces', ['“A b c.”  Brenn says so.'], [NOBODY]],
    ['may begin with a capital behind a comma', ['“A b c,” Brenn says.'], [BRENN]],
    ['may follow a full stop', ['“A b c.” says Brenn.'], [BRENN]],
    ['is carried by a pronoun', ['Brenn said “a b”.', '“C d,” he said.'], [BRENN, ['Brenn', 'carried']]],
    [
      'is carried by a pronoun over one without a name',
      ['Brenn said “a b”.', '“C d,” said a girl.', '“E f,” he said.'],
      [BRENN, SOMEBODY, ['Brenn', 'carried']],
    ],
    ['is nobody yet for a pronoun', ['“C d,” he said.'], [SOMEBODY]],
    [
      'is not carried from a headline',
      [{ text: '‘A b,’ says Lund', kind: 'heading' }, '“C d,” he said.'],
      [LUND, SOMEBODY],
    ],
    ['is not carried from a question', ['“A b?” asked Lund.', '“C d,” he said.'], [LUND, SOMEBODY]],
    ['is the same for both parts', ['“A b,” says Brenn, “c d.”'], [BRENN, BRENN]],
    ['is the same for both parts unless more is said', ['“A b,” Brenn says, “c d,” says Lund.'], [BRENN, LUND]],
    [
      'is the same for both parts of a caption',
      ['“A b,” says Brenn.', { text: '“C d,” says Lund, “e f.”', kind: 'caption' }, '“G h,” he said.'],
      [BRENN, LUND, LUND, ['Brenn', 'carried']],
    ],
  ])('%s', (_, blocks, expected) => {
    expect(whoOf(...blocks)).toEqual(expected);
  });
});

describe('a quotation goes on with the one before', () => {
  const continues = (...blocks: Blocks) => quotationsOf(...blocks).map((one) => one.continues);
  const words = (count: number) => new Array(count).fill('w').join(' ');

  it.each<[string, Blocks]>([
    ...[',', '.', ';', ' —', ' –', ' -'].map((sign): [string, Blocks] => [
      `behind an attribution that ends in “${sign}”`,
      [`“A b,” says Brenn${sign} “c d.”`],
    ]),
    ['behind a comma and a capital', ['“A b,” Brenn says, “c d.”']],
    ['behind a full stop and a small letter', ['“A b.” says Brenn, “c d.”']],
    ['behind fourteen words', [`“A b,” says Brenn — ${words(12)}, “c d.”`]],
    ['behind 200 letters', [`“A b,” says Brenn ${'x'.repeat(186)}, “c d.”`]],
    ['in the last paragraph of the first', ['“A', '“b,” says Brenn, “c d.”']],
  ])('%s', (_, blocks) => {
    expect(continues(...blocks)).toEqual([false, true]);
  });

  it.each<[string, Blocks]>([
    ['behind no sign', ['“A b,” says Brenn “c d.”']],
    ['behind a sign and other words', ['“A b,” says Brenn, at noon “c d.”']],
    ['behind another sentence', ['“A b.” Brenn says, “c d.”']],
    ['behind no verb of saying', ['“A b,” and, “c d.”']],
    ['behind fifteen words', [`“A b,” says Brenn ${words(13)}, “c d.”`]],
    ['behind 201 letters', [`“A b,” says Brenn ${'x'.repeat(187)}, “c d.”`]],
    ['in another paragraph', ['“A b,” says Brenn,', 'says Brenn, “c d.”']],
  ])('but not %s', (_, blocks) => {
    expect(continues(...blocks)).toEqual([false, false]);
  });
});
