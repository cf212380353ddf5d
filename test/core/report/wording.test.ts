import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FINDING_CODES, findingKind } from '../../../src/core/judge/codes.ts';
import { sentence } from '../../../src/core/report/wording.ts';
import { findings } from './arbitrary.ts';
import { AFRAID, finding, GLADLY, HEADING, NOT, reading, TYPOGRAPHY } from './samples.ts';

describe('a sentence', () => {
  it.each([
    [AFRAID, 'The transcript has “afraid of”; the copy has “angry at”.'],
    [NOT, '“not” is left out.'],
    [GLADLY, '“gladly” is added.'],
    [TYPOGRAPHY, 'Quotation marks, dashes, spaces or the like are set differently (in 45 places).'],
    [
      HEADING,
      '“A city under water” (4 words) stands between the passages and is not in the transcript. To accept it, declare its selector as furniture: “h3.teaser”.',
    ],
    [
      finding('question-changed', {
        copy: reading('Every day.'),
        data: { question: 'Did you pray?', follows: 'Did you steal?' },
      }),
      'The answer “Every day.” was given to “Did you pray?” and now follows “Did you steal?”',
    ],
    [
      finding('speaker-changed', { copy: reading('I signed'), data: { was: 'Q', now: 'Mira' } }),
      'The words “I signed” are given to “Mira”; the transcript gives them to “Q”.',
    ],
    [
      finding('speaker-changed', {
        sealed: reading('Q:', '', ' And then you left the harbour with'),
        data: { was: 'Q', now: 'Mira' },
      }),
      'The words “And then you left the harbour with” are given to “Mira”; the transcript gives them to “Q”.',
    ],
    [
      finding('passage-moved', { sealed: reading('Nobody asked.'), data: { passages: 3, follows: 'Why?' } }),
      '3 passages, beginning with “Nobody asked.”, stand at another place than in the transcript, behind “Why?”',
    ],
    [
      finding('mark-removed', { sealed: reading('(*)'), data: { means: 'names withheld' } }),
      'The mark “(*)”, which means “names withheld”, is gone.',
    ],
    [
      finding('mark-filled', { sealed: reading('[redacted]'), copy: reading('Colonel Hart') }),
      '“Colonel Hart” stands where the transcript has the mark “[redacted]”.',
    ],
    [
      finding('quotation-other-speaker', { speaker: 'Q', data: { named: 'Mira' } }),
      'In the transcript these words are said by “Q”; the article gives them to “Mira”.',
    ],
    [
      finding('damaged', { data: { detail: 'entry listed twice' } }),
      'The file is damaged or cut short (entry listed twice).',
    ],
  ])('%#', (what, expected) => {
    expect(sentence(what)).toBe(expected);
  });

  it.each([
    [
      finding('passage-omitted', { sealed: reading('Nobody asked.'), data: { passages: 12, words: 212 } }),
      '12 passages are left out (212 words), beginning with “Nobody asked.”',
    ],
    [
      finding('speaker-changed', { data: { was: 'Q', now: 'Mira' } }),
      'These words are given to “Mira”; the transcript gives them to “Q”.',
    ],
    [
      finding('speaker-changed', { copy: reading('Yes.'), data: { now: 'Mira' } }),
      'The words “Yes.” are given to “Mira”.',
    ],
    [finding('speaker-changed', { data: { was: 'Q' } }), 'These words are no longer shown as Q’s.'],
    [finding('label-renamed', { data: { was: 'Q', now: 'Mira', kind: 'alias' } }), '“Q” is written “Mira” (alias).'],
    [finding('label-renamed', { data: { was: 'Q', now: 'Mira' } }), '“Q” is written “Mira”.'],
    [
      finding('transcript-absent', { data: { why: 'changed' } }),
      'The transcript’s file no longer has the sealed bytes, so the copy was judged by the manifest alone.',
    ],
    [
      finding('quotation-spliced', { sealed: reading('I left.'), data: { parts: 2 } }),
      'The quotation joins words from 2 places without a sign; its last part comes from “I left.”',
    ],
    [
      finding('quotation-spliced', { sealed: reading('I left.') }),
      'The quotation joins words from different places without a sign; its last part comes from “I left.”',
    ],
    [finding('quotation-spliced', { data: { parts: 3 } }), 'The quotation joins words from 3 places without a sign.'],
    [
      finding('quotation-convention', { sealed: reading('the paper'), data: { convention: 'ellipsis' } }),
      'Quoted by convention (an ellipsis): “the paper” in the transcript.',
    ],
    [finding('quotation-convention', { data: { convention: 'sic' } }), 'Quoted by convention (sic).'],
    [
      finding('negation-swallowed', { sealed: reading('not'), data: { words: 'not' } }),
      'The words left out here are a negation or a number: “not”.',
    ],
    [
      finding('negation-swallowed', { sealed: reading('did not want'), data: { words: 'not' } }),
      'The words left out here, “did not want”, hold “not”.',
    ],
    [
      finding('gap-has-negation', { sealed: reading('did not') }),
      'The words left out here, “did not”, hold a negation.',
    ],
    [
      finding('context-turns', { data: { word: 'not', side: 'before' } }),
      'The quotation starts just behind “not”, which may turn it.',
    ],
    [
      finding('context-turns', { data: { word: 'never', side: 'behind' } }),
      'The quotation stops just before “never”, which may turn it.',
    ],
    [
      finding('look-alike-letter', { data: { detail: 'Cyrillic о' } }),
      `${findingKind('look-alike-letter').meaning.replace(/\.$/u, '')}: Cyrillic о.`,
    ],
    [
      finding('drawn-otherwise', { copy: reading('no'), data: { drawn: 'yes', views: 'narrow paper' } }),
      'The file has “no” here, and a browser shows “yes” on a narrow screen and in print.',
    ],
    [
      finding('drawn-otherwise', { data: { drawn: '', views: 'x' } }),
      'The file has nothing here, and a browser shows nothing.',
    ],
    [
      finding('drawn-otherwise', { passage: 3, data: { kind: 'browser', views: 'wide' } }),
      'A browser shows this passage otherwise than the file has it on a wide screen.',
    ],
    [finding('drawn-otherwise', { data: { kind: 'browser' } }), 'A browser shows other words than the file has.'],
    [
      finding('drawn-otherwise', { copy: reading('no'), data: { kind: 'covered', detail: 'covered by a box' } }),
      'A reader may see something else than “no” here (covered by a box).',
    ],
    [
      finding('drawn-otherwise', { copy: reading('no'), data: { kind: 'font', detail: 'Symbol' } }),
      'A reader may see something else than “no” here (font Symbol).',
    ],
    [finding('drawn-otherwise', { copy: reading('no') }), 'A reader may see something else than “no” here.'],
  ])('tells %#', (what, expected) => {
    expect(sentence(what)).toBe(expected);
  });

  it.each(FINDING_CODES)('of %s stands where nothing but the code is known', (code) => {
    expect(sentence(finding(code))).toBe(findingKind(code).meaning);
  });

  it('is one safe, bounded line whatever the words are', () => {
    fc.assert(
      fc.property(findings, (what) => {
        const text = sentence(what);
        expect(text).toMatch(/[.…”]$/u);
        expect(text).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066\u2067\u200B]/u);
        expect(text.length).toBeLessThan(2_000);
        expect(text.split('\u2068').length).toBe(text.split('\u2069').length);
        expect(text).not.toMatch(/undefined|null|NaN|\[object/u);
      }),
    );
  });

  it('quotes the first words of a long passage', () => {
    const text = sentence(
      finding('passage-omitted', { sealed: reading('again and '.repeat(5_000)), data: { words: 10_000 } }),
    );
    expect(text).toMatch(/^A passage is left out \(10,000 words\): “again and/u);
    expect(text.length).toBeLessThan(200);
  });
});
