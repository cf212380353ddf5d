/** Quotations whose words are all in place: by which conventions, with which signs, and from which of several places. */
import { describe, expect, it } from 'vitest';
import type { QuotationResult } from '../../../src/core/quote/quotes-report.ts';
import { against, only, sourceOf } from './support.ts';

/** Judges a quotation of one answer. */
const judge = (said: string, quoted: string): QuotationResult =>
  only(against(`He said “${quoted}”.`, [sourceOf('talk', `Ann: Why?\n\nBob: ${said}\n\nAnn: How?\n\nBob: Yes.`)]));

const usesOf = ({ conventions }: QuotationResult) =>
  conventions.map(({ convention, text, sealed }) => [convention, text, sealed]);

/** All findings but those that list the conventions, which `usesOf` gives. */
const findingsOf = ({ findings }: QuotationResult) =>
  findings
    .filter(({ code }) => code !== 'quotation-convention')
    .map(({ code, sealed, copy, data }) => [code, sealed?.text, copy?.text, Object.values(data).at(-1)]);

type Uses = readonly (readonly [string, string, string])[];
type Row = readonly [said: string, quoted: string, uses: Uses];
const LAMP = 'We sold the lamp and left';

describe('conventions that are only presentation', () => {
  it.each<Row>([
    ['the lamp was old.', 'The lamp was old', [['opening-capital', 'The', 'the']]],
    ['The lamp was old.', 'the lamp was old', [['opening-capital', 'the', 'The']]],
    ['the lamp was old.', 'the lamp was old.', []],
    ['the lamp was old.', 'the lamp was old', []],
    ['the lamp was old.', 'the lamp was old!', [['closing-sign', '!', '.']]],
    ['the lamp was old and dim.', 'the lamp was old.', [['closing-sign', '.', '']]],
    ['he knew (the lamp was old.) and left', 'lamp was old.', []],
    ['the lamp was old?!', 'the lamp was old!?', [['closing-sign', '!?', '?']]],
    ['the lamp was old?!', 'the lamp was old?!', []],
    ['he called it “the old lamp”. And left', 'the old lamp.', []],
    ['the lamp?! It was old', 'the lamp?! It was', []],
    ['he called it “the old lamp.” and left', 'called it “the old lamp.”', []],
    ['he called it “the old lamp.” and left', 'called it “the old lamp”.', []],
  ])('%s quoted as %s', (said, quoted, uses) => {
    const result = judge(said, quoted);
    expect([result.verdict, usesOf(result), findingsOf(result)]).toEqual(['verbatim', uses, []]);
  });
});

