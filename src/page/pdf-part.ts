/** What reads PDFs, as a script of its own: it is larger than all the rest of the page. */
import type { Document } from '../core/read/document.ts';
import { readPdf as read } from '../core/read/pdf/index.ts';
import { Refusal, type RefusalReason } from '../core/refusal.ts';

/** Why a PDF was refused. An error of one script is not known as such by another, so it crosses as a value. */
export interface Refused {
  readonly reason: RefusalReason;
  readonly detail: string;
}

/** The document in `bytes`, or why there is none. */
export async function readPdf(bytes: Uint8Array): Promise<Document | Refused> {
  try {
    return await read(bytes);
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.reason, detail: error.detail };
    throw error;
  }
}
