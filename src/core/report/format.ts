/** The forms of a report, and what its writers need besides it. */
import type { SideBySide } from './html/side-by-side.ts';
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
}
