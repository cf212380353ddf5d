import { describe, expect, it } from 'vitest';
import { STRICT } from '../../../src/core/judge/policy.ts';
import { judgeArticle } from '../../../src/core/quote/index.ts';
import { readText } from '../../../src/core/read/text/index.ts';
import { against, only, sourceOf } from './support.ts';

const INTERVIEW = sourceOf(
  'mill',
  `The Mill at Orrow

Vera Lund: Who owns the mill today, if the village does not own it?

Tomas Brae: I own the wheel and the two stones. I did not sign the lease of 1987, and I will never sign it. My brother wanted to go (*), but I stayed with him.

We ground rye for the villages until the war. My sister said “the mill is dead, leave it” and I answered that she should listen to the wheel (she later denied that she had said so).

Vera Lund: And the flour, was it ever stolen from you?

Tomas Brae: Flour is stolen by mice, not by neighbours. I wanted more water and I sold the old stone for three hundred crowns.

Petra Holm: He forgets the second stone. I bought the second stone from him in May.`,
);

const judge = (article: string) => only(against(article, [INTERVIEW]));
const codesOf = (article: string) => judge(article).findings.map(({ code, level }) => `${level} ${code}`);

describe('conventions, each with the words it covers', () => {
  it.each([
    ['He said “[I] own the wheel”.', 'convention', 'replaced', '[I]', 'I'],
    ['He said “[F]lour is stolen by mice”.', 'convention', 'bracketed-capital', '[F]lour', 'Flour'],
    ['He said “i own the wheel and the two stones”.', 'verbatim', 'opening-capital', 'i', 'I'],
    ['He said “I own the wheel and the two stones!”', 'verbatim', 'closing-sign', '!', '.'],
    ['He said “I own the wheel [of oak] and the two stones”.', 'convention', 'inserted', '[of oak]', ''],
    [
      'He said “[my brother] wanted more water and I sold the old stone”.',
      'convention',
      'replaced',
      '[my brother]',
      'I',
    ],
    ['He said “We ground rye [for them] until the war”.', 'convention', 'replaced', '[for them]', 'for the villages'],
    ['He said “I want[ed] more water and I sold the old stone”.', 'convention', 'replaced', 'want[ed]', 'wanted'],
    ['He said “I own the wheel [sic] and the two stones”.', 'convention', 'sic', '[sic]', ''],
    ['He said “We ground rye … until the war”.', 'convention', 'ellipsis', '…', 'for the villages'],
    ['He said “We ground rye . . . until the war”.', 'convention', 'ellipsis', '. . .', 'for the villages'],
    ['He said “We ground rye [...] until the war”.', 'convention', 'ellipsis', '[...]', 'for the villages'],
    ['He said “We ground rye (…) until the war”.', 'convention', 'ellipsis', '(…)', 'for the villages'],
    ['He said “My brother wanted to go, but I stayed with him.”', 'convention', 'mark-left-out', '', '(*)'],
  ])('%s', (article, verdict, convention, text, sealed) => {
    const result = judge(article);
    expect(result.verdict).toBe(verdict);
    expect(result.pass).toBe(true);
    expect(result.conventions.filter((use) => use.convention === convention)).toEqual([{ convention, text, sealed }]);
  });

  it('take a mark that is quoted with the rest for what it is', () => {
    expect(judge('He said “My brother wanted to go (*), but I stayed with him.”')).toMatchObject({
      verdict: 'verbatim',
      conventions: [],
    });
  });

  it('take a bracket around the transcript’s own words for nothing', () => {
    const result = judge('He said “I sold the old stone for [three] hundred crowns.”');
    expect(result).toMatchObject({ verdict: 'convention', pass: true });
  });

  it('let a stage direction be left out, and no other parenthesis', () => {
    const source = sourceOf(
      'aside',
      'Ann: Honestly, it is a miracle (laughs) that we (the crew) sail at all.\n\nBob: Is it?\n\nAnn: Yes.\n\nBob: No?',
    );
    const [first, second] = against(
      'He heard “it is a miracle that we (the crew) sail” and “a miracle that we sail at all”.',
      [source],
    ).quotations;
    expect(first).toMatchObject({
      verdict: 'convention',
      conventions: [{ convention: 'mark-left-out', sealed: '(laughs)' }],
    });
    expect(second).toMatchObject({ verdict: 'altered', pass: false });
  });

  it('do not let a mark be added', () => {
    expect(judge('He said “I own the wheel (*) and the two stones.”')).toMatchObject({
      verdict: 'altered',
      pass: false,
    });
  });

  it('do not let [sic] cover a word the source does not have', () => {
    const result = judge('He said “I own the whele [sic] and the two stones.”');
    expect(result.verdict).toBe('altered');
    expect(result.findings[0]).toMatchObject({
      sealed: { text: 'wheel' },
      copy: { text: 'whele' },
      data: { kind: 'substitution' },
    });
  });
});

