/** What finding quotations gives: where each stands, what it is in the article, and whom the article gives it to. */
import type { QuotationRole } from './quotes-report.ts';

/** A stretch of quoted words inside one block, without the marks; offsets in the block's text. */
export interface QuotedStretch {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** Whom the article gives a quotation to. */
export interface Attribution {
  /** The name as the article writes it; `null` when it says only "he", or nothing. */
  readonly name: string | null;
  /** `named` in the same sentence, `carried` over from an earlier one by a pronoun or by nothing at all. */
  readonly by: 'named' | 'carried' | 'nobody';
  /** Whether the article says that the words were asked: "asked", "the interviewer". */
  readonly asked: boolean;
}

/** What the words around a quotation make of it. */
export type Cue = 'title' | 'term' | null;

/** One direct quotation of an article. */
export interface Quotation {
  /** One stretch for each paragraph it runs through. */
  readonly stretches: readonly QuotedStretch[];
  /** The quoted words; paragraphs joined by LF. */
  readonly text: string;
  readonly role: QuotationRole;
  /** Where its opening mark stands. */
  readonly block: number;
  readonly offset: number;
  /** Whether an attribution interrupts: this goes on with the quotation before it ("A," she says, "B"). */
  readonly continues: boolean;
  readonly attribution: Attribution;
  readonly cue: Cue;
}

/** Marks of one block that have no partner. */
export interface Unpaired {
  readonly block: number;
  /** The first of them. */
  readonly offset: number;
  readonly count: number;
}

/** All quotations of an article, in its order. */
export interface FoundQuotations {
  readonly quotations: readonly Quotation[];
  readonly unpaired: readonly Unpaired[];
}
