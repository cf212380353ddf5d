/** Which marks of one block are a pair, in every style, and what becomes of those that have no partner. */
import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../src/core/quote/marks.ts';
import { pairMarks } from '../../../src/core/quote/pair.ts';

const pairsOf = (text: string): string[] =>
  pairMarks(text).pairs.map(({ open, close }) => text.slice(open.start, close.end));

describe('a sign that may be a quotation mark', () => {
  it.each([
    // text, may open, may close, stands inside a word, begins a line
    ['"a', true, false, false, false],
    ['a"', false, true, false, false],
    ['a"b', false, false, true, false],
    ['a " b', false, false, false, false],
    ['("a', true, false, false, false],
    ['—"—', true, true, false, false],
    ['好"好', true, true, false, false],
    ['好"b', true, false, false, false],
    ['b"好', false, true, false, false],
    ['a\n"b', true, false, false, true],
    ['2"', false, true, false, false],
  ])('is told by what stands around it: %j', (text, openish, closish, inside, lineStart) => {
    const start = text.indexOf('"');
    expect(marksOf(text)).toEqual([{ sign: '"', start, end: start + 1, openish, closish, inside, lineStart }]);
  });

  it.each([...'.,;:!?…)]}%'])('does not open behind %s', (sign) => {
    expect(marksOf(`a${sign}“b`)).toMatchObject([{ openish: false }]);
  });

  it.each([',,. a', 'a,, b', '< a > b', 'a ` b', 'a, b'])('is not seen in %j', (text) => {
    expect(marksOf(text)).toEqual([]);
  });

  it.each([
    ["``a''", ['``', "''"]],
    ['<<a>>', ['<<', '>>']],
    [',,a', [',,']],
    [',,,a', [',,']],
    [',,1', [',,']],
  ])('may be written with two: %s', (text, signs) => {
    expect(marksOf(text).map(({ sign }) => sign)).toEqual(signs);
  });
});

describe('a pair', () => {
  it.each([
    ['“a”', '“a“', '“a"', '„a“', '„a”', '„a"', '„a„', '‟a”', '”a”', '"a"', '"a”', '＂a＂'],
    ['‘a’', '‘a‘', '‚a‘', '‚a’', '‛a’', "'a'", "'a’"],
    ['«a»', '»a«', '»a»', '‹a›', '›a‹', '›a›', '« a »', '‹ a ›', '<<a>>'],
    ['「a」', '『a』', '〝a〞', '〝a〟'],
    ["``a''", '``a"', "''a''", ",,a''", ',,a"', ',,a“', ',,a”'],
  ])('is %s, %s, %s, %s …', (...styles) => {
    const paired = styles.map((quoted) => pairMarks(`x ${quoted} y`));
    expect(styles.flatMap((quoted) => pairsOf(`x ${quoted} y`))).toEqual(styles);
    expect(paired.flatMap(({ open, lost, stray }) => [...open, ...lost, ...stray])).toEqual([]);
  });

  it.each(['“a» y', '‘a” y', '„a» y', '«a” y', '「a』 y', '〝a」 y', "“a'' y", '‹a» y'])('is not %s', (text) => {
    const { pairs, open, stray } = pairMarks(text);
    expect(pairs).toEqual([]);
    expect([...open, ...stray].map(({ start }) => start)).toEqual([0, 2]);
  });

  it.each([
    ['holds others, which are not listed', '“a «b» c” «d»', ['“a «b» c”', '«d»']],
    ['may touch the next', '“a”“b”', ['“a”', '“b”']],
    ['of single marks holds an apostrophe', "'I don't go' b", ["'I don't go'"]],
    ['of single marks holds another, behind a bracket', '‘a (‘…b’ c) d’ e', ['‘a (‘…b’ c) d’']],
    ['of straight marks ends between two dashes', '"Go —"— he', ['"Go —"']],
    ['of straight marks begins between two dashes', 'he —"—go" he', ['"—go"']],
    ['of straight marks ends between two spaces', '"a b " c', ['"a b "']],
    ['of turned angles holds one of French angles', '»a «b» c« d', ['»a «b» c«']],
    ['of turned angles ends between two spaces', '»a « d', ['»a «']],
    ['of angles ends before a letter', '«a »b', ['«a »']],
    ['of angles ends before a sign', '«a»— b', ['«a»']],
    ['of German marks ends between two dashes', '„Ja –“– er', ['„Ja –“']],
    ['of German commas ends between two dashes', ',,Ja –“– er', [',,Ja –“']],
    ['of German marks holds another', '„a „b“ c“ d', ['„a „b“ c“']],
    ['of low marks holds another behind a dash', '„a –„– b“ c“ d', ['„a –„– b“ c“']],
    ['of English marks holds another between dashes', '“a –“– b” c” d', ['“a –“– b” c”']],
    ['of German marks holds one of English marks', '„a “b” c“ d', ['„a “b” c“']],
    ['of English marks holds another', '“a “b” c” d', ['“a “b” c”']],
    ['of English marks begins behind a comma and before a space', 'he said,“ Go” he', ['“ Go”']],
    ['of English marks begins between two spaces', 'he “ Go” he', ['“ Go”']],
    ['of single marks ends between two dashes', "'Go —'— he", ["'Go —'"]],
    ['of Swedish marks ends at the start of a line', '”a\n”, b', ['”a\n”']],
    ['begins at the start of a line', 'a\n“b” c', ['“b”']],
    ['of English marks is told from a German one that is closed', '„a“ und “b –“– c”', ['„a“', '“– c”']],
    ['of Swedish marks ends between two dashes', '”a –”– b', ['”a –”']],
  ])('%s', (_, text, expected) => {
    expect(pairsOf(text)).toEqual(expected);
  });

  it.each([
    ['“One\n“two\n“three” a', [5, 10]],
    ['«One\n»two\n»three» a', [5, 10]],
    ['‹One\n›two› a', [5]],
    ['“One\n«two» three” a', []],
    ['“One “two” three” a', []],
  ])('may open again at the lines of a paragraph: %j', (text, offsets) => {
    const { pairs, open } = pairMarks(text);
    expect(pairs.map(({ reopened }) => reopened.map(({ start }) => start))).toEqual([offsets]);
    expect(open).toEqual([]);
  });
});