describe('conventions that turn the meaning', () => {
  it.each([
    ['He said “I did … sign the lease of 1987.”', 'fail negation-swallowed'],
    ['He said “I [did] sign the lease of 1987.”', 'fail bracket-turns-meaning'],
    ['He said “I did [not] own the wheel and the two stones.”', 'fail quotation-altered'],
    ['He said “I own [not] the wheel and the two stones.”', 'fail bracket-turns-meaning'],
    ['He said “I sold the old stone for [five] hundred crowns.”', 'fail bracket-turns-meaning'],
    ['He said “[I am happy to] sign the lease of 1987.”', 'fail bracket-turns-meaning'],
    ['He said “I will never [un]sign it.”', 'fail bracket-turns-meaning'],
  ])('%s', (article, finding) => {
    const result = judge(article);
    expect(result.findings.map(({ code, level }) => `${level} ${code}`)).toContain(finding);
    expect(result).toMatchObject({ verdict: 'altered', pass: false });
  });

  it('are a note where whole sentences are left out', () => {
    const article =
      'He said “I own the wheel and the two stones. … My brother wanted to go (*), but I stayed with him.”';
    expect(judge(article)).toMatchObject({ verdict: 'convention', pass: true });
    expect(codesOf(article)).toContain('note gap-has-negation');
  });
});

describe('splices', () => {
  it.each([
    'He said “I own the wheel and the two stones. Flour is stolen by mice.”',
    'He said “Flour is stolen by mice. I own the wheel and the two stones.”',
    'He said “but I stayed with him. We sold the old stone”.',
    'He said “… the old stone for three hundred crowns. He forgets the second stone.”',
    'He said “We ground rye for the villages … not by neighbours”.',
  ])('%s', (article) => {
    const result = judge(article);
    expect(['spliced', 'altered', 'not-found']).toContain(result.verdict);
    expect(result.pass).toBe(false);
  });

  it('are named when the parts run on from one turn into another', () => {
    expect(judge('He said “for three hundred crowns. He forgets the second stone.”').verdict).toBe('spliced');
  });

  it('are not seen where one turn has two paragraphs', () => {
    expect(judge('He said “but I stayed with him. We ground rye for the villages.”').verdict).toBe('verbatim');
  });
});

