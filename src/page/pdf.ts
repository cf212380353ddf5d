/** Stands in the page for what reads PDFs, and asks the script that does, where the publisher put it into the page. */
import type { Document } from '../core/read/document.ts';
import { Refusal } from '../core/refusal.ts';
import type * as PdfPart from './pdf-part.ts';

declare global {
  /** What `pdf-part.ts` exports, once its script has run. */
  var verbatimPdf: typeof PdfPart | undefined;
}

/** The document in `bytes`. Throws `Refusal` as the reader does, and `unknown-format` where the page has none. */
export async function readPdf(bytes: Uint8Array): Promise<Document> {
  const part = globalThis.verbatimPdf;
  if (part === undefined) {
    throw new Refusal('unknown-format', 'a PDF, which this page does not read; the program verbatim does');
  }
  const found = await part.readPdf(bytes);
  if ('reason' in found) throw new Refusal(found.reason, found.detail);
  return found;
}
