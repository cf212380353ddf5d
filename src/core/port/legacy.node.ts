/** Legacy encodings in Node, whose own decoder is wrong for windows-1252 before version 22. */

/** Names of the WHATWG standard that `iconv-lite` knows by another. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([['x-mac-cyrillic', 'maccyrillic']]);

/** Decodes `bytes` in a legacy `encoding`; `null` when the encoding is not known here. */
export async function decodeLegacy(bytes: Uint8Array, encoding: string): Promise<string | null> {
  const { default: iconv } = await import('iconv-lite');
  const name = OTHER_NAMES.get(encoding) ?? encoding;
  return iconv.encodingExists(name) ? iconv.decode(bytes, name) : null;
}