describe('who said it', () => {
  it.each([
    ['“I bought the second stone from him,” said Tomas Brae.', 'other-speaker', 'Petra Holm', 'speech'],
    ['“Who owns the mill today,” said Brae.', 'other-speaker', 'Vera Lund', 'question'],
    ['“Was it ever stolen from you?” the villagers heard.', 'other-speaker', 'Vera Lund', 'question'],
  ])('%s', (article, verdict, speaker, role) => {
    const result = judge(article);
    expect(result).toMatchObject({ verdict, pass: false });
    expect(result.findings.find(({ code }) => code === 'quotation-other-speaker')).toMatchObject({
      speaker,
      data: { role },
    });
  });

  it.each([
    '“Who owns the mill today?” asked the reporter.',
    '“Who owns the mill today?” asked Vera Lund.',
    '“Who owns the mill today?” said Lund.',
    '“I bought the second stone from him,” said Holm.',
    '“I bought the second stone from him,” she said.',
  ])('is right: %s', (article) => {
    expect(judge(article)).toMatchObject({ verdict: 'verbatim', pass: true });
  });

  it('is a note where the name is not the transcript’s', () => {
    const article = '“I own the wheel and the two stones,” said Miller Oakes.';
    expect(judge(article)).toMatchObject({ verdict: 'verbatim', pass: true });
    expect(codesOf(article)).toEqual(['note quotation-other-speaker']);
  });

  it('names reported speech and parentheses inside an answer', () => {
    const roles = ['“the mill is dead, leave it”', '“she later denied that she had said so”'].map(
      (quoted) =>
        judge(`Brae says ${quoted}.`).findings.find(({ code }) => code === 'quotation-other-speaker')?.data['role'],
    );
    expect(roles).toEqual(['reported', 'parenthesis']);
  });
});

describe('context', () => {
  it('is noted where a quotation stops just before a word that turns it', () => {
    const result = judge('Brae says: “Flour is stolen by mice.”');
    expect(result.findings).toMatchObject([
      { code: 'context-turns', level: 'note', data: { word: 'not', side: 'after' } },
    ]);
    expect(result.pass).toBe(true);
  });

  it('is noted where a quotation starts just behind one', () => {
    expect(judge('Brae says he would “sign the lease of 1987”.').findings).toMatchObject([
      { code: 'context-turns', data: { word: 'not', side: 'before' } },
    ]);
  });

  it('is given before and after', () => {
    expect(judge('Brae says: “We ground rye for the villages until the war.”').transcript).toMatchObject({
      before: '',
      after:
        'My sister said “the mill is dead, leave it” and I answered that she should listen to the wheel (she later denied that she had said so',
      speaker: 'Tomas Brae',
    });
  });
});

describe('an attribution inside a sentence', () => {
  it('does not hide a word that was dropped there', () => {
    const { quotations } = against('“I did,” says Brae, “sign the lease of 1987.”', [INTERVIEW]);
    expect(quotations.map(({ verdict }) => verdict)).toEqual(['verbatim', 'altered']);
    expect(quotations[1]?.findings[0]).toMatchObject({ code: 'quotation-altered', sealed: { text: 'not' } });
  });

  it('does not hide that its parts come from two places', () => {
    const { quotations } = against('“We ground rye for the villages,” says Brae, “not by neighbours.”', [INTERVIEW]);
    expect(quotations.map(({ verdict }) => verdict)).toEqual(['verbatim', 'spliced']);
  });

  it('passes where nothing was dropped', () => {
    const { quotations } = against('“Flour is stolen by mice,” says Brae, “not by neighbours.”', [INTERVIEW]);
    expect(quotations.map(({ verdict }) => verdict)).toEqual(['verbatim', 'verbatim']);
  });
});

describe('what cannot be told', () => {
  it.each([
    ['It was a “great honour” to be there.', 'short'],
    ['The so-called “friends of the mill” left.', 'term'],
    ['Brae says the so-called “friends of the mill” left.', 'term'],
    ['In the novel “a wheel in the water at night” nothing happens.', 'title'],
    ['They sang “The Song of the Silent Wheel” there.', 'title'],
  ])('is unchecked and passes: %s', (article, reason) => {
    const result = judge(article);
    expect(result).toMatchObject({ verdict: 'unchecked', pass: true });
    expect(result.findings[0]?.data).toEqual({ reason });
  });

  it('is everything without a transcript', () => {
    expect(only(against('“I own the wheel and the two stones,” he said.', []))).toMatchObject({
      verdict: 'unchecked',
      pass: true,
      findings: [{ code: 'quotation-unchecked', data: { reason: 'no-transcript' } }],
    });
  });

  it.each([
    ['with no word but the editor’s', 'He said “[it]”.'],
    ['that nobody said', 'He said “water wheels”.'],
    ['that swallow a negation', 'He said “did … sign”.'],
    ['that run over two turns', 'He said “you flour”.'],
    ['that somebody else said', '“Who owns,” said Brae.'],
  ])('is a word or two %s', (_, article) => {
    expect(judge(article)).toMatchObject({ verdict: 'unchecked', findings: [{ data: { reason: 'short' } }] });
  });

  it('is no term or title that a transcript has in other words', () => {
    expect(judge('The so-called “stolen by mouse not” is here.').verdict).toBe('altered');
  });

  it('is a word or two that stand so: never', () => {
    expect(judge('He said “two stones”.').verdict).toBe('verbatim');
  });

  it('is never a sentence given to somebody', () => {
    expect(judge('“The Mill Will Burn One Day,” says Brae.')).toMatchObject({ verdict: 'not-found', pass: false });
    expect(judge('“The mill will burn one day,” says Brae.')).toMatchObject({ verdict: 'not-found', pass: false });
  });
});

