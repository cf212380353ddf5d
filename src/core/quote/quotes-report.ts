/**
 * What `verbatim quotes` reports: articles, their quotations, and what became of each.
 *
 * It is data; sentences are made in the reports. What each finding of a quotation carries:
 *
 * - `quotation-altered`: one for each difference; `sealed.text` and `copy.text` are the words that differ ('' where a side
 *   has none), `data.kind` is `substitution`, `omission` or `addition`.
 * - `quotation-spliced`: `sealed.text` is where the last part comes from, `data.parts` how many places there are.
 * - `quotation-other-speaker`: `speaker` is who said it, `data.role` the passage's role, `data.named` whom the article
 *   names ('' when nobody). As a note it means that the names differ and may still be one person's.
 * - `quotation-not-found`: `sealed.text` is the nearest passage's words, when there is one.
 * - `quotation-repunctuated`: one for each inner sign or capital that differs, with both readings.
 * - `quotation-convention`: one for each use of a convention that reaches beyond presentation; `data.convention` names it,
 *   `copy.text` is what the article writes, `sealed.text` the transcript's words it stands for.
 * - `negation-swallowed`, `gap-has-negation`, `bracket-turns-meaning`: `sealed.text` is the swallowed or replaced words,
 *   `data.words` the negations and numbers among them.
 * - `context-turns`: `data.word` is the word that turns the sentence, `data.side` is `before` or `after`.
 * - `quotation-unchecked`: `data.reason` is `short`, `term`, `title` or `no-transcript`.
 * - `quotation-unbalanced` stands with the article, for it is no quotation: `copy` says where the mark is.
 */
import type { Finding } from '../judge/finding.ts';
import type { Place } from '../read/document.ts';

/** What became of a quotation, worst last but one. */
export const QUOTE_VERDICTS = [
  'verbatim',
  'convention',
  'repunctuated',
  'altered',
  'spliced',
  'other-speaker',
  'not-found',
  'unchecked',
] as const;

export type QuoteVerdict = (typeof QUOTE_VERDICTS)[number];

/** What a quotation is in its article. */
export type QuotationRole = 'body' | 'headline' | 'pull-quote' | 'caption';

/** A convention of quoting; each has a rule of its own. */
export type ConventionName =
  | 'opening-capital'
  | 'closing-sign'
  | 'bracketed-capital'
  | 'inserted'
  | 'replaced'
  | 'sic'
  | 'ellipsis'
  | 'mark-left-out';

/** One use of a convention, with the words it covers. */
export interface ConventionUse {
  readonly convention: ConventionName;
  /** What the article writes: `[T]he`, `[…]`, `[his brother]`. */
  readonly text: string;
  /** The transcript's words it stands for; '' where it stands for none. */
  readonly sealed: string;
}

/** Where the words of a quotation come from. */
export interface QuotationSource {
  /** The transcript's name as the user gave it; with `--within` the article's own. */
  readonly name: string;
  readonly place: Place;
  /** The transcript's words, with their typography. */
  readonly text: string;
  /** The sentence before, or the words of the same sentence that come before; '' at a passage's start. */
  readonly before: string;
  readonly after: string;
  /** Who said it, as the transcript names them; `null` where nobody speaks. */
  readonly speaker: string | null;
}

/** One quotation, judged. */
export interface QuotationResult {
  /** The words between the marks, with their typography. */
  readonly text: string;
  readonly role: QuotationRole;
  readonly place: Place;
  readonly verdict: QuoteVerdict;
  readonly pass: boolean;
  /** Whom the article says it is from; `null` when it does not say. */
  readonly attributed: string | null;
  /** Where it was found, or the nearest place; `null` when no transcript comes near. */
  readonly transcript: QuotationSource | null;
  readonly conventions: readonly ConventionUse[];
  readonly findings: readonly Finding[];
}

/** How much of an article was checked. */
export interface QuoteCoverage {
  readonly found: number;
  readonly checked: number;
  readonly unchecked: number;
  readonly verdicts: Readonly<Record<QuoteVerdict, number>>;
}

/** One article. */
export interface ArticleResult {
  /** The name as the user gave it, `-` for standard input; never absolute. */
  readonly article: string;
  readonly pass: boolean;
  /** In the order of the article, each listed once. */
  readonly quotations: readonly QuotationResult[];
  /** What concerns the article and no one quotation: unbalanced marks, why it cannot be read. */
  readonly findings: readonly Finding[];
  readonly coverage: QuoteCoverage;
}

/** Everything `verbatim quotes` reports. */
export interface QuotesReport {
  readonly articles: readonly ArticleResult[];
}