describe('conventions that are listed', () => {
  it.each<Row>([
    [
      LAMP,
      '[w]e sold [T]he lamp',
      [
        ['bracketed-capital', '[w]e', 'We'],
        ['bracketed-capital', '[T]he', 'the'],
      ],
    ],
    [
      LAMP,
      'We … [L]amp [A]nd left',
      [
        ['bracketed-capital', '[L]amp', 'lamp'],
        ['bracketed-capital', '[A]nd', 'and'],
        ['ellipsis', '…', 'sold the'],
      ],
    ],
    [
      LAMP,
      'We … The lamp and left',
      [
        ['opening-capital', 'The', 'the'],
        ['ellipsis', '…', 'sold'],
      ],
    ],
    [
      LAMP,
      '… sold the lamp …',
      [
        ['ellipsis', '…', ''],
        ['ellipsis', '…', ''],
      ],
    ],
    [
      LAMP,
      '[…] sold the lamp [...]',
      [
        ['ellipsis', '[…]', ''],
        ['ellipsis', '[...]', ''],
      ],
    ],
    [LAMP, 'We sold … the lamp', [['ellipsis', '…', '']]],
    [LAMP, 'We sold [my] The lamp', [['inserted', '[my]', '']]],
    [LAMP, 'We sold [my] lamp and left', [['replaced', '[my]', 'the']]],
    [
      LAMP,
      'We [had] sold [him] lamp',
      [
        ['inserted', '[had]', ''],
        ['replaced', '[him]', 'the'],
      ],
    ],
    [
      LAMP,
      'We sold … [my] lamp and left',
      [
        ['inserted', '[my]', ''],
        ['ellipsis', '…', 'the'],
      ],
    ],
    [
      LAMP,
      '[had] … sold the lamp',
      [
        ['inserted', '[had]', ''],
        ['ellipsis', '…', ''],
      ],
    ],
    [
      LAMP,
      'sold the lamp … [too]',
      [
        ['inserted', '[too]', ''],
        ['ellipsis', '…', ''],
      ],
    ],
    [LAMP, 'sold the lamp [sic] and', [['sic', '[sic]', '']]],
    [LAMP, '[sic] sold the lamp', [['sic', '[sic]', '']]],
    [LAMP, 'sold the lamp [sic]', [['sic', '[sic]', '']]],
    [
      LAMP,
      'sold the lamp [sic] [or] left',
      [
        ['replaced', '[or]', 'and'],
        ['sic', '[sic]', ''],
      ],
    ],
    [LAMP, 'sol[ing] the lamp and', [['replaced', 'sol[ing]', 'sold']]],
    [LAMP, 'We sold the lamp[s]', [['replaced', 'lamp[s]', 'lamp']]],
    [LAMP, 'We sold the lamp[s] and', [['replaced', 'lamp[s]', 'lamp']]],
    [
      'my word (*) was kept (*) here (*)',
      'word was … here',
      [
        ['ellipsis', '…', 'kept'],
        ['mark-left-out', '', '(*)'],
      ],
    ],
    [
      'my word (*) was kept (*) here (*)',
      'My word (*) was kept here',
      [
        ['opening-capital', 'My', 'my'],
        ['mark-left-out', '', '(*)'],
      ],
    ],
    [LAMP, 'We sold [in] lamp and left', [['replaced', '[in]', 'the']]],
    [LAMP, 'We sold the lamp[in] and', [['replaced', 'lamp[in]', 'lamp']]],
    [LAMP, 'We sold [that we never had] the lamp', [['inserted', '[that we never had]', '']]],
    ['We sold not it all', 'We [had] not it all', [['replaced', '[had]', 'sold']]],
    ['We saw not five men', 'We saw [not five] men', [['replaced', '[not five]', 'not five']]],
    [
      'We did not row',
      'We did [sic] [not] row',
      [
        ['replaced', '[not]', 'not'],
        ['sic', '[sic]', ''],
      ],
    ],
    ['we ran... to the boat', 'we ran … the boat', [['ellipsis', '…', 'to']]],
    ['We sold it\n\n[laughs] and left', 'sold it and left', [['mark-left-out', '', '[laughs]']]],
    [
      'my word (*) [laughs] was kept',
      'my word was kept',
      [
        ['mark-left-out', '', '(*)'],
        ['mark-left-out', '', '[laughs]'],
      ],
    ],
    [
      'my word [laughs] (*) was kept',
      'my word was kept',
      [
        ['mark-left-out', '', '[laughs]'],
        ['mark-left-out', '', '(*)'],
      ],
    ],
    ['[laughs] So it was then that we ran there', '[laughs] we ran there', [['inserted', '[laughs]', '']]],
    ['we ran [laughs loudly] to the boat', 'we ran to the', [['mark-left-out', '', '[laughsloudly]']]],
    ['we ran [a small town] to the boat', 'we ran [to] the boat', [['replaced', '[to]', 'to']]],
  ])('%s quoted as %s', (said, quoted, uses) => {
    const result = judge(said, quoted);
    expect([result.verdict, result.pass, usesOf(result), findingsOf(result)]).toEqual(['convention', true, uses, []]);
  });

  it.each<Row>([
    ['[laughs] we ran [to a small town] and back', '[laughs] we ran [To a small town] and', []],
    ["we ran [to O'Brien's twenty-two 3] and back", "we ran [to O'Brien's twenty-two 3] and", []],
    ['So [laughs] we ran there', '[laughs] we ran there', []],
    ['we ran... to the boat', 'we ran … to the boat', []],
    ['we ran to the boat... and', 'we ran to the boat…', []],
  ])('but not what the transcript has itself: %s', (said, quoted, uses) => {
    const result = judge(said, quoted);
    expect([result.verdict, usesOf(result), findingsOf(result)]).toEqual(['verbatim', uses, []]);
  });
});

