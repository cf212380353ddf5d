/**
 * Judges quotations against transcripts.
 *
 * Exact first: the words must stand in a row, where the editor's signs allow gaps. Only when they do not is the nearest
 * place looked for, and that explains and never passes anything.
 */
import { type Policy, passes } from '../judge/policy.ts';
import type { Document } from '../read/document.ts';
import { placeOf } from '../read/place.ts';
import { interruptedSentences } from './interrupted.ts';
import { judgeMissing } from './judge-missing.ts';
import { bestReading, judgePlaced } from './judge-placed.ts';
import type { Judged } from './judged.ts';
import { indexOf, type Occurrences } from './occurrences.ts';
import { patternOf } from './pattern.ts';
import { placesOfPattern } from './place-pattern.ts';
import type { Quotation } from './quotation.ts';
import { quotedText } from './quoted-text.ts';
import type { QuotationResult } from './quotes-report.ts';
import { type QuoteSource, streamOf } from './stream.ts';
import { excuse, unchecked } from './unchecked.ts';

/** The transcripts, indexed once for all articles. */
export type QuoteIndex = Occurrences;

/** Builds the index of `sources`. Linear in their words. */
export function quoteIndexOf(sources: readonly QuoteSource[]): QuoteIndex {
  return indexOf(streamOf(sources));
}

/** Judges every quotation of `document` against the transcripts of `index`, in order. */
export function judgeQuotations(
  document: Document,
  quotations: readonly Quotation[],
  index: QuoteIndex,
  policy: Policy,
): readonly QuotationResult[] {
  const judged = quotations.map((quotation) => judgeOne(document, quotation, index));
  for (const { last, joined } of interruptedSentences(quotations, judged)) {
    const whole = judgeOne(document, joined, index);
    if (whole.verdict === 'altered' || whole.verdict === 'spliced') judged[last] = whole;
  }
  return quotations.map((quotation, i) => resultOf(document, quotation, judged[i]!, policy));
}

/** Judges one quotation. */
export function judgeOne(document: Document, quotation: Quotation, index: QuoteIndex): Judged {
  const { vocabulary, marks, sources } = index.stream;
  const text = quotedText(document, quotation, (word) => vocabulary.has(word));
  if (sources.length === 0) return unchecked('no-transcript', text);
  const pattern = patternOf(text.text, marks);
  if (pattern.words.length === 0) return unchecked('short', text);
  const reason = excuse(pattern, quotation);
  const places = placesOfPattern(index, pattern);
  if (places.length > 0) {
    const judged = judgePlaced(bestReading(places, quotation.attribution), quotation, text);
    return reason === 'short' && isFailing(judged) ? unchecked(reason, text) : judged;
  }
  const judged = judgeMissing(index, pattern, text);
  return reason !== null && judged.verdict === 'not-found' ? unchecked(reason, text) : judged;
}

function isFailing({ verdict }: Judged): boolean {
  return verdict === 'altered' || verdict === 'spliced' || verdict === 'other-speaker';
}

/** The result of a judged quotation under a policy. */
export function resultOf(document: Document, quotation: Quotation, judged: Judged, policy: Policy): QuotationResult {
  const { text, role, block, offset, attribution } = quotation;
  const place = placeOf(document, document.blocks[block]!, offset);
  const pass = passes(judged.findings, policy);
  return { text, role, place, ...judged, pass, attributed: attribution.name };
}
