/** Letters and digits by the glyph names that fonts give them (Adobe Glyph List, the part that is regular). */

const DIGITS: readonly string[] = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const ACCENTS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circumflex: '\u0302',
  tilde: '\u0303',
  macron: '\u0304',
  breve: '\u0306',
  dotaccent: '\u0307',
  dieresis: '\u0308',
  ring: '\u030A',
  hungarumlaut: '\u030B',
  caron: '\u030C',
  cedilla: '\u0327',
  ogonek: '\u0328',
};

const OTHERS: Readonly<Record<string, string>> = {
  germandbls: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  oslash: 'ø',
  Oslash: 'Ø',
  lslash: 'ł',
  Lslash: 'Ł',
  eth: 'ð',
  Eth: 'Ð',
  thorn: 'þ',
  Thorn: 'Þ',
  dotlessi: 'ı',
  fi: 'fi',
  fl: 'fl',
  ff: 'ff',
  ffi: 'ffi',
  ffl: 'ffl',
};

/** The letters or digits that a glyph of this name shows; `null` if the name does not tell. */
export function lettersOf(name: string): string | null {
  const [base = ''] = name.split('.', 1);
  if (/^[a-z]$/iu.test(base)) return base;
  if (Object.hasOwn(OTHERS, base)) return OTHERS[base]!;
  const digit = DIGITS.indexOf(base);
  if (digit >= 0) return String(digit);
  return accented(base) ?? cyrillic(base) ?? byCode(base);
}

function accented(name: string): string | null {
  const mark = ACCENTS[name.slice(1)];
  return /^[a-z]/iu.test(name) && mark !== undefined && Object.hasOwn(ACCENTS, name.slice(1))
    ? `${name[0]}${mark}`.normalize('NFC')
    : null;
}

/** `afii10017` to `afii10097`: the Russian alphabet, with Ё in its place. */
function cyrillic(name: string): string | null {
  const number = Number(/^afii(100\d\d)$/u.exec(name)?.[1] ?? 0);
  if (number < 10_017 || number > 10_097 || (number > 10_049 && number < 10_065)) return null;
  const [first, code] = number < 10_065 ? [10_017, 0x410] : [10_065, 0x430];
  const place = number - first;
  if (place === 6) return first === 10_017 ? 'Ё' : 'ё';
  return String.fromCharCode(code + place - (place > 6 ? 1 : 0));
}

/** `uni0416`, `u1F600`. */
function byCode(name: string): string | null {
  const hex = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/u.exec(name);
  const code = Number.parseInt(hex?.[1] ?? hex?.[2] ?? '', 16);
  return Number.isNaN(code) || code > 0x10ffff ? null : String.fromCodePoint(code);
}
