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
export function asVariant({ passage, s0, s1, c0, c1 }: Spot): Variant {
  const kind = s0 === s1 ? 'addition' : c0 === c1 ? 'omission' : 'substitution';
  return { kind, passage, s0, s1, c0, c1 };
}
