/** Quotations that need not have been said by anyone, and sentences that an attribution interrupts. */
import { describe, expect, it } from 'vitest';
import { cueBefore } from '../../../src/core/quote/cues.ts';
import { interruptedSentences } from '../../../src/core/quote/interrupted.ts';
import { isNegation, isNumber, NEGATING_PREFIXES } from '../../../src/core/quote/lexicon.ts';
import { patternOf } from '../../../src/core/quote/pattern.ts';
import type { Attribution, Quotation } from '../../../src/core/quote/quotation.ts';
import { quotedText } from '../../../src/core/quote/quoted-text.ts';
import type { QuoteVerdict } from '../../../src/core/quote/quotes-report.ts';
import { excuse, unchecked } from '../../../src/core/quote/unchecked.ts';
import { documentOf } from './support.ts';

const NOBODY: Attribution = { name: null, by: 'nobody', asked: false };
const BRENN: Attribution = { name: 'Brenn', by: 'named', asked: false };
const SHE: Attribution = { name: null, by: 'carried', asked: false };

function quotationOf(text: string, more: Partial<Quotation> = {}): Quotation {
  return {
    stretches: [{ block: 0, start: 0, end: text.length }],
    text,
    role: 'body',
    block: 0,
    offset: 0,
    continues: false,
    attribution: NOBODY,
    cue: null,
    ...more,
  };
}

describe('the excuse of words that nobody may have said', () => {
  const twelve = 'we row at night and we sing at dawn and go home';

  it.each<[ReturnType<typeof excuse>, string, string, Partial<Quotation>]>([
    ['short', 'two words', 'cold road', {}],
    ['short', 'two words, given to somebody', 'cold road.', { attribution: BRENN, role: 'headline' }],
    ['term', 'three words inside a sentence', 'the cold road', {}],
    [null, 'four words', 'the old cold road', {}],
    [null, 'three words that begin a sentence', 'The cold road', {}],
    [null, 'three words that end a sentence', 'the cold road.', {}],
    [null, 'three words that ask', 'the cold road?', {}],
    [null, 'three words that cry', 'the cold road!', {}],
    ['term', 'three words before a comma', 'the cold road,', {}],
    [null, 'three words that somebody says', 'the cold road', { attribution: SHE }],
    [null, 'three words that Brenn says', 'the cold road', { attribution: BRENN }],
    [null, 'three words of a headline', 'the cold road', { role: 'headline' }],
    ['term', 'four words behind a cue, given to somebody', 'the old cold road.', { cue: 'term', attribution: BRENN }],
    [null, 'five words behind a cue', 'the very old cold road', { cue: 'term' }],
    ['title', 'twelve words behind a cue, given to somebody', twelve, { cue: 'title', attribution: BRENN }],
    [null, 'thirteen words behind a cue', `${twelve} now`, { cue: 'title' }],
    [null, 'a sentence behind a cue', 'we row at night.', { cue: 'title' }],
    ['title', 'words in capitals', 'The Raven and the Cathedral', {}],
    ['title', 'half of the words in capitals', 'The Sea at it', {}],
    ['title', 'a number among words in capitals', '12345 Nights of Rowing', {}],
    [null, 'fewer words in capitals', 'The Sea at it on', {}],
    [null, 'a long word without a capital', 'The Raven and the cathedral', {}],
    [null, 'a long word without a capital among two with', 'The Raven in cathedral', {}],
    ['title', 'a word of four letters without a capital', 'The Raven with Cathedral', {}],
    ['title', 'a word of four letters with a capital inside', 'The Raven eBay Sea', {}],
    [null, 'a long word with a capital inside', 'The Raven iPhones Sea', {}],
    [null, 'a sentence in capitals', 'The Raven and the Cathedral.', {}],
    [null, 'words in capitals, given to somebody', 'The Raven and the Cathedral', { attribution: BRENN }],
    ['title', 'twelve words in capitals', new Array(12).fill('Raven').join(' '), {}],
    [null, 'thirteen words in capitals', new Array(13).fill('Raven').join(' '), {}],
  ])('is %s: %s', (reason, _, text, more) => {
    expect(excuse(patternOf(text, new Set()), quotationOf(text, more))).toBe(reason);
  });

  it('is told with the words and fails nothing', () => {
    const document = documentOf('cold road');
    const judged = unchecked(
      'short',
      quotedText(document, quotationOf('cold road'), () => false),
    );
    expect(judged).toEqual({
      verdict: 'unchecked',
      transcript: null,
      conventions: [],
      findings: [
        {
          code: 'quotation-unchecked',
          level: 'note',
          speaker: null,
          passage: null,
          sealed: null,
          copy: { text: 'cold road', before: '', after: '', place: { by: 'paragraph', paragraph: 1 } },
          count: 1,
          data: { reason: 'short' },
        },
      ],
    });
  });
});