describe('conventions that touch the meaning', () => {
  it.each([
    ['We did not row at night', 'We did … row at night', 'negation-swallowed', 'fail', 'not', '…', 'not'],
    ['We did a b c d not e row', 'We did … e row', 'negation-swallowed', 'fail', 'a b c d not', '…', 'not'],
    ['We did a b c d e not row', 'We did … row', 'negation-swallowed', 'fail', 'a b c d e not', '…', 'not'],
    ['We did a b c d e f not row', 'We did … row', 'gap-has-negation', 'note', 'a b c d e f not', '…', 'not'],
    ['We did row. I am not old', 'We did row … old', 'gap-has-negation', 'note', 'I am not', '…', 'not'],
    ['We did row by day. Not old', 'We did row … old', 'gap-has-negation', 'note', 'by day. Not', '…', 'not'],
    ['We saw how not J. Pell rowed', 'We saw … Pell rowed', 'negation-swallowed', 'fail', 'how not J', '…', 'not'],
    ['We saw that not I. He rowed', 'We saw … He rowed', 'gap-has-negation', 'note', 'that not I', '…', 'not'],
    ['We saw not ME. He rowed', 'We saw … He rowed', 'gap-has-negation', 'note', 'not ME', '…', 'not'],
    ['We saw no 7 men there', 'We saw … men there', 'negation-swallowed', 'fail', 'no 7', '…', 'no, 7'],
    ['We had seven men there', 'We had [some] men there', 'bracket-turns-meaning', 'fail', 'seven', '[some]', 'seven'],
    [
      'We saw not five men',
      'We saw [the five] men',
      'bracket-turns-meaning',
      'fail',
      'not five',
      '[the five]',
      'not, five',
    ],
    ['We do row at night', 'We do [did not even] row', 'bracket-turns-meaning', 'fail', '', '[did not even]', 'not'],
    ['We did row\n\nnot old men', 'We did row … old', 'gap-has-negation', 'note', 'not', '…', 'not'],
    ['We had 12 men there', 'We had [13] men there', 'bracket-turns-meaning', 'fail', '12', '[13]', '12'],
    ['We had some men there', 'We had [no] men there', 'bracket-turns-meaning', 'fail', 'some', '[no]', 'no'],
    [
      'We can happily row there',
      'We can [un]happily row',
      'bracket-turns-meaning',
      'fail',
      'happily',
      '[un]happily',
      'un',
    ],
    ['We do row at night', 'We do [not] row at night', 'bracket-turns-meaning', 'fail', '', '[not]', 'not'],
    ['We do row at night', 'We do [not now] row at night', 'bracket-turns-meaning', 'fail', '', '[not now]', 'not'],
    ['We do not row there', 'We do [sic] [now] row there', 'bracket-turns-meaning', 'fail', 'not', '[now]', 'not'],
  ])('%s quoted as %s', (said, quoted, code, level, sealed, copy, words) => {
    const result = judge(said, quoted);
    expect(result.findings.find((one) => one.code === code)).toMatchObject({
      level,
      sealed: { text: sealed },
      copy: { text: copy },
      data: { words },
    });
    expect([result.verdict, result.pass]).toEqual(level === 'fail' ? ['altered', false] : ['convention', true]);
  });
});

describe('an ellipsis over the end of a sentence', () => {
  it.each(['.', '!', '?', '…', '。', '！', '？', '؟', '।'])('swallows a negation of another sentence: %s', (sign) => {
    expect(judge(`We did row${sign} I am not old`, 'We did row … old').verdict).toBe('convention');
  });
});

describe('a bracket at the edge of a quotation', () => {
  it.each<Row>([
    ['We all signed nothing.', 'We all signed [it]', [['replaced', '[it]', 'nothing']]],
    ['We all signed no paper.', 'We all signed [it]', [['replaced', '[it]', 'no paper']]],
    ['We all signed no paper, though.', 'We all signed [it]', [['replaced', '[it]', 'no paper']]],
    ['We all signed no good paper.', 'We all signed [it]', [['inserted', '[it]', '']]],
    ['We all signed it\n\nand left, then', 'We all signed [this]', [['replaced', '[this]', 'it']]],
    ['We all signed.', 'We all signed [it]', [['inserted', '[it]', '']]],
    ['I am not happy about it', '[He is] happy about it', [['replaced', '[He is]', 'I am not']]],
    ['So, I am not happy about it', '[He is] happy about it', [['replaced', '[He is]', 'I am not']]],
    ['Now I am not happy about it', '[He is] happy about it', [['inserted', '[He is]', '']]],
    ['We never\n\nIt is old here', '[This] is old here', [['replaced', '[This]', 'It']]],
  ])('stands for the rest of a clause that is hardly longer: %s quoted as %s', (said, quoted, uses) => {
    expect(usesOf(judge(said, quoted))).toEqual(uses);
  });
});

