/** The outcomes that reports are written from: of copies, of a repository's texts, and of articles. */
import type { Finding } from './finding.ts';
import type { Verdict } from './verdict.ts';

/** The outcome for one copy. */
export interface Judgement {
  readonly verdict: Verdict;
  /** Whether every failing finding is allowed by the policy. */
  readonly pass: boolean;
  /** Whether the copy's bytes are the sealed file's. */
  readonly identical: boolean;
  /** Counts of word tokens, without punctuation, labels, titles and bylines. */
  readonly words: { readonly sealed: number; readonly matched: number; readonly around: number };
  /** In the order of the copy; what concerns no place in it comes last. */
  readonly findings: readonly Finding[];
}

/** A judgement with the names a report shows: paths as the user gave them, `-` for standard input, never absolute. */
export interface CopyResult extends Judgement {
  readonly copy: string;
  /** The transcript it was held against; `null` when none was recognised. */
  readonly transcript: string | null;
}

/** One row of `verbatim check` that is not a copy: a sealed text, the manifest itself, or an article that quotes. */
export interface TextResult {
  /** An article, whose findings are those of its quotations; left out for everything else. */
  readonly kind?: 'article';
  /** Path in the repository, with `/`. */
  readonly text: string;
  readonly pass: boolean;
  readonly findings: readonly Finding[];
}

/** Everything `verify` and `check` report. */
export interface Report {
  readonly results: readonly CopyResult[];
  /** Present in a report of `check` only. */
  readonly texts?: readonly TextResult[];
}
