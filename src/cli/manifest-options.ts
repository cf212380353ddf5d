/** What the command line says about sealing. */
import { isDay } from '../core/seal/manifest-fields.ts';
import { RunError } from '../repository/run-error.ts';

/** The options of `verbatim manifest`. */
export interface ManifestOptions {
  readonly dryRun?: true;
  readonly amend?: string;
  readonly withdraw?: string;
  readonly only?: string;
  /** A list of checksums whose files are to be sealed. */
  readonly import?: string;
  readonly output?: string;
  readonly breaks?: 'join' | 'keep';
  readonly date?: string;
  /** The key to sign the manifest with. */
  readonly sign?: string;
}

/** The day to record: the one given, this day for `today`, or `null` where none is wanted. */
export function dayOf({ date }: ManifestOptions): string | null {
  if (date === undefined) return null;
  if (date === 'today') return today();
  if (isDay(date)) return date;
  throw new RunError(`--date ${date}: give a day as YYYY-MM-DD, or “today”`);
}

/** This day in UTC, so that a line does not tell the time zone of whoever sealed. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