describe('a mark without a partner', () => {
  const offsets = (text: string) => {
    const { open, lost, stray, reopened } = pairMarks(text);
    return [open, lost, stray, reopened].map((marks) => marks.map(({ start }) => start));
  };

  it.each([
    ['stays open to the end', 'a “b „c', [[2, 5], [], [], []]],
    ['stays open to the end, opened again at a line', '“a\n“b', [[0], [], [], [3]]],
    ['stays open to the end, also a single one', 'a ‘b', [[2], [], [], []]],
    ['is an apostrophe if it is straight and single', "a 'b c", [[], [], [], []]],
    ['is an apostrophe if it could only close', 'a ’b c', [[], [], [], []]],
    ['is an apostrophe before a shortened word', 'I saw ‘em go', [[], [], [], []]],
    ['is lost inside a pair', '“a «b” c', [[], [3], [], []]],
    ['closes nothing when it was lost', '“a «b” c» d', [[], [3], [8], []]],
    ['is an apostrophe inside a pair', '“a ‘b” c', [[], [], [], []]],
    ['closes nothing', 'a” b', [[], [], [1], []]],
    ['closes nothing, straight', 'a" b', [[], [], [1], []]],
    ['closes nothing, between a bracket and a full stop', 'a)". b', [[], [], [2], []]],
    ['is nothing between two spaces', 'a " b', [[], [], [], []]],
    ['closes nothing, straight and wide', 'a＂ b', [[], [], [1], []]],
    ['closes nothing, of two apostrophes', "a'' b", [[], [], [1], []]],
    ['closes nothing, with a number before its word', '6 a" b', [[], [], [3], []]],
    ['closes nothing, turned, between two spaces', 'a » b', [[], [], [2], []]],
    ['closes nothing, turned, between two dashes', 'a –»– b', [[], [], [3], []]],
    ['is inches', '6" b', [[], [], [], []]],
    ['is part of a word', 'צה"ל', [[], [], [], []]],
    ['is part of a word in a quotation', '“צה"ל” b', [[], [], [], []]],
  ])('%s: %s', (_, text, expected) => {
    expect(offsets(text)).toEqual(expected);
  });
});

describe('an apostrophe', () => {
  it.each([
    ['of a possessive, when a sure end follows', '‘the workers’ union,’ he said', ['‘the workers’ union,’']],
    ['of a shortened word in n, when a sure end follows', '‘dancin’ all night!’ he', ['‘dancin’ all night!’']],
    ['of a capital possessive', '‘THE WORKERS’ UNION.’ he', ['‘THE WORKERS’ UNION.’']],
    ['is none where a sign follows', '‘the workers’, he said, ‘go.’', ['‘the workers’', '‘go.’']],
    ['is none where no sure end follows', '‘the workers’ he said', ['‘the workers’']],
    ['is none before the next opening', '‘the workers’ said ‘go.’', ['‘the workers’', '‘go.’']],
    ['is none before the next opening, straight', "'the workers' said 'go.'", ["'the workers'", "'go.'"]],
    ['is none behind another letter', '‘the work’ of men,’ he', ['‘the work’']],
    ['of a possessive, with the sure end last', '‘the workers’ union’', ['‘the workers’ union’']],
    ['of a possessive, with a sign inside the sure end', "'the workers' union!' he", ["'the workers' union!'"]],
    ['of a year', '‘from the ’80s on,’ he', ['‘from the ’80s on,’']],
    ['of a single year', "'the summer of '84 was cold,' he", ["'the summer of '84 was cold,'"]],
    ['of a possessive before other marks', '‘the workers’ “go” and left,’ he', ['‘the workers’ “go” and left,’']],
    ['is none where other marks end by a sign', '‘the workers’ (“go”) left’ he', ['‘the workers’', '“go”']],
    ['is none where one before a word stands by a sign', '‘the workers’ —’tis true— left’ he', ['‘the workers’']],
    ['of a straight year', "'from the '80s on,' he", ["'from the '80s on,'"]],
    ['of a year is none where it is closed', "He called it '84' then", ["'84'"]],
    ['of a decade is none where it is closed', "He called it '80s' then", ["'80s'"]],
    ['of a longer number is none', "He wrote '1984 b' then", ["'1984 b'"]],
    ['before a known word', "He saw 'em and 'TIL then", []],
    ['before a known word is none where it is closed', "He wrote 'til' then", ["'til'"]],
    ['before a longer word is none', "He wrote 'emmer' then", ["'emmer'"]],
    ['on both sides of n', "rock 'n' roll", []],
    ['before an unknown word is none', "He wrote 'abc def' then", ["'abc def'"]],
  ])('%s: %s', (_, text, expected) => {
    expect(pairsOf(text)).toEqual(expected);
  });
});
