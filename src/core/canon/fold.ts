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

/**
 * Where ligatures and presentation forms stand: ĳ Ĳ, the Latin ligatures, Arabic presentation forms A and B. Behind the
 * third range stands ﷼, the currency sign of Iran: a sign, not a word.
 */
const EXPANDED_RANGES = [
  [0x132, 0x133],
  [0xfb00, 0xfb06],
  [0xfb50, 0xfdfb],
  [0xfe70, 0xfefc],
] as const;

/** ﬅ stands for long s and t. Its full compatibility form would turn the long s into another letter. */
const LONG_S_T = 0xfb05;

/**
 * The letters each ligature and presentation form stands for. They are its compatibility decomposition, which Unicode
 * promises never to change, composed again. The space that only carries a mark standing alone is left out; signs
 * that are no letters (﷼, ornate brackets) are no part of it.
 */
export const EXPANSIONS = {
  /** What is written for the code point, or `undefined` for itself. */
  get: (code: number): string | undefined => (mayExpand(code) ? allExpansions().get(code) : undefined),
  /** All of them, in the order of the code points. */
  [Symbol.iterator]: (): Iterator<[number, string]> => allExpansions()[Symbol.iterator](),
} as const;

/** Whether a code point stands among ligatures and presentation forms. Most texts never need more than this. */
function mayExpand(code: number): boolean {
  return (code >= 0xfb00 && code <= 0xfefc) || code === 0x132 || code === 0x133;
}

let expansions: ReadonlyMap<number, string> | null = null;

/** Made when the first text needs it. */
function allExpansions(): ReadonlyMap<number, string> {
  expansions ??= buildExpansions();
  return expansions;
}

function buildExpansions(): Map<number, string> {
  const found = new Map<number, string>();
  for (const [first, last] of EXPANDED_RANGES) {
    for (let code = first; code <= last; code++) {
      const letters = lettersOf(code);
      if (letters !== null) found.set(code, letters);
    }
  }
  return found;
}

function lettersOf(code: number): string | null {
  if (code === LONG_S_T) return 'ſt';
  const whole = String.fromCharCode(code);
  const letters = whole.normalize('NFKD').normalize('NFC').trim();
  return letters === whole ? null : letters;
}
