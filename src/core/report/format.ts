/** The forms of a report, and what its writers need besides it. */
import type { Manifest } from '../seal/entry.ts';
import type { SideBySide } from './html/side-by-side.ts';
import type { ArticleText } from './quotes/article-text.ts';
import type { Look } from './text/paint.ts';

/** The forms a report can have. */
export type ReportFormat = 'text' | 'json' | 'sarif' | 'github' | 'junit' | 'markdown' | 'html';

/** What a writer needs to know besides the report. */
export interface Surroundings {
  /** Width, colours and detail of the text report. */
  readonly look: Look;
  /** The program's own version, which SARIF names. */
  readonly version: string;
  /** Both texts of each copy for the HTML report, in the order of the results; see `htmlReport`. */
  readonly texts?: readonly (SideBySide | null)[];
  /** The record of a repository that was checked, for the HTML report. */
  readonly manifest?: Manifest | null;
  /** Each article as it reads, for the HTML report on quotations, in the order of the articles; `null` for one that cannot be read. */
  readonly articles?: readonly (ArticleText | null)[];
}
