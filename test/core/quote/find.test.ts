import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../src/core/quote/find.ts';
import { readHtml } from '../../../src/core/read/html/index.ts';
import { readText } from '../../../src/core/read/text/index.ts';
import { documentOf, fixture } from './support.ts';

const textsOf = (article: string): string[] => findQuotations(readText(article)).quotations.map(({ text }) => text);

describe('an article in the marks of many languages', () => {
  const [, ...rows] = fixture('marks.expected.tsv').trimEnd().split('\n');
  const found = findQuotations(readText(fixture('marks.txt')));

  it('has every quotation found once, with its role, and nothing else', () => {
    const listed = found.quotations.map(({ role, text }) => `${role}\t${text.replaceAll('\n', ' ')}`);
    expect(listed).toEqual(rows);
  });

  it('says where a mark has no partner', () => {
    const texts = readText(fixture('marks.txt')).blocks.map(({ text }) => text);
    expect(found.unpaired.map(({ block, offset }) => texts[block]?.slice(offset, offset + 14))).toEqual([
      '“This sentence',
    ]);
  });
});

describe('apostrophes', () => {
  it.each([
    ['It’s the workers’ day, rock ’n’ roll and the ’80s. ’Tis so.', []],
    ["It's the workers' day, rock 'n' roll and the '80s. 'Tis so.", []],
    ["'s Ochtends, 't Hooft en d'r bij.", []],
    ['‘The workers’ union is strong,’ he said.', ['The workers’ union is strong,']],
    ['‘Yes’ he said, and the workers’ union agreed.', ['Yes']],
    ["'I don't know the boys' names,' she said.", ["I don't know the boys' names,"]],
    ['He is 6\'2" tall and the pipe is 4" wide.', []],
    ['l’homme d’aujourd’hui n’a qu’un “oui”', ['oui']],
    ['צה"ל הודיע', []],
  ])('%s', (article, expected) => {
    expect(textsOf(article)).toEqual(expected);
  });
});

describe('nesting', () => {
  it.each([
    ['“A ‘b “c” d’ e” and “f”', ['A ‘b “c” d’ e', 'f']],
    ['"He said \'go\' to me," she said.', ["He said 'go' to me,"]],
    ['«Il a dit «oui» deux fois»', ['Il a dit «oui» deux fois']],
    ['„Er sagte ‚ja‘ dazu“', ['Er sagte ‚ja‘ dazu']],
    ["``quoted as in TeX''", ['quoted as in TeX']],
    ['<<mot à mot>>', ['mot à mot']],
    ['他说“今天很好”。她说"明天见"，就走了。', ['今天很好', '明天见']],
    ['“mixed marks" here', ['mixed marks']],
  ])('%s', (article, expected) => {
    expect(textsOf(article)).toEqual(expected);
  });
});

describe('marks without a partner', () => {
  it('never swallow the rest of the article', () => {
    const { quotations, unpaired } = findQuotations(
      readText('“Open and never closed.\n\nAnother paragraph.\n\n“Closed.”'),
    );
    expect(quotations.map(({ text }) => text)).toEqual(['Closed.']);
    expect(unpaired).toEqual([{ block: 0, offset: 0, count: 1 }]);
  });

  it('do not hide the quotations behind them', () => {
    const { quotations, unpaired } = findQuotations(readText('“A, she says. “B is there.” Then “C is too.”'));
    expect(quotations.map(({ text }) => text)).toEqual(['B is there.', 'C is too.']);
    expect(unpaired).toHaveLength(1);
  });

  it('are told when they close nothing', () => {
    expect(findQuotations(readText('It ends.” He left.')).unpaired).toEqual([{ block: 0, offset: 8, count: 1 }]);
  });
});

describe('paragraphs', () => {
  it('join when each opens and the last one closes, over a box between them', () => {
    const document = documentOf('“One.', { text: '“In a box.”', setOff: { by: 'aside' } }, '“Two.”');
    expect(findQuotations(document).quotations.map(({ text }) => text)).toEqual(['One.\nTwo.', 'In a box.']);
  });

  it('join when the lines of one paragraph open again', () => {
    expect(textsOf('“One line.\n“Another line,” he said.')).toEqual(['One line.\nAnother line,']);
  });
});

describe('block quotes', () => {
  it('are quotations without marks, their source line left out', () => {
    const { quotations } = findQuotations(
      documentOf('He wrote:', { text: 'We left at dawn.\n— Ada Brenn', kind: 'quote' }),
    );
    expect(quotations.map(({ text }) => text)).toEqual(['We left at dawn.']);
  });

  it('with marks are listed once', () => {
    const { quotations } = findQuotations(documentOf({ text: '“We left at dawn.” — Ada Brenn', kind: 'quote' }));
    expect(quotations.map(({ text }) => text)).toEqual(['We left at dawn.']);
  });
});

