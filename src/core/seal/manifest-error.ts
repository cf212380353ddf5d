/** Why a manifest is refused, line by line. */

/** What is wrong with a line. */
export type ManifestProblemCode =
  | 'no-header'
  | 'unknown-format'
  | 'unknown-algorithm'
  | 'byte-order-mark'
  | 'not-utf8'
  | 'blank-line'
  | 'no-final-newline'
  | 'merge-conflict'
  | 'not-json'
  | 'not-object'
  | 'duplicate-key'
  | 'missing-field'
  | 'unknown-field'
  | 'wrong-type'
  | 'wrong-value'
  | 'digest-length'
  | 'not-hex'
  | 'bad-index'
  | 'bad-date'
  | 'unknown-form'
  | 'unsafe-path'
  | 'not-canonical'
  | 'unsorted'
  | 'sealed-twice'
  | 'path-twin'
  | 'supersedes-unknown'
  | 'supersedes-itself';

/** One thing wrong with one line. */
export interface ManifestProblem {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly code: ManifestProblemCode;
  /** The field or sign it is about, in a few words. It holds no control characters and no value from the file beside key names. */
  readonly detail: string;
}

/** A manifest that is not one. It names every bad line, so that all can be put right at once. */
export class ManifestError extends Error {
  readonly problems: readonly [ManifestProblem, ...ManifestProblem[]];

  constructor(problems: readonly [ManifestProblem, ...ManifestProblem[]]) {
    const [{ line, code, detail }] = problems;
    super(`line ${line}: ${code}: ${detail}`);
    this.name = 'ManifestError';
    this.problems = problems;
  }
}
