/**
 * A page as it is handed to the browser: its markup, and what was saved with it.
 *
 * Everything that a page asks for is answered from here or not at all.
 */

/** An address that cannot exist (RFC 2606). The page has it, and what was saved with the page lies below it. */
export const ADDRESS = 'http://copy.invalid/';

/** A file that was saved with a page. */
export interface SavedFile {
  /** Its media type. */
  readonly type: string;
  readonly body: Uint8Array | string;
}

/** A page to show. */
export interface SavedPage {
  /** Its markup, already decoded. */
  readonly html: string;
  /** `off` where a browser that opens the file would run none. */
  readonly scripts: 'on' | 'off';
  /** What was saved from `address`, where the page asks for it as a `kind` (`stylesheet`, `script`); `null` for all else. */
  readonly fileAt: (address: string, kind: string) => SavedFile | null;
}
