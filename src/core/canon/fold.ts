/**
 * The explicit table of folded signs, and the letters that ligatures and presentation forms stand for.
 *
 * `verbatim-text-1.json` holds the same table for other implementations, written out; a test keeps the two equal.
 */

/** Each sign that a rule of the form takes, by rule. */
export const FOLDED = {
  apostrophe: "'’‘ʼ＇`´′",
  quotation: '"“”„‟«»‹›‚‛〝〞″',
  hyphen: '-‐‑',
  dash: '–—―‒',
  minus: '−',
  dot: '.',
  ellipsis: '…',
  wordJoiner: '_',
  numberJoiner: ',:',
} as const;

/** What the folded signs become. */
export const QUOTE_TOKEN = '"';
export const APOSTROPHE_TOKEN = "'";
export const HYPHEN_TOKEN = '-';
export const DASH_TOKEN = '—';
export const ELLIPSIS_TOKEN = '…';

/** ﬅ stands for long s and t. Its full compatibility form would turn the long s into another letter. */
const LONG_S_T = 0xfb05;

/**
 * Whether a code point stands among ligatures and presentation forms: ĳ Ĳ, the Latin ligatures, Arabic presentation forms A
 * and B. Behind form A stands ﷼, the currency sign of Iran: a sign, not a word.
 */
export function mayExpand(code: number): boolean {
  if (code < 0xfb00) return code === 0x132 || code === 0x133;
  return code <= 0xfb06 || (code >= 0xfb50 && code <= 0xfdfb) || (code >= 0xfe70 && code <= 0xfefc);
}

/**
 * The letters a ligature or presentation form stands for; `null` for what stays itself. They are its compatibility
 * decomposition, which Unicode promises never to change, composed again. The space that only carries a mark standing
 * alone is left out; signs that are no letters (ornate brackets) stay.
 */
export function expansionOf(code: number): string | null {
  if (!mayExpand(code)) return null;
  if (code === LONG_S_T) return 'ſt';
  const whole = String.fromCharCode(code);
  const letters = whole.normalize('NFKD').normalize('NFC').trim();
  return letters === whole ? null : letters;
}
