/** What the HTML report on quotations needs besides the judged quotations: the article as it reads. */
import type { BlockKind, Place, Range } from '../../read/document.ts';

/** A stretch of a block that is quoted, with its marks. */
export interface QuotedRange extends Range {
  /** Index in the article's `quotations`. */
  readonly quotation: number;
}

export interface ArticleBlock {
  /** Index of the block in the article. */
  readonly index: number;
  readonly kind: BlockKind;
  readonly text: string;
  readonly place: Place;
  /** Whether it stands apart from the text around it: a figure, an aside. */
  readonly isSetOff: boolean;
  /** Ascending, without overlap. */
  readonly quoted: readonly QuotedRange[];
}

export interface ArticleText {
  readonly blocks: readonly ArticleBlock[];
}