describe('a verdict that fails', () => {
  it.each([
    'Brae says “We ground rye for the villages … not by neighbours”.',
    'Brae says “We ground rye [of all the kinds there are] that she had said so”.',
    'Brae says “Flour is [un]stolen by mice”.',
    'Brae says “I sell[ing] the old stone for three hundred crowns”.',
  ])('always has a finding that says why: %s', (article) => {
    const { verdict, pass, findings } = judge(article);
    expect(['altered', 'spliced', 'not-found']).toContain(verdict);
    expect(findings.some(({ level }) => level === 'fail')).toBe(true);
    expect(pass).toBe(false);
  });
});

describe('the policy', () => {
  it('decides what passes and never the verdict', () => {
    const article = readText('Brae says: “I own the wheel, and the two stones.”');
    const judged = [STRICT, { allow: STRICT.allow, deny: new Set(['quotation-repunctuated'] as const) }].map((policy) =>
      only(judgeArticle(article, 'a', [INTERVIEW], { policy, mode: 'against' })),
    );
    expect(judged.map(({ verdict, pass }) => [verdict, pass])).toEqual([
      ['repunctuated', true],
      ['repunctuated', false],
    ]);
  });
});

describe('a hyphen at a line end', () => {
  it.each(['the millstone is old', 'the mill-stone is old'])(
    'belongs to the word or not, as the transcript has it: %s',
    (said) => {
      const source = sourceOf('hyphen', `Ann: Why?\n\nBob: We say ${said} now.\n\nAnn: How?\n\nBob: Yes.`);
      expect(only(against('He said “the mill-\nstone is old”.', [source])).verdict).toBe('verbatim');
    },
  );
});

describe('an article', () => {
  it('passes when all its quotations pass', () => {
    const right = '“I own the wheel and the two stones,” said Brae.';
    const wrong = '“I own the wheel and the three stones,” said Brae.';
    const passOf = (article: string) => against(article, [INTERVIEW]).pass;
    expect([right, wrong, `${right}\n\n${wrong}`, `${wrong}\n\n${right}`, 'Nobody said a word.'].map(passOf)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it('has marks without a partner told, and passes unless they are denied', () => {
    const around = 'and so on for a long while, until the end of it came ';
    const article = readText(`${around}“${around}`);
    const judged = [STRICT, { allow: STRICT.allow, deny: new Set(['quotation-unbalanced'] as const) }].map((policy) =>
      judgeArticle(article, 'a', [INTERVIEW], { policy, mode: 'against' }),
    );
    expect(judged.map(({ pass }) => pass)).toEqual([true, false]);
    expect(judged[0]?.findings).toEqual([
      {
        code: 'quotation-unbalanced',
        level: 'note',
        speaker: null,
        passage: null,
        sealed: null,
        copy: {
          text: `“${around.slice(0, 39)}`,
          before: around.slice(-40),
          after: '',
          place: { by: 'line', line: 1, column: 54 },
        },
        count: 1,
        data: {},
      },
    ]);
  });
});
