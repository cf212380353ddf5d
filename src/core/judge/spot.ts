/**
 * Where the words of a reading stand, as tokens of their witness. A finding is data for reports and carries places that
 * people find; what draws both texts side by side needs the tokens, and asks for them here.
 */
import type { Reading } from './finding.ts';

/** A half-open range of a witness's tokens; an empty one is the spot before its first. */
export interface Spot {
  readonly from: number;
  readonly to: number;
}

const spots = new WeakMap<Reading, Spot>();

/** Gives back `reading`, whose words are the tokens of `spot`. */
export function atSpot(reading: Reading, spot: Spot): Reading {
  spots.set(reading, spot);
  return reading;
}

/** The tokens of a reading; `null` where it was not made from tokens. */
export function spotOf(reading: Reading | null): Spot | null {
  return reading === null ? null : (spots.get(reading) ?? null);
}
