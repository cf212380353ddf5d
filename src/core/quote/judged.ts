/** What judging one quotation gives, before the policy is asked. */
import type { Finding } from '../judge/finding.ts';
import { textAfter, textBefore } from './context.ts';
import { placeAt, textOf } from './gaps.ts';
import type { ConventionUse, QuotationSource, QuoteVerdict } from './quotes-report.ts';
import { atWords } from './spots.ts';
import type { Stream } from './stream.ts';

export interface Judged {
  readonly verdict: QuoteVerdict;
  readonly transcript: QuotationSource | null;
  readonly conventions: readonly ConventionUse[];
  readonly findings: readonly Finding[];
}

/** Where the words from `from` up to `to` stand, with the sentences around. */
export function sourceAt(stream: Stream, from: number, to: number): QuotationSource {
  const { source, speaker } = stream.passages[stream.passage[from]!]!;
  const words = {
    name: stream.sources[source]!.name,
    place: placeAt(stream, from),
    text: textOf(stream, from, to),
    before: textBefore(stream, from),
    after: textAfter(stream, to),
    speaker,
  };
  return atWords(words, stream, from, to);
}
