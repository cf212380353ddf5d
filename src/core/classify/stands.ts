/** Where each passage stands in the copy, in one piece or in several, and which of them have changed places. */

import { heaviestChain } from '../align/chain.ts';
import { type Collation, TOKEN } from '../align/collation.ts';

/** A stretch of the copy that is one passage's. */
export interface Stand {
  readonly passage: number;
  /** Half-open range of the copy's tokens, from its first agreeing token to its last; half-open. */
  readonly from: number;
  readonly to: number;
  /** How many of its tokens agree. */
  readonly agreeing: number;
}

export interface Stands {
  /** The main stand of each passage that is there, in the order of the copy. */
  readonly main: readonly Stand[];
  /** Stretches of passages away from their main stand. */
  readonly scattered: readonly Stand[];
  /** Passages out of order, as they stand in the copy: the lightest set whose removal leaves the rest in order. */
  readonly moved: ReadonlySet<number>;
  /** Passages that are nowhere. */
  readonly omitted: readonly number[];
}

/** The stands of all passages. */
export function standsOf(collation: Collation): Stands {
  const stretches = stretchesOf(collation);
  const heaviest = new Map<number, Stand>();
  for (const stand of stretches) {
    const known = heaviest.get(stand.passage);
    if (known === undefined || stand.agreeing > known.agreeing) heaviest.set(stand.passage, stand);
  }
  const main = stretches.filter((stand) => heaviest.get(stand.passage) === stand);
  const passages = collation.transcript.passages.length;
  return {
    main,
    scattered: stretches.filter((stand) => heaviest.get(stand.passage) !== stand),
    moved: outOfOrder(collation, main),
    omitted: Array.from({ length: passages }, (_, i) => i).filter((i) => !heaviest.has(i)),
  };
}

/** Maximal stretches of one owner; furniture between two of them does not part them. */
function stretchesOf({ owner, kind, toSealed, sealed }: Collation): readonly Stand[] {
  const found: Stand[] = [];
  let open: { passage: number; from: number; to: number; agreeing: number } | null = null;
  for (let c = 0; c < owner.length; c++) {
    if (kind[c] !== TOKEN.passage || toSealed[c] === -1) continue;
    const passage = sealed.passageOf[toSealed[c]!]!;
    if (open === null || open.passage !== passage) {
      if (open !== null) found.push(open);
      open = { passage, from: c, to: c + 1, agreeing: 0 };
    }
    open.to = c + 1;
    open.agreeing++;
  }
  if (open !== null) found.push(open);
  return found;
}

/**
 * Titles may stand anywhere, so only what was said has an order. An interview is ordered by its questions: where an answer
 * and a question have changed places, it is the answer that moved, however short the question.
 */
function outOfOrder({ transcript }: Collation, main: readonly Stand[]): ReadonlySet<number> {
  const said = main.filter(({ passage }) => transcript.passages[passage]!.role !== 'matter');
  const longest = said.reduce((most, { agreeing }) => Math.max(most, agreeing), 0);
  const segments = said.map(({ passage, from, agreeing }) => ({
    sFirst: passage,
    sLast: passage,
    cFirst: from,
    cLast: from,
    weight: agreeing + (transcript.passages[passage]!.role === 'question' ? longest : 0),
  }));
  return new Set(heaviestChain(segments).rest.map((segment) => segment.sFirst));
}
