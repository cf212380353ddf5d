/**
 * Reads a PDF: the words a reader sees, in the order of the content stream, with the hidden ones beside them.
 *
 * A PDF has no text, it has glyphs at places. Lines, spaces, paragraphs, running heads and broken words are all inferred, and
 * where that is a guess (a hyphen at a line end) the guess is left to the comparison. What is in the file but not to be seen
 * is told apart by following the drawing operators: see `walk.ts` and `seen.ts`.
 */

import { Refusal } from '../../refusal.ts';
import type { Document } from '../document.ts';
import { layOut } from './blocks.ts';
import { weighCMaps } from './cmaps.ts';
import { documentFacts } from './facts.ts';
import { FileObjects } from './file-objects.ts';
import { MAX_PAGES, openPdf } from './open.ts';
import { readPages } from './pages.ts';
import { draftsOf } from './paragraphs.ts';
import { withinBudget } from './raw.ts';
import { bodySizeOf, rolesOf } from './roles.ts';

/**
 * The document in `bytes`. Its places are pages, counted from 1. Refuses `encrypted`, `damaged`, `too-large`, and `no-text` for
 * scans.
 */
export async function readPdf(bytes: Uint8Array): Promise<Document> {
  const budget = withinBudget(bytes);
  const objects = await FileObjects.of(bytes);
  await weighCMaps(objects);
  const opened = await openPdf(budget.bytes);
  try {
    if (opened.pdf.numPages > MAX_PAGES) throw new Refusal('too-large', `more than ${MAX_PAGES} pages`);
    const read = await readPages(opened, objects);
    const facts = await documentFacts(opened.pdf, bytes);
    const lines = read.pages.flat();
    const bodySize = bodySizeOf(lines);
    const laid = layOut(draftsOf(rolesOf(read.pages, bodySize)), bodySize);
    if (!laid.blocks.some(({ text }) => /[\p{L}\p{N}]/u.test(text)))
      throw new Refusal('no-text', 'a scan; give its text');
    return {
      format: 'pdf',
      blocks: laid.blocks,
      hidden: laid.hidden,
      caveats: [...laid.caveats, ...read.caveats, ...budget.caveats, ...facts.caveats],
      lines: new Uint32Array(0),
      metadata: facts.metadata,
    };
  } finally {
    await opened.close();
  }
}
