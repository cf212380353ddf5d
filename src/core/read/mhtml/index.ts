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

/**
 * Reads a saved page; places are lines of the page inside it.
 *
 * Throws `Refusal`: `damaged` when it cannot be taken apart, `too-large` for too many parts, `no-text` when no part is HTML,
 * `not-text` for bytes that do not fit the encoding a part declares, and what the reader of HTML refuses.
 */
export async function readMhtml(bytes: Uint8Array, options: HtmlOptions = {}): Promise<Document> {
  const outline = outlineOf(bytes);
  if (outline.parts > MAX_PARTS) throw new Refusal('too-large', `more than ${MAX_PARTS} parts`);
  if (outline.pages === 0) throw new Refusal('no-text', 'a message without a page');
  const html = await repaired(await htmlOf(bytes), outline.charsets);
  if (html.includes('\ufffd') || hasControls(html))
    throw new Refusal('not-text', 'bytes that do not fit their encoding');
  const document = await readHtml(html, options);
  return { ...document, format: 'mhtml', caveats: [...document.caveats, ...framesOf(outline.pages)] };
}

/** Pages in frames are saved as parts of their own; they are read behind the page, wherever it shows them. */
function framesOf(pages: number): Caveat[] {
  return pages > 1 ? [{ kind: 'frame', at: null, detail: `${pages - 1} framed, read behind the page` }] : [];
}

async function htmlOf(bytes: Uint8Array): Promise<string> {
  const { default: PostalMime } = await import('postal-mime');
  try {
    // Messages inside the message are attachments, or their subject would become text.
    const { html } = await PostalMime.parse(bytes, { maxNestingDepth: MAX_PARTS_DEPTH, rfc822Attachments: true });
    return html ?? '';
  } catch {
    throw new Refusal('damaged', 'a message that cannot be taken apart');
  }
}

/** What the headers of the parts say, without taking the parts apart. */
interface Outline {
  readonly parts: number;
  readonly pages: number;
  readonly charsets: ReadonlySet<string>;
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
  };
}

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
