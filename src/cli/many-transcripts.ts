/**
 * Judges an article's quotations against thousands of transcripts, of which only a few are read.
 *
 * The shortlist names them. It is a hint: what passes was found in a transcript itself, and a quotation that fails by those
 * few is looked up in all the others before that is said. So the verdicts are the same whatever the cache of fingerprints holds.
 */
import { passes } from '../core/judge/policy.ts';
import { coverageOf, findQuotations, judgeArticle, type QuoteOptions, shortlist } from '../core/quote/index.ts';
import { type ArticleResult, QUOTE_VERDICTS, type QuotationResult } from '../core/quote/quotes-report.ts';
import type { QuoteSource } from '../core/quote/stream.ts';
import type { Document } from '../core/read/document.ts';
import type { Progress } from './progress.ts';

/** Transcripts that are held in memory at once. */
const AT_ONCE = 64;

/** Many transcripts, read when they are asked for. */
export interface ManySources {
  readonly count: number;
  /** The fingerprint of each. */
  readonly fingerprints: () => Promise<readonly Uint32Array[]>;
  /** The transcripts with these indexes that are at hand. */
  readonly load: (indexes: readonly number[]) => Promise<readonly QuoteSource[]>;
  /** Tells how far trying them all has come. */
  readonly progress: () => Progress;
}

/** Judges `document`, called `name`, against `sources`. */
export async function judgeAgainstMany(
  document: Document,
  name: string,
  sources: ManySources,
  options: QuoteOptions,
): Promise<ArticleResult> {
  const { quotations } = findQuotations(document);
  const chosen = new Set(shortlist(await sources.fingerprints(), quotations));
  const others = Array.from({ length: sources.count }, (_, i) => i).filter((i) => !chosen.has(i));
  const first = [...chosen, ...others.splice(0, chosen.size === 0 ? AT_ONCE : 0)];
  const result = judgeArticle(document, name, await sources.load(first), options);
  return result.quotations.some(isOpen) ? tryOthers(result, document, others, sources, options) : result;
}

/** Holds the article against the `others` too, until every quotation is settled or none is left. */
async function tryOthers(
  first: ArticleResult,
  document: Document,
  others: readonly number[],
  sources: ManySources,
  options: QuoteOptions,
): Promise<ArticleResult> {
  const progress = sources.progress();
  let result = first;
  for (let at = 0; at < others.length && result.quotations.some(isOpen); at += AT_ONCE) {
    const more = await sources.load(others.slice(at, at + AT_ONCE));
    if (more.length > 0) result = better(result, judgeArticle(document, first.article, more, options), options);
    progress.at(at + more.length);
  }
  progress.end();
  return result;
}

/** Whether another transcript could still have the words as they were said. */
function isOpen({ verdict }: QuotationResult): boolean {
  return verdict === 'altered' || verdict === 'spliced' || verdict === 'other-speaker' || verdict === 'not-found';
}

/** The same article with the better judgement of each quotation; the first of equals. */
function better(one: ArticleResult, other: ArticleResult, { policy }: QuoteOptions): ArticleResult {
  const quotations = one.quotations.map((quotation, i) => {
    const rival = other.quotations[i];
    return rival !== undefined && rankOf(rival) < rankOf(quotation) ? rival : quotation;
  });
  const pass = quotations.every((quotation) => quotation.pass) && passes(one.findings, policy);
  return { ...one, pass, quotations, coverage: coverageOf(quotations) };
}

function rankOf({ verdict }: QuotationResult): number {
  return QUOTE_VERDICTS.indexOf(verdict);
}