describe('what differs though the words are the same', () => {
  const PUNCTUATION = 'quotation-repunctuated';
  it.each([
    ['We sold it, and left', 'We sold it and left', [[PUNCTUATION, ',', '', 'punctuation']]],
    [
      'We sold it and left',
      'We sold it; and – left',
      [
        [PUNCTUATION, '', ';', 'punctuation'],
        [PUNCTUATION, '', '—', 'punctuation'],
      ],
    ],
    [
      'We sold (and) left it',
      'We, sold and left it',
      [
        [PUNCTUATION, '', ',', 'punctuation'],
        [PUNCTUATION, '(', '', 'punctuation'],
        [PUNCTUATION, ')', '', 'punctuation'],
      ],
    ],
    ['We sold?! And left', 'We sold!? And left', [[PUNCTUATION, '? !', '! ?', 'punctuation']]],
    ['They said “sold,” and left', 'They said ‘sold’ and left', [[PUNCTUATION, ', "', '"', 'punctuation']]],
    [
      'We sold it.\n\n(And) left',
      'sold it. And left',
      [
        [PUNCTUATION, '. (', '.', 'punctuation'],
        [PUNCTUATION, ')', '', 'punctuation'],
      ],
    ],
    ['We SOLD it', 'We sold it', [[PUNCTUATION, 'SOLD', 'sold', 'case']]],
    ['We sold it', 'We Sold it', [[PUNCTUATION, 'sold', 'Sold', 'case']]],
    ['We sold it', 'WE sold it', [[PUNCTUATION, 'We', 'WE', 'case']]],
    ['We sold it', '[W]E sold it', [[PUNCTUATION, 'We', 'WE', 'case']]],
    ['We sold it now', 'We [had] sold It now', [[PUNCTUATION, 'it', 'It', 'case']]],
    ['We sold it now', 'We … it Now', [[PUNCTUATION, 'now', 'Now', 'case']]],
  ])('is listed: %s quoted as %s', (said, quoted, findings) => {
    const result = judge(said, quoted);
    expect([result.verdict, result.pass, findingsOf(result)]).toEqual(['repunctuated', true, findings]);
    expect(usesOf(result).filter(([convention]) => convention === 'opening-capital')).toEqual([]);
  });

  it('is not the side of a nested quotation’s mark on which a comma stands', () => {
    expect(judge('They said “sold,” and left', 'They said ‘sold’, and left').verdict).toBe('verbatim');
  });

  it.each([
    ['We sold it (*) and left', 'We sold (*) it and', 'sold'],
    ['We sold it (*) and left', 'We (*) … it (*) and', 'We'],
    ['We sold it (*) and left', 'We sold it (*) and (*)', 'and'],
  ])('is a failure where a mark was added: %s quoted as %s', (said, quoted, word) => {
    const result = judge(said, quoted);
    expect(result).toMatchObject({ verdict: 'altered', pass: false });
    const [one, ...more] = result.findings.filter(({ code }) => code === 'quotation-altered');
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      level: 'fail',
      sealed: { text: '' },
      copy: { text: '(*)' },
      data: { kind: 'addition' },
    });
    expect(one?.copy?.before.endsWith(word)).toBe(true);
  });

  it('stands with its place in both files', () => {
    expect(judge('Then we sold it, and left us', 'we sold it and Left us').findings).toEqual([
      {
        code: 'quotation-repunctuated',
        level: 'note',
        speaker: 'Bob',
        passage: 1,
        sealed: { text: ',', before: 'Then we sold', after: 'and left us', place: { by: 'line', line: 3, column: 19 } },
        copy: { text: '', before: 'we sold it', after: ' and Left us', place: { by: 'line', line: 1, column: 20 } },
        count: 1,
        data: { kind: 'punctuation' },
      },
      {
        code: 'quotation-repunctuated',
        level: 'note',
        speaker: 'Bob',
        passage: 1,
        sealed: {
          text: 'left',
          before: 'Then we sold it, and',
          after: 'us',
          place: { by: 'line', line: 3, column: 27 },
        },
        copy: { text: 'Left', before: 'we sold it and ', after: ' us', place: { by: 'line', line: 1, column: 25 } },
        count: 1,
        data: { kind: 'case' },
      },
    ]);
  });

  it('is listed twelve times, and the others are counted in the last', () => {
    const words = Array.from({ length: 16 }, (_, i) => `w${i}`);
    const counts = (commas: number) =>
      judge(words.join(' '), words.map((word, i) => (i < commas ? `${word},` : word)).join(' ')).findings.map(
        ({ count }) => count,
      );
    expect(counts(12)).toEqual(new Array(12).fill(1));
    expect(counts(15)).toEqual([...new Array(11).fill(1), 4]);
  });
});

