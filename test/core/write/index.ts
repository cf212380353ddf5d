/** The formats that tests can write: all but PDF, whose reader has tests and producers of its own. */
import { strToU8 } from 'fflate';
import { DOCX, ODT, RTF } from './office.ts';
import { EPUB, HTML, MARKDOWN, MHTML } from './pages.ts';
import { SRT, WEBVTT } from './subtitles.ts';
import type { Writer } from './writer.ts';
import { DOCBOOK, TEI } from './xml.ts';

export type { Way, Writer } from './writer.ts';

const TEXT: Writer = {
  format: 'text',
  name: 'copy.txt',
  say: (words) => words,
  write: (paragraphs) => strToU8(`${paragraphs.join('\n\n')}\n`),
  hides: {},
  drops: {},
};

export const WRITERS: readonly Writer[] = [
  TEXT,
  MARKDOWN,
  HTML,
  MHTML,
  EPUB,
  DOCX,
  ODT,
  RTF,
  SRT,
  WEBVTT,
  TEI,
  DOCBOOK,
];

/** A document of plain paragraphs, each perhaps behind a label. */
export function written(
  writer: Writer,
  paragraphs: readonly { readonly label: string; readonly text: string }[],
): Uint8Array {
  const mark = writer.label ?? writer.say;
  return writer.write(paragraphs.map(({ label, text }) => (label === '' ? '' : mark(label)) + writer.say(text)));
}