describe('the cue before a quotation', () => {
  it.each([
    ['term', 'the so-called'],
    ['term', 'TERMED it a'],
    ['term', 'das sogenannte'],
    ['term', 'le mot'],
    ['term', 'le soi-disant'],
    ['term', 'la palabra'],
    ['term', 'il cosiddetto'],
    ['term', 'het woord'],
    ['term', 'так называемый'],
    ['term', 'званий'],
    ['term', 'słowo'],
    ['title', 'his film'],
    ['title', 'die Zeitung'],
    ['title', 'la chanson'],
    ['title', 'la película'],
    ['title', 'il romanzo'],
    ['title', 'de krant'],
    ['title', 'в фильме'],
    ['title', 'у фільмі'],
    ['title', 'the film of the'],
    [null, 'the film of the old'],
    [null, 'the film. The'],
    [null, 'the film: the'],
    [null, 'the film; the'],
    ['title', 'the film, the'],
    [null, 'the film, the old'],
    ['title', 'the word film'],
    ['term', 'the film term'],
    [null, ''],
    [null, 'he said'],
    [null, `film ${'x'.repeat(80)}`],
  ])('is %s in “%s”', (cue, before) => {
    expect(cueBefore(`${before} `)).toBe(cue);
  });
});

describe('words that weigh', () => {
  it.each(['nobody', 'kein', 'jamais', 'nunca', 'niente', 'ninguém', 'geen', 'нет', 'ні', 'nigdy', 'ikke', 'لا', '不'])(
    'deny: %s',
    (word) => {
      expect(isNegation(word)).toBe(true);
    },
  );

  it.each(["won't", 'dont', 'didnt'])('deny, shortened: %s', (word) => {
    expect(isNegation(word)).toBe(true);
  });

  it.each(['seven', 'zwölf', 'quatre', 'siete', 'sette', 'пять', 'шість', '7', 'b2'])('count: %s', (word) => {
    expect(isNumber(word)).toBe(true);
  });

  it.each(['know', 'anyone', "don't-know", ''])('neither deny nor count: %s', (word) => {
    expect([isNegation(word), isNumber(word)]).toEqual([false, false]);
  });

  it('may deny with a prefix', () => {
    expect(['un', 'dis', 're'].map((prefix) => NEGATING_PREFIXES.has(prefix))).toEqual([true, true, false]);
  });
});

describe('a sentence that an attribution interrupts', () => {
  const found = (first: string, second: string, verdicts: readonly QuoteVerdict[], continues = 'goes on') =>
    interruptedSentences(
      [quotationOf(first), quotationOf(second, { continues: continues === 'goes on', attribution: BRENN, block: 1 })],
      verdicts.map((verdict) => ({ verdict, transcript: null, conventions: [], findings: [] })),
    );

  it('is joined to one quotation', () => {
    const second = quotationOf('sign it.', { continues: true, attribution: BRENN, block: 1 });
    const stretches = [
      { block: 0, start: 0, end: 6 },
      { block: 0, start: 0, end: 8 },
    ];
    expect(found('I did,', 'sign it.', ['verbatim', 'verbatim'])).toEqual([
      { last: 1, joined: { ...second, stretches, text: 'I did,\nsign it.' } },
    ]);
  });

  it.each<[string, string, string, readonly QuoteVerdict[]]>([
    ['by conventions', 'I did,', 'sign it', ['convention', 'repunctuated']],
    ['and is partly unchecked', 'I did,', 'sign it', ['unchecked', 'verbatim']],
    ['and goes on with other marks', 'I did,', ' “sign” it', ['verbatim', 'verbatim']],
    ['and has a full stop inside', 'Yes. I did,', 'sign it', ['verbatim', 'verbatim']],
  ])('is found where it passes %s', (_, first, second, verdicts) => {
    expect(found(first, second, verdicts)).toHaveLength(1);
  });

  it.each<[string, string, string, readonly QuoteVerdict[]]>([
    ['where its first part fails', 'I did,', 'sign it', ['altered', 'verbatim']],
    ['where its second part fails', 'I did,', 'sign it', ['verbatim', 'not-found']],
    ['where another begins', 'I did,', 'Sign it', ['verbatim', 'verbatim']],
    ['where it is over', 'I did.', 'sign it', ['verbatim', 'verbatim']],
    ['where it is over inside other marks', 'I did.” ', 'sign it', ['verbatim', 'verbatim']],
  ])('is none %s', (_, first, second, verdicts) => {
    expect(found(first, second, verdicts)).toEqual([]);
  });

  it('is none without an attribution between', () => {
    expect(found('I did,', 'sign it', ['verbatim', 'verbatim'], 'stands alone')).toEqual([]);
  });
});
