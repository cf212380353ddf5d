/** The text of an XML part: its encoding is told by a byte order mark, by its first bytes, or by its declaration (XML 1.0, appendix F). */
import { decodeLegacy } from '#port/legacy';
import { Refusal } from '../../refusal.ts';

/**
 * The text of the XML document in `bytes`, without its byte order mark.
 *
 * @throws Refusal `damaged` when the bytes are not in the encoding they say, `unknown-encoding` when that has no name we know.
 */
export async function decodeXml(bytes: Uint8Array): Promise<string> {
  const encoding = encodingOf(bytes);
  if (encoding.startsWith('utf-')) return decodeStrictly(bytes, encoding);
  const text = await decodeLegacy(bytes, encoding);
  if (text === null) throw new Refusal('unknown-encoding', 'the encoding an XML part declares');
  return text;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('damaged', `an XML part is not ${encoding.toUpperCase()}`);
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0x00) return 'utf-16le';
  if (a === 0x00 && b === 0x3c) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^(?:\xef\xbb\xbf)?<\?xml\b[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(head)?.[1];
  const name = declared?.toLowerCase() ?? 'utf-8';
  return name === 'utf8' || name === 'us-ascii' || name === 'ascii' || name.startsWith('utf-16') ? 'utf-8' : name;
}
