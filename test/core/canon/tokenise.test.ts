import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalise, tokenise } from '../../../src/core/canon/index.ts';

/** The stretch of the given text that each token stands for. */
function stretches(text: string): string[] {
  const { start, end } = tokenise(text);
  return Array.from(start, (from, index) => text.slice(from, end[index]));
}

/** Pieces in which every rule has something to do. */
const piece = fc.constantFrom(
  ...[
    'a',
    'b',
    'é',
    'e\u0301',
    '\u0301',
    '\u0323',
    'ﬁ',
    'ﷺ',
    'ﻻ',
    'ж',
    'ب',
    'می',
    '漢',
    'ก',
    'ั',
    'क',
    '्',
    '한',
    '\u1112',
    '\u1161',
  ],
  ...[
    '1',
    '2',
    '٣',
    '๑',
    'Ⅷ',
    '²',
    ' ',
    '  ',
    '\n',
    '\u00a0',
    '.',
    '..',
    '…',
    '-',
    '‑',
    '–',
    '—',
    '−',
    "'",
    '’',
    'ʼ',
    '"',
    '«',
    '_',
  ],
  ...[
    ',',
    ':',
    '(',
    '%',
    '€',
    '👍',
    '\u00ad',
    '\u200b',
    '\u200c',
    '\u200d',
    '\ufe0f',
    '\u{e0061}',
    '\u{16d67}',
    '\ud800',
    '\udc00',
  ],
);
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
);

