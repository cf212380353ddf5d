/**
 * A variant: one place where copy and transcript differ, in one of the four classic kinds or as a mark or a capital. All
 * ranges are half open: of the sealed text's tokens, and of the copy's.
 */

export interface Spot {
  readonly passage: number;
  readonly s0: number;
  readonly s1: number;
  readonly c0: number;
  readonly c1: number;
}

export type Variant =
  | ({ readonly kind: 'substitution' | 'omission' | 'addition' | 'transposition' } & Spot)
  | ({ readonly kind: 'case' } & Spot)
  | ({ readonly kind: 'mark-removed' | 'mark-filled' | 'mark-added' } & Spot);

/** An unpaired stretch of either text as a variant. */
export function asVariant(spot: Spot): Variant {
  if (spot.s0 === spot.s1) return { ...spot, kind: 'addition' };
  return { ...spot, kind: spot.c0 === spot.c1 ? 'omission' : 'substitution' };
}
