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
  places: 'lines',
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

/** A paragraph of plain words, perhaps behind a speaker's label. */
export interface Paragraph {
  readonly label: string;
  readonly text: string;
}

/** The markup of a paragraph. */
export function marked({ say, label: bold = say }: Writer, { label, text }: Paragraph): string {
  return label === '' ? say(text) : bold(label.trimEnd()) + say(` ${text}`);
}

/** A document of these paragraphs. */
export function written(writer: Writer, paragraphs: readonly Paragraph[]): Uint8Array {
  return writer.write(paragraphs.map((paragraph) => marked(writer, paragraph)));
}
