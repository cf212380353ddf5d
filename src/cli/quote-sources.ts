/** The transcripts that quotations are looked up in: a few that are all read, or many of which only the likely ones are. */
import type { QuoteSource } from '../core/quote/index.ts';
import type { ManifestShelf } from './manifest-shelf.ts';
import type { ManySources } from './many-transcripts.ts';
import { progressOf } from './progress.ts';
import { type Session, say } from './session.ts';
import type { SealedText } from './shelf.ts';

/** Transcripts, read or to be read. */
export type QuoteSources = readonly QuoteSource[] | ManySources;

/** Texts that are read at once rather than chosen from. */
const FEW = 64;

/** All the texts of `shelf`. */
export async function quoteSourcesOf(shelf: ManifestShelf, session: Session): Promise<QuoteSources> {
  const { count } = shelf;
  if (count <= FEW) return sourcesOf(await shelf.all(), session);
  const told = new Set<string>();
  return {
    count,
    fingerprints: () => shelf.fingerprints(),
    load: async (indexes) => sourcesOf(await shelf.some(indexes), session, told),
    progress: () => progressOf('texts', count, session),
  };
}

/**
 * The transcripts at hand. Of the others only digests are known, and a quotation cannot be looked up in those: that is
 * said, once for each text that is not yet `told`.
 */
export function sourcesOf(
  texts: readonly SealedText[],
  session: Session,
  told: Set<string> = new Set(),
): readonly QuoteSource[] {
  return texts.flatMap(({ transcript, shown }) => {
    if (transcript !== null) return [{ name: shown, transcript }];
    if (!told.has(shown))
      say(session, `${shown}: is not there as it was sealed, so nothing is looked up in it; run “verbatim check”`);
    told.add(shown);
    return [];
  });
}