describe('dialogue in dashes', () => {
  it('is found where the article shows the convention', () => {
    const article = '—No lo sé —dijo Ana—. Ya veremos.\n\n—¿Y el barco? —preguntó Luis.\n\nSe fueron.';
    expect(textsOf(article)).toEqual(['No lo sé', 'Ya veremos.', '¿Y el barco?']);
  });

  it('is found in French, where commas set the narrator off', () => {
    expect(textsOf('— Je ne sais pas, dit Anne. On verra.\n\n— Et le bateau ?')).toEqual([
      'Je ne sais pas',
      'On verra.',
      'Et le bateau ?',
    ]);
  });

  it('is not seen in one dash alone', () => {
    expect(textsOf('— a remark\n\nHe went home — late — and slept.')).toEqual([]);
  });
});

describe('roles', () => {
  it('come from kinds, boxes and credit lines', () => {
    const { quotations } = findQuotations(
      documentOf(
        { text: '“A head”', kind: 'heading' },
        'He said “a body part” to us.',
        { text: '“A pulled part”', setOff: { by: 'aside' } },
        { text: '“A caption part”', kind: 'caption' },
        { text: '“A caption part”', kind: 'caption' },
      ),
    );
    expect(quotations.map(({ role }) => role)).toEqual(['headline', 'body', 'pull-quote', 'caption']);
  });

  it('take a paragraph that is all quotation for body, unless it echoes another one', () => {
    const long =
      '“We carried the dead, and the post, and once a piano when the road was flooded in spring,” he said, and left.';
    const article = readText(
      `${'A long first paragraph. '.repeat(12)}\n\n${long}\n\n“We carried the dead when the road was flooded”\n\n“Nothing of the kind was ever said before”`,
    );
    expect(findQuotations(article).quotations.map(({ role }) => role)).toEqual(['body', 'pull-quote', 'body']);
  });

  it('take a short first paragraph for body and not for a headline', () => {
    const article = readText(
      `‘We rowed at night’ says the ferryman\n\n“We rowed at night,” he said.\n\n${'A longer paragraph. '.repeat(20)}`,
    );
    expect(findQuotations(article).quotations.map(({ role }) => role)).toEqual(['headline', 'body']);
  });
});

describe('attribution', () => {
  const whoOf = (article: string) =>
    findQuotations(readText(article)).quotations.map(({ attribution: { name, by, asked } }) => [name, by, asked]);

  it.each([
    ['“A b c,” says Aldo Brenn.', [['Aldo Brenn', 'named', false]]],
    ['“A b c,” Brenn also said.', [['Brenn', 'named', false]]],
    ['According to Brenn, “a b c”.', [['Brenn', 'named', false]]],
    ['Brenn: “A b c.”', [['Brenn', 'named', false]]],
    [
      'Brenn said “a b c”. “D e f,” he added.',
      [
        ['Brenn', 'named', false],
        ['Brenn', 'carried', false],
      ],
    ],
    [
      '“A b c,” said Brenn, “d e f.”',
      [
        ['Brenn', 'named', false],
        ['Brenn', 'named', false],
      ],
    ],
    ['“A b c?” asked the reporter.', [[null, 'carried', true]]],
    ['“A b c!” he answered when asked about it.', [[null, 'carried', false]]],
    ['„A b c“, sagt Frau Quast.', [['Frau Quast', 'named', false]]],
    ['«А б в», — сказал Левко Дрозд.', [['Левко Дрозд', 'named', false]]],
    ['The sign read “a b c” above Brenn.', [[null, 'nobody', false]]],
  ])('%s', (article, expected) => {
    expect(whoOf(article)).toEqual(expected);
  });
});

describe('the source of a block quote in HTML', () => {
  const WORDS = 'The tide was out. Nobody rang the bell.';
  const quotedIn = async (page: string): Promise<readonly string[]> =>
    findQuotations(await readHtml(page)).quotations.map(({ text }) => text);

  it.each([
    ['a line of its own', `<blockquote><p>${WORDS}</p><cite>Aldo Brenn, pilot of the ferry</cite></blockquote>`],
    ['behind the last sentence', `<blockquote><p>${WORDS} <cite>Aldo Brenn</cite></p></blockquote>`],
    ['behind a dash', `<blockquote>${WORDS} — <cite>Aldo Brenn</cite></blockquote>`],
    ['behind a line break', `<blockquote>${WORDS}<br><cite>Aldo Brenn</cite></blockquote>`],
    ['a footer', `<blockquote><p>${WORDS}</p><footer>Aldo Brenn in <cite>The Ferry</cite></footer></blockquote>`],
  ])('is not quoted: %s', async (_, page) => {
    expect(await quotedIn(page)).toEqual([WORDS]);
  });

  it.each([
    ['a work is named inside', 'I read <cite>The Ferry</cite> that night.', 'I read The Ferry that night.'],
    ['the sentence ends in it', 'I rang the bell for <cite>nobody</cite>', 'I rang the bell for nobody'],
    [
      'it is too long for a name',
      `${WORDS} <cite>${'And so on '.repeat(13)}</cite>`,
      `${WORDS} ${'And so on '.repeat(13)}`.trim(),
    ],
  ])('is quoted where %s', async (_, words, expected) => {
    expect(await quotedIn(`<blockquote>${words}</blockquote>`)).toEqual([expected]);
  });
});
