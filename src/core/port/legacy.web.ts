/** Legacy encodings in a browser, by its own decoder (WHATWG Encoding). */

/** Decodes `bytes` in a legacy `encoding`; `null` when the encoding is not known here. */
export async function decodeLegacy(bytes: Uint8Array, encoding: string): Promise<string | null> {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return null;
  }
}
