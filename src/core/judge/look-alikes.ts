/**
 * Letters that look like others. A small part of the confusables of Unicode Technical Standard #39, section 4: those that
 * serve to disguise a word in the scripts interviews are published in. A skeleton never makes two words equal; it only
 * names the trick.
 */

/** Each letter or digit with what it looks like behind it, by script. `0` and `O`, `1`, `I` and `l` look alike themselves. */
const SHAPES: ReadonlyMap<string, string> = new Map(
  [
    // Latin letters, digits and signs
    '0o Oo 1l Il |l ıi ɑa ɡg ɩi ʋv',
    // Cyrillic
    'аa вb сc ԁd еe һh іi јj кk ӏl мm пn оo рp ԛq гr ѕs тt цu ѵv ѡw ԝw хx уy нh ьb',
    'АA ВB СC ЕE НH Іl ЈJ КK МM Оo РP ЅS ТT ХX УY З3',
    // Greek
    'αa βb γy εe ιi κk νv οo ρp τt υu χx ωw ηn σo',
    'ΑA ΒB ΕE ΖZ ΗH Ιl ΚK ΜM ΝN Οo ΡP ΤT ΥY ΧX',
    // Armenian
    'օo սu հh ոn ցg զq',
  ].flatMap((row) => row.split(' ').map((pair): [string, string] => [pair[0]!, pair[1]!])),
);

/** Whether two different tokens look alike. */
export function looksAlike(a: string, b: string): boolean {
  return a !== b && skeleton(a) === skeleton(b) && !isCompatibilityForm(a, b);
}

/** What a token looks like. */
function skeleton(token: string): string {
  let shape = '';
  for (const letter of token.normalize('NFKD')) shape += SHAPES.get(letter) ?? letter;
  return shape;
}

/** `½` and `1⁄2`, `50⁰` and `500`: other signs to a reader, however they decompose; styled letters are not. */
function isCompatibilityForm(a: string, b: string): boolean {
  return a.normalize('NFKC') === b.normalize('NFKC') && /[\p{No}\p{Nl}ªº]/u.test(a + b);
}
