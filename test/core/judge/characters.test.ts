/** Characters that show nothing: which of them a copy may hold, and which could show a reader, or a search, another word. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/judge/finding.ts';
import { compare } from '../verify/support.ts';

const QUESTION = 'Q: Who kept the ferry running in those years?';

/** The findings of characters in a copy whose answer is `copy`, where the transcript's is `sealed`. */
async function charactersOf(sealed: string, copy: string): Promise<readonly Finding[]> {
  const { findings } = await compare(`${QUESTION}\n\n${sealed}\n`, `${QUESTION}\n\n${copy}\n`);
  return findings.filter(({ code }) => code === 'invisible-character' || code === 'format-character');
}

const codesOf = (findings: readonly Finding[]) => findings.map(({ code, level, count }) => `${code} ${level} ${count}`);

const SAID = 'My brother kept it, and nobody ever paid him for the winters.';
const NOTE = ['format-character note 1'];
const FAILURE = ['invisible-character fail 1'];

describe('a copy may hold', () => {
  it.each([
    ['a soft hyphen', SAID.replace('brother', 'bro\u00adther')],
    ['a byte order mark', SAID.replace('kept', '\ufeffkept')],
    ['a word joiner', SAID.replace('kept', 'kept\u2060')],
    ['a left-to-right mark', SAID.replace('it,', 'it,\u200e')],
    ['a right-to-left mark', SAID.replace('it,', 'it,\u200f')],
    ['an Arabic letter mark', SAID.replace('it,', 'it,\u061c')],
    ['a zero-width space between words', SAID.replace('kept it', 'kept \u200bit')],
    ['one behind a word', SAID.replace('kept it', 'kept\u200b it')],
    ['one before a sign', SAID.replace('it,', 'it\u200b,')],
  ])('%s', async (_, copy) => {
    expect(codesOf(await charactersOf(SAID, copy))).toEqual(NOTE);
  });

  it.each([
    ['behind an emoji', 'We kept it ❤\ufe0f all winter long, he and I.', '❤\ufe0f'],
    [
      'behind a picture beyond the basic plane',
      'We kept it \u{1f3e0}\ufe0e all winter long, he and I.',
      '\u{1f3e0}\ufe0e',
    ],
    ['behind a digit in a box', 'We kept number 3\ufe0f\u20e3 all winter long, he and I.', '3\ufe0f\u20e3'],
    ['behind the first sign of a paragraph', '3\ufe0f\u20e3 of us kept it all winter long, he and I.', '3\ufe0f\u20e3'],
  ])('a variation selector %s', async (_, copy, sign) => {
    const sealed = copy.replace(sign, sign.replace(/[\ufe0e\ufe0f]/u, ''));
    expect(codesOf(await charactersOf(sealed, copy))).toEqual(NOTE);
  });

  it.each([
    ['Thai', 'พี่ชายของฉันดูแลเรือข้ามฟากทุกฤดูหนาว', 'พี่ชาย\u200bของฉัน\u200bดูแลเรือข้ามฟากทุกฤดูหนาว'],
    ['Khmer', 'បងប្រុសខ្ញុំថែទាំសាឡាងរាល់រដូវរងា', 'បងប្រុស\u200bខ្ញុំ\u200bថែទាំសាឡាងរាល់រដូវរងា'],
  ])('zero-width spaces between the words of %s, which is written without spaces', async (_, sealed, copy) => {
    expect(codesOf(await charactersOf(sealed, copy))).toEqual(['format-character note 2']);
  });

  it.each([
    ['Hebrew', 'אחי שמר על המעבורת'],
    ['Arabic', 'أخي كان يعتني بالعبارة'],
    ['Syriac', 'ܐܚܝ ܢܛܪ ܠܡܥܒܪܬܐ'],
    ['Thaana', 'އަޅުގަނޑުގެ ބޭބެ ދޯނި ބެލެހެއްޓި'],
    ['N’Ko', 'ߒ ߞߐߙߐߞߍ ߞߊ߬ ߞߎߟߎ߲ ߠߊߓߊ߯ߙߊ߫'],
  ])('closed isolates in %s', async (_, text) => {
    const sealed = `${text} Aldo 1947 ${text}`;
    const copy = sealed.replace('Aldo', '\u2068Aldo\u2069').replace('1947', '\u20661947\u2069');
    expect(codesOf(await charactersOf(sealed, copy))).toEqual(['format-character note 4']);
  });

  it('whatever the transcript holds at the same words', async () => {
    const same = SAID.replace('kept it', 'kept \u202eit\u202c');
    expect(await charactersOf(same, same)).toEqual([]);
    expect(codesOf(await charactersOf(same, same.replace('\u202c', '')))).toEqual(FAILURE);
    expect(codesOf(await charactersOf(same, same.replace('\u202e', '\u202d')))).toEqual([
      'invisible-character fail 1',
      'invisible-character fail 1',
    ]);
    expect(await charactersOf(same, SAID)).toEqual([]);
  });

  it('but not at other words', async () => {
    const sealed = 'We kept it ❤\ufe0f all winter long, he and I.';
    expect(codesOf(await charactersOf(sealed, 'We kept it\ufe0f ❤ all winter long, he and I.'))).toEqual(FAILURE);
  });

  it('anything in a block that is none of the transcript’s', async () => {
    const { findings } = await compare(
      `${QUESTION}\n\n${SAID}\n`,
      `The ferry \u202enews\n\n${QUESTION}\n\n${SAID}\n\nAbout\u2063 us\n`,
    );
    expect(findings.map(({ code }) => code)).not.toContain('invisible-character');
  });
});

