/** Where each passage stands in the copy, in one piece or in several, and which of them have changed places. */

import { heaviestChain } from '../align/chain.ts';
import type { Collation } from '../align/collation.ts';

/** A stretch of the copy that is one passage's. */
export interface Stand {
  readonly passage: number;
  /** Half-open range of the copy's tokens, from its first agreeing token to its last. */
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
  const { stands, among } = joined(stretchesOf(collation), collation.toSealed);
  const heaviest = heaviestOf(stands);
  const isMain = (stand: Stand): boolean => heaviest.get(stand.passage) === stand;
  const main = stands.filter(isMain);
  const passages = collation.transcript.passages.length;
  return {
    main,
    scattered: [...among, ...stands.filter((stand) => !isMain(stand))],
    moved: outOfOrder(collation, main),
    omitted: Array.from({ length: passages }, (_, i) => i).filter((i) => !heaviest.has(i)),
  };
}

/** The stand of each passage in which most of its tokens agree. */
function heaviestOf(stands: readonly Stand[]): ReadonlyMap<number, Stand> {
  const heaviest = new Map<number, Stand>();
  for (const stand of stands) {
    const known = heaviest.get(stand.passage);
    if (known === undefined || stand.agreeing > known.agreeing) heaviest.set(stand.passage, stand);
  }
  return heaviest;
}

interface Joined {
  readonly stands: readonly Stand[];
  readonly among: readonly Stand[];
}

/** Where a few words of one passage stand among another's, that one goes on behind them: it did not move, they did. */
function joined(stretches: readonly Stand[], toSealed: Int32Array): Joined {
  const heaviest = heaviestOf(stretches);
  const stands: Stand[] = [];
  const among: Stand[] = [];
  for (const next of stretches) {
    const [around, few] = stands.slice(-2);
    const goesOn = around?.passage === next.passage && toSealed[around.to - 1]! < toSealed[next.from]!;
    if (goesOn && few !== undefined && heaviest.get(few.passage) !== few) {
      among.push(few);
      stands.splice(-2, 2, { ...around, to: next.to, agreeing: around.agreeing + next.agreeing });
    } else stands.push(next);
  }
  return { stands, among };
}

/** Maximal stretches of agreeing tokens of one passage; furniture between two of them does not part them. */
function stretchesOf({ toSealed, sealed }: Collation): readonly Stand[] {
  const found: Stand[] = [];
  let open: { passage: number; from: number; to: number; agreeing: number } | null = null;
  for (let c = 0; c < toSealed.length; c++) {
    const s = toSealed[c]!;
    if (s === -1) continue;
    const passage = sealed.passageOf[s]!;
    if (open === null || open.passage !== passage) {
      open = { passage, from: c, to: c, agreeing: 0 };
      found.push(open);
    }
    open.to = c + 1;
    open.agreeing++;
  }
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
