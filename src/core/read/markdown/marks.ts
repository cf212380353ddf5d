/**
 * Keeps `(*)` from being taken for emphasis.
 *
 * Transcripts mark what was withheld with `(*)`. Two of them in one paragraph are, to the letter of CommonMark, an emphasis that
 * begins in the first bracket and ends in the second; both stars would be gone, and a faithful copy with them. Nobody writes
 * emphasis so. The stars in brackets of their own are put aside while the source is parsed, one sign for one sign.
 */

/** Stars alone in brackets. */
const MARK = /\(\*+\)|\[\*+\]/g;
/** Signs for private use: one that the source does not hold stands for the star. */
const FIRST_PRIVATE = 0xe000;
const LAST_PRIVATE = 0xf8ff;

/** A source in which no mark can be taken for emphasis. Offsets are those of the original. */
export interface Protected {
  readonly source: string;
  /** Puts the stars back into a text taken from the source. */
  readonly restore: (text: string) => string;
}

/** Puts the stars of marks aside. */
export function protectMarks(source: string): Protected {
  const substitute = source.search(MARK) < 0 ? null : unused(source);
  if (substitute === null) return { source, restore: (text) => text };
  return {
    source: source.replace(MARK, (mark) => mark.replaceAll('*', substitute)),
    restore: (text) => text.replaceAll(substitute, '*'),
  };
}

function unused(source: string): string | null {
  for (let code = FIRST_PRIVATE; code <= LAST_PRIVATE; code++) {
    const sign = String.fromCharCode(code);
    if (!source.includes(sign)) return sign;
  }
  return null;
}