describe('a copy fails that holds', () => {
  it.each([
    ['a zero-width space inside a word', SAID.replace('nobody', 'no\u200bbody')],
    ['one inside a word of letters beyond the basic plane', '𐐣𐐴 𐐺𐑉𐐲\u200b𐑄𐐲𐑉 𐐿𐐯𐐹𐐻 𐐮𐐻'],
    ['one inside a number', 'It was 19\u200b47, and my brother kept it.'],
    ['an override', SAID.replace('it,', '\u202eit,')],
    ['an embedding', SAID.replace('it,', '\u202bit,')],
    ['an invisible sign', SAID.replace('it,', 'it\u2063,')],
    ['a tag', SAID.replace('it,', 'it\u{e0041},')],
    ['a musical sign that shows nothing', SAID.replace('it,', 'it\u{1d173},')],
    ['a shorthand sign that shows nothing', SAID.replace('it,', 'it\u{1bca0},')],
    ['a grapheme joiner', SAID.replace('it,', 'it\u034f,')],
    ['a variation selector behind a letter', SAID.replace('it,', 'it\ufe0f,')],
    ['a variation selector behind nothing', `\ufe0f${SAID}`],
    ['a variation selector of another kind', 'We kept it ❤\ufe01 all winter long, he and I.'],
    ['an isolate in a text without words from right to left', SAID.replace('it,', '\u2066it,')],
  ])('%s', async (_, copy) => {
    const sealed = copy.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
    expect(codesOf(await charactersOf(sealed, copy))).toEqual(FAILURE);
  });

  it.each([
    ['two zero-width spaces', 'no\u200b\u200bbody', ['invisible-character fail 2']],
    ['one behind a soft hyphen', 'no\u00ad\u200bbody', ['invisible-character fail 1', 'format-character note 1']],
    ['one before a joiner', 'no\u200b\u200cbody', ['invisible-character fail 1']],
  ])('%s inside a word', async (_, word, codes) => {
    expect(codesOf(await charactersOf(SAID, SAID.replace('nobody', word)))).toEqual(codes);
  });

  it('closed isolates in a text without words from right to left', async () => {
    const found = await charactersOf(SAID, SAID.replace('kept it', '\u2068kept\u2069 it'));
    expect(codesOf(found)).toEqual([...FAILURE, ...FAILURE]);
  });

  it.each([
    ['open', '\u2067Aldo'],
    ['closed before they open', '\u2069\u2067Aldo'],
    ['closed once too often', '\u2067Aldo\u2069\u2069'],
  ])('isolates that are %s', async (_, name) => {
    const found = await charactersOf('אחי שמר על Aldo המעבורת', `אחי שמר על ${name} המעבורת`);
    expect(new Set(found.map(({ level }) => level))).toEqual(new Set(['fail']));
  });
});

describe('what is told', () => {
  it('is the character, the words around it, and its place', async () => {
    const [found] = await charactersOf(SAID, SAID.replace('nobody', 'no\u200bbody'));
    expect(found).toMatchObject({
      copy: {
        text: '\u200b',
        before: 'My brother kept it, and no',
        after: 'body ever paid him for the winters.',
        place: { by: 'line', line: 3, column: 27 },
      },
      data: { detail: 'U+200B' },
    });
  });

  it('has four digits at least, and as many as it takes', async () => {
    const details = async (sign: string) =>
      (await charactersOf(SAID, SAID.replace('it,', `it${sign},`)))[0]?.data['detail'];
    expect(await details('\u034f')).toBe('U+034F');
    expect(await details('\u{e0041}')).toBe('U+E0041');
  });

  it('quotes forty signs to either side, in one line', async () => {
    const sealed =
      'It was a long winter and the river froze from one bank\nto the other, so nobody had to keep the ferry in it until the thaw came.';
    const [found] = await charactersOf(sealed, sealed.replace('nobody', 'no\u{e0041}body'));
    expect(found?.copy).toMatchObject({
      before: ' froze from one bank to the other, so no',
      after: 'body had to keep the ferry in it until',
    });
  });

  it('is one finding for characters side by side, and one for each place', async () => {
    const tags = '\u{e0041}\u{e0042}\u{e0043}';
    expect(codesOf(await charactersOf(SAID, SAID.replace('it,', `it${tags},`).replace('paid', '\u202epaid')))).toEqual([
      'invisible-character fail 3',
      'invisible-character fail 1',
    ]);
  });

  it('keeps the paragraphs apart', async () => {
    const copy = `${QUESTION}\u2063\n\n\u2063${SAID}\n`;
    const { findings } = await compare(`${QUESTION}\n\n${SAID}\n`, copy);
    expect(codesOf(findings.filter(({ code }) => code === 'invisible-character'))).toEqual([...FAILURE, ...FAILURE]);
  });
});
