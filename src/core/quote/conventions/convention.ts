/** What a rule of quoting is: it looks at a quotation at its place and lists where its convention was used. */
import type { Placed } from '../place-pattern.ts';
import type { ConventionName } from '../quotes-report.ts';

/** Something that a use of a convention does to the meaning. */
export interface Problem {
  readonly code: 'negation-swallowed' | 'gap-has-negation' | 'bracket-turns-meaning';
  readonly level: 'fail' | 'note';
  /** The negations and numbers concerned. */
  readonly words: readonly string[];
}

/** One use of a convention. */
export interface Use {
  readonly convention: ConventionName;
  /** What the article writes. */
  readonly text: string;
  /** Where that begins in the quotation's text. */
  readonly start: number;
  /** The transcript's words it stands for, as a half-open range of the row; empty where it stands for none. */
  readonly from: number;
  readonly to: number;
  /** The transcript's text it stands for, where that is not words: a mark, a sign. */
  readonly sealed: string | null;
  /** Whether it reaches beyond what `verbatim` allows (opening capital, closing sign). */
  readonly beyond: boolean;
  readonly problem: Problem | null;
}

/** Lists every use of a convention in a quotation whose words are all in place. */
export type Convention = (placed: Placed) => readonly Use[];
