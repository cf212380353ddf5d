/** A page saved as one archive (MHTML), with the style sheets saved in it. */
import { savedParts } from '../core/read/mhtml/index.ts';
import { ADDRESS, type SavedPage } from './saved-page.ts';

/**
 * The page in `bytes`. Its sheets are found by the addresses they were saved from; it runs no scripts, because browsers run
 * none in an archive. Throws `Refusal` as the reader of archives does.
 */
export async function pageOfArchive(bytes: Uint8Array): Promise<SavedPage> {
  const { html, sheets } = await savedParts(bytes);
  // A sheet that stood in the page itself has the address of a part, which a browser does not ask for.
  const addressed = (text: string) =>
    text.replaceAll(/cid:[\w.@+%-]+/gu, (part) => (sheets.has(part) ? asked(part) : part));
  const known = new Map([...sheets].map(([address, css]) => [asked(address), addressed(css)]));
  const fileAt: SavedPage['fileAt'] = (address, kind) => {
    const body = kind === 'stylesheet' ? known.get(address) : undefined;
    return body === undefined ? null : { type: 'text/css; charset=utf-8', body };
  };
  return { html: addressed(html), scripts: 'off', fileAt };
}

/** The address that a browser asks for where the page has `address`. */
function asked(address: string): string {
  const way = address.startsWith('cid:') ? encodeURIComponent(address) : address;
  return URL.canParse(way, ADDRESS) ? new URL(way, ADDRESS).href : ADDRESS;
}
