/**
 * Letters that look like others. A small part of the confusables of Unicode Technical Standard #39, section 4: those that
 * serve to disguise a word in the scripts interviews are published in. A skeleton never makes two words equal; it only
 * names the trick.
 */

const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  п: 'n',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  ц: 'u',
  ѵ: 'v',
  ѡ: 'w',
  ԝ: 'w',
  х: 'x',
  у: 'y',
  н: 'h',
  ь: 'b',
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  І: 'I',
  Ј: 'J',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  Ѕ: 'S',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  З: '3',
  α: 'a',
  β: 'b',
  γ: 'y',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  η: 'n',
  σ: 'o',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
  օ: 'o',
  ս: 'u',
  հ: 'h',
  ո: 'n',
  ց: 'g',
  զ: 'q',
  ı: 'i',
  ɑ: 'a',
  ɡ: 'g',
  ɩ: 'i',
  ʋ: 'v',
  ѐ: 'e',
  ⅼ: 'l',
  ℓ: 'l',
};
const DIGITS: Readonly<Record<string, string>> = { '0': 'o', O: 'o', '1': 'l', I: 'l', '|': 'l', '3': '3' };

/** What a token looks like. */
export function skeleton(token: string): string {
  const known = skeletons.get(token);
  if (known !== undefined) return known;
  const shape = shapeOf(token);
  if (skeletons.size >= MOST_KEPT) skeletons.clear();
  skeletons.set(token, shape);
  return shape;
}

/** Words come again and again; this many are kept. */
const MOST_KEPT = 1 << 14;
const skeletons = new Map<string, string>();

function shapeOf(token: string): string {
  let shape = '';
  for (const letter of token.normalize('NFKD')) {
    const latin = LATIN[letter] ?? letter;
    shape += DIGITS[latin] ?? latin;
  }
  return shape;
}

/** Whether two different tokens look alike. */
export function looksAlike(a: string, b: string): boolean {
  return a !== b && skeleton(a) === skeleton(b) && !isCompatibilityForm(a, b);
}

/** `½` and `1⁄2`, `50⁰` and `500`: other signs to a reader, however they decompose; styled letters are not. */
function isCompatibilityForm(a: string, b: string): boolean {
  return a.normalize('NFKC') === b.normalize('NFKC') && /[\p{No}\p{Nl}ªº]/u.test(a + b);
}
