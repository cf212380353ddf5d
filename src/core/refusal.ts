/**
 * The one error of the core: input that cannot be worked on. Anything about the words is a finding, never an error.
 *
 * `reason` is stable and documented; the sentence for a person is made where reports are made. A refusal never carries a
 * path, a name or a value from the input's metadata.
 */

/** Why a witness cannot be judged. */
export type RefusalReason =
  | 'encrypted'
  | 'no-text'
  | 'not-text'
  | 'damaged'
  | 'too-large'
  | 'too-deep'
  | 'unsafe-archive'
  | 'unknown-encoding'
  | 'unknown-format'
  | 'ambiguous-break'
  | 'missing'
  | 'not-a-file'
  | 'not-readable'
  | 'not-shown';

export class Refusal extends Error {
  readonly reason: RefusalReason;
  /** What exactly was met, in a few words: `byte 0xFF at offset 12`, `entry listed twice`. */
  readonly detail: string;

  constructor(reason: RefusalReason, detail: string) {
    super(`${reason}: ${detail}`);
    this.name = 'Refusal';
    this.reason = reason;
    this.detail = detail;
  }
}
