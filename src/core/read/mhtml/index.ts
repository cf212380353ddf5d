/**
 * MHTML, a saved web page (RFC 2557): the HTML in it is the page. Pictures, sheets and the message's own headers are never text.
 */
import { decodeLegacy } from '#port/legacy';
import { hasControls } from '../../decode/controls.ts';
import { Refusal } from '../../refusal.ts';
import type { Caveat, Document } from '../document.ts';
import { type HtmlOptions, readHtml } from '../html/index.ts';

/** Boxes inside boxes of a message. A saved page has two or three. */
const MAX_PARTS_DEPTH = 16;
/** Parts of a message: a page has some hundred pictures. */
const MAX_PARTS = 10_000;

/** What is taken out of an archive. */
export interface SavedParts {
  readonly html: string;
  /** How many pages there are: one more than there are frames. */
  readonly pages: number;
  /** Style sheets by the addresses they were saved from. */
  readonly sheets: ReadonlyMap<string, string>;
}

/**
 * Reads a saved page; places are lines of the page inside it.
 *
 * Throws `Refusal` as `savedParts` does, and what the reader of HTML refuses.
 */
export async function readMhtml(bytes: Uint8Array, options: HtmlOptions = {}): Promise<Document> {
  const { html, pages, sheets } = await savedParts(bytes);
  const document = await readHtml(html, { ...options, sheetAt: (address) => sheets.get(address) ?? null });
  return { ...document, format: 'mhtml', caveats: [...document.caveats, ...framesOf(pages)] };
}

/**
 * The page in `bytes` and its style sheets.
 *
 * Throws `Refusal`: `damaged` when it cannot be taken apart, `too-large` for too many parts, `no-text` when no part is HTML,
 * `not-text` for bytes that do not fit the encoding a part declares.
 */
export async function savedParts(bytes: Uint8Array): Promise<SavedParts> {
  const outline = outlineOf(bytes);
  if (outline.parts > MAX_PARTS) throw new Refusal('too-large', `more than ${MAX_PARTS} parts`);
  if (outline.pages === 0) throw new Refusal('no-text', 'a message without a page');
  const { html: saved, sheets } = await partsOf(bytes, outline.addresses);
  const html = await repaired(saved, outline.charsets);
  if (html.includes('\ufffd') || hasControls(html))
    throw new Refusal('not-text', 'bytes that do not fit their encoding');
  return { html, pages: outline.pages, sheets };
}

/** Pages in frames are saved as parts of their own; they are read behind the page, wherever it shows them. */
function framesOf(pages: number): Caveat[] {
  return pages > 1 ? [{ kind: 'frame', at: null, detail: `${pages - 1} framed, read behind the page` }] : [];
}

/** The page, and the sheets saved beside it by their addresses, which stand in `addresses` in the order of the parts. */
async function partsOf(
  bytes: Uint8Array,
  addresses: readonly string[],
): Promise<{ readonly html: string; readonly sheets: ReadonlyMap<string, string> }> {
  const { default: PostalMime } = await import('postal-mime');
  try {
    // Messages inside the message are attachments, or their subject would become text.
    const { html, attachments } = await PostalMime.parse(bytes, {
      maxNestingDepth: MAX_PARTS_DEPTH,
      rfc822Attachments: true,
    });
    const sheets = attachments.filter(({ mimeType }) => mimeType === 'text/css');
    const named = sheets.flatMap(({ content }, index) => {
      const address = addresses[index] ?? '';
      return address === '' || addresses.length !== sheets.length ? [] : [[address, textOf(content)] as const];
    });
    return { html: html ?? '', sheets: new Map(named) };
  } catch {
    throw new Refusal('damaged', 'a message that cannot be taken apart');
  }
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === 'string' ? content : new TextDecoder('utf-8').decode(content);
}

/** What the headers of the parts say, without taking the parts apart. */
interface Outline {
  readonly parts: number;
  readonly pages: number;
  readonly charsets: ReadonlySet<string>;
  /** Where each sheet was saved from, in the order of the parts; '' where it is not said. */
  readonly addresses: readonly string[];
}

function outlineOf(bytes: Uint8Array): Outline {
  const text = new TextDecoder('latin1').decode(bytes);
  const types = [...text.matchAll(/^content-type:[ \t]*([\w.+/-]+)/gim)].map(([, type = '']) => type.toLowerCase());
  const charsets = [...text.matchAll(/\bcharset[ \t]*=(?:3D)?[ \t]*["']?([\w-]+)/gi)].map(([, name = '']) =>
    name.toLowerCase(),
  );
  return {
    parts: types.length,
    pages: types.filter((type) => type === 'text/html').length,
    charsets: new Set(charsets),
    addresses: sheetAddresses(text),
  };
}

/** A part's headers are the lines around its type, up to the blank lines. */
function sheetAddresses(text: string): string[] {
  return [...text.matchAll(/^content-type:[ \t]*text\/css/gim)].map(({ index }) => {
    const before =
      text
        .slice(Math.max(0, index - LONGEST_HEAD), index)
        .split(/\n--[^\n]*\n/)
        .at(-1) ?? '';
    const after = text.slice(index, index + LONGEST_HEAD).split(/\r?\n\r?\n/)[0] ?? '';
    return /^content-location:[ \t]*(\S+(?:\r?\n[ \t]+\S+)*)/im.exec(before + after)?.[1]?.replaceAll(/\s/g, '') ?? '';
  });
}

/** Headers of a part longer than this are not looked through. */
const LONGEST_HEAD = 4_096;

/** Labels that browsers read as windows-1252, and some platforms' decoders as ISO 8859-1, with controls for quotation marks. */
const WESTERN = ['windows-1252', 'iso-8859-1', 'latin1', 'us-ascii', 'ascii'];

/** Puts right the signs that a wrong decoder for windows-1252 leaves as controls. */
async function repaired(html: string, charsets: ReadonlySet<string>): Promise<string> {
  if (!hasControls(html) || !WESTERN.some((label) => charsets.has(label))) return html;
  const signs = await decodeLegacy(
    Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index),
    'windows-1252',
  );
  return html.replace(/[\x80-\x9f]/g, (control) => signs?.charAt(control.charCodeAt(0) - 0x80) ?? control);
}
