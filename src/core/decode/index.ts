/**
 * From bytes to text, without ever guessing in silence.
 *
 * The same bytes read in another encoding are other words, so the order is fixed: a byte order mark, then strict UTF-8, then
 * what the file declares, and only then a guess, which is marked as one. Bytes that fit nothing are refused: a replacement
 * character would hide what stood there, and a control character can make a terminal show other words than those compared.
 * Plain UTF-8, nearly every file, is settled here with the platform's own decoder; the rest is loaded when it is needed.
 */
import { Refusal } from '../refusal.ts';
import { refuseControls } from './controls.ts';

export { declaredEncoding } from './declared.ts';

/** Text, and how it was arrived at. */
export interface Decoded {
  readonly text: string;
  /** The encoding's name by the WHATWG Encoding Standard, lower case. */
  readonly encoding: string;
  /** `false` when the encoding was guessed, or when the file declares another one. */
  readonly certain: boolean;
}

/** What is known of a file before it is decoded. */
export interface DecodeHint {
  /** The encoding the file or its carrier declares, by any label. */
  readonly declared?: string | null;
  /** How many words of a text fit the known transcript; decides among encodings that are equally possible. */
  readonly confirm?: (text: string) => number;
}

/**
 * Decodes `bytes`. A byte order mark is not part of the text.
 *
 * Throws `Refusal('not-text')` for bytes that fit no encoding, for damaged UTF-8, and for control characters other than
 * TAB, LF, VT, FF, CR and NEL.
 */
export async function decode(bytes: Uint8Array, hint: DecodeHint = {}): Promise<Decoded> {
  const decoded = decodeMarked(bytes) ?? decodeUtf8(bytes, hint) ?? (await decodeOther(bytes, hint));
  refuseControls(decoded.text);
  return decoded;
}

/** By the byte order mark, if there is one. */
function decodeMarked(bytes: Uint8Array): Decoded | null {
  const encoding = markedEncoding(bytes);
  if (encoding === null) return null;
  const text = strict(bytes, encoding);
  if (text === null) throw new Refusal('not-text', `bytes that are not ${encoding}, behind its byte order mark`);
  return { text, encoding, certain: true };
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function decodeUtf8(bytes: Uint8Array, hint: DecodeHint): Decoded | null {
  const text = strict(bytes, 'utf-8');
  if (text === null) return null;
  const onlyAscii = text.length === bytes.length;
  return { text, encoding: 'utf-8', certain: onlyAscii || agreesWithUtf8(hint.declared) };
}

/** Whether a declaration leaves room for UTF-8; by the HTML standard UTF-16 in a declaration means UTF-8. */
function agreesWithUtf8(declared: string | null | undefined): boolean {
  return declared == null || /^(utf-?8|utf-?16(le|be)?|unicode-1-1-utf-8|us-ascii|ascii)$/i.test(declared.trim());
}

async function decodeOther(bytes: Uint8Array, hint: DecodeHint): Promise<Decoded> {
  const { decodeLegacyText } = await import('./legacy.ts');
  return decodeLegacyText(bytes, hint);
}

/** Decodes without tolerance; `null` when the bytes do not fit. Overlong forms and lone surrogates do not. */
function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
