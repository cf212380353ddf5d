/**
 * Opens a PDF with the pdf.js that unpdf bundles: no worker, no evaluation, no fetching, no fonts of the system.
 */
import type { getDocument as GetDocument } from 'unpdf/pdfjs';
import { Refusal } from '../../refusal.ts';
import { field } from './given.ts';
import { fillGaps } from './platform.ts';
import { MAX_PIXELS } from './raw.ts';

/** Pages of one document. */
export const MAX_PAGES = 5_000;

/** An open document of pdf.js. */
export type PDFDocumentProxy = Awaited<ReturnType<typeof GetDocument>['promise']>;
/** One page of it. */
export type PDFPageProxy = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;

/** An open document, the numbers of the drawing operators, and how to let go of it. */
export interface Opened {
  readonly pdf: PDFDocumentProxy;
  readonly operators: Readonly<Record<string, number>>;
  readonly close: () => Promise<void>;
}

/** Opens `bytes`, which are no longer the caller's. Refuses `encrypted` and `damaged`. */
export async function openPdf(bytes: Uint8Array): Promise<Opened> {
  fillGaps();
  const { getResolvedPDFJS } = await import('unpdf');
  const { getDocument, OPS } = await getResolvedPDFJS();
  const task = getDocument({
    data: bytes,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    disableFontFace: true,
    useSystemFonts: true,
    fontExtraProperties: true,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: MAX_PIXELS,
    // Otherwise a page goes on without the words that it could not draw, and nobody is told.
    stopAtErrors: true,
    verbosity: 0,
  });
  const close = (): Promise<void> => task.destroy();
  try {
    const pdf = await task.promise;
    return { pdf, operators: { ...OPS }, close };
  } catch (error) {
    await close();
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): Refusal {
  if (field(error, 'name') === 'PasswordException') return new Refusal('encrypted', 'a password is needed to open it');
  return new Refusal('damaged', 'the file cannot be opened as a PDF');
}
