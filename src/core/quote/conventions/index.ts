/** All conventions of quoting, in the order a report lists them. */
import { bracketedCapital } from './bracketed-capital.ts';
import { closingSign } from './closing-sign.ts';
import type { Convention } from './convention.ts';
import { ellipsis } from './ellipsis.ts';
import { inserted } from './inserted.ts';
import { markLeftOut } from './mark-left-out.ts';
import { openingCapital } from './opening-capital.ts';
import { replaced } from './replaced.ts';
import { sic } from './sic.ts';

export const CONVENTIONS: readonly Convention[] = [
  openingCapital,
  bracketedCapital,
  inserted,
  replaced,
  sic,
  ellipsis,
  markLeftOut,
  closingSign,
];
