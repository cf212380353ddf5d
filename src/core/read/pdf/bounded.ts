/**
 * Takes a page's drawing operators piece by piece, and stops as soon as there are too many.
 *
 * A page of two kilobytes can draw a form that draws ten forms that draw ten forms; pdf.js unfolds them all, and would keep
 * a kilobyte for each, before it gives anything back. It does hand them over in pieces within itself, so the pieces are
 * taken as they pass and not kept; beyond the bound the whole document is let go.
 */
import { Refusal } from '../../refusal.ts';
import { field, list } from './given.ts';
import type { Opened, PDFPageProxy } from './open.ts';

/** Operators and glyphs of one page: some five seconds' work, and fifty times a full page of text. */
export const MAX_DRAWN = 300_000;
/** Operators and glyphs of one document: some four thousand full pages. */
export const MAX_DRAWN_IN_ALL = 25_000_000;

/** Some operators in a row and, side by side, their arguments. */
export interface Piece {
  readonly codes: readonly unknown[];
  readonly args: readonly unknown[];
  /** Whether the page ends with it. */
  readonly isLast: boolean;
}

const NOTHING: Piece = { codes: [], args: [], isLast: false };

/**
 * Gives `take` the operators of `page` in order, and returns how many they and their glyphs are. Refuses `too-large` beyond
 * `MAX_DRAWN`, and then the document is closed; `damaged` where the page breaks off.
 */
export async function takeOperators(page: PDFPageProxy, opened: Opened, take: (piece: Piece) => void): Promise<number> {
  /** The piece that came last waits for the next one: by then the fonts it names have been loaded. */
  let waiting = NOTHING;
  let count = 0;
  const refused = new Promise<never>((_, reject) => {
    watch(page, (piece) => {
      count += weightOf(piece, opened.operators['showText']);
      if (count > MAX_DRAWN) {
        waiting = NOTHING;
        void opened.close();
        reject(new Refusal('too-large', `page ${page.pageNumber} draws more than ${MAX_DRAWN} things`));
        return;
      }
      const ready = waiting;
      waiting = piece;
      settle(() => take(ready), reject);
    });
  });
  await Promise.race([page.getOperatorList(), refused]);
  // After an error pdf.js gives what it has drawn so far for all there is; other viewers step over the error and draw on.
  if (!waiting.isLast) throw new Refusal('damaged', `page ${page.pageNumber} breaks off`);
  take(waiting);
  // The document keeps its pages: without this, everything drawn on each of them would stay with it.
  Reflect.deleteProperty(page, '_renderPageChunk');
  return count;
}

/** Runs `work` inside a library that must not see its errors. */
function settle(work: () => void, reject: (error: unknown) => void): void {
  try {
    work();
  } catch (error) {
    reject(error);
  }
}

/** Lets `seen` have each piece in the page's stead. */
function watch(page: PDFPageProxy, seen: (piece: Piece) => void): void {
  const receive: (...given: unknown[]) => unknown = Reflect.get(page, '_renderPageChunk');
  const value = (chunk: object, ...rest: unknown[]): void => {
    seen({
      codes: list(field(chunk, 'fnArray')),
      args: list(field(chunk, 'argsArray')),
      isLast: field(chunk, 'lastChunk') === true,
    });
    Reflect.apply(receive, page, [{ ...chunk, fnArray: [], argsArray: [], length: 0 }, ...rest]);
  };
  Object.defineProperty(page, '_renderPageChunk', { value, configurable: true, writable: true });
}

/** How many operators a piece holds, and glyphs. */
function weightOf({ codes, args }: Piece, showText: number | undefined): number {
  let weight = codes.length;
  codes.forEach((code, i) => {
    if (code === showText) weight += list(list(args[i])[0]).length;
  });
  return weight;
}
