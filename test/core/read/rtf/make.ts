/** Small RTF files for the tests. */
import { strToU8 } from 'fflate';
import type { Document } from '../../../../src/core/read/document.ts';
import { readRtf } from '../../../../src/core/read/rtf/index.ts';

/** The document in the RTF file of this head (tables) and this body; one byte a character. */
export const readParts = (head: string, body: string): Promise<Document> =>
  readRtf(strToU8(`{\\rtf1\\ansi${head}\n${body}}`, true));

export const seen = ({ blocks }: Document): string[] => blocks.map(({ text }) => text);

/** The hidden words, each with what hides it. */
export const hidden = (document: Document): (readonly [string, string])[] =>
  document.hidden.map(({ text, by }) => [text, by] as const);

/** What is doubtful: the kind, what it is, and the words it touches; `null` for the whole document. */
export const doubts = ({ caveats, blocks }: Document): (readonly [string, string, string | null])[] =>
  caveats.map(
    ({ kind, detail, at }) =>
      [kind, detail, at === null ? null : (blocks[at.block]?.text.slice(at.start, at.end) ?? '')] as const,
  );