describe('spans', () => {
  it.each([
    ['plain', 'He left.', ['He', 'left', '.']],
    ['composed', 'cafe\u0301 x', ['cafe\u0301', 'x']],
    ['dropped inside', 're\u00adturn it', ['re\u00adturn', 'it']],
    ['dropped around', '\ufeffyes\u200b no', ['yes', 'no']],
    ['dropped between base and mark', 'xe\u00ad\u0301y', ['xe\u00ad\u0301y']],
    ['expanded', 'an oﬃce, ﬁne', ['an', 'oﬃce', ',', 'ﬁne']],
    ['several tokens of one sign', 'a ﷺ b', ['a', 'ﷺ', 'ﷺ', 'ﷺ', 'ﷺ', 'b']],
    ['merged dots', 'so . . . on....', ['so', '. . .', 'on', '....']],
    ['merged dashes', 'a --- b', ['a', '---', 'b']],
    ['astral', '👍\u200d👍 𝐚', ['👍', '👍', '𝐚']],
    ['composed behind dropped', '\u00ade\u0301\u00ad e\u0301', ['e\u0301', 'e\u0301']],
    ['jamo', '\u1112\u1161\u11ab!', ['\u1112\u1161\u11ab', '!']],
  ])('%s', (_, text, expected) => expect(stretches(text)).toEqual(expected));

  it('ascend, hold something and stay in the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { start, end } = tokenise(text);
        for (let i = 0; i < start.length; i++) {
          const [from = -1, to = -1] = [start[i], end[i]];
          expect(from).toBeLessThan(to);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(from).toBeGreaterThanOrEqual(start[i - 1] ?? 0);
          expect(to).toBeGreaterThanOrEqual(end[i - 1] ?? 0);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('do not overlap, unless one sign or cluster becomes several tokens', () => {
    const split = /ﷺ|(?:[^\p{L}\p{M}\p{N}]|ʼ)\p{M}/u;
    const whole = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(
        whole.filter((text) => !split.test(text.replace(/\p{Default_Ignorable_Code_Point}/gu, ''))),
        (text) => {
          const { start, end } = tokenise(text);
          for (let i = 1; i < start.length; i++) expect(start[i]).toBeGreaterThanOrEqual(end[i - 1] ?? 0);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('leave out nothing but white space and what is dropped', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'é', '1', '.', '-', '’', '"', '漢', ' ', '€', '👍', '_', ':'), { maxLength: 40 }),
        (pieces) => {
          const text = pieces.join('');
          const { start, end } = tokenise(text);
          let at = 0;
          for (let i = 0; i < start.length; i++) {
            expect(text.slice(at, start[i]).trim()).toBe('');
            at = end[i] ?? 0;
          }
          expect(text.slice(at).trim()).toBe('');
        },
      ),
    );
  });
});

describe('tokens', () => {
  it('of a word’s own stretch are that word', () => {
    const word = fc.array(fc.constantFrom('a', 'ж', 'é', 'e\u0301', 'ﬁ', 'ב', '7', 'x\u00ad'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        const text = words.map((parts) => parts.join('')).join(' ');
        const { text: tokens } = tokenise(text);
        expect(stretches(text).map((stretch) => tokenise(stretch).text)).toEqual(tokens.map((token) => [token]));
      }),
    );
  });

  it.each([
    ['an apostrophe between spaced and unspaced letters stands alone', 'a’漢 漢’a', ['a', "'", '漢', '漢', "'", 'a']],
    ['so does a hyphen', 'a-漢 漢-a', ['a', '-', '漢', '漢', '-', 'a']],
    ['an underscore joins no unspaced letter', 'a_漢', ['a', '_', '漢']],
    ['a mark of no script stays with an unspaced letter', '漢\u0301漢', ['漢\u0301', '漢']],
    ['a hyphen and a dash are one dash', 'so -– 5 -–5', ['so', '—', '5', '—', '5']],
    ['a hyphen behind a minus sign is no minus', '−-5 −–5', ['−', '—', '5', '−', '—', '5']],
    ['two dots and spaced ones stay dots', '.. . . x', ['.', '.', '.', '.', 'x']],
    [
      'each sign that joins a word is folded',
      'do‑it‑yourself l’avant–l’après',
      ['do-it-yourself', "l'avant", '—', "l'après"],
    ],
    ['letters of two code units are words with others', 'a𐴀b 𐴀’𐴀', ['a𐴀b', "𐴀'𐴀"]],
  ])('%s', (_, text, expected) => expect(tokenise(text).text).toEqual(expected));

  it('are not those of the text before', () => {
    expect(tokenise('so . . . . . . . then').text).toEqual(['so', '…', 'then']);
    expect(tokenise('a . .').text).toEqual(['a', '.', '.']);
    expect(tokenise('a-').text).toEqual(['a', '—']);
  });

  it('hold neither white space nor anything dropped, and are in NFC', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const token of tokenise(text).text) {
          expect(token).not.toMatch(/^$|\s|\u00ad|\ufeff|\u200b|\ufe0f/);
          if (!/\p{Unassigned}|\u{16d67}/u.test(token)) expect(token.normalize('NFC')).toBe(token);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('are the same however the text was normalised', () => {
    const stable = anyText.filter((text) => !text.includes('\u{16d67}') && !/\p{Unassigned}|\p{Surrogate}/u.test(text));
    fc.assert(
      fc.property(stable, (text) => {
        const { text: tokens } = tokenise(text);
        expect(tokenise(text.normalize('NFC')).text).toEqual(tokens);
        expect(tokenise(text.normalize('NFD')).text).toEqual(tokens);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Ways to set the same words: each must be invisible to the form. */
const NOISE: readonly (readonly [string, (text: string) => string])[] = [
  ['curly apostrophes', (text) => text.replaceAll("'", '’')],
  ['guillemets', (text) => text.replace(/"([^"]*)"/g, '«$1»')],
  ['no-break spaces', (text) => text.replaceAll(' ', '\u00a0')],
  ['two spaces', (text) => text.replaceAll(' ', '  ')],
  ['lines', (text) => text.replaceAll(' ', '\r\n')],
  ['no-break hyphens', (text) => text.replaceAll('-', '‑')],
  ['en dashes', (text) => text.replaceAll('—', '–')],
  ['three dots', (text) => text.replaceAll('…', '...')],
  ['spaced dots', (text) => text.replaceAll('…', ' . . .')],
  ['soft hyphens', (text) => text.replace(/(\p{L})(\p{L})/gu, '$1\u00ad$2')],
  ['ligatures', (text) => text.replaceAll('fi', 'ﬁ')],
  ['decomposed', (text) => text.normalize('NFD')],
  ['byte order mark', (text) => `\ufeff${text}`],
];

describe('typography', () => {
  const word = fc.constantFrom("don't", 'five', 'été', 'well-known', '1914', "п'ять", 'finally', 'naïve', 'a');
  const sentence = fc
    .array(fc.tuple(word, fc.constantFrom('', ',', '.', '…', ' —', '!')), { minLength: 1, maxLength: 12 })
    .map((words) => `"${words.map(([one, sign]) => one + sign).join(' ')}"`);

  it.each(NOISE)('is invisible: %s', (_, set) => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(canonicalise([set(text)])).toEqual(canonicalise([text]));
      }),
    );
  });

  it('never hides a word left out', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 12 }), fc.nat(), (words, index) => {
        const shorter = words.toSpliced(index % words.length, 1);
        expect(canonicalise([shorter.join(' ')]).digest).not.toBe(canonicalise([words.join(' ')]).digest);
      }),
    );
  });
});
