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
