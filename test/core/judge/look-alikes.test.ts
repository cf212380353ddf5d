/** Which letters disguise a word. The rows spell theirs by number, so that no row is disguised itself. */
import { describe, expect, it } from 'vitest';
import { looksAlike } from '../../../src/core/judge/look-alikes.ts';

describe('letters of other scripts look like Latin ones', () => {
  it.each([
    ['Cyrillic, small', '\u0430\u0432\u0441\u0501\u0435', 'abcde'],
    ['Cyrillic, small, h to p', '\u04bb\u0456\u0458\u043a\u04cf\u043c\u043f\u043e\u0440', 'hijklmnop'],
    ['Cyrillic, small, q to y', '\u051b\u0433\u0455\u0442\u0446\u0475\u0461\u0445\u0443', 'qrstuvwxy'],
    ['Cyrillic, small, those that share a shape', '\u051d\u043d\u044c', 'whb'],
    ['Cyrillic, capital', '\u0410\u0412\u0421\u0415\u041d\u0406\u0408\u041a\u041c', 'ABCEHIJKM'],
    ['Cyrillic, capital, O to Y', '\u041e\u0420\u0405\u0422\u0425\u0423', 'OPSTXY'],
    ['Cyrillic Ze, like a digit', '\u0417', '3'],
    ['Greek, small', '\u03b1\u03b2\u03b3\u03b5\u03b9\u03ba\u03bd\u03bf\u03c1', 'abyeikvop'],
    ['Greek, small, tau and behind', '\u03c4\u03c5\u03c7\u03c9\u03b7\u03c3', 'tuxwno'],
    ['Greek, capital', '\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d', 'ABEZHIKMN'],
    ['Greek, capital, O to X', '\u039f\u03a1\u03a4\u03a5\u03a7', 'OPTYX'],
    ['Armenian', '\u0585\u057d\u0570\u0578\u0581\u0566', 'ouhngq'],
    ['Latin without a dot, and of phonetic writing', '\u0131\u0251\u0261\u0269\u028b', 'iagiv'],
    ['Digits', '01', 'ol'],
    ['Capitals among small letters', 'OI', 'ol'],
    ['A stroke', '|', 'l'],
    ['Letters of mathematics', '\u{1d425}\u{1d41a}\u{1d426}\u{1d429}', 'lamp'],
    ['With the same accent', '\u0451\u0450', '\u00eb\u00e8'],
  ])('%s', (_, disguised, plain) => {
    expect(looksAlike(disguised, plain)).toBe(true);
    expect(looksAlike(`s${disguised}s`, `s${plain}s`)).toBe(true);
  });

  it('and like one another, where both look like the same Latin one', () => {
    expect(looksAlike('\u0430\u03bf', '\u03b1\u043e')).toBe(true);
  });

  it('also beside a raised digit that is in both', () => {
    expect(looksAlike('\u043c\u00b2', 'm\u00b2')).toBe(true);
  });
});

describe('no disguise is', () => {
  it.each([
    ['the same word', 'lamp', 'lamp'],
    ['another word', 'lamp', 'lump'],
    ['a word with a letter more', 'lamp', 'lamps'],
    ['an accent', 'caf\u00e9', 'cafe'],
    ['a letter that looks like no Latin one', '\u0438', 'u'],
    ['a fraction of one sign', '\u00bd', '1\u20442'],
    ['a raised digit', '50\u2070', '500'],
    ['a numeral of one sign', '\u2163', 'IV'],
    ['a feminine ordinal', '1\u00aa', '1a'],
    ['a masculine ordinal', '1\u00ba', '1o'],
  ])('%s', (_, one, other) => {
    expect(looksAlike(one, other)).toBe(false);
    expect(looksAlike(other, one)).toBe(false);
  });
});
