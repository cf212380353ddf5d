/** Reads Rich Text Format (version 1.9.1) by the rules of the other word processor formats. */
import type { Document } from '../document.ts';
import { loadCodePages } from './code-pages.ts';
import { CONTROLS } from './controls.ts';
import { endGroup } from './destinations.ts';
import { readRtfSigns } from './lexer.ts';
import { RtfReader } from './reader.ts';
import { TABLES, TEXTS } from './texts.ts';

/**
 * The document in the RTF file `bytes`; places are paragraphs.
 *
 * @throws Refusal `damaged` when it is no RTF or breaks off, `too-deep`, `too-large`.
 */
export async function readRtf(bytes: Uint8Array): Promise<Document> {
  const reader = new RtfReader(await loadCodePages(bytes), {
    controls: CONTROLS,
    texts: TEXTS,
    tables: TABLES,
    endGroup,
  });
  readRtfSigns(bytes, reader);
  reader.endBlock('paragraph');
  for (const draft of [...reader.boxes, ...reader.notes, ...reader.running]) reader.document.add(draft);
  if (reader.people.size > 0) reader.document.doubt('personal-metadata', [...reader.people].join(', '));
  return reader.document.build();
}
