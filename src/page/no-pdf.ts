/** Stands in the reader's page for what reads PDFs, which would make the page three times as large. */
import type { Document } from '../core/read/document.ts';
import { Refusal } from '../core/refusal.ts';

/** Throws `Refusal('unknown-format')` that says where PDFs are read. */
export async function readPdf(): Promise<Document> {
  throw new Refusal('unknown-format', 'a PDF, which this page does not read; the program verbatim does');
}