describe('the findings of conventions', () => {
  it('say what was written and what it stands for, each in its place', () => {
    const { findings } = judge('I say we did not sell it', 'I say [they] did … sell it');
    expect(findings).toEqual([
      {
        code: 'quotation-convention',
        level: 'note',
        speaker: 'Bob',
        passage: 1,
        sealed: { text: 'we', before: 'I say', after: 'did not sell it', place: { by: 'line', line: 3, column: 12 } },
        copy: { text: '[they]', before: 'I say ', after: ' did … sell it', place: { by: 'line', line: 1, column: 16 } },
        count: 1,
        data: { convention: 'replaced', swallowed: 1 },
      },
      {
        code: 'quotation-convention',
        level: 'note',
        speaker: 'Bob',
        passage: 1,
        sealed: { text: 'not', before: 'I say we did', after: 'sell it', place: { by: 'line', line: 3, column: 19 } },
        copy: { text: '…', before: 'I say [they] did ', after: ' sell it', place: { by: 'line', line: 1, column: 27 } },
        count: 1,
        data: { convention: 'ellipsis', swallowed: 1 },
      },
      {
        code: 'negation-swallowed',
        level: 'fail',
        speaker: 'Bob',
        passage: 1,
        sealed: { text: 'not', before: 'I say we did', after: 'sell it', place: { by: 'line', line: 3, column: 19 } },
        copy: { text: '…', before: 'I say [they] did ', after: ' sell it', place: { by: 'line', line: 1, column: 27 } },
        count: 1,
        data: { convention: 'ellipsis', words: 'not' },
      },
    ]);
  });

  it('are twelve, and all that fail', () => {
    const words = Array.from({ length: 18 }, (_, i) => `w${i}`);
    const quoted = words.map((word, i) => (i === 15 ? `${word} [not]` : `${word} [x]`)).join(' ');
    const { findings, conventions } = judge(`${words.join(' ')} and so on it went`, quoted);
    expect(conventions).toHaveLength(18);
    expect(findings.map(({ code }) => code)).toEqual([
      ...new Array<string>(12).fill('quotation-convention'),
      'quotation-convention',
      'bracket-turns-meaning',
    ]);
  });

  it('name the negation inside a mark that was left out', () => {
    const result = judge('we ran [did not answer] to the boat', 'we ran to the boat');
    expect(result).toMatchObject({
      verdict: 'altered',
      pass: false,
      findings: [
        { code: 'quotation-convention', sealed: { text: '[didnotanswer]' }, copy: { text: '', before: 'we ran' } },
        { code: 'negation-swallowed', level: 'fail', data: { convention: 'mark-left-out', words: 'not' } },
      ],
    });
  });
});

describe('of several places', () => {
  /** Judges `article` by a talk in which the words stand twice: in line 3, and in line 7 or another. */
  const lineOf = (talk: string, article: string): readonly unknown[] => {
    const { verdict, transcript } = only(against(article, [sourceOf('talk', talk)]));
    return [verdict, transcript?.place.by === 'line' ? transcript.place.line : null];
  };
  const answers = (first: string, second: string) => `Ann: Why?\n\nBob: ${first}\n\nAnn: How?\n\nBob: ${second}`;

  it.each([
    ['the first of equals', 'We sold it', 'We sold it', 'We sold it', 'verbatim', 3],
    ['the one with the same signs', 'We, sold it', 'We sold it', 'We sold it', 'verbatim', 7],
    ['the first if it has them', 'We sold it', 'We, sold it', 'We sold it', 'verbatim', 3],
    ['the one that needs no convention', 'so We sold it', 'so we sold it', 'we sold it', 'verbatim', 7],
    ['the one whose ellipsis swallows less', 'We have sold it', 'We sold it', 'We … sold it', 'convention', 7],
    ['two conventions before a sign', 'we sold, it now', 'We sold it now.', 'we sold it now!', 'verbatim', 7],
    [
      'a long ellipsis before a sign',
      'We a b c d e f sold it now',
      'We, sold it, now',
      'We … sold it now',
      'convention',
      3,
    ],
    [
      'a sign before a swallowed negation',
      'We have not sold it',
      'We have sold, it',
      'We … sold it',
      'repunctuated',
      7,
    ],
  ])('takes %s', (_, first, second, quoted, verdict, line) => {
    expect(lineOf(answers(first, second), `He said “${quoted}”.`)).toEqual([verdict, line]);
  });

  it('takes one with another sign before one that lacks a quoted mark', () => {
    expect(lineOf(answers('We sold it now', 'We, sold (*) it now'), 'He said “We sold (*) it now”.')).toEqual([
      'repunctuated',
      7,
    ]);
  });

  it('takes an answer with another sign before a question', () => {
    const talk = 'Ann: We sold it now?\n\nBob: Yes.\n\nAnn: How?\n\nBob: We sold it, now.';
    expect(lineOf(talk, 'He said “We sold it now”.')).toEqual(['repunctuated', 7]);
  });

  it('takes one turn with another sign before two', () => {
    const talk = 'Bob: He knew we\n\nAnn: sold it now\n\nBob: Why?\n\nAnn: He knew we sold it, now.';
    expect(lineOf(talk, 'She said “He knew we sold it now”.')).toEqual(['repunctuated', 7]);
  });

  it('takes another sign before the words of somebody else who is of the talk', () => {
    const talk = 'Vera Lund: Why?\n\nTomas Brae: We sold it now.\n\nVera Lund: Why?\n\nPetra Holm: We sold it, now.';
    expect(lineOf(talk, '“We sold it now,” said Petra Holm.')).toEqual(['repunctuated', 7]);
  });

  it('takes the words of somebody else, if that is only a note, before another sign', () => {
    const talk = 'Vera Lund: Why?\n\nTomas Brae: We sold it now.\n\nVera Lund: Why?\n\nPetra Holm: We sold it, now.';
    const article = 'Petra Holm came in.\n\nShe smiled. “We sold it now,” she said.';
    expect(lineOf(talk, article)).toEqual(['verbatim', 3]);
  });
});

