/** The canonical text of a span. */
import { APOSTROPHE_TOKEN, DASH_TOKEN, ELLIPSIS_TOKEN, FOLDED, HYPHEN_TOKEN, QUOTE_TOKEN } from './fold.ts';
import { FORM, type Spans } from './spans.ts';
import { sliceWord } from './word-pool.ts';

/** The text of each form that has only one. */
export const FIXED_TEXTS: Readonly<Record<number, string>> = {
  [FORM.quote]: QUOTE_TOKEN,
  [FORM.apostrophe]: APOSTROPHE_TOKEN,
  [FORM.hyphen]: HYPHEN_TOKEN,
  [FORM.dash]: DASH_TOKEN,
  [FORM.ellipsis]: ELLIPSIS_TOKEN,
};

/** The token that the span with this index is. */
export function textOfSpan({ text, start, end, form }: Spans, index: number): string {
  const kind = form[index]!;
  if (kind === FORM.word) return sliceWord(text, start[index]!, end[index]!);
  return FIXED_TEXTS[kind] ?? foldJoiners(text.slice(start[index], end[index]));
}

/** As `textOfSpan`, for one who asks for each word once. */
export function newTextOfSpan({ text, start, end, form }: Spans, index: number): string {
  const word = text.slice(start[index], end[index]);
  return form[index] === FORM.word ? word : foldJoiners(word);
}

const APOSTROPHES = new RegExp(`[${FOLDED.apostrophe}]`, 'g');
const HYPHENS = new RegExp(`[${FOLDED.hyphen}${FOLDED.dash}]`, 'g');

/** The signs that join words as the form writes them. */
function foldJoiners(word: string): string {
  return word.replace(APOSTROPHES, APOSTROPHE_TOKEN).replace(HYPHENS, HYPHEN_TOKEN);
}
