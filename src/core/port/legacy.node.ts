/** Legacy encodings in Node, whose own decoder is wrong for windows-1252 before version 22. */

/** Decodes `bytes` in a legacy `encoding`; `null` when the encoding is not known here. */
export async function decodeLegacy(bytes: Uint8Array, encoding: string): Promise<string | null> {
  const { default: iconv } = await import('iconv-lite');
  return iconv.encodingExists(encoding) ? iconv.decode(bytes, encoding) : null;
}