describe('whose words they are', () => {
  it('is told where they are another speaker’s', () => {
    const talk = 'Ann: Did we sell it all?\n\nBob: Yes.\n\nAnn: How?\n\nBob: Fast.';
    expect(only(against('“Did we sell it all?”', [sourceOf('talk', talk)])).findings).toEqual([
      {
        code: 'quotation-other-speaker',
        level: 'fail',
        speaker: 'Ann',
        passage: 0,
        sealed: { text: 'Did we sell it all', before: '', after: '', place: { by: 'line', line: 1, column: 6 } },
        copy: { text: 'Did we sell it all?', before: '', after: '', place: { by: 'line', line: 1, column: 2 } },
        count: 1,
        data: { role: 'question', named: '' },
      },
    ]);
  });

  it('is told where they run on into another turn', () => {
    const { verdict, findings } = judge('We sold it all.', 'sold it all. How');
    expect(verdict).toBe('spliced');
    expect(findings).toEqual([
      {
        code: 'quotation-spliced',
        level: 'fail',
        speaker: 'Ann',
        passage: 2,
        sealed: { text: 'sold it all\nHow', before: 'We', after: '', place: { by: 'line', line: 3, column: 9 } },
        copy: { text: 'sold it all. How', before: '', after: '', place: { by: 'line', line: 1, column: 10 } },
        count: 1,
        data: { parts: 2 },
      },
    ]);
  });
});

describe('the words around a quotation', () => {
  it('are told where they turn it', () => {
    const { findings } = judge('I did not sell it all, but most', 'sell it all');
    expect(findings).toEqual([
      {
        code: 'context-turns',
        level: 'note',
        speaker: 'Bob',
        passage: 1,
        sealed: {
          text: 'not',
          before: 'I did',
          after: 'sell it all, but most',
          place: { by: 'line', line: 3, column: 12 },
        },
        copy: { text: '', before: '', after: 'sell it all', place: { by: 'line', line: 1, column: 10 } },
        count: 1,
        data: { word: 'not', side: 'before' },
      },
      {
        code: 'context-turns',
        level: 'note',
        speaker: 'Bob',
        passage: 1,
        sealed: {
          text: 'but',
          before: 'I did not sell it all',
          after: 'most',
          place: { by: 'line', line: 3, column: 29 },
        },
        copy: { text: '', before: 'sell it all', after: '', place: { by: 'line', line: 1, column: 21 } },
        count: 1,
        data: { word: 'but', side: 'after' },
      },
    ]);
  });

  it.each([
    ['… sell it all', ['but']],
    ['sell it all …', ['not']],
    ['… sell it all …', []],
  ])('are not missed where an ellipsis stands for them: %s', (quoted, words) => {
    const { findings } = judge('I did not sell it all, but most', quoted);
    expect(findings.filter(({ code }) => code === 'context-turns').map(({ data }) => data['word'])).toEqual(words);
  });
});
