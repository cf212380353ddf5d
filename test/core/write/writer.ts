/**
 * What a test needs to know of a format: how a document is written in it, and every way it has to keep a word from the eye.
 *
 * The writers are the readers' counterpart, one table for all formats. A new format, or a new way to hide a word in one, is a
 * line here, and every property of reading and judging is then asked of it.
 */
import type { Format } from '../../../src/core/read/document.ts';

/** One way to put a word into a document so that a reader does not see it as words of the text. */
export interface Way {
  /** The markup of the word. */
  readonly mark: (word: string) => string;
  /** What it takes besides: a style, a sheet, a colour table. Goes where the writer of the format puts such things. */
  readonly needs?: string;
}

export type Ways = Readonly<Record<string, Way>>;

export interface Writer {
  readonly format: Format;
  /** A file's name in this format. */
  readonly name: string;
  /** How places in it are told: by its own lines, by paragraphs, or by lines of what is packed in it. */
  readonly places: 'lines' | 'paragraphs' | 'packed lines';
  /** The markup of words that are seen. */
  readonly say: (words: string) => string;
  /** The markup of a speaker's label, where it looks another way. */
  readonly label?: (words: string) => string;
  /** A document of these paragraphs of markup, the first one its title. */
  readonly write: (paragraphs: readonly string[], needs?: string) => Uint8Array;
  /** Words in the file that are not seen: they must be told of as hidden, or as shown otherwise than they read. */
  readonly hides: Ways;
  /** Words in the file that the format itself says are no part of the text: deleted, struck, said about it. */
  readonly drops: Ways;
}

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** An element with attributes around a word: `around('span', 'hidden')`. */
export const around =
  (element: string, attributes = ''): Way['mark'] =>
  (word) =>
    `<${`${element} ${attributes}`.trim()}>${escapeXml(word)}</${element}>`;
