/** What blocks and quotations are in their article. */
import { describe, expect, it } from 'vitest';
import { echoes } from '../../../src/core/quote/echoes.ts';
import { markedQuotations } from '../../../src/core/quote/paragraphs.ts';
import { blockRoles, roleOf, standsAlone } from '../../../src/core/quote/roles.ts';
import type { Block } from '../../../src/core/read/document.ts';
import { documentOf } from './support.ts';

const words = (count: number) => new Array(count).fill('w').join(' ');

describe('a block', () => {
  it.each<[string, string, Partial<Block> & { readonly text: string }]>([
    ['headline', 'a heading', { text: 'A', kind: 'heading' }],
    ['caption', 'a caption', { text: 'A', kind: 'caption' }],
    ['caption', 'in a figure', { text: 'A', container: 'body > figure' }],
    ['caption', 'in a figure’s caption', { text: 'A', container: 'body > figcaption' }],
    ['caption', 'with a credit', { text: 'We row. (REUTERS)' }],
    ['caption', 'with a credit and a space', { text: 'We row. (Reuters) ' }],
    ['caption', 'with a credit among names', { text: 'We row. (ADA BRENN/AP)' }],
    ['caption', 'with a credit of forty letters', { text: `We row. (${'x'.repeat(37)} AP)` }],
    ['caption', 'with a credit in front', { text: 'Foto: Ada Brenn' }],
    ['caption', 'with a credit in front, and a slash', { text: ' AP / Ada Brenn' }],
    ['caption', 'of 600 letters with a credit', { text: `${'x'.repeat(595)} (AP)` }],
    ['body', 'of 601 letters with a credit', { text: `${'x'.repeat(596)} (AP)` }],
    ['body', 'with a credit of 41 letters', { text: `We row. (${'x'.repeat(38)} AP)` }],
    ['body', 'with other words in brackets', { text: 'We row. (We do.)' }],
    ['body', 'with a credit inside', { text: 'We row (Reuters) and row.' }],
    ['body', 'with a credit in front and no sign', { text: 'Reuters says so' }],
    ['body', 'with a credit in front and a word', { text: 'Said Reuters: we row' }],
    ['body', 'of plain words', { text: 'We row' }],
    ['box', 'set off', { text: 'We row', setOff: { by: 'aside' } }],
    ['box', 'set as a pull quote', { text: 'We row', selector: 'div.PullQuote' }],
    ['box', 'in a pull quote', { text: 'We row', container: 'body > div.pull-quote' }],
  ])('is %s: %s', (role, _, block) => {
    expect(blockRoles(documentOf(block))).toEqual([role]);
  });

  const inText = (...texts: readonly string[]) => blockRoles({ ...documentOf(...texts), format: 'text' });

  it.each<[string, readonly string[], readonly string[]]>([
    ['above the first long one', ['Title', words(41)], ['headline', 'body']],
    ['that ends no sentence', ['Title', 'It is.', words(41)], ['headline', 'body', 'body']],
    [
      'that ends no sentence, with marks',
      ['Is it?”', 'It is…’ ', 'It is!"', words(41)],
      ['body', 'body', 'body', 'body'],
    ],
    ['with a stop inside', ['J. Brenn', words(41)], ['headline', 'body']],
    ['and not the first long one', [words(41), 'Title'], ['body', 'body']],
    ['and none above a shorter one', ['Title', words(40)], ['body', 'body']],
    ['of six', ['A', 'B', 'C', 'D', 'E', 'F', words(41)], [...new Array(6).fill('headline'), 'body']],
    ['and none of seven', ['A', 'B', 'C', 'D', 'E', 'F', 'G', words(41)], new Array(8).fill('body')],
  ])('of a plain text is a headline %s', (_, texts, roles) => {
    expect(inText(...texts)).toEqual(roles);
  });

  it('of another format is no headline by its place', () => {
    expect(blockRoles(documentOf('Title', words(41)))).toEqual(['body', 'body']);
  });
});

describe('a quotation', () => {
  it.each([
    ['headline', 'headline', 'headline'],
    ['caption', 'caption', 'caption'],
    ['box', 'pull-quote', 'body'],
    ['body', 'body', 'body'],
  ] as const)('in a %s is %s alone and %s among words', (block, alone, among) => {
    expect([roleOf(block, true), roleOf(block, false)]).toEqual([alone, among]);
  });

  const alone = (...texts: readonly string[]) => {
    const document = documentOf(...texts);
    return standsAlone(document, markedQuotations(document).marked[0]!);
  };

  it.each([
    ['with nothing', ['“We row.”']],
    ['with signs', ['… “We row.” —']],
    ['with its source', ['“We row.” — Ada Brenn']],
    ['with signs and its source', ['… “We row.” — Ada Brenn']],
    ['with its source behind a hyphen', ['“We row.”\n - Ada Brenn']],
    ['with a source of sixty letters', [`“We row.” —${'x'.repeat(60)}`]],
    ['with sixty words', [`“${words(60)}”`]],
    ['with 1,200 letters', [`“${'x'.repeat(1198)}”`]],
  ])('stands alone %s', (_, texts) => {
    expect(alone(...texts)).toBe(true);
  });

  it.each([
    ['with words before it', ['So “we row.”']],
    ['with words behind it', ['“We row,” so']],
    ['with a number', ['“We row.” 2']],
    ['with a source and a full stop', ['“We row.” — Ada.']],
    ['with a sentence behind a dash', ['“We row.” — Ada. So']],
    ['with a source of 61 letters', [`“We row.” —${'x'.repeat(61)}`]],
    ['with 61 words', [`“${words(61)}”`]],
    ['with 1,201 letters', [`“${'x'.repeat(1199)}”`]],
    ['with another paragraph', ['“We', '“row.”']],
  ])('does not stand alone %s', (_, texts) => {
    expect(alone(...texts)).toBe(false);
  });
});

describe('an echo', () => {
  it.each<[string, readonly string[], readonly number[], readonly number[]]>([
    ['has all its words in another', ['we row at night and sing', 'row at night'], [1], [1]],
    ['has them in other capitals and signs', ['we row, at night', 'Row At, Night!'], [1], [1]],
    ['has half its pairs in another', ['we row at night', 'row at night then home'], [1], [1]],
    ['has not less than half', ['we row at night', 'row at dawn then home'], [1], []],
    ['has not half in two others', ['we row', 'at night', 'we row then at night'], [2], []],
    ['is the shorter of two candidates', ['row at night', 'we row at night'], [0, 1], [0]],
    ['is neither of two alike', ['we row at night', 'we row at night'], [0, 1], []],
    ['is asked about', ['we row at night', 'row at night'], [], []],
    ['is more than a word', ['we row', 'row'], [1], []],
    ['is not of itself', ['we row at night'], [0], []],
  ])('%s', (_, texts, candidates, found) => {
    expect([...echoes(texts, new Set(candidates))]).toEqual(found);
  });
});
