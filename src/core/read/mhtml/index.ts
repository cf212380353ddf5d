/**
 * MHTML, a saved web page (RFC 2557): the HTML in it is the page, and the sheets saved beside it are its sheets.
 *
 * Pages in frames were saved as parts of their own. Where a browser shows them in the page is not worked out: each is read by
 * itself, so that no style of one reaches another, and given behind the page.
 */
import { type Decoded, declaredEncoding, decode } from '../../decode/index.ts';
import { Refusal } from '../../refusal.ts';
import type { Block, Caveat, Document } from '../document.ts';
import { type HtmlOptions, readHtml } from '../html/index.ts';
import { type MimeMessage, type MimePart, readMime } from './mime.ts';

/**
 * Reads a saved page; places are lines of the page inside it, and paragraphs in its frames.
 *
 * Throws `Refusal`: `damaged` and `too-large` when it cannot be taken apart, `no-text` when no part is HTML, `not-text` for bytes
 * that do not fit the encoding a part declares, and what the reader of HTML refuses.
 */
export async function readMhtml(bytes: Uint8Array, options: HtmlOptions = {}): Promise<Document> {
  const message = readMime(bytes);
  const [page, ...frames] = pagesOf(message);
  const sheets = await sheetsOf(message);
  const document = await readPage(page, sheets, options);
  const framed: Document[] = [];
  for (const frame of frames) framed.push(await readPage(frame, sheets, options));
  return withFrames({ ...document, format: 'mhtml' }, framed);
}

/** What is taken out of an archive. */
export interface SavedParts {
  /** The page that is shown. */
  readonly html: string;
  /** Style sheets by the addresses and names they were saved under. */
  readonly sheets: ReadonlyMap<string, string>;
}

/** The page in `bytes` and its style sheets. Throws `Refusal` as `readMhtml` does. */
export async function savedParts(bytes: Uint8Array): Promise<SavedParts> {
  const message = readMime(bytes);
  const [page] = pagesOf(message);
  return { html: (await decoded(page)).text, sheets: await sheetsOf(message) };
}

/** The pages of the message, the one to be shown first. Throws `Refusal('no-text')` when there is none. */
function pagesOf({ parts, root }: MimeMessage): readonly [MimePart, ...MimePart[]] {
  const pages = parts.filter(
    ({ type, attached }) => !attached && /^(?:text\/html|application\/xhtml\+xml)$/.test(type),
  );
  const first = pages.find(({ id }) => id !== '' && id === root) ?? pages[0];
  if (first === undefined) throw new Refusal('no-text', 'a message without a page');
  return [first, ...pages.filter((page) => page !== first)];
}

async function readPage(page: MimePart, sheets: SavedParts['sheets'], options: HtmlOptions): Promise<Document> {
  const { text, encoding, certain } = await decoded(page);
  const base = baseOf(text, page);
  const sheetAt = (address: string): string | null =>
    sheets.get(address) ?? sheets.get(resolved(address, base)) ?? null;
  const document = await readHtml(text, { ...options, sheetAt });
  const doubt: Caveat = { kind: 'encoding', at: null, detail: `read as ${encoding}` };
  return certain ? document : { ...document, caveats: [doubt, ...document.caveats] };
}

/** What a part says of its encoding in its headers counts before what it says in itself. */
function decoded(part: MimePart): Promise<Decoded> {
  const bytes = part.bytes();
  return decode(bytes, { declared: part.charset ?? declaredEncoding(bytes) });
}

const BASE = /<base\s[^>]{0,400}?href\s{0,8}=\s{0,8}["']?([^\s"'>]{1,2000})/i;

/** The address that others in the page start from. */
function baseOf(html: string, { location }: MimePart): string {
  const base = BASE.exec(html)?.[1];
  return base === undefined ? location : resolved(base, location) || location;
}

/** The whole address; '' where it leads nowhere. */
function resolved(address: string, base: string): string {
  try {
    return new URL(address, base === '' ? undefined : base).href;
  } catch {
    return '';
  }
}

/** The sheets saved beside the page, by their addresses and names; of two at one address the first counts, as in browsers. */
async function sheetsOf({ parts }: MimeMessage): Promise<ReadonlyMap<string, string>> {
  const sheets = new Map<string, string>();
  for (const part of parts) {
    if (part.type !== 'text/css' || part.attached) continue;
    const { text } = await decoded(part);
    const location = resolved(part.location, '') || part.location;
    for (const address of [part.id === '' ? '' : `cid:${part.id}`, location]) {
      if (address !== '' && !sheets.has(address)) sheets.set(address, text);
    }
  }
  return sheets;
}

/** The page with the pages of its frames behind it, in a box for each. */
function withFrames(page: Document, frames: readonly Document[]): Document {
  if (frames.length === 0) return page;
  const blocks: Block[] = [...page.blocks];
  const hidden = [...page.hidden];
  const caveats: Caveat[] = [...page.caveats];
  for (const [index, frame] of frames.entries()) {
    const first = blocks.length;
    const part = `frame ${index + 1}`;
    for (const [i, block] of frame.blocks.entries()) {
      const place = { by: 'paragraph', paragraph: i + 1, part } as const;
      blocks.push({ ...block, origin: null, place, container: `iframe > ${block.container}` });
    }
    for (const one of frame.hidden) hidden.push({ ...one, block: one.block + first, source: null });
    for (const one of frame.caveats) {
      caveats.push(one.at === null ? one : { ...one, at: { ...one.at, block: one.at.block + first } });
    }
  }
  caveats.push({ kind: 'frame', at: null, detail: `${frames.length} framed, read behind the page` });
  return { ...page, blocks, hidden, caveats };
}
